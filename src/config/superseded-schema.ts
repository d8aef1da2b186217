import * as z from 'zod'
import { isDay } from '../facts/days.ts'

const name = z
  .string('expected a text')
  .trim()
  .min(2, 'expected a name of two characters or more')
  .max(100, 'expected 100 characters at most')
  .refine((text) => /[\p{L}\p{N}]/u.test(text), 'expected a name')
const names = z.union([name, z.array(name).min(1, 'expected at least one')], {
  error: 'expected a name, or a list of names',
})

/** What has been replaced or has come to its end, as a house lists it. */
export const supersededSchema = z.array(
  z
    .strictObject({
      old: names.optional(),
      new: name.optional(),
      since: z
        .string('expected a day, as `YYYY-MM-DD`')
        .refine((day) => isDay(day) && day.length === 10, 'expected a day, as `YYYY-MM-DD`')
        .optional(),
      because: z.string('expected a text').min(1).optional(),
      keep: names.optional(),
    })
    .refine(
      ({ old, new: now, since, because, keep }) =>
        old === undefined ? keep !== undefined && !now && !since && !because : keep === undefined,
      'expected `old`, with `new`, `since` and `because` where they are known; or `keep` alone',
    ),
  'expected a list, each entry after `- `',
)

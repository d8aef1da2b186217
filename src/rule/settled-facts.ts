import * as z from 'zod'
import { isDay } from '../facts/days.ts'

const text = z.string('expected a text').trim().min(1, 'expected a text').max(300, 'expected 300 characters at most')
const texts = z.union([text, z.array(text)], { error: 'expected a text, or a list of texts' })

/** A fact that the editors have decided. */
const fact = z.strictObject({
  subject: text.refine((words) => (words.match(/\p{L}{2,}/gu) ?? []).length > 0, 'expected words'),
  value: text,
  not: texts.default([]),
  scope: text.optional(),
  since: text.refine((day) => isDay(day), 'expected a day, as `YYYY-MM-DD`').optional(),
  by: text.optional(),
})

/** Facts as editors list them. */
export const settledSchema = z.array(fact, 'expected a list of facts, each after `- `')

/** One of them. */
export type SettledFact = z.output<typeof fact>

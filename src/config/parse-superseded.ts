import type { z } from 'zod'
import { parseList } from './parse-list.ts'
import { supersededSchema } from './superseded-schema.ts'

/**
 * Reads what a house counts as superseded, from the YAML file where it keeps it.
 *
 * @param name of the file, for messages
 * @throws UserError with the line of what is wrong
 */
export function parseSuperseded(text: string, name: string): z.output<typeof supersededSchema> {
  return parseList(text, name, {
    of: 'list of what is superseded',
    schema: supersededSchema,
    entry: 'something superseded',
    keys: ['old', 'new', 'since', 'because', 'keep'],
    hint: 'Write a list such as `- old: [ISO 27001:2013]`, below it `  new: ISO 27001:2022`; or `- keep: Windows 10` for what is right in this house.',
  })
}

import { settledSchema, type SettledFact } from '../rule/settled-facts.ts'
import { parseList } from './parse-list.ts'

/**
 * Reads the facts that editors have settled, from the YAML file where they keep them.
 *
 * @param name of the file, for messages
 * @throws UserError with the line of what is wrong
 */
export function parseSettled(text: string, name: string): SettledFact[] {
  return parseList(text, name, {
    of: 'settled facts',
    schema: settledSchema,
    entry: 'a settled fact',
    keys: ['subject', 'value', 'not', 'scope', 'since', 'by'],
    hint: 'Write a list such as `- subject: attachments of an invoice`, below it `  value: 10 MB`; `deskcheck settle` does it for you.',
  })
}

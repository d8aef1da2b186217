import { termsSchema, type Term } from '../rule/terms.ts'
import { parseList } from './parse-list.ts'

/**
 * Reads a list of terms that a writer keeps in a YAML file.
 *
 * @param name of the file, for messages
 * @throws UserError with the line of what is wrong
 */
export function parseTerms(text: string, name: string): Term[] {
  return parseList(text, name, {
    of: 'terms',
    schema: termsSchema,
    entry: 'a term',
    keys: ['use', 'not', 'avoid', 'because'],
    hint: 'Write a list such as `- use: sign in`, below it `  not: [log in, log on]`; or `- avoid: blacklist`, below it `  because: …`.',
  })
}

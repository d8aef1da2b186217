import { UserError } from '../errors.ts'

/**
 * What reads or writes a format.
 *
 * @param cannot as in `Cannot use the format`, for the message
 * @throws UserError where the name is not there, with those that are
 */
export function formatNamed<Value>(values: Record<string, Value>, name: string, cannot: string): Value {
  const value = Object.hasOwn(values, name) ? values[name] : undefined
  if (value !== undefined) return value
  const names = Object.keys(values).map((known) => `\`${known}\``)
  throw new UserError(`${cannot} \`${name}\``, {
    because: 'there is no such format',
    hint: `Choose one of ${names.join(', ')}.`,
  })
}

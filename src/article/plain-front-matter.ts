import type { FrontMatter } from './front-matter.ts'
import type { Locate } from './position.ts'

const plainKey = /^([A-Za-z_][\w.-]*):(?: +(\S.*?))?[ \t]*\r?$/
const plainItem = /^( *- +)(\S.*?)[ \t]*\r?$/
/** Words after a letter or a digit. */
const plainText = /^[A-Za-z\d][^\s\p{C}]*(?: +[^\s\p{C}]+)*$/u
/** What YAML reads as something else all the same: a word for a value, a number, a mark in the middle. */
const notPlain = /^(?:true|false|null|0o[0-7]+|0x[\da-f]+|\d+(?:\.\d*)?(?:e[-+]?\d+)?)$|:(?:\s|$)|\s#/i
const wholeNumber = /^[1-9]\d{0,14}$/
const quoted = /^(?:"[^"\\\p{C}]*"|'[^'\p{C}]*')$/u

/** A value that is plain, or in quotation marks with nothing in it that they would mean something to. */
function plainValue(value: string): string | number | boolean | undefined {
  if (quoted.test(value)) return value.slice(1, -1)
  if (wholeNumber.test(value)) return Number(value)
  if (value === 'true' || value === 'false') return value === 'true'
  return plainText.test(value) && !notPlain.test(value) ? value : undefined
}

/**
 * Front matter of nothing but plain values and lists of them, as nearly all is: all of YAML takes twenty times as long. It
 * gives what the YAML parser gives, and leaves to that what is not surely plain.
 *
 * @param base where the text begins in the file
 * @returns undefined for what is left
 */
export function readPlainFrontMatter(text: string, base: number, locate: Locate): FrontMatter['entries'] | undefined {
  // A return without its line feed is text to YAML.
  if (/\r(?!\n)/.test(text)) return undefined
  const entries: FrontMatter['entries'] = new Map()
  const lines = text.split('\n')
  let offset = base
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!
    const start = offset
    offset += line.length + 1
    if (line === '' || line === '\r') continue
    const [, key, written] = plainKey.exec(line) ?? []
    if (key === undefined || notPlain.test(key) || entries.has(key)) return undefined
    const keyAt = locate(start, start + key.length)
    if (written !== undefined) {
      const value = plainValue(written)
      if (value === undefined) return undefined
      const from = start + line.indexOf(written, key.length + 1)
      entries.set(key, { key, value, keyAt, valueAt: locate(from, from + written.length) })
      continue
    }
    const values: unknown[] = []
    const dash = /^( *- +)/.exec(lines[index + 1] ?? '')?.[1]
    const from = offset + (dash?.indexOf('-') ?? 0)
    let end = from
    for (; dash !== undefined; index++) {
      const [, lead, item] = plainItem.exec(lines[index + 1] ?? '') ?? []
      const value = item === undefined ? undefined : plainValue(item)
      if (lead === undefined || lead.indexOf('-') !== dash.indexOf('-')) break
      if (value === undefined) return undefined
      values.push(value)
      end = offset + lead.length + item!.length
      offset += lines[index + 1]!.length + 1
    }
    if (dash === undefined) {
      // Nothing: it stands at the end of the line.
      const none = start + line.length - (line.endsWith('\r') ? 1 : 0)
      entries.set(key, { key, value: null, keyAt, valueAt: locate(none, none) })
      continue
    }
    if (values.length === 0) return undefined
    entries.set(key, { key, value: values, keyAt, valueAt: locate(from, end) })
  }
  return entries.size > 0 ? entries : undefined
}

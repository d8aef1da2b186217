import type { Article } from './article.ts'
import type { FrontMatterEntry } from './front-matter.ts'
import type { Position } from './position.ts'

/** One value of a key: the value itself, or an item of a list. */
export interface FrontMatterValue {
  value: unknown
  at: Position
}

/** The values of a key with the place of each, without quotation marks; empty where the key has none. */
export function valuesOf({ value, valueAt }: FrontMatterEntry, { source, locate }: Article): FrontMatterValue[] {
  if (value === null || value === undefined) return []
  const { start, end } = valueAt
  let from = start.offset
  return (Array.isArray(value) ? (value as unknown[]) : [value]).map((one) => {
    const text = typeof one === 'string' ? one : JSON.stringify(one)
    // Escapes and folded lines have no place of their own.
    const at = source.slice(0, end.offset).indexOf(text, from)
    if (text === '' || at < 0) return { value: one, at: valueAt }
    from = at + text.length
    return { value: one, at: locate(at, from) }
  })
}

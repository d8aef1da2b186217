import type { Element } from 'hast'
import { inParts, wordsBeside, type ClaimSide } from '../../compare/compare.ts'
import type { QuotedLine } from '../../report/report.ts'
import { encodePath } from '../encode-path.ts'
import { h, type Child } from './h.ts'

/** A line of an article with what a finding is about marked. */
export function quotedLine({ text, start, end }: QuotedLine): Element {
  const marked = end > start ? h('mark', {}, text.slice(start, end)) : h('span.gap', { title: 'missing here' })
  return h('q.line', {}, text.slice(0, start), marked, text.slice(end))
}

/**
 * What a claim says, with its value marked wherever that stands in it; where the value is not there to the letter, as with
 * members of a list, what the other claim does not have.
 */
export function claimText({ quote, value }: Claim, other: Claim): Child[] {
  const parts = inParts(quote, value)
  if (parts.some(({ isValue }) => isValue))
    return parts.map((part) => (part.isValue ? h('mark', {}, part.text) : part.text))
  return wordsBeside(quote, other.quote).flatMap((piece): Child[] =>
    piece.in === 'there' ? [] : [piece.in === 'here' ? h('mark', {}, piece.text) : piece.text, ' '],
  )
}

type Claim = Pick<ClaimSide, 'quote' | 'value'>

/** A place of an article, as a link to its text where there is one. @param source as in the report */
export function placeLink(
  source: string | undefined,
  { path, start }: { path: string; start: { line: number } },
  label: string,
): Child {
  const address = addressOf(source, path, start.line)
  return address === undefined ? h('span.place', {}, label) : h('a.place', { href: address }, label)
}

/** The address of an article's text; none where the report names no place for it. */
export function addressOf(source: string | undefined, path: string, line: number): string | undefined {
  if (source === undefined) return undefined
  return source.replaceAll('{path}', () => encodePath(path)).replaceAll('{line}', String(line))
}

/** The part of the address, after `#`, at which the page has an article. */
export function anchorOf(path: string): string {
  return `article/${encodePath(path)}`
}

/** A link to the page's own part about an article. */
export function articleLink(path: string, label: string): Element {
  return h('a', { href: `#${anchorOf(path)}` }, label)
}

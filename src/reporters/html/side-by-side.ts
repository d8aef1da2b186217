import type { Element } from 'hast'
import type { Piece, SectionPair, SideBySide } from '../../compare/compare.ts'
import { h, type Child } from './h.ts'

/** Of words that both have, so many are shown at either end of a gap. */
const shownWords = 14

/**
 * Two articles in columns, section by section: what only one of them says is marked.
 *
 * @param whole whether all of what both say is shown, too, and not only what is around the differences
 */
export function columnsOf({ sections }: SideBySide, whole: boolean): Element[] {
  return sections.map((section) => rowOf(section, whole))
}

function rowOf({ here, there, pieces }: SectionPair, whole: boolean): Element {
  const column = (label: string | undefined, own: 'here' | 'there') => {
    if (label === undefined) return h('div.missing', {}, 'Nothing here')
    const parts = pieces.filter((piece) => piece.in === 'both' || piece.in === own)
    const text = parts.flatMap((piece, index): Child[] => [
      ...(index > 0 ? [' '] : []),
      piece.in === 'both' ? sharedText(piece, own, whole) : h(own === 'here' ? 'del' : 'ins', {}, piece.text),
    ])
    return h('div', {}, label === '' ? undefined : h('h4', {}, label), h('p', {}, ...text))
  }
  return h('div.row', {}, column(here, 'here'), column(there, 'there'))
}

function sharedText(piece: Piece, own: 'here' | 'there', whole: boolean): string {
  const text = (own === 'there' ? piece.textThere : undefined) ?? piece.text
  const words = whole ? [] : text.split(' ')
  if (words.length <= 3 * shownWords) return text
  const left = words.length - 2 * shownWords
  return `${words.slice(0, shownWords).join(' ')} … ${left} words … ${words.slice(-shownWords).join(' ')}`
}

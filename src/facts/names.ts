import type { Block } from '../article/prose.ts'
import { textOf } from '../article/text-of.ts'

/** A word that begins with a capital or a digit, or has a capital inside. */
const capital = /[\p{Lu}\d]/u
const named = /[A-Z\d\u00C0-\u00DE\u0370-\u042F][\p{L}\p{N}]*(?:['’.-][\p{L}\p{N}]+)*/gu
const opensSentence = /(?:^|[.!?:…]["”’)\]]*\s+)$/u

/**
 * The words of an article that may name a product, a version, a platform or an object: those with a capital or a digit that do
 * not merely open a sentence. Each once, as written first, with spaces between them.
 */
export function namesIn(blocks: Block[]): string {
  const names = new Set<string>()
  for (const { text: prose, node } of blocks) {
    const text = prose.includes('\uFFFC') ? textOf(node) : prose
    named.lastIndex = 0
    for (let match = named.exec(text); match; match = named.exec(text)) {
      let start = match.index
      while (start > 0 && isLetter(text.charCodeAt(start - 1))) start--
      const word = text.slice(start, match.index + match[0].length)
      if (names.has(word)) continue
      if (!capital.test(word.slice(1)) && opensSentence.test(text.slice(Math.max(0, start - 4), start))) continue
      names.add(word)
    }
  }
  return [...names].join(' ')
}

/** A small letter of English: `iOS`. */
const isLetter = (code: number) => code >= 97 && code <= 122

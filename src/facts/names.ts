import type { Block } from '../article/prose.ts'
import { textOf } from '../article/text-of.ts'

/** A word with a capital or a digit; without letters of other languages in the text, what tells is far cheaper. */
const anyNamed = /[\p{Lu}\d][\p{L}\p{N}]*(?:['’.-][\p{L}\p{N}]+)*/gu
const plainNamed = /[A-Z\d][A-Za-z\d]*(?:['.-][A-Za-z\d]+)*/g
const isPlain = /^[\0-\x7f\uFFFC]*$/
const opensSentence = /(?:^|[.!?:…]["”’)\]]*\s+)$/

/**
 * The words of an article that may name a product, a version, a platform or an object: those with a capital or a digit that do
 * not merely open a sentence. Each once, as written first, with spaces between them.
 */
export function namesIn(blocks: Block[]): string {
  const names = new Set<string>()
  for (const { text: prose, node } of blocks) {
    const text = prose.includes('\uFFFC') ? textOf(node) : prose
    const named = isPlain.test(text) ? plainNamed : anyNamed
    named.lastIndex = 0
    for (let match = named.exec(text); match; match = named.exec(text)) {
      let start = match.index
      while (start > 0 && isLetter(text.charCodeAt(start - 1))) start--
      const word = text.slice(start, match.index + match[0].length)
      if (names.has(word)) continue
      if (isOnlyFirst(word) && opensSentence.test(text.slice(Math.max(0, start - 4), start))) continue
      names.add(word)
    }
  }
  return [...names].join(' ')
}

/** Whether a word has a capital at its start and nothing else that makes a name. */
function isOnlyFirst(word: string): boolean {
  for (let index = 1; index < word.length; index++) {
    const code = word.charCodeAt(index)
    if ((code >= 65 && code <= 90) || (code >= 48 && code <= 57)) return false
  }
  return true
}

/** A small letter of English: `iOS`. */
const isLetter = (code: number) => code >= 97 && code <= 122

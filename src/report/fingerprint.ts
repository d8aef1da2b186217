import { hash } from 'node:crypto'
import { join } from 'node:path/posix'
import type { Found } from './found.ts'

/** So many words make a sentence, of which only the words count; less is taken to the letter, and so is what has no space. */
const sentenceWords = 4

/**
 * What makes a finding the same one after edits elsewhere: 16 hexadecimal digits. The first half is from the rule and the
 * words that it is about, the second from where it stands: its article, and the others that it speaks of. So the first half
 * stays when an article is moved.
 *
 * @param base as in the settings
 */
export function fingerprintOf(
  { rule, key, path, related }: Pick<Found, 'rule' | 'key' | 'path' | 'related'>,
  base: string,
) {
  const others = new Set(related.map((other) => join(base, other.path)))
  return digest([rule, wordsOf(key)]) + digest([join(base, path), ...[...others].sort()])
}

/** The half of a fingerprint that is from the rule and the words. */
export function wordsHalf(fingerprint: string): string {
  return fingerprint.slice(0, 8)
}

/** Whether a finding is about articles as a whole, and about no words of them. */
export function isWordless(rule: string, fingerprint: string): boolean {
  return wordsHalf(fingerprint) === digest([rule, ''])
}

function digest(parts: string[]): string {
  return hash('sha256', parts.join('\0')).slice(0, 8)
}

/**
 * A sentence is the same one with a link or bold type in it, in capitals, or with other quotes: that is no reason to tell
 * again what was known of it. In a name or an address, every sign may be what is told.
 */
function wordsOf(key: string): string {
  const text = key.normalize('NFC').replace(/\s+/g, ' ').trim()
  const words = !text.includes(' ')
    ? null
    : text
        .replace(/\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)/g, ' ')
        .replace(/<\/?[a-z][^<>]*>/gi, ' ')
        .replace(/[’']/g, '')
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu)
  if (words && words.length >= sentenceWords) return words.join(' ')
  // A title is the same one as a heading, and in front matter with quotes or without.
  return text.replace(/^[\s#>*_"']+|[\s#*_"']+$/g, '') || text
}

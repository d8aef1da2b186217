import { wordsOf, type Block } from '../article/prose.ts'
import { roleOf } from '../article/roles.ts'

/** Words in a shingle: long enough that shared ones mean shared text, as in the near-duplicate literature. */
export const shingleSize = 5

/**
 * The hash of every run of five words of an article's body, in order, so that what two articles share can be told word by
 * word. Headings are left out (a house uses the same ones everywhere), and so is every label of a role.
 *
 * Shingling: Broder, On the resemblance and containment of documents, 1997. Hash: FNV-1a, 32 bits.
 */
export function shinglesOf(blocks: Block[]): number[] {
  const words: string[] = []
  for (const block of blocks) {
    if (block.kind === 'heading' || roleOf(block.text) !== undefined) continue
    for (const word of wordsOf(block.text)) words.push(word.toLowerCase())
  }
  const hashes = words.map(hashOf)
  const shingles: number[] = []
  for (let index = 0; index + shingleSize <= hashes.length; index++) {
    let hash = 0x811c9dc5
    for (let next = index; next < index + shingleSize; next++) hash = Math.imul(hash ^ hashes[next]!, 0x01000193)
    shingles.push(hash >>> 0)
  }
  return shingles
}

function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < word.length; index++) hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193)
  return hash >>> 0
}

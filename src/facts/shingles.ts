import type { Block } from '../article/prose.ts'
import type { House } from '../article/house.ts'

/** Words in a shingle: long enough that shared ones mean shared text, as in the near-duplicate literature. */
export const shingleSize = 5

/**
 * The hash of every run of five words of an article's body, in order, so that what two articles share can be told word by
 * word. Headings are left out (a house uses the same ones everywhere), and so is every label of a role.
 *
 * Shingling: Broder, On the resemblance and containment of documents, 1997.
 */
export function shinglesOf(blocks: Block[], { roleOf }: House): Uint32Array {
  const hashes: number[] = []
  for (const block of blocks) {
    if (block.kind === 'heading' || roleOf(block.text) !== undefined) continue
    for (const hash of block.words) hashes.push(hash)
  }
  const shingles = new Uint32Array(Math.max(0, hashes.length - shingleSize + 1))
  for (let index = 0; index < shingles.length; index++) {
    let hash = 0x811c9dc5
    for (let next = index; next < index + shingleSize; next++) hash = Math.imul(hash ^ hashes[next]!, 0x01000193)
    shingles[index] = hash
  }
  return shingles
}

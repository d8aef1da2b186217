/** Words in a shingle: long enough that shared ones mean shared text, as in the near-duplicate literature. */
export const shingleSize = 5

/**
 * The hash of every run of five words, in order, so that what two articles share can be told word by word.
 *
 * Shingling: Broder, On the resemblance and containment of documents, 1997.
 *
 * @param words a hash of each word of a body
 */
export function shinglesOf(words: Uint32Array): Uint32Array {
  const shingles = new Uint32Array(Math.max(0, words.length - shingleSize + 1))
  for (let index = 0; index < shingles.length; index++) {
    let hash = 0x811c9dc5
    for (let next = index; next < index + shingleSize; next++) hash = Math.imul(hash ^ words[next]!, 0x01000193)
    shingles[index] = hash
  }
  return shingles
}

/** So many shingles tell an article from all others, and few are lost when some of it is rewritten. */
const sketchSize = 8

/**
 * A few shingles that stand for all, as text: the smallest ones, so that texts with much in common have most of them in common.
 *
 * Bottom-k sketches: Broder, as above; Cohen and Kaplan, Summarizing data using bottom-k sketches, 2007.
 */
export function sketchOf(shingles: Uint32Array): string {
  return [...new Set(shingles)]
    .sort((a, b) => a - b)
    .slice(0, sketchSize)
    .map((shingle) => shingle.toString(36))
    .join(' ')
}

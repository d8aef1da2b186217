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

/** Whether a sorted list has a word. */
export function has(words: ArrayLike<number>, word: number): boolean {
  let [low, high] = [0, words.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (words[middle]! < word) low = middle + 1
    else high = middle
  }
  return words[low] === word
}

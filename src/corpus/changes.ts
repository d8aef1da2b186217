import type { Facts } from '../facts/facts.ts'
import { comparePaths } from './by-path.ts'

/** What has become of the facts of an article: those of before or those of now may be missing. */
export interface Change {
  path: string
  before: Facts | undefined
  now: Facts | undefined
}

/**
 * What is to be put, so that the articles of before become those of now; both in the order of their paths.
 *
 * @param before those that have not changed are the same objects now
 */
export function changesBetween(before: readonly Facts[], now: readonly Facts[]): Change[] {
  const changes: Change[] = []
  let [i, j] = [0, 0]
  while (i < before.length || j < now.length) {
    const [from, to] = [before[i], now[j]]
    if (from === to) {
      i++
      j++
      continue
    }
    const order = !from ? 1 : !to ? -1 : comparePaths(from.path, to.path)
    if (order <= 0) i++
    if (order >= 0) j++
    const path = (order <= 0 ? from : to)!.path
    changes.push({ path, before: order <= 0 ? from : undefined, now: order >= 0 ? to : undefined })
  }
  return changes
}

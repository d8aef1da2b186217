import type { Facts } from '../../facts/facts.ts'
import { stemsOf } from '../../facts/terms.ts'
import type { ClaimIndex } from './claim-index.ts'
import type { Found } from './conflict.ts'
import { likenessOf, type Likeness } from './likeness.ts'
import type { Reading } from './reading.ts'
import { areSiblings } from './titles.ts'

/** How menus and what stands in them are compared: without the words that name their kind. */
export function menuName(name: string): string {
  return (
    name
      .toLowerCase()
      .replace(/^(?:go to|open|click|select|choose|tap|press|from|in|under|the|your|to|on|and|then)\s+/g, '')
      .replace(/\s*(?:tab|menu|page|section|screen|icon|button|option)s?$/g, '')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
      // `Group` for `Groups` leads nobody astray.
      .replace(/(?<=\w{3})s\b/g, '')
  )
}

/** Names at the end of a way that say nothing of where it leads. */
const anywhere =
  /^(?:add|new|save|edit|delete|create|settings?|preferences|options|ok|apply|next|more|general|advanced|details|view|manage|export|import|download|upload|properties|info|about|account|help|tools|file|home|remove|update|change|on|off|enable|disable|yes|no|done|submit|security|user|setting|preference|option|detail)$/
/** What is pressed at the end leads nowhere. */
const button = /^(?:ok|next|back|apply|save|cancel|finish|done|yes|no|submit|continue|close|confirm)$/
const leastAlike = 0.3
const leastAlikeOfOther = 0.5

/** Ways through the menus of all articles, piece by piece. */
export interface Ways {
  /** How many articles have these names in a row. */
  count: (names: readonly string[]) => number
  /** Whether in some article one name stands anywhere before another one. */
  isAbove: (one: string, other: string) => boolean
}

/** @param readings claims with ways */
export function waysOf(readings: readonly Reading[]): Ways {
  const holders = new Map<string, Set<Facts>>()
  const above = new Set<string>()
  for (const { paths, article } of readings) {
    for (const path of paths) {
      const names = path.map(menuName)
      for (let from = 0; from < names.length; from++) {
        for (let to = from + 1; to <= names.length; to++) {
          if (to - from > 1) above.add(`${names[from]}>${names[to - 1]}`)
          const way = names.slice(from, to).join('>')
          const own = holders.get(way)
          if (own) own.add(article)
          else holders.set(way, new Set([article]))
        }
      }
    }
  }
  return {
    count: (names) => holders.get(names.join('>'))?.size ?? 0,
    isAbove: (one, other) => above.has(`${one}>${other}`),
  }
}

/** Two ways through the menus that lead to the same place by another name on the way. */
export function pathConflict(
  a: Reading,
  b: Reading,
  { jaccard, containment }: Likeness,
  ways: Ways,
): Found | undefined {
  for (const one of a.paths) {
    for (const other of b.paths) {
      const [mine, yours] = [one.map(menuName), other.map(menuName)]
      if (mine.some((name) => name === '') || yours.some((name) => name === '')) continue
      const difference = differenceOf(mine, yours)
      if (!difference) continue
      const { start, end } = difference
      const [nameA, nameB] = [mine.slice(start, mine.length - end), yours.slice(start, yours.length - end)]
      if (nameA.length === 1 && nameB.length === 1) {
        if (nameA[0]!.startsWith(nameB[0]!) || nameB[0]!.startsWith(nameA[0]!)) continue
        // One is told from further up.
        if (ways.isAbove(nameA[0]!, nameB[0]!) || ways.isAbove(nameB[0]!, nameA[0]!)) continue
      }
      // `Orders > Open order`: what is done there.
      if ([...nameA, ...nameB].includes(mine.at(-1)!)) continue
      // With more that is the same, only what the whole is called differs.
      if (start === 0 && end > 1) continue
      if (button.test(mine.at(-1)!)) continue
      const isSpecific = !anywhere.test(mine.at(-1)!)
      const needed = start === 0 ? leastAlikeOfOther : leastAlike
      const alike = Math.max(jaccard, 0.8 * containment)
      if (alike < (isSpecific ? needed : 0.6)) continue
      // Where either is told in more than one article, both may lead there.
      const piece = (names: string[]) => names.slice(Math.max(0, start - 1), names.length - end + 1)
      const [countA, countB] = [ways.count(piece(mine)), ways.count(piece(yours))]
      if (countA > 1 && countB > 1) continue
      return {
        kind: 'path',
        values: [one.join(' > '), other.join(' > ')],
        confidence: Math.round(Math.min(0.95, 0.55 + 0.4 * alike) * 100) / 100,
        votes: [countA, countB],
        fact: [piece(mine), piece(yours)]
          .map((names) => names.join('>'))
          .sort()
          .join(' '),
      }
    }
  }
  return undefined
}

/** Words that say of what stands before or after. */
const pointing = /\b(?:this|these|that|those|it|its|them|they|here|there|following|above|below)\b/i
const fewestInPlace = 3

/** Two claims that say the same, word for word, but for the way through the menus. */
export function pathInPlace(a: Reading, b: Reading): Found | undefined {
  const [[one, ...more], [other, ...others]] = [a.paths, b.paths]
  if (!one || !other || more.length > 0 || others.length > 0) return undefined
  const [mine, yours] = [one.map(menuName), other.map(menuName)]
  if (holdsInOrder(mine, yours) || holdsInOrder(yours, mine)) return undefined
  const [here, there] = [aroundPath(a.quote, one), aroundPath(b.quote, other)]
  if (here === undefined || here !== there || pointing.test(here)) return undefined
  // What the sentence is about is what both ways lead to, from the same menu.
  const [about, ends] = [new Set(stemsOf(here)), [mine, yours].map((names) => stemsOf(names.at(-1)!))]
  if (about.size < fewestInPlace || mine[0] !== yours[0]) return undefined
  if (!ends[0]!.some((stem) => ends[1]!.includes(stem) && about.has(stem))) return undefined
  if (areSiblings(a.article.title, b.article.title)) return undefined
  return { kind: 'path', values: [one.join(' > '), other.join(' > ')], confidence: confidenceInPlace, isVerbatim: true }
}

const confidenceInPlace = 0.85

/** What a sentence says besides a way, in small letters and without marks; nothing where the way is not in it as it was read. */
function aroundPath(quote: string, path: readonly string[]): string | undefined {
  const start = quote.indexOf(path[0]!)
  const last = path.at(-1)!
  const end = quote.lastIndexOf(last) + last.length
  if (start < 0 || end <= start) return undefined
  return `${quote.slice(0, start)} > ${quote.slice(end)}`.toLowerCase().replace(/[^\p{L}\p{N}>]+/gu, ' ')
}

/** Whether all names of one way stand in another one, in their order. */
function holdsInOrder(way: readonly string[], names: readonly string[]): boolean {
  let next = 0
  for (const name of way) if (name === names[next]) next++
  return next === names.length
}

/** How many names two ways to a place of one name have in common at either end; nothing where more than one name between differs. */
function differenceOf(a: readonly string[], b: readonly string[]): { start: number; end: number } | undefined {
  if (a.at(-1) !== b.at(-1) || a.length < 2 || b.length < 2) return undefined
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const [restA, restB] = [a.length - start - end, b.length - start - end]
  if (restA > 1 || restB > 1 || restA + restB === 0 || (start === 0 && restA + restB < 2)) return undefined
  return { start, end }
}

/** Pairs of claims that end at a menu of the same name, whatever else they say. */
export function* pathPairs(readings: readonly Reading[], index: ClaimIndex): Generator<[Reading, Reading, Likeness]> {
  const byLast = new Map<string, Reading[]>()
  for (const reading of readings) {
    for (const path of reading.paths) {
      const last = menuName(path.at(-1)!)
      if (last === '') continue
      const some = byLast.get(last)
      if (!some) byLast.set(last, [reading])
      else if (!some.includes(reading)) some.push(reading)
    }
  }
  for (const some of byLast.values()) {
    if (some.length > 60) continue
    for (const [place, b] of some.entries())
      for (const a of some.slice(0, place)) if (a.article !== b.article) yield [a, b, likenessOf(a, b, index)]
  }
}

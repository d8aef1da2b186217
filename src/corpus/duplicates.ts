import type { Facts } from '../facts/facts.ts'
import type { Boilerplate } from './boilerplate.ts'
import { looseBounds, type Kinship } from './kinship.ts'
import type { Kinships } from './kinships.ts'
import { areMeant, type NearBounds, type NearGroup } from './near-index.ts'
import { byWorth, type Standing } from './worth.ts'

/** An article that says what another one says. */
export interface Copy {
  article: Facts
  keep: Facts
  similarity: number
}

/** An article that says of one thing what others say of other things. */
export interface Variant {
  article: Facts
  /** The nearest first. */
  others: { article: Facts; similarity: number; differsIn: Kinship['differsIn'] }[]
}

/** What was found among articles with much the same text. */
export interface Duplicates {
  copies: Copy[]
  variants: Variant[]
}

/** Nearest articles that one is compared with, word by word: of a template with a thousand pages, no more. */
const mostCompared = 5
/** Copies of one text are about so many things at most; with more, they are made from a template, and one finding tells. */
const mostVariants = 12

/** The bounds for articles to be looked at here. */
export function boundsToCompare(minWords: number): NearBounds {
  return { ...looseBounds, minWords }
}

/** What is known of a group. */
interface Known {
  kin: Kin[]
  /** How its articles stood when it was looked at last, and what followed. */
  standing?: string
  found: Duplicates
}

/**
 * Finds in groups of articles that share much text which say the same. What was found in a group that is as it was, with
 * articles that stand as they did, is given again, the same objects.
 */
export function createDuplicateFinder(kinships: Kinships, boilerplate: Boilerplate) {
  let state = boilerplate.state()
  let groupsKnown = new WeakMap<NearGroup, Known>()
  return (groups: readonly NearGroup[], standing: Standing): Duplicates => {
    if (boilerplate.state() !== state) {
      state = boilerplate.state()
      groupsKnown = new WeakMap()
    }
    const found: Duplicates = { copies: [], variants: [] }
    for (const group of groups) {
      let known = groupsKnown.get(group)
      if (!known) {
        known = { kin: kinIn(group, kinships, boilerplate), found: { copies: [], variants: [] } }
        groupsKnown.set(group, known)
      }
      if (known.kin.length === 0) continue
      const { articles } = group
      const now = articles.map((one) => `${standing.linksTo(one)}${standing.isNew(one.path) ? '+' : ''}`).join(' ')
      if (known.standing !== now) {
        known.standing = now
        known.found = foundIn(known.kin, articles, standing)
      }
      found.copies.push(...known.found.copies)
      found.variants.push(...known.found.variants)
    }
    return found
  }
}

/** Two articles of a group, by their places there, and what they are to each other. */
interface Kin extends Kinship {
  a: number
  b: number
}

/** Compares each article of a group with those that it shares most with. */
function kinIn(group: NearGroup, kinships: Kinships, boilerplate: Boilerplate): Kin[] {
  const { articles } = group
  const { nearest, isCrowded } = nearestByText(group)
  const byOwn = isCrowded ? nearestByOwn(articles, boilerplate) : []
  const kin: Kin[] = []
  const compared = new Set<number>()
  nearest.forEach((list, one) => {
    // Among many that have their boilerplate in common, a copy is not the nearest, but it shares most of what is none.
    const others = new Set([...(byOwn[one] ?? []), ...list.map(({ other }) => other)].slice(0, mostCompared))
    for (const other of others) {
      const [a, b] = [Math.min(one, other), Math.max(one, other)]
      const key = a * articles.length + b
      if (compared.has(key)) continue
      compared.add(key)
      const overlap = list.find((near) => near.other === other)
      const kinship = kinships.of(articles[a]!, articles[b]!, overlap)
      if (kinship) kin.push({ a, b, ...kinship })
    }
  })
  return kin
}

interface Neighbour {
  other: number
  jaccard: number
  containment: number
  score: number
}

/** For each article of a group, those that it shares most of its text with, nearest first. */
function nearestByText({ articles, eachPair }: NearGroup): { nearest: Neighbour[][]; isCrowded: boolean } {
  const nearest = articles.map((): Neighbour[] => [])
  let isCrowded = false
  const add = (one: number, neighbour: Neighbour) => {
    const list = nearest[one]!
    // Of equals, the one that comes first.
    const isBefore = ({ score, other }: Neighbour) =>
      score > neighbour.score || (score === neighbour.score && other < neighbour.other)
    let place = list.length
    while (place > 0 && !isBefore(list[place - 1]!)) place--
    if (list.length === mostCompared) isCrowded = true
    if (place >= mostCompared) return
    list.splice(place, 0, neighbour)
    if (list.length > mostCompared) list.pop()
  }
  eachPair(({ a, b, jaccard, containment }) => {
    const score = Math.max(jaccard, containment * 0.99)
    add(a, { other: b, jaccard, containment, score })
    add(b, { other: a, jaccard, containment, score })
  })
  return { nearest, isCrowded }
}

/** What more articles of a group have in common tells none of them from the others. */
const mostHolders = 16

/** For each article of a group, those that it shares most with besides boilerplate, nearest first. */
function nearestByOwn(articles: readonly Facts[], boilerplate: Boilerplate): number[][] {
  const own = articles.map(({ shingles }) => [...new Set(shingles)].filter((shingle) => !boilerplate.holds(shingle)))
  const holders = new Map<number, number[]>()
  own.forEach((shingles, index) => {
    for (const shingle of shingles) {
      const some = holders.get(shingle)
      if (!some) holders.set(shingle, [index])
      else if (some.length <= mostHolders) some.push(index)
    }
  })
  return own.map((shingles, index) => {
    const shared = new Map<number, number>()
    for (const shingle of shingles) {
      const some = holders.get(shingle)!
      if (some.length > mostHolders) continue
      for (const other of some) if (other !== index) shared.set(other, (shared.get(other) ?? 0) + 1)
    }
    const inOrder = [...shared].sort(([a, one], [b, other]) => other - one || a - b)
    return inOrder.slice(0, mostCompared).map(([other]) => other)
  })
}

/** What follows from what the articles of a group are to each other: whole sets of copies, not pairs. */
function foundIn(kin: readonly Kin[], articles: readonly Facts[], standing: Standing): Duplicates {
  const found: Duplicates = { copies: [], variants: [] }
  const goes = new Set<number>()
  const copies = kin.filter(({ kind }) => kind === 'copy')
  const copiesOf = byEnd(copies)
  const inOrder = (set: readonly number[]): number[] => {
    const places = new Map(set.map((index) => [articles[index]!, index]))
    return byWorth([...places.keys()], standing).map((article) => places.get(article)!)
  }
  for (const set of setsOf(copies)) {
    const order = inOrder(set)
    const ranks = new Map(order.map((index, rank) => [index, rank]))
    for (const [rank, index] of order.entries()) {
      const article = articles[index]!
      // Of three copies, two may be meant to be there; and of a chain, the ends may be two things.
      const [best] = copiesOf
        .get(index)!
        .map((pair) => ({ other: pair.a === index ? pair.b : pair.a, pair }))
        .filter(({ other }) => ranks.get(other)! < rank && !areMeant(article, articles[other]!))
        .sort((one, another) => ranks.get(one.other)! - ranks.get(another.other)!)
      if (!best) continue
      goes.add(index)
      found.copies.push({ article, keep: articles[best.other]!, similarity: best.pair.similarity })
    }
  }
  const variants = kin.filter(({ kind, a, b }) => kind === 'variant' && !goes.has(a) && !goes.has(b))
  const variantsOf = byEnd(variants)
  for (const set of setsOf(variants)) {
    const [, ...others] = inOrder(set)
    for (const index of set.length > mostVariants ? others.slice(0, 1) : others) {
      const near = variantsOf
        .get(index)!
        .map(({ a, b, similarity, differsIn }) => ({
          article: articles[a === index ? b : a]!,
          similarity,
          differsIn: a === index ? differsIn : differsIn.map(([here, there]): [string, string] => [there, here]),
        }))
        .sort((one, other) => other.similarity - one.similarity)
      found.variants.push({ article: articles[index]!, others: near })
    }
  }
  return found
}

/** The pairs of each place. */
function byEnd(pairs: readonly Kin[]): Map<number, Kin[]> {
  const known = new Map<number, Kin[]>()
  for (const pair of pairs) {
    for (const end of [pair.a, pair.b]) {
      const own = known.get(end)
      if (own) own.push(pair)
      else known.set(end, [pair])
    }
  }
  return known
}

/** The places that pairs tie together, set by set, each in order. */
function setsOf(pairs: readonly { a: number; b: number }[]): number[][] {
  const leaders = new Map<number, number>()
  const leaderOf = (one: number): number => {
    let leader = one
    for (let next = leaders.get(leader); next !== undefined; next = leaders.get(leader)) leader = next
    for (let next = one; next !== leader;) {
      const then = leaders.get(next)!
      leaders.set(next, leader)
      next = then
    }
    return leader
  }
  const members = new Set<number>()
  for (const { a, b } of pairs) {
    members.add(a).add(b)
    const [one, other] = [leaderOf(a), leaderOf(b)]
    if (one !== other) leaders.set(Math.max(one, other), Math.min(one, other))
  }
  const sets = new Map<number, number[]>()
  for (const member of [...members].sort((a, b) => a - b)) {
    const leader = leaderOf(member)
    const set = sets.get(leader)
    if (set) set.push(member)
    else sets.set(leader, [member])
  }
  return [...sets.values()]
}

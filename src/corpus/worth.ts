import type { Facts } from '../facts/facts.ts'
import { comparePaths } from './by-path.ts'

/** What is known of articles beside their facts, and tells which of several copies to keep. */
export interface Standing {
  /** How many other articles link to one. */
  linksTo: (article: Facts) => number
  /** Whether an article has come with the change that is looked at: what was there before is kept. */
  isNew: (path: string) => boolean
}

/** Something that speaks for an article: how much of it there is, and how to say that it has more. */
interface Evidence {
  of: (article: Facts, standing: Standing) => number | string
  saying: (keep: Facts, standing: Standing) => string
}

/** An article that is longer by half holds what the other does not, whatever else speaks for that. */
const muchLonger = 1.5

const evidence: Evidence[] = [
  { of: (article, { isNew }) => Number(!isNew(article.path)), saying: () => 'was there before' },
  { of: ({ hasQuickAnswer }) => Number(hasQuickAnswer), saying: () => 'has a quick answer' },
  {
    of: (article, { linksTo }) => linksTo(article),
    saying: (keep, { linksTo }) => `is linked to more (from ${linksTo(keep)})`,
  },
  { of: ({ record }) => record.readers ?? 0, saying: ({ record }) => `has more readers (${record.readers})` },
  {
    of: ({ review }) => review?.verified ?? '',
    saying: ({ review }) => `was verified later (${review!.verified})`,
  },
  { of: ({ sections }) => sections.length, saying: () => 'has more of the sections that articles have here' },
  { of: ({ body }) => body.words.length, saying: () => 'is the more complete' },
]

/**
 * Articles of which one is to be kept, the best first: those that are about as long as any of them, then by evidence, then by
 * path. Length is judged by the whole group: pair by pair, three articles could each be better than the next in a circle.
 */
export function byWorth(articles: readonly Facts[], standing: Standing): Facts[] {
  const longest = articles.reduce((most, { body }) => Math.max(most, body.words.length), 0)
  const isWhole = ({ body }: Facts) => body.words.length * muchLonger >= longest
  const [isOld, ...others] = evidence
  const worths = new Map(
    articles.map((article) => [
      article,
      [isOld!.of(article, standing), Number(isWhole(article)), ...others.map(({ of }) => of(article, standing))],
    ]),
  )
  return [...articles].sort((a, b) => {
    const [worthA, worthB] = [worths.get(a)!, worths.get(b)!]
    for (const [index, worth] of worthA.entries()) {
      const other = worthB[index]!
      if (worth !== other) return worth < other ? 1 : -1
    }
    return comparePaths(a.path, b.path)
  })
}

/** Why one article is kept and not the other: the first evidence that speaks for it, as the end of `…, which`. */
export function reasonToKeep(keep: Facts, go: Facts, standing: Standing): string {
  const [isOld, ...others] = evidence
  const speaksFor = ({ of }: Evidence) => of(keep, standing) > of(go, standing)
  if (speaksFor(isOld!)) return isOld!.saying(keep, standing)
  if (keep.body.words.length > go.body.words.length * muchLonger) return 'is the more complete'
  return others.find(speaksFor)?.saying(keep, standing) ?? 'comes first by name'
}

import { z } from 'zod'
import {
  comparedWords,
  comparePaths,
  defineCorpusRule,
  groupsOf,
  nearPairs,
  sharedWords,
  type Facts,
} from '../../src/rule/rule.ts'

const methods =
  'Calls can ring agents in a fixed order, all at once, or in turn, and the choice is made for each department by an admin or the owner in its settings page.'

export default defineCorpusRule({
  id: 'duplicates/near',
  description: 'No two articles say nearly the same.',
  why: 'Readers find one of the two by chance; the next correction reaches only one, and from then on they contradict each other.',
  severity: 'warning',
  options: z.strictObject({
    similarity: z.number().gt(0).lte(1).default(0.5).describe('share of the text of both that must be the same'),
    containment: z
      .number()
      .gt(0)
      .lte(1)
      .default(0.75)
      .describe('or: share of the shorter one that stands in the other'),
    minWords: z.number().int().positive().default(30).describe('shorter articles are not compared'),
  }),
  examples: [
    {
      name: 'Two articles, one text',
      files: {
        'routing.md': `# How can calls be routed?\n\n**Quick answer:** ${methods}\n`,
        'routing-methods.md': `# Which routing methods are there?\n\n${methods} Ask support when in doubt.\n`,
      },
      findings: [
        'routing-methods.md:1:1-1:35: Unexpected near-duplicate of `routing.md` (32 of 37 words are the same), expected one article, merge what only this one holds (5 words) and keep `routing.md`, which has a quick answer',
      ],
    },
    {
      name: 'Three articles, one text: all are merged into one',
      files: {
        'a.md': `# How can calls be routed?\n\n${methods}\n`,
        'b.md': `# Which ways are there to route calls?\n\n${methods}\n`,
        'c.md': `# How does routing work?\n\n**Quick answer:** ${methods}\n`,
      },
      findings: [
        'a.md:1:1-1:27: Unexpected near-duplicate of `c.md` (32 of 32 words are the same), expected one article, keep `c.md`, which has a quick answer',
        'b.md:1:1-1:39: Unexpected near-duplicate of `c.md` (32 of 32 words are the same), expected one article, keep `c.md`, which has a quick answer',
      ],
    },
    {
      name: 'Meant to be alike',
      files: {
        'routing.md': `# How can calls be routed?\n\n${methods}\n`,
        'routing-2.md': `---\ntitle: How can chats be routed?\ndistinct_from: routing\n---\n\n${methods}\n`,
      },
      findings: [],
    },
    {
      name: 'Neighbours in topic',
      files: {
        'routing.md': `# How can calls be routed?\n\n${methods}\n`,
        'queues.md':
          '# How do queues work?\n\nCallers wait in a queue until an agent is free, and hear music or a message in the meantime, which an admin can upload in the settings of the queue.\n',
      },
      findings: [],
    },
  ],
  *check({ articles }, { similarity, containment, minWords }) {
    const pairs = nearPairs(articles, { jaccard: similarity, containment, minWords }).filter(
      ({ a, b }) => !isMeant(articles[a]!, articles[b]!),
    )
    const byWorth = worthAmong(articles, pairs)
    const best = new Map<Facts, { keep: Facts; score: number }>()
    for (const { a, b, jaccard, containment } of pairs) {
      const [keep, go] = [articles[a]!, articles[b]!].sort(byWorth) as [Facts, Facts]
      const score = Math.max(jaccard, containment * 0.99)
      const other = best.get(go)
      if (!other || score > other.score) best.set(go, { keep, score })
    }
    for (const [go, { keep: nearest, score }] of best) {
      // Of a chain of copies all are to be merged into the one that is kept itself.
      let keep = nearest
      for (let next = best.get(keep); next; next = best.get(keep)) keep = next.keep
      const words = { here: comparedWords(go), there: comparedWords(keep) }
      const shared = sharedWords(go, keep)
      const only = { here: words.here - shared, there: words.there - sharedWords(keep, go) }
      const merge = only.here > 0 ? `merge what only this one holds (${only.here} words) and keep` : 'keep'
      yield {
        path: go.path,
        at: go.at,
        message: `Unexpected near-duplicate of \`${keep.path}\` (${shared} of ${words.here} words are the same), expected one article, ${merge} \`${keep.path}\`, which ${reason(keep, go)}`,
        related: [{ path: keep.path, at: keep.at, message: 'the article to keep', quote: keep.title ?? keep.path }],
        data: {
          keep: keep.path,
          similarity: Math.round(score * 1000) / 1000,
          sharedWords: shared,
          onlyHere: only.here,
          onlyThere: only.there,
        },
        key: '',
      }
    }
  },
})

/** An article that is longer by half holds what the other does not, whatever else speaks for that. */
const muchLonger = 1.5

/**
 * How to sort near-duplicates, the better first: one that is about as long as any in its group, with a quick answer,
 * verified later, longer; else the first by path. Length is judged by the whole group: pair by pair, three articles could
 * each be better than the next in a circle.
 */
function worthAmong(articles: Facts[], pairs: { a: number; b: number }[]): (a: Facts, b: Facts) => number {
  const groups = groupsOf(articles.length, pairs)
  const longest = new Map<number, number>()
  articles.forEach((article, index) => {
    const group = groups[index]!
    longest.set(group, Math.max(longest.get(group) ?? 0, comparedWords(article)))
  })
  const whole = new Set(
    articles.filter((article, index) => comparedWords(article) * muchLonger >= longest.get(groups[index]!)!),
  )
  return (a, b) =>
    Number(whole.has(b)) - Number(whole.has(a)) ||
    Number(b.hasQuickAnswer) - Number(a.hasQuickAnswer) ||
    comparePaths(b.review?.verified ?? '', a.review?.verified ?? '') ||
    comparedWords(b) - comparedWords(a) ||
    comparePaths(a.path, b.path)
}

function reason(keep: Facts, go: Facts): string {
  if (comparedWords(keep) > comparedWords(go) * muchLonger) return 'is the more complete'
  if (keep.hasQuickAnswer && !go.hasQuickAnswer) return 'has a quick answer'
  if ((keep.review?.verified ?? '') > (go.review?.verified ?? ''))
    return `was verified later (${keep.review!.verified})`
  return comparedWords(keep) > comparedWords(go) ? 'is the more complete' : 'comes first by name'
}

function isMeant(a: Facts, b: Facts): boolean {
  const names = (slugs: string[], path: string) => slugs.some((slug) => path === slug || slugOf(path) === slugOf(slug))
  return names(a.distinctFrom, b.path) || names(b.distinctFrom, a.path)
}

function slugOf(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.(?:md|mdx|markdown)$/, '')
}

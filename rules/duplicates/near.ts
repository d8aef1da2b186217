import * as z from 'zod'
import {
  comparedWords,
  comparePaths,
  defineCorpusRule,
  sharedWords,
  type CorpusProblem,
  type Facts,
  type NearGroup,
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
  *check(corpus, { similarity, containment, minWords }) {
    for (const group of corpus.near({ jaccard: similarity, containment, minWords })) yield* problemsIn(group)
  },
})

/** What was found in a group the last time: as long as it has not changed, the same. */
const found = new WeakMap<NearGroup, CorpusProblem[]>()

function problemsIn(group: NearGroup): CorpusProblem[] {
  let problems = found.get(group)
  if (!problems) found.set(group, (problems = nearDuplicatesIn(group)))
  return problems
}

function nearDuplicatesIn({ articles, eachPair }: NearGroup): CorpusProblem[] {
  const places = placesByWorth(articles)
  /** By article: the nearest of those that are worth more. */
  const best = new Map<number, { keep: number; score: number }>()
  eachPair(({ a, b, jaccard, containment }) => {
    const [keep, go] = places[a]! < places[b]! ? [a, b] : [b, a]
    const score = Math.max(jaccard, containment * 0.99)
    const other = best.get(go)
    if (!other || score > other.score || (score === other.score && places[keep]! < places[other.keep]!)) {
      best.set(go, { keep, score })
    }
  })
  return [...best].map(([index, { keep: nearest, score }]) => {
    // Of a chain of copies all are to be merged into the one that is kept itself.
    let last = nearest
    for (let next = best.get(last); next; next = best.get(last)) last = next.keep
    const [go, keep] = [articles[index]!, articles[last]!]
    const words = { here: comparedWords(go), there: comparedWords(keep) }
    const shared = sharedWords(go, keep)
    const only = { here: words.here - shared, there: words.there - sharedWords(keep, go) }
    const merge = only.here > 0 ? `merge what only this one holds (${only.here} words) and keep` : 'keep'
    return {
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
  })
}

/** An article that is longer by half holds what the other does not, whatever else speaks for that. */
const muchLonger = 1.5

/**
 * The place of each article of a group when the best come first: those that are about as long as any of them, with a quick
 * answer, verified later, longer; else by path. Length is judged by the whole group: pair by pair, three articles could each
 * be better than the next in a circle.
 */
function placesByWorth(articles: Facts[]): number[] {
  const longest = articles.reduce((most, article) => Math.max(most, comparedWords(article)), 0)
  const isWhole = (article: Facts) => comparedWords(article) * muchLonger >= longest
  const order = articles
    .map((article, index) => ({ article, index }))
    .sort(
      ({ article: a }, { article: b }) =>
        Number(isWhole(b)) - Number(isWhole(a)) ||
        Number(b.hasQuickAnswer) - Number(a.hasQuickAnswer) ||
        comparePaths(b.review?.verified ?? '', a.review?.verified ?? '') ||
        comparedWords(b) - comparedWords(a) ||
        comparePaths(a.path, b.path),
    )
  const places = new Array<number>(articles.length)
  order.forEach(({ index }, place) => (places[index] = place))
  return places
}

function reason(keep: Facts, go: Facts): string {
  if (comparedWords(keep) > comparedWords(go) * muchLonger) return 'is the more complete'
  if (keep.hasQuickAnswer && !go.hasQuickAnswer) return 'has a quick answer'
  if ((keep.review?.verified ?? '') > (go.review?.verified ?? ''))
    return `was verified later (${keep.review!.verified})`
  return comparedWords(keep) > comparedWords(go) ? 'is the more complete' : 'comes first by name'
}

import * as z from 'zod'
import {
  addDuration,
  daysBetween,
  defineCorpusRule,
  duplicateOptions,
  isDuration,
  relatedTo,
  type CorpusProblem,
  type Facts,
} from '../../src/rule/rule.ts'

const steps = (object: string) =>
  `# How do I remove an alias from a ${object}?\n\nOpen **Directory**, choose the ${object} that has the alias, and then **Addresses**. Press the cross beside the alias, and confirm that the ${object} shall lose it. Mail to that address is sent back from then on, and the ${object} is told.\n`

/** Of a text that stands in a dozen articles, the nearest are enough. */
const mostRelated = 8

export default defineCorpusRule({
  id: 'freshness/left-behind',
  description: 'Articles that say the same, or link to each other, are brought up to date together.',
  why: 'What was corrected in one article is still wrong in its twin, and readers find either.',
  severity: 'suggestion',
  usesHistory: true,
  options: z.strictObject({
    after: z
      .string()
      .refine(isDuration, 'a duration such as `P6M`')
      .default('P6M')
      .describe('how much later the other article was changed, by git; an ISO 8601 duration'),
    links: z
      .number()
      .int()
      .min(0)
      .default(3)
      .describe(
        'of so many articles that it links to, all must have changed since for a finding; 0: links do not count',
      ),
    ...duplicateOptions.shape,
  }),
  examples: [
    {
      name: 'The same to the last word: nothing was missed',
      today: '2026-11-23',
      history: { 'contact.md': '2024-03-02', 'copy.md': '2026-05-02' },
      files: { 'contact.md': steps('contact'), 'copy.md': steps('contact') },
      findings: [],
    },
    {
      name: 'The twin was changed',
      today: '2026-11-23',
      history: { 'contact.md': '2024-03-02', 'group.md': '2026-05-02' },
      files: { 'contact.md': steps('contact'), 'group.md': steps('group') },
      findings: [
        'contact.md:1:1-1:43: Unexpected text of 2024-03-02, expected as new as `group.md`, which says the same and was changed on 2026-05-02, look whether the change belongs here too',
      ],
    },
    {
      name: 'Changed together; and where git knows nothing',
      today: '2026-11-23',
      history: { 'contact.md': '2026-03-02', 'group.md': '2026-05-02' },
      files: { 'contact.md': steps('contact'), 'group.md': steps('group'), 'team.md': steps('team') },
      findings: [],
    },
    {
      name: 'All that it links to was changed',
      today: '2026-11-23',
      history: { 'start.md': '2023-03-02', 'a.md': '2026-05-02', 'b.md': '2026-05-03', 'c.md': '2026-05-04' },
      files: {
        'start.md': '# Where do I start?\n\nRead [one](a.md), [two](b.md) and [three](c.md).\n',
        'a.md': '# How do I buy a number?\n',
        'b.md': '# How do I add a user?\n',
        'c.md': '# How do I pay?\n',
      },
      findings: [
        'start.md:1:1-1:20: Unexpected text of 2023-03-02, expected as new as the articles that it links to, all 3 of which were changed since, look whether it still leads the way',
      ],
    },
  ],
  *check(corpus, { after, links, ...bounds }, { history, isNew }) {
    if (history.isEmpty) return
    const isLater = (here: string, there: string | undefined) =>
      there !== undefined && daysBetween(addDuration(here, after), there) > 0
    const newerTwins = new Map<Facts, Facts[]>()
    const twins = (one: Facts, other: Facts) => {
      const here = history.changedOn(one.path)
      // What is the same to the last word has not missed a change.
      if (one.body.digest === other.body.digest) return
      if (here !== undefined && isLater(here, history.changedOn(other.path)))
        newerTwins.set(one, [...(newerTwins.get(one) ?? []), other])
    }
    const { copies, variants } = corpus.duplicates(bounds, isNew)
    const pairs = [
      ...copies.map(({ article, keep }) => [article, keep] as const),
      ...variants.flatMap(({ article, others }) => others.map((other) => [article, other.article] as const)),
    ]
    for (const [one, other] of pairs) {
      twins(one, other)
      twins(other, one)
    }
    for (const [article, others] of newerTwins) yield behindTwins(article, others, history.changedOn)
    if (links === 0) return
    for (const article of corpus.articles) {
      const here = history.changedOn(article.path)
      if (here === undefined || newerTwins.has(article) || article.links.length < links) continue
      const others = corpus.linkedFrom(article)
      if (others.length < links || !others.every((other) => isLater(here, history.changedOn(other.path)))) continue
      yield {
        path: article.path,
        at: article.at,
        message: `Unexpected text of ${here}, expected as new as the articles that it links to, all ${others.length} of which were changed since, look whether it still leads the way`,
        related: others.slice(0, mostRelated).map((other) => changedLater(other, history.changedOn(other.path)!)),
        data: { evidence: `changed on ${here}`, date: here },
        key: 'links',
      }
    }
  },
})

function behindTwins(article: Facts, others: Facts[], changedOn: (path: string) => string | undefined): CorpusProblem {
  const here = changedOn(article.path)!
  const [first] = others
  const more = others.length > 1 ? ` (and ${others.length - 1} more)` : ''
  return {
    path: article.path,
    at: article.at,
    message: `Unexpected text of ${here}, expected as new as \`${first!.path}\`${more}, which says the same and was changed on ${changedOn(first!.path)}, look whether the change belongs here too`,
    related: others.slice(0, mostRelated).map((other) => changedLater(other, changedOn(other.path)!)),
    data: { evidence: `changed on ${here}`, date: here },
    key: 'twin',
  }
}

const changedLater = (other: Facts, day: string) => relatedTo(other, `was changed on ${day}`)

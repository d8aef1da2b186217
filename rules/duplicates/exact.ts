import * as z from 'zod'
import { areMeant, byWorth, defineCorpusRule, reasonToKeep, relatedTo } from '../../src/rule/rule.ts'
import type { Facts, Member, Standing } from '../../src/rule/rule.ts'

const pause = 'Open **Numbers**, choose the number, and press **Pause**. Callers then hear that it is not in use.'

export default defineCorpusRule({
  id: 'duplicates/exact',
  description: 'No two articles have the same text.',
  why: 'A copy helps nobody: readers see two results for one question, and a correction of the one leaves the other wrong.',
  severity: 'warning',
  options: z.strictObject({
    minWords: z.number().int().positive().default(10).describe('shorter articles are not compared'),
  }),
  examples: [
    {
      name: 'The same words with other mark-up',
      files: {
        'pause.md': `# How do I pause a number?\n\n${pause}\n`,
        'pause-a-number.md': `---\ntitle: Pausing a number\n---\n\n- ${pause.replaceAll('**', '')}\n`,
      },
      findings: [
        'pause.md:1:1-1:27: Unexpected text of `pause-a-number.md` again, expected one article, redirect this one to `pause-a-number.md`, which comes first by name',
      ],
    },
    {
      name: 'Three copies are one group',
      files: {
        'a.md': `# How do I pause a number?\n\n${pause}\n`,
        'b.md': `# How do I pause a number?\n\n${pause}\n`,
        'c.md': `# How do I pause a number?\n\n${pause}\n\n[The same elsewhere](b.md)\n`,
        'd.md': `# How do I pause a number?\n\n${pause}\n`,
      },
      findings: [
        'a.md:1:1-1:27: Unexpected text of `b.md` again, expected one article, redirect this one to `b.md`, which is linked to more (from 1)',
        'd.md:1:1-1:27: Unexpected text of `b.md` again, expected one article, redirect this one to `b.md`, which is linked to more (from 1)',
      ],
    },
    {
      name: 'Another command',
      files: {
        'start.md': '# Start\n\nOpen a terminal, write this, press Enter, and wait for a minute or two: `start`\n',
        'stop.md': '# Stop\n\nOpen a terminal, write this, press Enter, and wait for a minute or two: `stop`\n',
      },
      findings: [],
    },
    {
      name: 'Nothing much yet',
      files: { 'a.md': '# How do I pause?\n\nTo be written.\n', 'b.md': '# How do I stop?\n\nTo be written.\n' },
      findings: [],
    },
  ],
  *check(corpus, { minWords }, { isNew }) {
    const standing: Standing = { linksTo: corpus.linksTo, isNew }
    for (const group of corpus.groupedBy(digestsOf, articlesOf)) {
      if (group[0]!.body.words.length < minWords) continue
      const order = byWorth(group, standing)
      for (const [place, article] of order.entries()) {
        const keep = order.slice(0, place).find((other) => !areMeant(article, other))
        if (!keep) continue
        yield {
          path: article.path,
          at: article.at,
          message: `Unexpected text of \`${keep.path}\` again, expected one article, redirect this one to \`${keep.path}\`, which ${reasonToKeep(keep, article, standing)}`,
          related: [relatedTo(keep, 'the article to keep')],
          data: { keep: keep.path, similarity: 1 },
          key: '',
        }
      }
    }
  },
})

function* digestsOf({ body }: Facts): Generator<[string, undefined]> {
  if (body.digest !== 0) yield [String(body.digest), undefined]
}

const articlesOf = (group: readonly Member<undefined>[]): Facts[] => group.map(({ article }) => article)

import * as z from 'zod'
import { defineCorpusRule, type Facts } from '../../src/rule/rule.ts'

const verified = (title: string, day: string) => `---\ntitle: ${title}\nlast_verified: ${day}\n---\n`

export default defineCorpusRule({
  id: 'freshness/never-verified',
  description: 'Where articles say when they were verified, all of them do.',
  why: 'An article without a day is never due: it is the one that nobody looks at again.',
  severity: 'suggestion',
  options: z.strictObject({
    share: z
      .number()
      .min(0)
      .max(1)
      .default(0.5)
      .describe(
        'share of the articles that must have such a day before one without it is reported; 0 reports every one',
      ),
  }),
  examples: [
    {
      name: 'One of three',
      files: {
        'a.md': verified('How do I pause a number?', '2026-05-02'),
        'b.md': verified('How do I rename a number?', '2026-05-02'),
        'c.md': '# How do I cancel a number?\n',
      },
      findings: [
        'c.md:1:1-1:28: Unexpected missing day of verification, expected one as in 2 of 3 articles, check the article and run `deskcheck verify c.md`',
      ],
    },
    {
      name: 'A house that keeps no such days',
      files: { 'b.md': '# How do I rename a number?\n', 'c.md': '# How do I cancel a number?\n' },
      findings: [],
    },
  ],
  *check(corpus, { share }) {
    const all = corpus.articles.length
    const without = corpus.having(isUnverified)
    const having = all - without.length
    if (having < share * all || (having === 0 && share > 0)) return
    for (const { path, at } of without) {
      yield {
        path,
        at,
        message: `Unexpected missing day of verification, expected one as in ${having} of ${all} articles, check the article and run \`deskcheck verify ${path}\``,
        data: { evidence: 'never verified' },
        key: '',
      }
    }
  },
})

const isUnverified = ({ review }: Facts) => review === undefined

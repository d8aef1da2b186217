import * as z from 'zod'
import { defineArticleRule } from '../../src/rule/rule.ts'

export default defineArticleRule({
  id: 'structure/parseable',
  description: 'Articles are text that a Markdown parser can take.',
  why: 'An article that cannot be parsed cannot be checked, and what publishes it is likely to fail on it too.',
  severity: 'error',
  options: z.strictObject({}),
  checksFailures: true,
  examples: [
    { name: 'Quotations in quotations', input: '> > Keep the number for 30 days.\n', findings: [] },
    {
      name: 'Nested without end, as after a broken conversion',
      input: `${'>'.repeat(300)} Keep the number for 30 days.\n`,
      findings: [
        '1:1-1:1: Unexpected text that cannot be parsed (blocks nested more than 200 deep), expected Markdown, restore the article',
      ],
    },
  ],
  *check(article) {
    yield {
      at: article.locate(0, 0),
      message: `Unexpected text that cannot be parsed (${article.failure}), expected Markdown, restore the article`,
      key: 'unparseable',
    }
  },
})

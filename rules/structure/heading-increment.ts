import remarkLintHeadingIncrement from 'remark-lint-heading-increment'
import { z } from 'zod'
import { defineArticleRule } from '../../src/rule/rule.ts'
import { remarkProblems } from '../../src/rule/unified-rule.ts'

export default defineArticleRule({
  id: 'structure/heading-increment',
  description: 'Headings go down one level at a time.',
  why: 'Screen readers and tables of contents show the levels; a level that is left out looks like a section that is lost.',
  severity: 'warning',
  options: z.strictObject({}),
  examples: [
    { name: 'One level at a time', input: '## Steps\n\n### On a phone\n', findings: [] },
    {
      name: 'A level left out',
      input: '## Steps\n\n#### On a phone\n',
      findings: ['3:1-3:16: Unexpected heading rank `4`, expected rank `3`'],
    },
  ],
  *check(article) {
    for (const problem of remarkProblems(article, remarkLintHeadingIncrement)) {
      // A slip in the plugin's own message.
      yield { ...problem, message: problem.message.replace('exected', 'expected') }
    }
  },
})

import * as z from 'zod'
import { defineArticleRule, load, type Article } from '../../src/rule/rule.ts'
import { remarkProblems } from '../../src/rule/unified-rule.ts'

const headingIncrement = () =>
  load<typeof import('remark-lint-heading-increment')>('remark-lint-heading-increment').default

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
    if (!mayJump(article)) return
    for (const problem of remarkProblems(article, headingIncrement, { sees: ['heading', 'html'] })) {
      // A slip in the plugin's own message.
      yield { ...problem, message: problem.message.replace('exected', 'expected') }
    }
  },
})

/** Whether a level may be left out. Without a jump from one heading to the next, and without headings in HTML, it is not. */
function mayJump({ source, blocks }: Article): boolean {
  if (/<h[1-6]/.test(source)) return true
  let before = 6
  for (const { node } of blocks) {
    if (node.type !== 'heading') continue
    if (node.depth > before + 1) return true
    before = node.depth
  }
  return false
}

import * as z from 'zod'
import { defineArticleRule, load, positionOf, type Article } from '../../src/rule/rule.ts'
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
    {
      name: 'All of them in one section, which is told once',
      input: '## Steps\n\n#### On a phone\n\n#### On a desk\n\n## Limits\n\n#### Of calls\n',
      findings: [
        '3:1-3:16: Unexpected heading rank `4`, expected rank `3`',
        '9:1-9:14: Unexpected heading rank `4`, expected rank `3`',
      ],
    },
    {
      name: 'Tabs, which some sites make of headings',
      input:
        '# How do I pause a number?\n\n### [On a phone](#tab/phone)\n\nOpen Numbers.\n\n### [On a desk](#tab/desk)\n\nOpen Settings.\n',
      findings: [],
    },
  ],
  *check(article) {
    if (!mayJump(article)) return
    const tabs = placesOfTabs(article)
    for (const problem of remarkProblems(article, headingIncrement, { sees: ['heading', 'html'] })) {
      const { offset } = positionOf(problem.at, article).start
      if (tabs.has(offset) || isSibling(offset, article)) continue
      // A slip in the plugin's own message.
      yield { ...problem, message: problem.message.replace('exected', 'expected') }
    }
  },
})

/** Whether a heading has the rank of one before it in the same section: that one is told, and what holds for it holds for all. */
function isSibling(offset: number, { blocks }: Article): boolean {
  const headings = blocks.flatMap(({ node }) => (node.type === 'heading' ? [node] : []))
  const index = headings.findIndex(({ position }) => position?.start.offset === offset)
  const before = headings.slice(0, Math.max(0, index)).findLast(({ depth }) => depth <= headings[index]!.depth)
  return before?.depth === headings[index]?.depth
}

/** Where headings stand that another dialect of Markdown makes tabs of: `# [On a phone](#tab/phone)`. Their rank says nothing. */
function placesOfTabs({ blocks }: Article): Set<number | undefined> {
  const tabs = blocks.filter(
    ({
      node: {
        type,
        children: [link, ...others],
      },
    }) => type === 'heading' && others.length === 0 && link?.type === 'link' && link.url.startsWith('#tab/'),
  )
  return new Set(tabs.map(({ node }) => node.position?.start.offset))
}

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

import * as z from 'zod'
import { defineArticleRule } from '../../src/rule/rule.ts'

export default defineArticleRule({
  id: 'structure/single-title',
  description: 'The title is the only heading of level one.',
  why: 'Search engines and screen readers take a heading of level one for the name of the page; with two, it has no name.',
  severity: 'warning',
  options: z.strictObject({
    houseStyle: z
      .number()
      .int()
      .positive()
      .default(3)
      .describe('from this many headings of level one below the title on, they are meant, and left alone'),
  }),
  examples: [
    { name: 'One', input: '# How do I pause a number?\n\n## Steps\n\nSwitch it off.\n', findings: [] },
    {
      name: 'Another one',
      input: '# How do I pause a number?\n\nSwitch it off.\n\n# On a phone\n\nSwipe.\n',
      findings: [
        '5:1-5:13: Unexpected heading `On a phone` of level one, expected no other than the title, write it with `##`',
      ],
    },
    {
      name: 'The title of the front matter, once more',
      input: '---\ntitle: How do I pause a number?\n---\n\n# How do I pause a number?\n\nSwitch it off.\n',
      findings: [],
    },
    {
      name: 'A house that writes all its sections so',
      input: '# Pausing\n\nIn short.\n\n# Web\n\nClick.\n\n# Phone\n\nSwipe.\n\n# Desk phone\n\nPress.\n',
      findings: [],
    },
  ],
  *check({ title, sections }, { houseStyle }) {
    if (!title) return
    // The one that is the title, or repeats it at the top, is no section.
    const others = sections.filter(({ form, depth }) => form === 'heading' && depth === 1)
    if (others.length >= houseStyle) return
    for (const { at, label } of others) {
      yield {
        at,
        message: `Unexpected heading \`${label}\` of level one, expected no other than the title, write it with \`##\``,
      }
    }
  },
})

import * as z from 'zod'
import { defineArticleRule, procedureIn, requires } from '../../src/rule/rule.ts'

export default defineArticleRule({
  id: 'structure/prerequisites',
  description: 'Articles with steps say first what must be in place.',
  why: 'A reader without the right role or plan finds out at step 6, and writes to support.',
  severity: 'warning',
  options: z.strictObject({
    minSteps: z.number().int().positive().default(3).describe('shorter procedures need no prerequisites'),
  }),
  examples: [
    {
      name: 'Before the steps',
      input:
        '# How do I pause a number?\n\n## Before you begin (roles and plans)\n\n- You are an admin.\n\n## Steps\n\n1. Open Numbers.\n2. Find it.\n3. Switch it off.\n',
      findings: [],
    },
    {
      name: 'Missing',
      input: '# How do I pause a number?\n\n## Steps\n\n1. Open Numbers.\n2. Find it.\n3. Switch it off.\n',
      findings: [
        '3:1-3:1: Unexpected missing prerequisites, expected what must be in place before the steps, add a section `Prerequisites`',
      ],
    },
    {
      name: 'A list that counts, and does not instruct',
      input: '# How do I choose a plan?\n\n## Our plans\n\n1. Basic\n2. Team\n3. Company\n',
      findings: [],
    },
    {
      name: 'Nothing to prepare for',
      input: '# How do I pause a number?\n\nSwitch it off in Numbers.\n',
      findings: [],
    },
    {
      name: 'Empty',
      input: '# How do I pause a number?\n\n## Prerequisites\n\n## Steps\n\n1. Open Numbers.\n',
      findings: [
        '3:1-3:17: Unexpected empty section `Prerequisites`, expected what must be in place first, write it or remove it',
      ],
    },
    {
      name: 'Empty because the excerpt ends there',
      input: '---\ntitle: How do I pause a number?\nexcerpt: true\n---\n\n## 1. Prerequisites\n',
      findings: [],
    },
  ],
  *check(article, { minSteps }) {
    const section = article.sections.find(({ role }) => role === 'prerequisites')
    if (section) {
      if (!section.isEmpty || (article.excerpt && section.last)) return
      yield {
        at: section.at,
        message: `Unexpected empty section \`${section.label}\`, expected what must be in place first, write it or remove it`,
        data: { problem: 'empty' },
        key: 'empty',
      }
      return
    }
    if (!requires(article, 'prerequisites')) return
    const steps = procedureIn(article, minSteps)
    // Steps that can be seen are past the place where prerequisites belong, so that an excerpt is as certain as a whole.
    if (!steps) return
    const start = steps.position?.start.offset ?? article.bodyStart
    const above = article.sections.find(({ content }) => content.includes(steps))
    const place = above?.at.start.offset ?? start
    yield {
      at: article.locate(place, place),
      message: `Unexpected missing prerequisites, expected what must be in place before the steps, add a section \`${article.house.labelOf('prerequisites')}\``,
      data: { problem: 'missing' },
      key: 'missing',
    }
  },
})

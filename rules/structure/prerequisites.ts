import { z } from 'zod'
import { articleTypes, defineArticleRule } from '../../src/rule/rule.ts'

export default defineArticleRule({
  id: 'structure/prerequisites',
  description: 'Articles with steps say first what must be in place.',
  why: 'A reader without the right role or plan finds out at step 6, and writes to support.',
  severity: 'warning',
  options: z.strictObject({
    types: z
      .array(z.enum(articleTypes))
      .default(['how-to', 'integration'])
      .describe('the types of article that need the section, where they have steps'),
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
  *check(article, { types, minSteps }) {
    const section = article.sections.find(({ role }) => role === 'prerequisites')
    if (section) {
      if (section.words > 0 || section.content.length > 0 || (article.excerpt && section.last)) return
      // Deeper headings right below hold its text.
      const next = article.sections[article.sections.indexOf(section) + 1]
      if (next && next.depth > section.depth) return
      yield {
        at: section.at,
        message: `Unexpected empty section \`${section.label}\`, expected what must be in place first, write it or remove it`,
        data: { problem: 'empty' },
        key: 'empty',
      }
      return
    }
    if (!types.includes(article.type.name)) return
    const steps = article.sections.find(
      ({ role, content }) =>
        role !== 'quick-answer' &&
        role !== 'when-to-use' &&
        content.some((node) => node.type === 'list' && node.ordered === true && node.children.length >= minSteps),
    )
    // Steps that can be seen are past the place where prerequisites belong, so that an excerpt is as certain as a whole.
    if (!steps) return
    yield {
      at: article.locate(steps.at.start.offset, steps.at.start.offset),
      message:
        'Unexpected missing prerequisites, expected what must be in place before the steps, add a section `Prerequisites`',
      data: { problem: 'missing' },
      key: 'missing',
    }
  },
})

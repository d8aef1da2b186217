import { z } from 'zod'
import { articleTypes, defineArticleRule } from '../../src/rule/rule.ts'

const asks =
  /[?？؟]|^(?:how to|how (?:do|can|does|is|are|many|much|long|should)|what|why|when|where|which|who|whom|whose|can|could|is|are|does|do|did|will|would|should|may|must)\b/i

export default defineArticleRule({
  id: 'title/question',
  description: 'Titles ask the question that the article answers.',
  why: 'People search with the question they have. A title in their words is found, and shows at a glance whether it is theirs.',
  severity: 'warning',
  options: z.strictObject({
    types: z
      .array(z.enum(articleTypes))
      .default([...articleTypes])
      .describe('the types of article whose title asks'),
  }),
  examples: [
    { name: 'A question', input: '# How do I pause a number?\n', findings: [] },
    { name: 'A question with something added', input: '# Why is my call dropped? Causes and cures\n', findings: [] },
    {
      name: 'In front matter',
      input: '---\ntitle: Number pausing\n---\n',
      findings: ['2:8-2:22: Unexpected title `Number pausing`, expected a question, write what a reader would ask'],
    },
    {
      name: 'A topic',
      input: '# Data storage\n\nWe keep recordings for a year.\n',
      findings: ['1:1-1:15: Unexpected title `Data storage`, expected a question, write what a reader would ask'],
    },
    { name: 'No title at all', input: 'Some text.\n', findings: [] },
  ],
  *check(article, { types }) {
    const { title } = article
    if (!title || !types.includes(article.type.name) || asks.test(title.text.trim())) return
    yield {
      at: title.at,
      message: `Unexpected title \`${title.text}\`, expected a question, write what a reader would ask`,
    }
  },
})

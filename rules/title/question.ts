import * as z from 'zod'
import { articleTypes, defineArticleRule } from '../../src/rule/rule.ts'

const mark = /[?？؟]/
/** Questions that have lost their mark; a modal verb alone also opens `Can openers` and `May release notes`. */
const asks =
  /^(?:how (?:to|do|can|does|is|are|many|much|long|often|should|could|would|will)\b|why\b|(?:what|which|who|whom|when|where)(?:'s)? (?:is|are|was|do|does|did|can|should|will|happens?|to|if|\w+ (?:is|are|do|does|can|should|will))\b|(?:can|could|is|are|am|does|do|did|will|would|should|may|must|have|has) (?:i|you|we|it|they|there|my|our|the|a|an|this|that)\b)/i

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
    { name: 'Without its mark', input: '# 🚀 1. How do I pause a number\n', findings: [] },
    {
      name: 'A topic that opens like a question',
      input: '# Can openers\n',
      findings: ['1:1-1:14: Unexpected title `Can openers`, expected a question, write what a reader would ask'],
    },
    { name: 'No title at all', input: 'Some text.\n', findings: [] },
  ],
  *check(article, { types }) {
    const { title } = article
    if (!title || !types.includes(article.type.name) || mark.test(title.text) || asksInWords(title.text)) return
    yield {
      at: title.at,
      message: `Unexpected title \`${title.text}\`, expected a question, write what a reader would ask`,
    }
  },
})

/** Whether a title, or what follows its first colon, asks; emoji, numbers and quotation marks before it are passed over. */
function asksInWords(title: string): boolean {
  const text = title.replace(/[‘’]/g, "'")
  return [text, text.slice(text.indexOf(':') + 1)].some((part) => asks.test(part.replace(/^[^\p{L}]+/u, '')))
}

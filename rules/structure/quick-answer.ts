import * as z from 'zod'
import { defineArticleRule, isPageData, requires } from '../../src/rule/rule.ts'

export default defineArticleRule({
  id: 'structure/quick-answer',
  description: 'Articles open with a short quick answer.',
  why: 'Most readers come from a search result with one question. They read the first lines, and leave when the answer is not there.',
  severity: 'error',
  options: z.strictObject({
    maxWords: z.number().int().positive().default(120).describe('the longest a quick answer may be, in words'),
  }),
  examples: [
    {
      name: 'First, and short',
      input:
        '# How do I pause a number?\n\n**Quick answer:** Open Numbers and switch it off.\n\n## Steps\n\n1. Open Numbers.\n',
      findings: [],
    },
    {
      name: 'As a callout',
      input: '# How do I pause a number?\n\n> **Short answer:** Open Numbers and switch it off.\n',
      findings: [],
    },
    {
      name: 'Missing',
      input: '# How do I pause a number?\n\nNumbers can be paused by admins.\n\n## Steps\n\n1. Open Numbers.\n',
      findings: [
        '3:1-3:1: Unexpected missing quick answer, expected it right after the title, add a section `Quick answer`',
      ],
    },
    {
      name: 'Buried',
      input:
        '# How do I pause a number?\n\n## Background\n\nNumbers can be paused.\n\n## Quick answer\n\nSwitch it off in Numbers.\n',
      findings: ['7:1-7:16: Unexpected quick answer after `Background`, expected it right after the title, move it up'],
    },
    {
      name: 'After a picture, in sections of its own',
      input:
        '# Can I pause a number?\n\n![The page](a.png)\n\n## Quick answer <!-- short -->\n\n### On a phone\n\nYes.\n',
      findings: [],
    },
    {
      name: 'After the data of the page',
      input: '# Can I pause a number?\n\nLast updated: 1 May 2026\n\n[[toc]]\n\n**Quick answer:** Yes.\n',
      findings: [],
    },
    {
      name: 'Empty',
      input: '# How do I pause a number?\n\n## Quick answer\n\n## Steps\n\n1. Open Numbers.\n',
      findings: ['3:1-3:16: Unexpected empty quick answer, expected the answer in a sentence or two, write it'],
    },
    {
      name: 'Too long',
      options: { maxWords: 5 },
      input: '# How do I pause a number?\n\n**Quick answer:** Open Numbers, find it in the list and switch it off.\n',
      findings: [
        '3:1-3:18: Unexpected quick answer of 11 words, expected at most 5, move the details to a section below',
      ],
    },
    {
      name: 'Cut before anything could follow',
      input: '---\ntitle: How do I pause a number?\nexcerpt: true\n---\n\n## Pausing a num\n',
      findings: [],
    },
  ],
  *check(article, { maxWords }) {
    const answer = article.sections.find((section) => section.role === 'quick-answer')
    const opening = article.opening.filter((node) => !isPageData(node))
    const first = article.sections[0]

    if (!answer) {
      if (!requires(article, 'quick-answer')) return
      // Under the only heading of an excerpt, the answer may stand past the cut.
      const nothingToSee = article.sections.length <= 1 && (first?.words ?? 0) === 0 && opening.length === 0
      if (article.excerpt && nothingToSee) return
      const start = opening[0]?.position?.start.offset ?? first?.at.start.offset ?? article.bodyStart
      yield {
        at: article.locate(start, start),
        message: `Unexpected missing quick answer, expected it right after the title, add a section \`${article.house.labelOf('quick-answer')}\``,
        data: { problem: 'missing' },
        key: 'missing',
      }
      return
    }

    if (answer !== first || opening.length > 0) {
      const before = opening.length > 0 ? 'other text' : `\`${first?.label}\``
      yield {
        at: answer.at,
        message: `Unexpected quick answer after ${before}, expected it right after the title, move it up`,
        data: { problem: 'not first' },
        key: 'not first',
      }
    }
    if (answer.isEmpty && !(article.excerpt && answer.last)) {
      yield {
        at: answer.at,
        message: 'Unexpected empty quick answer, expected the answer in a sentence or two, write it',
        data: { problem: 'empty' },
        key: 'empty',
      }
    }
    if (answer.words > maxWords) {
      yield {
        at: answer.at,
        message: `Unexpected quick answer of ${answer.words} words, expected at most ${maxWords}, move the details to a section below`,
        data: { problem: 'too long', words: answer.words },
        key: 'too long',
      }
    }
  },
})

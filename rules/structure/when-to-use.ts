import * as z from 'zod'
import { defineArticleRule, lacksRole, requires } from '../../src/rule/rule.ts'

export default defineArticleRule({
  id: 'structure/when-to-use',
  description: 'Articles say when, or for whom, they are the right one.',
  why: 'A reader who has landed on the wrong article should learn it in ten seconds, not after the last step.',
  severity: 'warning',
  options: z.strictObject({}),
  examples: [
    {
      name: 'Right after the quick answer',
      input:
        '# How do I pause a number?\n\n**Quick answer:** Switch it off.\n\n## When should I use this guide?\n\nBefore a holiday.\n',
      findings: [],
    },
    {
      name: 'In other words',
      input: '# How do I pause a number?\n\n## Who is this for?\n\nAdmins.\n',
      findings: [],
    },
    {
      name: 'Missing',
      input: '# How do I pause a number?\n\n**Quick answer:** Switch it off.\n\n## Steps\n\n1. Open Numbers.\n',
      findings: [
        '5:1-5:1: Unexpected missing section on when to use the article, expected it after the quick answer, add `When should I use this guide?`',
      ],
    },
    {
      name: 'An excerpt that was cut before the section could come',
      input: '---\ntitle: How do I pause a number?\nexcerpt: true\n---\n\n**Quick answer:** Switch it o\n',
      findings: [],
    },
    {
      name: 'An excerpt where a later section came first',
      input:
        '---\ntitle: How do I pause a number?\nexcerpt: true\n---\n\n**Quick answer:** Switch it off.\n\n## Background\n\nNumbers co\n',
      findings: [
        '8:1-8:1: Unexpected missing section on when to use the article, expected it after the quick answer, add `When should I use this guide?`',
      ],
    },
    { name: 'A type that needs none', input: '# Refund policy\n\n## Terms\n\nWithin 14 days.\n', findings: [] },
    {
      name: 'Empty',
      input: '# How do I pause a number?\n\n## When to use this guide\n\n## Steps\n\n1. Open Numbers.\n',
      findings: [
        '3:1-3:26: Unexpected empty section `When to use this guide`, expected who needs the article and when, write it',
      ],
    },
  ],
  *check(article) {
    const section = article.sections.find(({ role }) => role === 'when-to-use')
    if (section) {
      if (!section.isEmpty || (article.excerpt && section.last)) return
      yield {
        at: section.at,
        message: `Unexpected empty section \`${section.label}\`, expected who needs the article and when, write it`,
        data: { problem: 'empty' },
        key: 'empty',
      }
      return
    }
    if (!requires(article, 'when-to-use') || !lacksRole(article, 'when-to-use')) return
    const label = article.house.labelOf('when-to-use')
    const answer = article.sections.findIndex(({ role }) => role === 'quick-answer')
    const next = article.sections[answer + 1]
    const place = next?.at.start.offset ?? article.source.trimEnd().length
    yield {
      at: article.locate(place, place),
      message: `Unexpected missing section on when to use the article, expected it after the quick answer, add \`${label}\``,
      data: { problem: 'missing' },
      key: 'missing',
    }
  },
})

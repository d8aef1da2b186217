import * as z from 'zod'
import { defineCorpusRule, placeOfUse } from '../../src/rule/rule.ts'

const announcement =
  '# What happens to Classic Dialer?\n\nClassic Dialer has been retired. Its calls are made with Call Desk.\n'

export default defineCorpusRule({
  id: 'freshness/retired',
  description: 'What one article says is retired, no other tells readers to use.',
  why: 'The announcement is read once, and the old instructions for years: whoever follows them looks for what is no longer there.',
  severity: 'warning',
  options: z.strictObject({}),
  examples: [
    {
      name: 'Announced here, used there',
      files: {
        'news.md': announcement,
        'call.md': '# How do I call a customer?\n\nOpen Classic Dialer and enter the number.\n',
      },
      findings: [
        'call.md:3:6-3:20: Unexpected use of `Classic Dialer`, which `news.md` says is retired, expected what took its place, rewrite it or retire the article',
      ],
    },
    {
      name: 'Both tell of it',
      files: {
        'news.md': announcement,
        'call.md':
          '# How do I call a customer?\n\nUse Call Desk instead of Classic Dialer. Uninstall Classic Dialer.\n',
        'old.md': '# Can I still call from the phone?\n\nNo: Classic Dialer is deprecated.\n',
      },
      findings: [],
    },
    {
      name: 'A longer name is another thing',
      files: {
        'news.md': announcement,
        'call.md': '# How do I call a customer?\n\nOpen Classic Dialer Pro and enter the number.\n',
      },
      findings: [],
    },
  ],
  *check(corpus) {
    for (const { article, use, retirement, by } of corpus.usesOfRetired()) {
      const [name] = use
      yield {
        path: article.path,
        at: placeOfUse(use),
        message: `Unexpected use of \`${retirement.name}\`, which \`${by.path}\` says is retired, expected what took its place, rewrite it or retire the article`,
        related: [{ path: by.path, at: retirement.at, message: 'says it is retired', quote: retirement.quote }],
        data: { evidence: `uses ${name}`, ...(retirement.day === null ? {} : { date: retirement.day }) },
        key: retirement.name,
      }
    }
  },
})

import { conflictOptions, conflictProblems, defineCorpusRule } from '../../src/rule/rule.ts'

export default defineCorpusRule({
  id: 'conflicts/number',
  description: 'Articles give the same number, size, price or time for the same thing.',
  why: 'A reader who has read the other article plans with the wrong limit, and learns it when it is too late.',
  severity: 'warning',
  options: conflictOptions,
  examples: [
    {
      name: 'Two sizes',
      files: {
        'attach.md':
          '# How do I attach a file to an invoice?\n\nOpen the invoice and press **Attach**. Attachments of an invoice may have up to 25 MB.\n',
        'reject.md':
          '# Why was my attachment rejected?\n\nIt may be too large. Attachments of an invoice may have up to 10 MB, pictures included.\n',
      },
      findings: [
        'reject.md:3:22-3:88: Unexpected `10 MB`, expected `25 MB` as in `attach.md`: both are about `Attachments invoice`, agree on one, or say in both what each holds for',
      ],
    },
    {
      name: 'Days of the week and of the month',
      files: {
        'sheets.md':
          '# When do time sheets lock?\n\nTime sheets of the week before lock every Monday. Invoices are sent on the 1st of each month.\n',
        'pay.md':
          '# When is pay worked out?\n\nTime sheets of the week before lock every Tuesday. Invoices are sent on the 5th of each month.\n',
      },
      findings: [
        'sheets.md:3:1-3:50: Unexpected `Monday`, expected `Tuesday` as in `pay.md`: both are about `Time sheets lock`, agree on one, or say in both what each holds for',
        'sheets.md:3:51-3:94: Unexpected `1st of each month`, expected `5th of each month` as in `pay.md`: both are about `Invoices sent`, agree on one, or say in both what each holds for',
      ],
    },
    {
      name: 'The same in another unit',
      files: {
        'attach.md': '# How do I attach a file?\n\nAttachments of an invoice may have up to 10 MB.\n',
        'reject.md': '# Why was my attachment rejected?\n\nAttachments of an invoice must not exceed 10 megabytes.\n',
      },
      findings: [],
    },
    {
      name: 'Of two plans',
      files: {
        'free.md': '# What is in the Free plan?\n\nOn the Free plan, attachments of an invoice may have up to 10 MB.\n',
        'pro.md': '# What is in the Pro plan?\n\nOn the Pro plan, attachments of an invoice may have up to 25 MB.\n',
      },
      findings: [],
    },
  ],
  *check(corpus, options) {
    yield* conflictProblems(corpus, 'number', options)
  },
})

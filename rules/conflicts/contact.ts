import { conflictOptions, conflictProblems, defineCorpusRule } from '../../src/rule/rule.ts'

export default defineCorpusRule({
  id: 'conflicts/contact',
  description: 'Articles give the same address or number to get in touch.',
  why: 'A message to a mailbox that nobody reads is a customer who waits in vain.',
  severity: 'warning',
  options: conflictOptions,
  examples: [
    {
      name: 'Two domains of one mailbox',
      files: {
        'refund.md':
          '# How do I ask for a refund?\n\nWrite to refunds@lumen.example with the number of the invoice.\n\nWe answer from support@lumen.example within a day.\n',
        'port.md': '# How do I port my number?\n\nSend the form to support@lumen.example and wait for the code.\n',
        'close.md': '# How do I close my account?\n\nAsk support@lumen-help.example to close the account for you.\n',
      },
      findings: [
        'close.md:3:1-3:61: Unexpected `support@lumen-help.example`, expected `support@lumen.example` as in `port.md` (in 2 articles against 1): both are about `support`, agree on one, or say in both what each holds for',
      ],
    },
    {
      name: 'Two mailboxes',
      files: {
        'refund.md': '# How do I ask for a refund?\n\nWrite to billing@lumen.org with the number of the invoice.\n',
        'port.md': '# How do I port my number?\n\nSend the form to support@lumen.org and wait for the code.\n',
      },
      findings: [],
    },
  ],
  *check(corpus, options) {
    yield* conflictProblems(corpus, 'contact', options)
  },
})

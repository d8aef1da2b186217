import * as z from 'zod'
import { defineCorpusRule, settledSchema } from '../../src/rule/rule.ts'

export default defineCorpusRule({
  id: 'conflicts/settled',
  description: 'Articles say what the editors have settled.',
  why: 'What was decided once comes back with the next article that is written from memory.',
  severity: 'warning',
  options: z.strictObject({
    facts: settledSchema
      .default([])
      .describe(
        'the facts; editors keep them in a YAML file that the config names, `settled: "settled.yaml"`, with entries such as `- subject: attachments of an invoice`, `value: 10 MB`, and where they help `not: [25 MB]`, `scope: Free plan`, `since: 2026-10-01`, `by: Billing`; `deskcheck settle` writes them',
      ),
  }),
  examples: [
    {
      name: 'An article that was not told',
      files: {
        'attach.md': '# How do I attach a file?\n\nAttachments of an invoice may have up to 25 MB.\n',
        'send.md': '# How do I send an invoice?\n\nPress **Send**. Attachments of an invoice may have 10 MB.\n',
      },
      options: {
        facts: [{ subject: 'attachments of an invoice', value: '10 MB', since: '2026-10-01', by: 'Billing' }],
      },
      findings: [
        'attach.md:3:1-3:48: Unexpected `25 MB`, expected `10 MB`, as is settled for `attachments of an invoice` since 2026-10-01, by Billing, correct the article, or settle it anew',
      ],
    },
    {
      name: 'In another form, or in another scope',
      files: {
        'attach.md': '# How do I attach a file?\n\nAttachments of an invoice must not exceed 10,000 KB.\n',
        'pro.md': '# What is in the Pro plan?\n\nOn the Pro plan, attachments of an invoice may have up to 25 MB.\n',
      },
      options: { facts: [{ subject: 'attachments of an invoice', value: '10 MB' }] },
      findings: [],
    },
    {
      name: 'An address that is no longer read',
      files: {
        'help.md': '# How do I reach support?\n\nWrite to help@lumen.example to reach support.\n',
      },
      options: { facts: [{ subject: 'support', value: 'support@lumen.example', not: ['help@lumen.example'] }] },
      findings: [
        'help.md:3:1-3:46: Unexpected `help@lumen.example`, expected `support@lumen.example`, as is settled for `support`, correct the article, or settle it anew',
      ],
    },
  ],
  *check(corpus, { facts }) {
    if (facts.length === 0) return
    for (const { reading, value, fact } of corpus.againstSettled(facts)) {
      const evidence = [...(fact.since ? [`since ${fact.since}`] : []), ...(fact.by ? [`by ${fact.by}`] : [])]
      yield {
        path: reading.article.path,
        at: reading.at,
        message: `Unexpected \`${value}\`, expected \`${fact.value}\`, as is settled for \`${fact.subject}\`${fact.scope ? ` (${fact.scope})` : ''}${evidence.length > 0 ? ` ${evidence.join(', ')}` : ''}, correct the article, or settle it anew`,
        data: {
          subject: fact.subject,
          left: { quote: reading.quote, value },
          right: { quote: fact.subject, value: fact.value },
          scope: fact.scope ?? '',
          confidence: 0.9,
        },
        key: `${reading.quote}\n${value}`,
      }
    }
  },
})

import * as z from 'zod'
import { defineCorpusRule } from '../../src/rule/rule.ts'

export default defineCorpusRule({
  id: 'suppressions/unused',
  description: 'Comments that suppress findings suppress some.',
  why: 'A comment that suppresses nothing hides the next real mistake at its place, and nobody knows whether it may go.',
  severity: 'warning',
  options: z.strictObject({
    reason: z
      .boolean()
      .default(false)
      .describe('whether each has to give a reason, as in `… -- agreed with the editors`'),
  }),
  checksSuppressions: true,
  examples: [
    {
      name: 'It suppresses a finding',
      besides: ['title/question'],
      files: {
        'storage.md': '<!-- deskcheck-disable-next-line title/question -- a name that users know -->\n# Data storage\n',
      },
      findings: [],
    },
    {
      name: 'Nothing is left to suppress',
      besides: ['title/question'],
      files: {
        'storage.md': '<!-- deskcheck-disable-next-line title/question -->\n# How long is data kept?\n',
      },
      findings: [
        'storage.md:1:1-1:52: Unexpected suppression of `title/question` where it finds nothing, expected one that is needed, remove it',
      ],
    },
    {
      name: 'No such rule',
      files: { 'storage.md': '<!-- deskcheck-disable title/questions -->\n\nFor a year.\n' },
      findings: [
        'storage.md:1:1-1:43: Unexpected suppression of `title/questions`, which is no rule, expected the id of one, correct it',
      ],
    },
    {
      name: 'A reason in place of a rule',
      files: { 'storage.md': '<!-- deskcheck-disable as agreed -->\n\nFor a year.\n' },
      findings: [
        'storage.md:1:1-1:37: Unexpected suppression of `as agreed`, which is no rule, expected the id of one, correct it',
      ],
    },
    {
      name: 'Without a reason, where the house wants one',
      options: { reason: true },
      besides: ['title/question'],
      files: { 'storage.md': '<!-- deskcheck-disable title/question -->\n# Data storage\n' },
      findings: ['storage.md:1:1-1:42: Unexpected suppression without a reason, expected one after `--`, say why'],
    },
    {
      name: 'A rule that is off',
      files: { 'storage.md': '<!-- deskcheck-disable title/question -->\n# How long is data kept?\n' },
      findings: [],
    },
  ],
  *check(_corpus, { reason }, { suppressions }) {
    for (const { path, at, rule, use, hasReason } of suppressions) {
      const problem =
        use === 'no such rule'
          ? `suppression of \`${rule}\`, which is no rule, expected the id of one, correct it`
          : use === 'none'
            ? `suppression of ${rule === '*' ? 'all rules' : `\`${rule}\``} where ${rule === '*' ? 'they find' : 'it finds'} nothing, expected one that is needed, remove it`
            : reason && !hasReason
              ? 'suppression without a reason, expected one after `--`, say why'
              : undefined
      if (problem !== undefined) yield { path, at, message: `Unexpected ${problem}`, key: `${rule} ${use}` }
    }
  },
})

import { conflictOptions, conflictProblems, defineCorpusRule } from '../../src/rule/rule.ts'

export default defineCorpusRule({
  id: 'conflicts/path',
  description: 'Articles lead to the same screen on the same way.',
  why: 'Of two ways through the menus one mostly ends before a menu that was renamed.',
  severity: 'warning',
  options: conflictOptions,
  examples: [
    {
      name: 'A menu in between',
      files: {
        'invite.md':
          '# How do I invite an agent?\n\nOpen **Manage > Team > Agent invitations** and write the address.\n',
        'resend.md':
          '# Where do I send an invitation again?\n\nOpen **Manage > Users > Agent invitations** and press **Send again**.\n',
      },
      findings: [
        'resend.md:3:1-3:70: Unexpected `Manage > Users > Agent invitations`, expected `Manage > Team > Agent invitations` as in `invite.md`: both are about `Open Manage Agent invitations`, agree on one, or say in both what each holds for',
      ],
    },
    {
      name: 'Told from further up',
      files: {
        'invite.md':
          '# How do I invite an agent?\n\nOpen **Manage > Team > Agent invitations** and write the address.\n',
        'resend.md':
          '# Where do I send an invitation again?\n\nOpen **Team > Agent invitations** and press **Send again**.\n',
      },
      findings: [],
    },
  ],
  *check(corpus, options) {
    yield* conflictProblems(corpus, 'path', options)
  },
})

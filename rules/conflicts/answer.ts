import { conflictOptions, conflictProblems, defineCorpusRule } from '../../src/rule/rule.ts'

export default defineCorpusRule({
  id: 'conflicts/answer',
  description: 'Articles do not deny what others say.',
  why: 'Whether something can be done depends on which article the reader finds first.',
  severity: 'warning',
  options: conflictOptions,
  examples: [
    {
      name: 'Both articles hold both sentences',
      files: {
        'delete.md':
          '# What happens to deleted recordings?\n\nDeleted recordings can be restored from the archive. Deleted recordings cannot be restored from the archive.\n',
        'archive.md':
          '# What is in the archive?\n\nDeleted recordings can be restored from the archive. Deleted recordings cannot be restored from the archive.\n',
      },
      findings: [],
    },
    {
      name: 'Can and cannot',
      files: {
        'delete.md': '# What happens to deleted recordings?\n\nDeleted recordings can be restored from the archive.\n',
        'archive.md':
          '# What is in the archive?\n\nThe archive holds old calls. Deleted recordings cannot be restored from the archive.\n',
      },
      findings: [
        'delete.md:3:1-3:53: Unexpected `can`, expected `cannot` as in `archive.md`: both are about `Deleted recordings restored archive`, agree on one, or say in both what each holds for',
      ],
    },
    {
      name: 'On and off, before and after',
      files: {
        'rooms.md':
          '# How do waiting rooms work?\n\nThe waiting room is switched on by default. Vouchers are deducted before the tax is added.\n',
        'calls.md':
          '# How do I start a call?\n\nThe waiting room is switched off by default. Vouchers are deducted after the tax is added.\n',
      },
      findings: [
        'rooms.md:3:1-3:44: Unexpected `on`, expected `off` as in `calls.md`: both are about `waiting room switched default`, agree on one, or say in both what each holds for',
        'rooms.md:3:45-3:91: Unexpected `before`, expected `after` as in `calls.md`: both are about `Vouchers deducted tax added`, agree on one, or say in both what each holds for',
      ],
    },
    {
      name: 'Each in its own case',
      files: {
        'delete.md': '# What happens to deleted recordings?\n\nDeleted recordings can be restored from the archive.\n',
        'archive.md':
          '# What is in the archive?\n\nAfter thirty days, deleted recordings cannot be restored from the archive.\n',
      },
      findings: [],
    },
  ],
  *check(corpus, options) {
    yield* conflictProblems(corpus, 'answer', options)
  },
})

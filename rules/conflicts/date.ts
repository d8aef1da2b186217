import { conflictOptions, conflictProblems, defineCorpusRule } from '../../src/rule/rule.ts'

export default defineCorpusRule({
  id: 'conflicts/date',
  description: 'Articles give the same date for the same event.',
  why: 'Who reads the later date misses the earlier one.',
  severity: 'warning',
  options: conflictOptions,
  examples: [
    {
      name: 'Two deadlines',
      files: {
        'move.md':
          '# How do I move to the new dialler?\n\nPress **Move now** in the settings. The old dialler will be switched off on 30 June 2027.\n',
        'news.md':
          '# What changes this year?\n\nThe old dialler will be switched off on 30 September 2027 for all customers.\n',
      },
      findings: [
        'news.md:3:1-3:77: Unexpected `30 September 2027`, expected `30 June 2027` as in `move.md`: both are about `old dialler switched`, agree on one, or say in both what each holds for',
      ],
    },
    {
      name: 'The same day in another form',
      files: {
        'move.md': '# How do I move to the new dialler?\n\nThe old dialler will be switched off on 30 June 2027.\n',
        'news.md': '# What changes this year?\n\nThe old dialler will be switched off on June 30th, 2027.\n',
      },
      findings: [],
    },
  ],
  *check(corpus, options) {
    yield* conflictProblems(corpus, 'date', options)
  },
})

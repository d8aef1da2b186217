import { conflictOptions, conflictProblems, defineCorpusRule } from '../../src/rule/rule.ts'

export default defineCorpusRule({
  id: 'conflicts/list',
  description: 'Articles name the same members of the same list.',
  why: 'A method, a format or a plan that one article leaves out seems not to exist.',
  severity: 'suggestion',
  options: conflictOptions,
  examples: [
    {
      name: 'One more',
      files: {
        'import.md':
          '# How do I import contacts?\n\nThe importer for contacts reads these formats: CSV, XLSX, VCF and JSON.\n',
        'formats.md': '# Which formats does the importer read?\n\nThe importer for contacts reads CSV, XLSX and VCF.\n',
      },
      findings: [
        'formats.md:3:1-3:51: Unexpected list without `JSON`, expected it as in `import.md`: both are about `importer CSV XLSX VCF`, agree on one, or say in both what each holds for',
      ],
    },
    {
      name: 'One only, and two',
      files: {
        'setup.md': '# How do I set up single sign-on?\n\nSingle sign-on is available on the Harbour plan only.\n',
        'plans.md': '# Which plan do I need?\n\nSingle sign-on is available on the Meadow and Harbour plans only.\n',
      },
      findings: [
        'setup.md:3:1-3:54: Unexpected list without `Meadow`, expected it as in `plans.md`: both are about `sign-on available Harbour plans`, agree on one, or say in both what each holds for',
      ],
    },
    {
      name: 'Only examples',
      files: {
        'import.md':
          '# How do I import contacts?\n\nThe importer for contacts reads these formats: CSV, XLSX, VCF and JSON.\n',
        'formats.md':
          '# Which formats does the importer read?\n\nThe importer for contacts reads formats such as CSV, XLSX and VCF.\n',
      },
      findings: [],
    },
  ],
  *check(corpus, options) {
    yield* conflictProblems(corpus, 'list', options)
  },
})

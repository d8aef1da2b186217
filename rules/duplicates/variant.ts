import { defineCorpusRule, duplicateOptions, relatedTo, remember } from '../../src/rule/rule.ts'
import type { CorpusProblem, Variant } from '../../src/rule/rule.ts'

const alias = (object: string) =>
  `# How do I remove an alias from a ${object}?\n\nOpen **Directory**, choose the ${object} that has the alias, and then **Addresses**. Press the cross beside the alias, and confirm that the ${object} shall lose it. Mail to that address is sent back from then on, and the ${object} is told.\n`

/** Of a text that stands in a dozen articles, the nearest are enough. */
const mostRelated = 8

export default defineCorpusRule({
  id: 'duplicates/variant',
  description: 'Articles with the same text about different things are kept in step.',
  why: 'One text for two products, versions or platforms is meant. But a correction of the one is soon forgotten in the other.',
  severity: 'suggestion',
  options: duplicateOptions,
  examples: [
    {
      name: 'One text for two objects',
      files: { 'contact.md': alias('contact'), 'group.md': alias('group') },
      findings: [
        'group.md:1:1-1:41: Unexpected text of `contact.md` again, with `group` in place of `contact`, expected as long as both are kept in step, make every change in both, or name the other in `distinct_from`',
      ],
    },
    {
      name: 'Said to be meant',
      files: {
        'contact.md': alias('contact'),
        'group.md': `---\ndistinct_from: contact\n---\n\n${alias('group')}`,
      },
      findings: [],
    },
    {
      name: 'The same thing twice is no variant',
      files: { 'contact.md': alias('contact'), 'contacts.md': alias('contact') },
      findings: [],
    },
  ],
  *check(corpus, options, { isNew }) {
    for (const one of corpus.duplicates(options, isNew).variants) yield remember(known, one, () => problemOf(one))
  },
})

const known = new WeakMap<Variant, CorpusProblem>()

function problemOf({ article, others }: Variant): CorpusProblem {
  const [nearest] = others
  const [here, there] = nearest!.differsIn[0]!
  const [more, all] = others.length > 1 ? [` (and ${others.length - 1} more articles)`, 'all'] : ['', 'both']
  const inPlaceOf =
    there === ''
      ? `with \`${here}\``
      : here === ''
        ? `without \`${there}\``
        : `with \`${here}\` in place of \`${there}\``
  return {
    path: article.path,
    at: article.at,
    message: `Unexpected text of \`${nearest!.article.path}\`${more} again, ${inPlaceOf}, expected as long as ${all} are kept in step, make every change in ${all}, or name the other in \`distinct_from\``,
    related: others.slice(0, mostRelated).map((other) => relatedTo(other.article, 'the same text about another thing')),
    data: { similarity: Math.round(nearest!.similarity * 1000) / 1000, differsIn: nearest!.differsIn },
    key: '',
  }
}

import * as z from 'zod'
import { defineCorpusRule, nameOf, placeOfSection } from '../../src/rule/rule.ts'
import type { Facts, Member, SectionFact, SectionForm } from '../../src/rule/rule.ts'

const forms: Record<SectionForm, string> = {
  heading: 'a heading',
  lead: 'a label at the start of a paragraph',
  callout: 'a callout',
}

/** How many articles have a section in each form, and those that do not have the most frequent one. */
interface Habit {
  form: SectionForm
  count: number
  others: Member<SectionFact>[]
}

export default defineCorpusRule({
  id: 'structure/section-form',
  description: 'A section of a kind has the same form in all articles.',
  why: 'Readers who have seen three articles look for the answer where it stood in those: a heading in one and a box in the next is passed over.',
  severity: 'suggestion',
  options: z.strictObject({
    minArticles: z.number().int().positive().default(10).describe('articles that have to agree on a form'),
    times: z
      .number()
      .positive()
      .default(10)
      .describe('how many times as many they have to be as those with another form'),
  }),
  examples: [
    {
      name: 'Three with headings, and one without',
      options: { minArticles: 3, times: 3 },
      files: {
        'a.md': '# How do I pause a number?\n\n## Quick answer\n\nIn Settings.\n',
        'b.md': '# How do I port a number?\n\n## Quick answer\n\nWith a form.\n',
        'c.md': '# How do I buy a number?\n\n## Short answer\n\nIn Numbers.\n',
        'd.md': '# How do I sell a number?\n\n**Quick answer:** You cannot.\n',
      },
      findings: [
        'd.md:3:1-3:18: Unexpected quick answer in the form of a label at the start of a paragraph, expected a heading as in 3 articles, make it one',
      ],
    },
    {
      name: 'No habit yet',
      files: {
        'a.md': '# How do I pause a number?\n\n## Quick answer\n\nIn Settings.\n',
        'b.md': '# How do I port a number?\n\n**Quick answer:** With a form.\n',
      },
      findings: [],
    },
  ],
  *check(corpus, { minArticles, times }) {
    for (const { form, count, others } of corpus.groupedBy(sectionsOf, habitIn)) {
      if (count < minArticles || count < others.length * times) continue
      for (const { article, item } of others) {
        yield {
          path: article.path,
          at: placeOfSection(item),
          message: `Unexpected ${nameOf(item[0])} in the form of ${forms[item[1]]}, expected ${forms[form]} as in ${count} articles, make it one`,
          key: item[0],
        }
      }
    }
  },
})

function* sectionsOf({ sections }: Facts): Generator<[string, SectionFact]> {
  // Steps may be a part of any other section, or of a note.
  for (const section of sections) if (section[0] !== 'steps') yield [section[0], section]
}

/** Nothing where all have one form. */
function habitIn(group: readonly Member<SectionFact>[]): Habit | undefined {
  const counts = new Map<SectionForm, number>()
  for (const { item } of group) counts.set(item[1], (counts.get(item[1]) ?? 0) + 1)
  if (counts.size < 2) return undefined
  const [[form, count]] = [...counts].sort(([, a], [, b]) => b - a) as [[SectionForm, number]]
  return { form, count, others: group.filter(({ item }) => item[1] !== form) }
}

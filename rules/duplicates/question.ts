import * as z from 'zod'
import {
  areMeant,
  byWorth,
  defineCorpusRule,
  duplicateOptions,
  reasonToKeep,
  relatedTo,
  type Standing,
} from '../../src/rule/rule.ts'

export default defineCorpusRule({
  id: 'duplicates/question',
  description: 'No two articles answer the same question.',
  why: 'Two answers in different words are two to keep right. Readers who find both wonder which one holds.',
  severity: 'suggestion',
  options: z.strictObject({
    similarity: z
      .number()
      .gt(0)
      .lte(1)
      .default(0.5)
      .describe('how alike titles, texts and first answers must be together; less than 0.5 finds nothing more'),
  }),
  examples: [
    {
      name: 'The same question in other words',
      files: {
        'shared-calendar.md':
          '# Why can I not open a calendar that is shared?\n\nThe owner has to allow it first. Ask for the role **Reader**, then reload the page, and the calendar is in your list.\n',
        'calendar-folder.md':
          "# I can't open a shared calendar\n\nIts owner gives you the role **Reader** first. Reload the page then, and look for it in the list at the left.\n",
        'rooms.md': '# How do I book a room?\n\nOpen the calendar, choose a time, and press **Rooms**.\n',
        'colours.md': '# Which colours can tasks have?\n\nTwelve. Choose one in the menu of the task.\n',
      },
      findings: [
        'calendar-folder.md:1:1-1:33: Unexpected second answer to the question of `shared-calendar.md` (alike, as far as words tell: 100 % of the titles: `open`, `shared`, `calendar`; 40 % of the text; 40 % of what they open with), expected one article, merge both and keep `shared-calendar.md`, which is the more complete',
      ],
    },
    {
      name: 'Neighbours in topic',
      files: {
        'create.md': '# How do I create a shared calendar?\n\nPress **New calendar**, and then **Share**.\n',
        'delete.md': '# How do I delete a shared calendar?\n\nOpen its menu, and press **Delete**.\n',
        'trouble.md': '# Why can I not create a shared calendar?\n\nThe owner has not allowed it.\n',
        'what.md': '# What is a shared calendar?\n\nA calendar that others can see.\n',
      },
      findings: [],
    },
    {
      name: 'Titles that only name a topic do not say what is asked',
      files: {
        'calendar.md': '# Shared calendar\n\nThe owner gives you the role **Reader**, and it is in your list.\n',
        'calendars.md': '# Shared calendars\n\nThe owner gives the role **Reader**, and it is in the list.\n',
      },
      findings: [],
    },
    {
      name: 'One links to the other',
      files: {
        'open.md':
          '# Why can I not open a shared calendar?\n\nThe owner has to allow it first. Ask for the role **Reader**, and reload the page.\n',
        'all.md':
          '# Why can I not open shared calendars?\n\nThe owner has to allow it. Ask for the role **Reader**: see [one calendar](open.md).\n',
      },
      findings: [],
    },
  ],
  *check(corpus, { similarity }, { isNew }) {
    const standing: Standing = { linksTo: corpus.linksTo, isNew }
    for (const { a, b, what } of corpus.questions()) {
      if (what.similarity < similarity || areMeant(a, b)) continue
      // Who links to another article knows that it is there; and what is said in the same words has rules of its own.
      if (corpus.areLinked(a, b) || corpus.kinship(a, b, bounds)) continue
      const [keep, go] = byWorth([a, b], standing) as [typeof a, typeof a]
      const evidence = [
        `${percent(what.title)} of the titles: ${what.shared.map((word) => `\`${word}\``).join(', ')}`,
        `${percent(what.text)} of the text`,
        ...(what.answer > 0.3 ? [`${percent(what.answer)} of what they open with`] : []),
      ]
      yield {
        path: go.path,
        at: go.at,
        message: `Unexpected second answer to the question of \`${keep.path}\` (alike, as far as words tell: ${evidence.join('; ')}), expected one article, merge both and keep \`${keep.path}\`, which ${reasonToKeep(keep, go, standing)}`,
        related: [relatedTo(keep, 'the article to keep')],
        data: { keep: keep.path, similarity: Math.round(what.similarity * 1000) / 1000, evidence },
        key: '',
      }
    }
  },
})

const bounds = duplicateOptions.parse({})

const percent = (share: number) => `${Math.round(share * 100)} %`

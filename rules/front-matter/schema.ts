import { closest, distance } from 'fastest-levenshtein'
import * as z from 'zod'
import {
  articleTypes,
  datesIn,
  defineArticleRule,
  everyKeys,
  isDay,
  isDuration,
  namedType,
  verifiedKeys,
} from '../../src/rule/rule.ts'

const aDay = 'a day such as `2026-11-23`'
const aDuration = 'a duration such as `P6M`'
const day = z.string(aDay).refine((text) => isDay(text) || isWholeDay(text), aDay)
const duration = z.string(aDuration).refine(isDuration, aDuration)
const text = z.string('a text').min(1, 'a text')
const texts = z.union([text, z.array(text)], 'a text or a list of texts')

/** What the keys that this program reads must hold; an error's message says what was expected. */
const known: Record<string, z.ZodType> = {
  title: z.union([z.string(), z.number()], 'a text').optional(),
  // Other houses keep a summary under this key; only what is meant for a yes or no is judged.
  excerpt: z
    .unknown()
    .refine(
      (value) => typeof value !== 'string' || !/^(?:true|false|yes|no)$/i.test(value),
      '`true` or `false`, without quotation marks',
    ),
  owner: texts.optional(),
  distinct_from: texts.optional(),
  expires: day.optional(),
  ...Object.fromEntries(verifiedKeys.map((key) => [key, day.optional()])),
  ...Object.fromEntries(everyKeys.map((key) => [key, duration.optional()])),
}

export default defineArticleRule({
  id: 'front-matter/schema',
  description: 'Front matter can be read, and its values are of the right kind.',
  why: 'A date that is no date is skipped in silence: the article never comes up for review, or is published without its title.',
  severity: 'error',
  options: z.strictObject({
    required: z.array(z.string()).default([]).describe('keys that every article must have'),
  }),
  examples: [
    {
      name: 'Complete',
      input:
        '---\ntitle: How do I pause a number?\ntype: how-to\nlast_verified: 2026-05-02\nreview_every: P6M\n---\n\nText.\n',
      findings: [],
    },
    { name: 'A title in the text is enough', input: '# How do I pause a number?\n', findings: [] },
    {
      name: 'A day that does not exist',
      input: '---\ntitle: How do I pause a number?\nlast_verified: 2026-02-30\n---\n',
      findings: [
        '3:16-3:26: Unexpected `2026-02-30` for `last_verified`, expected a day such as `2026-11-23`, correct it',
      ],
    },
    {
      name: 'No title anywhere',
      input: 'Numbers can be paused.\n',
      findings: ['1:1-1:1: Unexpected missing title, expected `title` in front matter or a heading `# …`, add one'],
    },
    {
      name: 'A misspelt type',
      input: '---\ntitle: How do I pause a number?\ntype: trobleshooting\n---\n',
      findings: ['3:7-3:21: Unexpected type `trobleshooting`, expected `troubleshooting`, correct it'],
    },
    {
      name: 'The words of other houses',
      input:
        '---\ntitle: How do I pause a number?\nexcerpt: What to do before a holiday.\nlast_reviewed: 25 July 2025\n---\n',
      findings: [],
    },
    {
      name: 'Keys of other houses, whatever they are called',
      input: '---\ntitle: How do I pause a number?\nconstructor: a\ntoString: b\n__proto__: c\n---\n',
      findings: [],
    },
    {
      name: 'A colon that YAML reads otherwise',
      input: '---\ntitle: How do I pause: a guide?\n---\n',
      findings: [
        '2:8-2:9: Unexpected front matter that cannot be read (Nested mappings are not allowed in compact mappings), expected YAML, put a value that holds a colon in quotation marks',
      ],
    },
    {
      name: 'YAML that cannot be read',
      input: '---\ntitle: "How do I pause a number?\n---\n',
      findings: [
        '2:33-3:1: Unexpected front matter that cannot be read (Missing closing "quote), expected YAML, correct it',
      ],
    },
    {
      name: 'A key that the house requires',
      options: { required: ['owner'] },
      input: '---\ntitle: How do I pause a number?\n---\n',
      findings: ['1:1-1:4: Unexpected missing key `owner`, expected it in every article, add it'],
    },
  ],
  *check(article, { required }) {
    const { entries, errors, at } = article.frontMatter
    const opening = article.locate(at?.start.offset ?? 0, at ? at.start.offset + 3 : 0)
    for (const error of errors) {
      yield {
        at: error.at,
        message: `Unexpected front matter that cannot be read (${error.message}), expected YAML, ${/mapping/i.test(error.message) ? 'put a value that holds a colon in quotation marks' : 'correct it'}`,
        key: error.message,
      }
    }
    if (!article.title && errors.length === 0) {
      yield {
        at: opening,
        message: 'Unexpected missing title, expected `title` in front matter or a heading `# …`, add one',
        key: 'no title',
      }
    }
    for (const key of required) {
      if (entries.has(key) || errors.length > 0) continue
      yield {
        at: opening,
        message: `Unexpected missing key \`${key}\`, expected it in every article, add it`,
        key: `no ${key}`,
      }
    }
    // What a broken document holds by chance is not judged besides.
    for (const entry of errors.length > 0 ? [] : entries.values()) {
      // Not every key that an object has is one of ours: `constructor` is none.
      const schema = Object.hasOwn(known, entry.key) ? known[entry.key] : undefined
      const issue = schema?.safeParse(entry.value ?? undefined).error?.issues[0]
      if (!issue) continue
      yield {
        at: entry.valueAt,
        message: `Unexpected \`${written(entry.value)}\` for \`${entry.key}\`, expected ${issue.message}, correct it`,
        key: `${entry.key} ${written(entry.value)}`,
      }
    }
    const type = entries.get('type')
    if (type && typeof type.value === 'string' && !namedType(type.value)) {
      const nearest = closest(type.value.toLowerCase(), articleTypes)
      // Other houses have types of their own; only what looks like a slip of the pen is one.
      if (distance(type.value.toLowerCase(), nearest) <= 2) {
        yield { at: type.valueAt, message: `Unexpected type \`${type.value}\`, expected \`${nearest}\`, correct it` }
      }
    }
  },
})

function written(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** A day in another style, `25 July 2025` or `25/07/2025`: the whole text names one day, and not a month or a year. */
function isWholeDay(text: string): boolean {
  const [date] = datesIn(text)
  return date !== undefined && date.text === text.trim() && /^\D*\d{1,4}\D+\w+\D+\d{1,4}$/.test(text.trim())
}

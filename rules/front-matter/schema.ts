import { closest, distance } from 'fastest-levenshtein'
import * as z from 'zod'
import {
  articleTypes,
  type Article,
  type FrontMatterEntry,
  type Position,
  type Problem,
  valuesOf,
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

/** What the keys of a house may hold. */
const kinds = {
  text,
  number: z.number('a number'),
  boolean: z.boolean('`true` or `false`, without quotation marks'),
  date: day,
  duration,
  list: z.array(z.unknown(), 'a list'),
}
type Value = string | number | boolean
type Field = keyof typeof kinds | Value[]
const kindNames = Object.keys(kinds) as (keyof typeof kinds)[]

/** Keys of other houses that hold a day. */
const dayKey =
  /(?:^|[._-])(?:date|updated|created|modified|published|lastmod|reviewed)$|[a-z](?:Date|Updated|Modified|Published)$/

export default defineArticleRule({
  id: 'front-matter/schema',
  description: 'Front matter can be read, and its values are of the right kind.',
  why: 'A date that is no date is skipped in silence: the article never comes up for review, or is published without its title.',
  severity: 'error',
  options: z.strictObject({
    required: z.array(z.string()).default([]).describe('keys that every article must have'),
    fields: z
      .record(z.string(), z.union([z.enum(kindNames), z.array(z.union([z.string(), z.number(), z.boolean()])).min(1)]))
      .default({})
      .describe(
        'by key of the house: `text`, `number`, `boolean`, `date`, `duration`, `list`, or a list of the values that it may have',
      ),
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
    {
      name: 'Keys of the house',
      options: { fields: { plan: ['free', 'team', 'company'], minutes: 'number', launched: 'date', tags: 'list' } },
      input:
        '---\ntitle: How do I pause a number?\nplan: [team, companny, trial]\nminutes: five\nlaunched: spring\ntags: calls\n---\n',
      findings: [
        '3:14-3:22: Unexpected `companny` for `plan`, expected `company`, correct it',
        '3:24-3:29: Unexpected `trial` for `plan`, expected one of `free`, `team`, `company`, correct it',
        '4:10-4:14: Unexpected `five` for `minutes`, expected a number, correct it',
        '5:11-5:17: Unexpected `spring` for `launched`, expected a day such as `2026-11-23`, correct it',
        '6:7-6:12: Unexpected `calls` for `tags`, expected a list, correct it',
      ],
    },
    {
      name: 'Keys of the house as they should be, or empty',
      options: {
        fields: { plan: ['free', 'team'], minutes: 'number', launched: 'date', tags: 'list', beta: 'boolean' },
      },
      input:
        '---\ntitle: How do I pause a number?\nplan: team\nminutes: 5\nlaunched: 3 May 2026\ntags: [calls]\nbeta:\n---\n',
      findings: [],
    },
    {
      name: 'A day that does not exist under a key of another house',
      input:
        '---\ntitle: How do I pause a number?\nms.date: 02/30/2026\nlastUpdated: 2026-04-31T08:00:00Z\nrelease_date: 31 June 2026\n---\n',
      findings: [
        '3:10-3:20: Unexpected `02/30/2026` for `ms.date`, expected a day that exists, correct it',
        '4:14-4:34: Unexpected `2026-04-31T08:00:00Z` for `lastUpdated`, expected a day that exists, correct it',
        '5:15-5:27: Unexpected `31 June 2026` for `release_date`, expected a day that exists, correct it',
      ],
    },
    {
      name: 'Days in any style, and what is no day',
      input:
        '---\ntitle: How do I pause a number?\ndate: 3/16/2026\nms.date: 16.03.2026\nlastUpdated: 2026-3-6 08:00:00 +0100\naudit_date: Sept. 3rd, 2026\nreview_date: Q3 2026\nupdated: true\nversion_date: 2026.13\n---\n',
      findings: [],
    },
  ],
  *check(article, { required, fields }) {
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
      if (!issue) {
        const field = Object.hasOwn(fields, entry.key) ? fields[entry.key] : undefined
        if (field !== undefined) yield* problemsOfField(entry, field, article)
        else if (typeof entry.value === 'string' && mayHoldDay(entry.value) && dayKey.test(entry.key)) {
          if (isNoDay(entry.value)) yield problemOf(entry, entry.value, entry.valueAt, 'a day that exists')
        }
        continue
      }
      yield problemOf(entry, entry.value, entry.valueAt, issue.message)
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

/** What is wrong with a value beside what the house says of its key. */
function* problemsOfField(entry: FrontMatterEntry, field: Field, article: Article): Generator<Problem> {
  if (entry.value === null || entry.value === undefined) return
  if (Array.isArray(field)) {
    for (const { value, at } of valuesOf(entry, article)) {
      if (!field.some((allowed) => allowed === value)) yield problemOf(entry, value, at, oneOf(field, value))
    }
    return
  }
  const issue = kinds[field].safeParse(entry.value).error?.issues[0]
  if (issue) yield problemOf(entry, entry.value, entry.valueAt, issue.message)
}

function problemOf({ key }: FrontMatterEntry, value: unknown, at: Position, expected: string): Problem {
  return {
    at,
    message: `Unexpected \`${written(value)}\` for \`${key}\`, expected ${expected}, correct it`,
    key: `${key} ${written(value)}`,
  }
}

/** The allowed value that was meant, where one is near; else all of them. */
function oneOf(allowed: Value[], value: unknown): string {
  const names = allowed.map(String)
  const nearest = closest(written(value), names)
  if (distance(written(value), nearest) <= Math.min(2, (nearest.length - 1) / 2)) return `\`${nearest}\``
  return names.length === 1 ? `\`${names[0]}\`` : `one of ${names.map((name) => `\`${name}\``).join(', ')}`
}

/** A day by its form, whatever follows: the year first, the year last, or the month by name. */
const dayForm =
  /^(?:((?:19|20)\d\d)[-/](\d\d?)[-/](\d\d?)(?=$|[T ])|(\d\d?)[-/.](\d\d?)[-/.]((?:19|20)\d\d)(?=$|[T ])|\d\d?(?:st|nd|rd|th)? [A-Z][a-z]{2,8}\.?,? (?:19|20)\d\d$|[A-Z][a-z]{2,8}\.? \d\d?(?:st|nd|rd|th)?,? (?:19|20)\d\d$)/

/** Short enough for a day, and with a digit of one. */
function mayHoldDay(text: string): boolean {
  return text.length >= 8 && text.length <= 40 && /\d/.test(text)
}

/** Whether a text has the form of a day and names none: `2026-02-30`, `31/31/2026`. */
function isNoDay(text: string): boolean {
  const [form, year, month, date, first, second, lastYear] = dayForm.exec(text.trim()) ?? []
  if (form === undefined) return false
  if (year !== undefined) return !exists(year, month!, date!)
  // Some write the day first, some the month.
  if (lastYear !== undefined) return !exists(lastYear, first!, second!) && !exists(lastYear, second!, first!)
  // Words that are no months may be those of another language.
  return monthName.test(form) && !isWholeDay(form)
}

function exists(year: string, month: string, date: string): boolean {
  return isDay(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`)
}

const monthName = /\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|ember|ober)?\b/i

function written(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** A day in another style, `25 July 2025` or `25/07/2025`: the whole text names one day, and not a month or a year. */
function isWholeDay(text: string): boolean {
  const [date] = datesIn(text)
  return date !== undefined && date.text === text.trim() && /^\D*\d{1,4}\D+\w+\D+\d{1,4}$/.test(text.trim())
}

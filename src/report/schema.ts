import * as z from 'zod'
import { articleTypes } from '../article/article.ts'
import { severities } from './report.ts'

const point = z
  .object({
    line: z.int().positive().describe('from 1'),
    column: z.int().positive().describe('from 1, in UTF-16 units'),
    offset: z.int().nonnegative().describe('from 0, in UTF-16 units of the file'),
  })
  .describe('a place in a file')

const range = { start: point, end: point.describe('exclusive') }

const day = z.string().describe('`YYYY-MM-DD`')

const path = z.string().describe('relative to the working directory, forward slashes')

const edit = z
  .object({ start: z.int().nonnegative(), end: z.int().nonnegative(), text: z.string() })
  .describe('replaces what stands between two offsets of the file by a text')

const related = z
  .object({ path, message: z.string().describe('what the place is to the finding'), quote: z.string(), ...range })
  .describe('a second place that a finding speaks of, with the text that stands there')

const finding = z
  .object({
    rule: z.string().describe('`group/name`'),
    severity: z.enum(severities),
    path,
    ...range,
    message: z.string().describe('what is wrong, what was expected, what to do'),
    status: z.enum(['new', 'known']).describe('`known` when it stands in the baseline'),
    fingerprint: z.string().describe('from the rule, the article and the text; the same when lines move'),
    fixable: z.boolean(),
    fix: z.array(edit).optional().describe('what `--fix` does about it'),
    related: z.array(related),
    data: z.record(z.string(), z.unknown()).describe('more, by rule'),
  })
  .describe('one thing to change, settle or review')

const article = z
  .object({
    path,
    title: z.string().nullable(),
    type: z.enum(articleTypes),
    words: z.int().nonnegative(),
    owner: z.string().optional().describe('who is asked about it'),
    readers: z.number().optional().describe('how many read it'),
    verified: day.optional().describe('when it was last verified, `YYYY-MM-DD`'),
    updated: day.optional().describe('when it was last changed, by its own word, `YYYY-MM-DD`'),
  })
  .describe('an article; what is not known of it is left out')

const rule = z
  .object({
    description: z.string().describe('what articles should be'),
    why: z.string().describe("the reader's reason"),
    fixable: z.boolean().describe('whether some of its findings can be fixed'),
  })
  .describe('a rule that has found something')

const reason = z
  .object({
    rule: z.string(),
    message: z.string(),
    quote: z.string().describe('the text that it speaks of, if any'),
    line: z.int().positive(),
    points: z.number(),
  })
  .describe('one piece of evidence that an article has aged')

const review = z
  .object({
    rank: z.int().positive(),
    path,
    title: z.string().nullable(),
    owner: z.string().nullable(),
    readers: z.number().nullable(),
    verified: day.nullable().describe('the last verification that the article names, `YYYY-MM-DD`'),
    score: z.number().describe('points of the evidence, times the weight of its readers; to one decimal'),
    reasons: z.array(reason).describe('the strongest first'),
    todo: z.string(),
  })
  .describe('an article that wants a review, with what speaks for it')

const counts = z.object({ error: z.int(), warning: z.int(), suggestion: z.int() })

const tally = z
  .object({ today: day, articles: z.int().nonnegative(), findings: counts, queue: z.int().nonnegative() })
  .describe('what a report came to in numbers')

/** The report as JSON has it. The published JSON schema is generated from this one; the types are inferred from it. */
export const reportSchema = z
  .object({
    schemaVersion: z.literal(1),
    tool: z.object({ name: z.literal('deskcheck'), version: z.string() }),
    today: day.describe('the day that freshness was judged on, `YYYY-MM-DD`'),
    summary: z.object({
      articles: z.int().nonnegative(),
      findings: counts.describe('by severity, known ones too'),
      new: z.int().nonnegative(),
      known: z.int().nonnegative(),
      byRule: z.record(z.string(), z.int().positive()),
    }),
    rules: z.record(z.string(), rule).describe('those that have found something, by id'),
    articles: z.array(article).describe('all that were checked, by path'),
    findings: z.array(finding).describe('by path, then offset, then rule'),
    queue: z
      .array(review)
      .optional()
      .describe("the articles that want a review, most first; in the editors' reports only"),
    trend: z
      .array(tally)
      .optional()
      .describe("the reports before in numbers, the oldest first; in the editors' reports only"),
  })
  .describe('everything that one run of deskcheck has found')

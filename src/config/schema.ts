import * as z from 'zod'
import { articleTypes } from '../article/article.ts'
import { dayOrders } from '../article/house.ts'
import { severities } from '../report/report.ts'
import { supersededSchema } from './superseded-schema.ts'

/** What the config and the command line may say of a rule. */
export const levels = [...severities, 'off'] as const

const level = z.enum(levels)

const levelMessage = 'expected `error`, `warning`, `suggestion` or `off`, or a pair of that and options'

const role = z.string().min(1)
const atLeast = z.number().int().positive()

/** What articles of a type should have in one of their sections. */
const sectionRule = z.strictObject({
  role: role.describe('what the section is for: a role of ours, or one that `labels` names'),
  required: z
    .union([z.boolean(), z.literal('with-steps')], '`true`, `false` or `with-steps`')
    .default(false)
    .describe('whether every article of the type has it; `with-steps`: those with a procedure'),
  form: z
    .enum(['majority', 'any', 'heading', 'lead', 'callout'])
    .default('majority')
    .describe(
      'a heading, a label in bold that opens a paragraph, a quotation, any of them, or what most articles have',
    ),
  minWords: atLeast.optional(),
  maxWords: atLeast.optional(),
  minItems: atLeast.optional().describe('entries of the lists in it'),
  maxItems: atLeast.optional(),
})

const ruleLevels = z
  .record(z.string(), z.union([level, z.tuple([level, z.record(z.string(), z.unknown())])], levelMessage))
  .default({})

/** How strict a run is where nothing else is said. */
export const presets = ['recommended', 'strict', 'minimal'] as const

/** Where people read the text of an article. */
export const sourceSchema = z
  .string()
  .regex(/^(?:https?:\/\/|[^:]*$)/i, 'expected a web address, or a way from the report to the articles')
  .regex(/\{path\}/, 'expected `{path}` in it, where the path of an article belongs')

/** The config file, as a user writes it. */
export const configSchema = z.strictObject({
  $schema: z.string().optional().describe('the JSON schema, for editors'),
  content: z
    .array(z.string().min(1))
    .min(1)
    .default(['content'])
    .describe('files, folders and globs that are checked when the command line names none'),
  extends: z
    .union([z.string().min(1), z.array(z.string().min(1)).min(1)], 'expected a file or package, or a list of them')
    .optional()
    .describe(
      'files or packages with configs that this one starts from, the later over the earlier; what it says itself counts',
    ),
  exclude: z.array(z.string().min(1)).default([]).describe('globs of files that folders and globs leave out'),
  baseline: z.string().min(1).optional().describe('file of known findings, which do not fail a run'),
  labels: z
    .record(role, z.array(z.string().min(1)).min(1))
    .default({})
    .describe('by role: the label of its sections in this house, then other words for it; a role may be a new one'),
  types: z
    .partialRecord(z.enum(articleTypes), z.strictObject({ sections: z.array(sectionRule) }))
    .default({})
    .describe('by type of article: the sections that it has, in their order'),
  keys: z
    .strictObject({
      last_verified: z.array(role).optional().describe('keys that hold the day of the last review'),
      review_every: z
        .array(role)
        .optional()
        .describe('keys that hold how long a review lasts, as an ISO 8601 duration'),
      updated: z.array(role).optional().describe('keys that hold the day of the last change'),
      expires: z.array(role).optional().describe('keys that hold the last day on which an article holds'),
      owner: z.array(role).optional().describe('keys that name who is asked about an article'),
    })
    .default({})
    .describe("other names of this house for keys of front matter, such as `{ last_verified: ['ms.date'] }`"),
  dayOrder: z
    .enum(dayOrders)
    .default('either')
    .describe('what comes first in days such as `03/04/2026`; with `either`, what depends on it is not judged'),
  terms: z
    .union([z.string().min(1), z.array(z.unknown())], 'expected the name of a file, or a list of terms')
    .optional()
    .describe('YAML file of preferred and forbidden terms, or the list itself, for `style/terms`'),
  redirects: z
    .union([z.string().min(1), z.array(z.string().min(1))], 'expected the name of a file, or a list of addresses')
    .optional()
    .describe('file with the redirects of the site, or the addresses that lead on to others, for `links/target`'),
  settled: z
    .union([z.string().min(1), z.array(z.unknown())], 'expected the name of a file, or a list of facts')
    .optional()
    .describe('YAML file of facts that the editors have settled, or the list itself, for `conflicts/settled`'),
  superseded: z
    .union([z.string().min(1), supersededSchema], 'expected the name of a file, or a list of what is superseded')
    .optional()
    .describe(
      'YAML file of standards, products and versions that have been replaced, or the list itself, for `freshness/superseded`',
    ),
  queue: z
    .strictObject({
      weights: z
        .record(z.string().regex(/^[\w-]+\/[\w-]+$/, 'expected ids of rules'), z.number().min(0).max(1000))
        .default({})
        .describe('points of the evidence of a rule, by its id, such as `{ "freshness/superseded": 2 }`'),
      readers: z
        .string()
        .min(1)
        .optional()
        .describe('CSV with the readers of articles, such as `path,views`: more readers, earlier review'),
    })
    .default({ weights: {} })
    .describe('how `deskcheck report` ranks the articles that want a review'),
  source: sourceSchema
    .optional()
    .describe(
      'where people read the text of an article, such as `https://example.com/blob/main/{path}#L{line}`: reports link there',
    ),
  history: z
    .boolean()
    .default(true)
    .describe('whether git is asked when each article was last changed, for rules about freshness'),
  plugins: z
    .array(z.string().min(1))
    .default([])
    .describe('packages of remark-lint and retext whose plugins are rules, too: `plugin/<name>`'),
  preset: z
    .enum(presets)
    .default('recommended')
    .describe(
      '`recommended`: every rule at its own level; `strict`: suggestions are warnings, and warnings errors; `minimal`: errors only',
    ),
  rules: ruleLevels.describe('by rule id or `group/*`: a level, or a level and options'),
  overrides: z
    .array(
      z.strictObject({
        files: z.array(z.string().min(1)).min(1).optional().describe('globs, relative to the config'),
        types: z.array(z.enum(articleTypes)).min(1).optional().describe('types of article'),
        rules: ruleLevels,
      }),
    )
    .default([])
    .describe('other levels and options for some articles, by folder or type; the last that fits wins'),
})

/** The levels and options that a config gives to rules. */
export type RuleLevels = z.output<typeof ruleLevels>

/** A config as written, every key optional. */
export type Config = z.input<typeof configSchema>

/** The level of a rule in the config or on the command line. */
export type Level = z.infer<typeof level>

/** Reads a level as the command line has it. */
export function parseLevel(text: string): Level | undefined {
  return level.safeParse(text).data
}

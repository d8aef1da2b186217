import { closest } from 'fastest-levenshtein'
import type { z } from 'zod'
import { rules as ownRules } from '../../rules/index.ts'
import type { ArticleType } from '../article/article.ts'
import { createHouse, type House } from '../article/house.ts'
import { isNativeParserThere, type ParserChoice } from '../article/parse-markdown.ts'
import { roles } from '../article/roles.ts'
import { UserError } from '../errors.ts'
import { isDay } from '../facts/days.ts'
import type { Severity } from '../report/report.ts'
import type { Rule } from '../rule/rule.ts'
import { namesRule } from './rules-for.ts'
import { configSchema, type Config, type Level, type presets, type RuleLevels } from './schema.ts'

/** A rule that is on, with its severity and its options filled in. */
export interface ActiveRule {
  rule: Rule
  severity: Severity
  options: unknown
}

/** Everything that decides what is found, settled before any file is read. */
export interface Settings {
  today: string
  /** The working directory as seen from the config's folder: with it, fingerprints are the same wherever a run starts. */
  base: string
  /** How this house builds its articles. */
  house: House
  /** Which parser reads Markdown; what is found is the same with either. */
  parser: ParserChoice
  /** Those that are on for all articles of which no override says otherwise, in the order of the ids. */
  rules: ActiveRule[]
  overrides: Override[]
  /** The id of every rule, on or off. */
  ruleIds: readonly string[]
}

/** Other rules for some articles. */
export interface Override {
  /** Globs, relative to the config's folder; where types are named too, both have to fit. */
  files: string[] | undefined
  types: ArticleType[] | undefined
  /** By id; undefined: off. */
  rules: ReadonlyMap<string, ActiveRule | undefined>
}

/** Lists that the config has under keys of their own, as they are mostly files: which option of which rule takes them. */
const listsOfRules = [
  ['terms', 'style/terms', 'terms'],
  ['redirects', 'links/target', 'moved'],
  ['settled', 'conflicts/settled', 'facts'],
] as const

/** What was chosen for rules, by id. */
type Chosen = Map<string, { level: Level; options?: unknown }>

/**
 * Settles a config.
 *
 * @param config as in `deskcheck.config.ts`; with nothing, the defaults
 * @param given `today`: the day that freshness is judged on, `YYYY-MM-DD`, else today by the clock; `levels`: overrides
 *   by rule id or `group/*`, applied in order after those of the config; `base`, `parser`: see {@link Settings};
 *   `plugins`: rules besides ours
 * @throws UserError for an unknown key, rule, level or option, or a parser that is not there
 */
export function resolveSettings(
  config: Config = {},
  given: { today?: string; levels?: [string, Level][]; base?: string; parser?: ParserChoice; plugins?: Rule[] } = {},
): Settings {
  if (given.today !== undefined && !(isDay(given.today) && given.today.length === 10)) {
    throw new UserError(`Cannot use \`${given.today}\` as today`, {
      because: 'it is not a day',
      hint: 'Write it as `YYYY-MM-DD`.',
    })
  }
  if (given.parser === 'native' && !isNativeParserThere()) {
    throw new UserError('Cannot use the parser `native`', {
      because: 'it is not installed, or has no build for this machine',
      hint: 'Choose `auto`: it uses the native parser where it is there.',
    })
  }
  const parsed = configSchema.safeParse(config)
  if (!parsed.success) throw new UserError('Cannot use the config', { because: issuesOf(parsed.error) })

  const { extends: base } = parsed.data
  if (base !== undefined) {
    throw new UserError(`Cannot use the config: \`extends\`: \`${[base].flat().join('`, `')}\` was not read`, {
      hint: 'Import that config and spread it: only the command line reads files.',
    })
  }
  const { superseded } = parsed.data
  if (typeof superseded === 'string') throw notRead('superseded', superseded)
  const house = createHouse({ ...parsed.data, superseded })
  checkRoles(parsed.data)
  const { preset, rules, overrides } = parsed.data
  const all = [...ownRules, ...(given.plugins ?? [])]
  const common: Chosen = new Map(all.map(({ id, severity }) => [id, { level: levelIn(preset, severity) }]))
  choose(common, rules, all)
  for (const [key, id, option] of listsOfRules) {
    const list = parsed.data[key]
    if (typeof list === 'string') throw notRead(key, list)
    if (!list) continue
    const { level, options } = common.get(id)!
    // What the rule's own options say counts, as it does for all others.
    common.set(id, { level, options: { [option]: list, ...(options as object | undefined) } })
  }
  const last = given.levels ?? []
  chooseInOrder(common, last, all)
  const filled = [...common].map(([id, chosen]) => fill(id, chosen, all))
  return {
    today: given.today ?? todayByTheClock(),
    base: given.base ?? '',
    parser: given.parser ?? 'auto',
    house,
    rules: filled.filter((rule) => rule !== undefined),
    overrides: overrides.map((override) => overrideFrom(override, common, last, all)),
    ruleIds: all.map(({ id }) => id),
  }
}

function notRead(key: string, file: string): UserError {
  return new UserError(`Cannot use the config: \`${key}\`: \`${file}\` was not read`, {
    hint: 'Give the list itself: only the command line reads files.',
  })
}

/** The level of a rule where only the preset speaks. */
function levelIn(preset: (typeof presets)[number], severity: Severity): Level {
  if (preset === 'minimal') return severity === 'error' ? 'error' : 'off'
  if (preset === 'strict') return severity === 'suggestion' ? 'warning' : 'error'
  return severity
}

/** Chooses levels and options. A group first, then single rules: the narrower entry wins wherever it stands. */
function choose(chosen: Chosen, levels: RuleLevels, all: readonly Rule[], before: Chosen = chosen): void {
  const entries = Object.entries(levels).sort(([a], [b]) => Number(b.endsWith('/*')) - Number(a.endsWith('/*')))
  for (const [key, value] of entries) {
    const [level, given] = Array.isArray(value) ? value : [value, undefined]
    for (const id of rulesNamed(key, all))
      chosen.set(id, { level, options: given ?? (chosen.get(id) ?? before.get(id))?.options })
  }
}

/** Chooses levels one after another, as the command line names them: the later entry wins. */
function chooseInOrder(
  chosen: Chosen,
  levels: readonly [string, Level][],
  all: readonly Rule[],
  before: Chosen = chosen,
): void {
  for (const [key, level] of levels) choose(chosen, { [key]: level }, all, before)
}

/** @throws UserError for options that the rule does not have */
function fill(
  id: string,
  { level, options = {} }: { level: Level; options?: unknown },
  all: readonly Rule[],
): ActiveRule | undefined {
  const rule = all.find((one) => one.id === id)!
  const filled = rule.options.safeParse(options)
  if (!filled.success)
    throw new UserError(`Cannot use the options of \`${rule.id}\``, {
      because: issuesOf(filled.error),
      hint: `See \`deskcheck explain ${rule.id}\` for its options.`,
    })
  return level === 'off' ? undefined : { rule, severity: level, options: filled.data }
}

/** An override with its rules filled in; what the command line says holds in it, too. */
function overrideFrom(
  { files, types, rules }: z.output<typeof configSchema>['overrides'][number],
  common: Chosen,
  last: readonly [string, Level][],
  all: readonly Rule[],
): Override {
  for (const [key, value] of Object.entries(rules)) {
    const about =
      Array.isArray(value) &&
      rulesNamed(key, all).find((id) => all.some((one) => one.id === id && one.scope === 'corpus'))
    if (about) {
      throw new UserError('Cannot use the config', {
        because: `\`overrides\` gives options to \`${about}\`, which looks at all articles together`,
        hint: 'Give it a level only, or set its options in `rules`.',
      })
    }
  }
  const chosen: Chosen = new Map()
  choose(chosen, rules, all, common)
  const named = new Set(chosen.keys())
  chooseInOrder(chosen, last, all, common)
  const own = [...chosen].filter(([id]) => named.has(id))
  return { files, types, rules: new Map(own.map(([id, one]) => [id, fill(id, one, all)])) }
}

/** @throws UserError for a section of a role that nothing names, or that is there twice */
function checkRoles({ labels, types }: z.output<typeof configSchema>): void {
  const names = [...roles, ...Object.keys(labels)]
  for (const [type, schema] of Object.entries(types)) {
    const seen = new Set<string>()
    for (const { role } of schema?.sections ?? []) {
      const where = `\`types.${type}.sections\``
      if (!names.includes(role)) {
        throw new UserError('Cannot use the config', {
          because: `${where} names the role \`${role}\`, which is none: did you mean \`${closest(role, names)}\`?`,
          hint: `Give a new role its words: \`labels: { '${role}': ['…'] }\`.`,
        })
      }
      if (seen.has(role)) throw new UserError('Cannot use the config', { because: `${where} names \`${role}\` twice` })
      seen.add(role)
    }
  }
}

/** The rules that an id or `group/*` names. */
function rulesNamed(key: string, all: readonly Rule[]): string[] {
  const ids = all.map(({ id }) => id)
  const named = ids.filter((id) => namesRule(key, id))
  if (named.length > 0) return named
  throw unknownRule(key, key.endsWith('/*') ? [...new Set(ids.map((id) => `${id.split('/')[0]}/*`))] : ids)
}

/** The error for a rule that is not there, with the nearest of those that are. */
export function unknownRule(name: string, ids: readonly string[] = ownRules.map(({ id }) => id)): UserError {
  return new UserError(`Cannot find the rule \`${name}\``, {
    because: `did you mean \`${closest(name, ids)}\`?`,
    hint: 'See `deskcheck rules` for all of them.',
  })
}

function issuesOf(error: z.ZodError): string {
  return error.issues
    .map((issue) => (issue.path.length > 0 ? `\`${issue.path.join('.')}\`: ${issue.message}` : issue.message))
    .join('; ')
}

/** The only reading of the clock in the program. */
function todayByTheClock(): string {
  const now = new Date()
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`
}

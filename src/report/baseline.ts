import * as z from 'zod'
import { messageOf, UserError } from '../errors.ts'
import { isSeen, othersIn } from './match-baseline.ts'
import type { Report } from './report.ts'

const entrySchema = z.strictObject({
  path: z.string(),
  rule: z.string(),
  fingerprint: z.string(),
  count: z.number().int().positive().default(1),
  with: z.array(z.string()).optional().describe('the other articles that it speaks of'),
})
const baselineSchema = z.strictObject({
  version: z.literal(2),
  articles: z
    .record(z.string(), z.string())
    .default({})
    .describe('by path: a sketch of the text, to know it when it is moved'),
  findings: z.array(entrySchema),
})

/** Findings that were there before: by fingerprint, with how often each may occur. */
export type Baseline = z.infer<typeof baselineSchema>

/** What a baseline knows. */
export type KnownFinding = Baseline['findings'][number]

/**
 * Reads a baseline file's text.
 *
 * @param path for the message only
 * @throws UserError when it is not a baseline
 */
export function parseBaseline(text: string, path: string): Baseline {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw broken(path, messageOf(error))
  }
  if (isFirstVersion(json))
    throw broken(path, 'an earlier deskcheck wrote it, which told findings apart in another way')
  const parsed = baselineSchema.safeParse(json)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]!
  throw broken(path, `\`${issue.path.join('.')}\`: ${issue.message}`)
}

function isFirstVersion(json: unknown): boolean {
  return typeof json === 'object' && json !== null && 'version' in json && json.version === 1
}

/** What a run could see: a baseline is judged and renewed only as far as that. */
export interface Sight {
  /** Rules that were on, and find in such a run all that they would find in one over everything. */
  rules: Set<string>
  /** Articles that were checked, as the baseline calls them; undefined when all of them were. */
  paths: Set<string> | undefined
  /** Turns a path of the report into one of the baseline. */
  pathOf: (path: string) => string
  /** A few words of each article that was checked, by its path in the report, as text: see `sketchOf`. */
  sketches: ReadonlyMap<string, string>
}

/**
 * The text of the baseline that knows every finding of a report, and what the run could not see of the one before; one
 * entry a line and sorted, so that a diff of it can be read.
 *
 * @param report its findings matched with the baseline before, where there is one
 */
export function renderBaseline(report: Report, sight: Sight, before?: Baseline): string {
  const entries = new Map<string, KnownFinding>()
  for (const entry of before?.findings ?? []) if (!isSeen(entry, sight)) entries.set(entry.fingerprint, { ...entry })
  for (const { path, rule, fingerprint, related, status } of report.findings) {
    // What is known of it stands there already, from a run that saw more.
    if (before && status === 'known' && !sight.rules.has(rule)) continue
    const entry = entries.get(fingerprint)
    if (entry) entry.count += 1
    else {
      const others = othersIn(related, sight.pathOf)
      const known = { path: sight.pathOf(path), rule, fingerprint, count: 1 }
      entries.set(fingerprint, others.length > 0 ? { ...known, with: others } : known)
    }
  }
  const order = ({ path, rule, fingerprint }: KnownFinding) => [path, rule, fingerprint].join('\0')
  const lines = [...entries.values()]
    .sort((a, b) => (order(a) < order(b) ? -1 : 1))
    .map(({ path, rule, fingerprint, count, with: others }) =>
      JSON.stringify({ path, rule, fingerprint, ...(count > 1 ? { count } : {}), ...(others ? { with: others } : {}) }),
    )
  const sketches = new Map([...sight.sketches].map(([path, sketch]) => [sight.pathOf(path), sketch]))
  const articles = [...new Set([...entries.values()].map(({ path }) => path))].sort().flatMap((path) => {
    const sketch = sketches.get(path) ?? before?.articles[path] ?? ''
    return sketch === '' ? [] : [`${JSON.stringify(path)}: ${JSON.stringify(sketch)}`]
  })
  return `{\n  "version": 2,\n  "articles": ${inLines('{', articles, '}')},\n  "findings": ${inLines('[', lines, ']')}\n}\n`
}

function inLines(open: string, lines: string[], close: string): string {
  return lines.length > 0 ? `${open}\n    ${lines.join(',\n    ')}\n  ${close}` : open + close
}

function broken(path: string, because: string): UserError {
  return new UserError(`Cannot read the baseline \`${path}\``, {
    because,
    hint: 'Mend it, or remove it and write it anew with `--update-baseline`.',
  })
}

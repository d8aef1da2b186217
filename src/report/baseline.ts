import * as z from 'zod'
import { messageOf, UserError } from '../errors.ts'
import type { Finding, Report } from './report.ts'

const entrySchema = z.strictObject({
  path: z.string(),
  rule: z.string(),
  fingerprint: z.string(),
  count: z.number().int().positive().default(1),
})
const baselineSchema = z.strictObject({ version: z.literal(1), findings: z.array(entrySchema) })

/** Findings that were there before: by fingerprint, with how often each may occur. */
export type Baseline = z.infer<typeof baselineSchema>

type Entry = Baseline['findings'][number]

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
  const parsed = baselineSchema.safeParse(json)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]!
  throw broken(path, `\`${issue.path.join('.')}\`: ${issue.message}`)
}

/** What a run could see: a baseline is judged and renewed only as far as that. */
export interface Sight {
  /** Rules that were on. */
  rules: Set<string>
  /** Articles that were checked, as the baseline calls them; undefined when all of them were. */
  paths: Set<string> | undefined
  /** Turns a path of the report into one of the baseline. */
  pathOf: (path: string) => string
}

/**
 * The text of the baseline that knows every finding of a report, and what the run could not see of the one before; one
 * entry a line and sorted, so that a diff of it can be read.
 */
export function renderBaseline(report: Report, sight: Sight, before?: Baseline): string {
  const entries = new Map<string, Entry>()
  for (const entry of before?.findings ?? []) if (!isSeen(entry, sight)) entries.set(entry.fingerprint, { ...entry })
  for (const { path, rule, fingerprint } of report.findings) {
    const entry = entries.get(fingerprint)
    if (entry) entry.count += 1
    else entries.set(fingerprint, { path: sight.pathOf(path), rule, fingerprint, count: 1 })
  }
  const order = ({ path, rule, fingerprint }: Entry) => [path, rule, fingerprint].join('\0')
  const lines = [...entries.values()]
    .sort((a, b) => (order(a) < order(b) ? -1 : 1))
    .map(({ path, rule, fingerprint, count }) =>
      JSON.stringify({ path, rule, fingerprint, ...(count > 1 ? { count } : {}) }),
    )
  const list = lines.length > 0 ? `[\n    ${lines.join(',\n    ')}\n  ]` : '[]'
  return `{\n  "version": 1,\n  "findings": ${list}\n}\n`
}

/** Marks the findings that a baseline knows, as many of each as it counts; the findings are changed in place. */
export function markKnown(findings: Finding[], baseline: Baseline): void {
  const left = new Map<string, number>()
  for (const { fingerprint, count } of baseline.findings) left.set(fingerprint, (left.get(fingerprint) ?? 0) + count)
  for (const finding of findings) {
    const count = left.get(finding.fingerprint) ?? 0
    if (count === 0) continue
    left.set(finding.fingerprint, count - 1)
    finding.status = 'known'
  }
}

/** How many findings the baseline knows that the report should have, by what the run could see, and does not have any more. */
export function goneFrom(baseline: Baseline, report: Report, sight: Sight): number {
  const seen = baseline.findings.filter((entry) => isSeen(entry, sight))
  const known = report.findings.filter((finding) => finding.status === 'known').length
  return Math.max(0, seen.reduce((sum, entry) => sum + entry.count, 0) - known)
}

function isSeen({ rule, path }: Entry, { rules, paths }: Sight): boolean {
  return rules.has(rule) && (paths === undefined || paths.has(path))
}

function broken(path: string, because: string): UserError {
  return new UserError(`Cannot read the baseline \`${path}\``, {
    because,
    hint: 'Write it anew with `--update-baseline`.',
  })
}

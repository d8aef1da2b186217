// Precision and recall of the rules about conflicts: labelled pairs of articles, and what editors changed in real ones.
import { existsSync, readFileSync } from 'node:fs'
import { lint, resolveSettings, type Finding } from '../../src/index.ts'

/** Two articles that contradict each other, or only seem to. */
interface LabelledPair {
  name: string
  isConflict: boolean
  kind: string
  /** Of a conflict: how alike the wording is; of a trap, what kind of one it is. */
  wording: string
  files: { path: string; source: string }[]
}

/** The pairs that the rules were made with, and those that are only scored. */
export const parts = ['developed', 'scored'] as const
export type Part = (typeof parts)[number]

export function labelledPairs(part: Part): LabelledPair[] {
  const text = readFileSync(new URL(`conflicts/${part}.txt`, import.meta.url), 'utf8')
  return text
    .split(/^(?=%% \w)/m)
    .filter((one) => one.trim() !== '')
    .map((one) => {
      const [, label, kind = '', wording = '', name = '', a = '', b = ''] =
        /^%% (\w+) (\S+) (\S+) (\S+)\n([^]*?)^%%\n?([^]*)$/m.exec(one) ?? []
      const files = [a, b].flatMap((source, index) =>
        source.trim() === '' ? [] : [{ path: `${name}-${'ab'[index]}.md`, source }],
      )
      return { name, isConflict: label === 'conflict', kind, wording, files }
    })
}

const settings = resolveSettings({
  rules: Object.fromEntries(
    ['number', 'date', 'contact', 'path', 'list', 'answer', 'count'].map((kind) => [`conflicts/${kind}`, 'warning']),
  ),
})

/** What the rules about conflicts find in articles. */
export function conflictsAmong(files: { path: string; source: string }[]): Finding[] {
  return lint(files, settings).findings.filter(({ rule }) => rule.startsWith('conflicts/'))
}

export interface ConflictScore {
  pairs: LabelledPair[]
  found: LabelledPair[]
  missed: LabelledPair[]
  /** Traps that were taken for conflicts. */
  wrong: LabelledPair[]
  /** Findings between articles of different pairs, which do not contradict each other. */
  beyond: string[]
}

/** All articles of a part are one help centre. */
export function scoreConflicts(part: Part): ConflictScore {
  const pairs = labelledPairs(part)
  const findings = conflictsAmong(pairs.flatMap(({ files }) => files))
  const nameOf = (path: string) => path.replace(/-[ab]\.md$/, '')
  const flagged = new Set<string>()
  const beyond: string[] = []
  for (const { path, related, message } of findings) {
    const names = new Set([path, ...related.map((other) => other.path)].map(nameOf))
    if (names.size === 1) flagged.add([...names][0]!)
    else beyond.push(`${[...names].join(' and ')}: ${message}`)
  }
  return {
    pairs,
    found: pairs.filter(({ isConflict, name }) => isConflict && flagged.has(name)),
    missed: pairs.filter(({ isConflict, name }) => isConflict && !flagged.has(name)),
    wrong: pairs.filter(({ isConflict, name }) => !isConflict && flagged.has(name)),
    beyond,
  }
}

const revisionsFile = new URL('../../../shared/data/labels/revisions.jsonl', import.meta.url)
export const hasRevisions = existsSync(revisionsFile)

/** Of sentences that editors have changed: how many are told as conflicts, by label. */
export function scoreRevisions(): Map<string, { pairs: number; found: number }> {
  const scores = new Map<string, { pairs: number; found: number }>()
  for (const line of readFileSync(revisionsFile, 'utf8').trim().split('\n')) {
    const { label, path, old, new: now } = JSON.parse(line) as Record<'label' | 'path' | 'old' | 'new', string>
    const title = path.replace(/^.*\//, '').replace(/\.md$/, '').replaceAll('-', ' ')
    const files = [old, now].map((sentence, index) => ({
      path: `${'ab'[index]}.md`,
      source: `# ${title} ${['overview', 'notes'][index]}\n\n## Details\n\n${sentence}\n`,
    }))
    const score = scores.get(label) ?? { pairs: 0, found: 0 }
    score.pairs++
    if (conflictsAmong(files).length > 0) score.found++
    scores.set(label, score)
  }
  return scores
}

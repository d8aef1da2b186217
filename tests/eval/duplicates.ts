import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { lint, resolveSettings, type Report, type SourceFile } from '../../src/index.ts'

/** What two articles of the labelled help centres are to each other; `none`: they only look alike. */
export const levels = ['exact', 'near', 'variant', 'passage', 'question'] as const
type Level = (typeof levels)[number]
type Label = Level | 'none'

interface LabelledPair {
  a: string
  b: string
  level: Label
}

/** How well the pairs that are found at a level match those that are labelled so. */
export interface LevelScore {
  level: Level | 'at warning'
  labelled: number
  found: number
  right: number
  precision: number
  recall: number
  f1: number
  missed: string[]
  false: string[]
}

const folder = new URL('duplicates/', import.meta.url)

/** The help centres that were written for this: all articles of one are checked together. */
const houses = () => readdirSync(folder).filter((name) => existsSync(new URL(`${name}/pairs.json`, folder)))

/** How many pairs there are, and how many of them only look alike. */
export function countLabels(): { houses: number; articles: number; pairs: number; negatives: number } {
  const pairs = houses().flatMap(pairsOf)
  const negatives = pairs.filter(({ level }) => level === 'none').length
  const articles = houses().reduce((sum, house) => sum + articlesOf(house).length, 0)
  return { houses: houses().length, articles, pairs: pairs.length - negatives, negatives }
}

/** The articles of each house. */
export const labelledHouses = (): SourceFile[][] => houses().map(articlesOf)

/** Scores every level over all labelled help centres. */
export function scoreDuplicates(): LevelScore[] {
  const expected = new Map<string, Label>()
  const found = new Map<string, Set<Level>>()
  for (const house of houses()) {
    for (const { a, b, level } of pairsOf(house)) expected.set(keyOf(`${house}/${a}`, `${house}/${b}`), level)
    for (const [key, level] of foundIn(lint(articlesOf(house), resolveSettings({}, { today: '2026-11-23' })))) {
      found.set(key, (found.get(key) ?? new Set()).add(level))
    }
  }
  const keysAt = (some: readonly string[]) =>
    new Set([...found].filter(([, own]) => some.some((level) => own.has(level as Level))).map(([key]) => key))
  const labelledAs = (some: readonly string[]) =>
    new Set([...expected].filter(([, level]) => some.includes(level)).map(([key]) => key))
  return [
    ...levels.map((level) => scoreOf(level, keysAt([level]), labelledAs([level]))),
    scoreOf('at warning', keysAt(['exact', 'near']), labelledAs(['exact', 'near'])),
  ]
}

function scoreOf(level: LevelScore['level'], found: Set<string>, labelled: Set<string>): LevelScore {
  const right = [...found].filter((key) => labelled.has(key)).length
  const precision = found.size === 0 ? 1 : right / found.size
  const recall = labelled.size === 0 ? 1 : right / labelled.size
  return {
    level,
    labelled: labelled.size,
    found: found.size,
    right,
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    missed: [...labelled].filter((key) => !found.has(key)),
    false: [...found].filter((key) => !labelled.has(key)),
  }
}

const keyOf = (one: string, other: string) =>
  [one, other]
    .map((name) => name.replace(/\.md$/, ''))
    .sort()
    .join('+')

/** The pairs that a report tells of, with their level; of several copies that are to become one, each with each. */
function foundIn(report: Report): [string, Level][] {
  const found = new Map<string, [string, Level]>()
  const copies = new Map<string, Set<string>>()
  for (const { rule, path: here, related } of report.findings) {
    const level = levels.find((one) => rule === `duplicates/${one}`)
    if (!level) continue
    for (const { path: there } of related) found.set(`${keyOf(here, there)} ${level}`, [keyOf(here, there), level])
    if (level === 'near') {
      const set = new Set([
        ...(copies.get(here) ?? [here]),
        ...related.flatMap((one) => [...(copies.get(one.path) ?? [one.path])]),
      ])
      for (const one of set) copies.set(one, set)
    }
  }
  for (const set of new Set(copies.values())) {
    const members = [...set]
    members.forEach((a, index) => {
      for (const b of members.slice(index + 1)) found.set(`${keyOf(a, b)} near`, [keyOf(a, b), 'near'])
    })
  }
  return [...found.values()]
}

function pairsOf(house: string): LabelledPair[] {
  return (JSON.parse(readFileSync(new URL(`${house}/pairs.json`, folder), 'utf8')) as { pairs: LabelledPair[] }).pairs
}

function articlesOf(house: string): SourceFile[] {
  return readdirSync(new URL(`${house}/`, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => ({ path: `${house}/${name}`, source: readFileSync(new URL(`${house}/${name}`, folder), 'utf8') }))
}

const shared = fileURLToPath(new URL('../../../shared/data/', import.meta.url))
const merged = path.join(shared, 'labels/merged-pairs.jsonl')
/** Whether the data that is not part of the project is there. */
export const hasMerged = existsSync(merged)

/** How the rules do on another help centre, with what its editors have merged. */
export interface MergedScore {
  articles: number
  /** Pairs that editors have merged, those found by `exact`, `near` or `question`, and those by the last two. */
  merged: number
  found: number
  byNearOrQuestion: number
  /** Of what `exact`, `near` and `question` find today: judged true, judged false, and not judged. */
  judged: { true: number; false: number; unknown: number }
  /** Pairs of at least 0.5 Jaccard by the given list that are in no finding. */
  missedNear: string[]
}

export function scoreMerged(): MergedScore {
  const cwd = mkdtempSync(path.join(tmpdir(), 'deskcheck-eval-'))
  try {
    execFileSync('tar', ['-xf', path.join(shared, 'office-support.tar.gz'), '-C', cwd])
    const root = path.join(cwd, 'office-support')
    const files = (readdirSync(root, { recursive: true }) as string[])
      .filter((name) => name.endsWith('.md'))
      .map((name) => ({ path: name.split(path.sep).join('/'), source: readFileSync(path.join(root, name), 'utf8') }))
    const settings = resolveSettings({}, { today: '2026-11-23' })
    const plain = lint(files, settings)
    const about = /^duplicates\/(?:exact|near|question)$/
    const verdicts = JSON.parse(readFileSync(new URL('judged.json', folder), 'utf8')) as Record<
      'true' | 'false',
      string[]
    >
    const pairOf = (text: string) => keyOf(...(text.split(' ').slice(1) as [string, string]))
    const [right, wrong] = [new Set(verdicts.true.map(pairOf)), new Set(verdicts.false.map(pairOf))]
    const judged = { true: 0, false: 0, unknown: 0 }
    for (const { rule, path: here, related } of plain.findings) {
      if (!about.test(rule)) continue
      const key = keyOf(here, related[0]!.path)
      judged[right.has(key) ? 'true' : wrong.has(key) ? 'false' : 'unknown']++
    }
    const pairs = readFileSync(merged, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { source: string; target: string; target_final?: string })
    const old = pairs.map(({ source }) => ({
      path: `merged/${source}`,
      source: readFileSync(path.join(shared, 'labels/merged-text', source), 'utf8'),
    }))
    const found = new Map<string, string[]>()
    for (const { rule, path: here, related } of lint([...files, ...old], settings).findings) {
      if (!about.test(rule)) continue
      for (const { path: there } of related)
        found.set(keyOf(here, there), [...(found.get(keyOf(here, there)) ?? []), rule])
    }
    const rulesOf = pairs.map(
      (pair) => found.get(keyOf(`merged/${pair.source}`, pair.target_final ?? pair.target)) ?? [],
    )
    const told = new Set(
      plain.findings
        .filter(({ rule }) => rule.startsWith('duplicates/'))
        .flatMap(({ path: here, related }) => related.map((other) => keyOf(here, other.path))),
    )
    const missedNear = readFileSync(path.join(shared, 'labels/near-duplicates.tsv'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split('\t'))
      .filter(([jaccard, a, b]) => Number(jaccard) >= 0.5 && !told.has(keyOf(a!.slice(2), b!.slice(2))))
      .map(([, a, b]) => `${a} ${b}`)
    return {
      articles: files.length,
      merged: pairs.length,
      found: rulesOf.filter((rules) => rules.length > 0).length,
      byNearOrQuestion: rulesOf.filter((rules) => rules.some((rule) => rule !== 'duplicates/exact')).length,
      judged,
      missedNear,
    }
  } finally {
    rmSync(cwd, { recursive: true })
  }
}

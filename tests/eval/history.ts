import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { resolveSettings } from '../../src/config/resolve-settings.ts'
import { sketchOf } from '../../src/facts/shingles.ts'
import { checkArticle, reportOf, type SourceFile } from '../../src/pipeline.ts'
import { parseBaseline, renderBaseline, type Sight } from '../../src/report/baseline.ts'
import { matchBaseline } from '../../src/report/match-baseline.ts'
import type { Finding } from '../../src/report/report.ts'

// What a baseline made at one commit of a help centre says at a later one: `npx tsx tests/eval/history.ts REPOSITORY [FOLDER]`,
// over 24 steps of the last 500 commits. Git tells which findings cannot be new, whatever the fingerprints say.

const [repository, folder = ''] = process.argv.slice(2)
if (repository === undefined) throw new Error('Name a repository with articles.')
const steps = 24
const span = 500
const git = (args: string[], input?: string) =>
  execFileSync('git', ['-C', repository, ...args], {
    maxBuffer: 2 ** 31 - 1,
    ...(input === undefined ? {} : { input }),
  })

const settings = resolveSettings({}, { today: '2026-11-23' })
const rules = new Set(settings.rules.map(({ rule }) => rule.id))

/** The articles of a commit. */
function articlesAt(commit: string): SourceFile[] {
  const listed = git([
    'ls-tree',
    '-r',
    '-z',
    '--full-tree',
    commit,
    ...(folder === '' ? [] : ['--', folder]),
  ]).toString()
  const blobs = listed
    .split('\0')
    .map((line) => /^\d+ blob (\w+)\t(.+\.md)$/s.exec(line))
    .flatMap((match) => (match ? [{ blob: match[1]!, file: match[2]! }] : []))
  const bytes = git(['cat-file', '--batch'], blobs.map(({ blob }) => `${blob}\n`).join(''))
  let at = 0
  return blobs.flatMap(({ file }) => {
    const end = bytes.indexOf('\n', at)
    const size = Number(bytes.subarray(at, end).toString().split(' ')[2])
    const source = bytes.subarray(end + 1, end + 1 + size)
    at = end + size + 2
    return source.includes(0) ? [] : [{ path: file, source: source.toString('utf8') }]
  })
}

/** Articles that changed between two commits, by what git takes for them before. */
function changesBetween(from: string, to: string) {
  const text = git(['diff', '--name-status', '--find-renames=40%', '-z', from, to, '--', '*.md']).toString().split('\0')
  const touched = new Set<string>()
  const renamed = new Map<string, string>()
  for (let index = 0; index + 1 < text.length;) {
    const status = text[index++]!
    const first = text[index++]!
    touched.add(first)
    if (!/^[RC]/.test(status)) continue
    const second = text[index++]!
    touched.add(second)
    if (status.startsWith('R')) renamed.set(second, first)
  }
  return { touched, renamed }
}

const words = (text: string) => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')

const commits = git(['rev-list', '--first-parent', '-n', String(span), 'HEAD'])
  .toString()
  .trim()
  .split('\n')
  .reverse()
const picked = Array.from(
  { length: steps + 1 },
  (_, index) => commits[Math.round((index * (commits.length - 1)) / steps)]!,
)

const totals = { steps: 0, findings: 0, known: 0, new: 0, untouched: 0, moved: 0, standing: 0 }
const examples: string[] = []
let before: { commit: string; files: Map<string, string>; findings: Finding[]; baseline: string } | undefined
for (const commit of picked) {
  const files = articlesAt(commit)
  const checked = files.map((file) => checkArticle(file, settings))
  const report = reportOf(checked, settings)
  const sketches = new Map(checked.map(({ facts }) => [facts.path, sketchOf(facts.shingles)]))
  const sight: Sight = { rules, paths: undefined, pathOf: (file) => file, sketches }
  const texts = new Map(files.map(({ path: file, source }) => [file, source]))
  if (before) {
    const { findings } = matchBaseline(report, parseBaseline(before.baseline, 'baseline'), sight)
    const fresh = findings.filter(({ status }) => status === 'new')
    const { touched, renamed } = changesBetween(before.commit, commit)
    totals.steps++
    totals.findings += findings.length
    totals.known += findings.length - fresh.length
    totals.new += fresh.length
    for (const finding of fresh) {
      const was = renamed.get(finding.path) ?? finding.path
      const told = before.findings.filter((one) => one.rule === finding.rule && one.path === was)
      const text = (source: string | undefined, { start, end }: Finding) =>
        words((source ?? '').slice(start.offset, end.offset))
      const same = told.some(
        (one) =>
          text(before!.files.get(was), one) === text(texts.get(finding.path), finding) &&
          one.message === finding.message,
      )
      const kind = [finding.path, ...finding.related.map((one) => one.path)].every((one) => !touched.has(one))
        ? 'untouched'
        : renamed.has(finding.path) && same
          ? 'moved'
          : same &&
              findings.filter((one) => one.rule === finding.rule && one.path === finding.path).length <= told.length
            ? 'standing'
            : undefined
      if (kind === undefined) continue
      totals[kind]++
      examples.push(`${kind} ${finding.rule} ${finding.path}:${finding.start.line} ${finding.message.slice(0, 140)}`)
    }
  }
  before = { commit, files: texts, findings: report.findings, baseline: renderBaseline(report, sight) }
}
console.log(path.basename(repository), JSON.stringify(totals))
console.log(examples.map((one) => `  ${one}`).join('\n'))

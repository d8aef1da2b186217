// `npm run bench`: how fast the built package is, beside other tools in the same run. README.md says what and why so.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { messageOf, UserError } from '../../src/errors.ts'
import { findFiles } from '../../src/node/find-files.ts'
import { readFile } from '../../src/node/read-files.ts'
import { writeFiles } from '../../src/node/write-files.ts'
import type { Report } from '../../src/report/report.ts'
import { inPairs, median, peak, run, shown, spread, tellsMemory, type Run, type Series } from './measure.ts'
import { areInstalled, deskcheck, others, variants, versions } from './tools.ts'

const usage = 'npm run bench -- [--growth] [--runs N] [--json FILE] [FOLDER…]'
const say = (text: string) => void process.stderr.write(`${text}\n`)

/** What was measured on one folder: a table for people and the numbers that it is made from. */
interface Result {
  table: string
  numbers: object
}

/** Articles that were copied to be measured. */
interface Corpus {
  name: string
  folder: string
  /** Relative to the folder, sorted. */
  articles: string[]
  megabytes: number
}

/** The command line. @throws UserError for what it does not know */
function readArguments() {
  const options = {
    runs: { type: 'string', default: '5' },
    json: { type: 'string' },
    growth: { type: 'boolean', default: false },
  } as const
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true })
    if (!/^[1-9]\d*$/.test(values.runs)) throw new Error(`\`--runs ${values.runs}\` is not a whole number above 0`)
    const folders = positionals.length > 0 ? positionals : ['content']
    for (const folder of folders) articlesOf(folder)
    return { ...values, runs: Number(values.runs), folders }
  } catch (error) {
    if (error instanceof UserError) throw error
    throw new UserError('Cannot read the command line', { because: messageOf(error), hint: `Usage: ${usage}` })
  }
}

/** The articles in a folder, relative to it and sorted. @throws UserError when there are none */
function articlesOf(folder: string): string[] {
  const problem = (because: string) =>
    new UserError(`Cannot measure \`${folder}\``, { because, hint: 'Name a folder with articles, files in `.md`.' })
  const cwd = path.resolve(folder)
  if (!existsSync(cwd) || !statSync(cwd).isDirectory()) throw problem('there is no such folder')
  const files = findFiles(['.'], { from: cwd, cwd, exclude: [], excludeFrom: cwd })
  const articles = files.filter((file) => file.endsWith('.md'))
  if (articles.length === 0) throw problem('it holds no article')
  return articles
}

/** Copies articles, or `count` of them from everywhere in the folder; what is no text stays behind. */
function copy(source: string, folder: string, count = Infinity): Corpus {
  const all = articlesOf(source)
  const taken = Math.min(count, all.length)
  const corpus: Corpus = { name: path.basename(path.resolve(source)), folder, articles: [], megabytes: 0 }
  for (let index = 0; index < taken; index++) {
    const file = readFile(all[Math.floor((index * all.length) / taken)]!, path.resolve(source))
    if ('because' in file) continue
    const target = path.join(folder, file.path)
    mkdirSync(path.dirname(target), { recursive: true })
    writeFileSync(target, file.source)
    corpus.articles.push(file.path)
    corpus.megabytes += Buffer.byteLength(file.source) / 1e6
  }
  return corpus
}

/** Builds the package, and installs the tools unless they are there. @throws UserError */
function makeReady(): void {
  const npm = (task: string, args: string[], cwd: string) => {
    const { status, error } = spawnSync('npm', args, { cwd, stdio: ['ignore', 2, 2] })
    if (status !== 0) {
      const because = error ? messageOf(error) : `\`npm ${args.join(' ')}\` ended with ${status}`
      throw new UserError(`Cannot ${task}`, { because, hint: 'What it printed stands above.' })
    }
  }
  npm('build the package', ['run', '-s', 'build'], path.resolve(import.meta.dirname, '../..'))
  if (!areInstalled()) {
    say('Installing the tools to compare with into tests/bench/node_modules, once…')
    npm(
      'install the tools to compare with',
      ['ci', '--no-audit', '--no-fund', '--loglevel', 'error'],
      import.meta.dirname,
    )
  }
  if (!tellsMemory) say('Peak memory is left out: it takes GNU time.')
}

/** Deskcheck beside all other tools, and beside itself with a cache, with threads, on one article. */
async function compare(source: string, count: number, temp: string): Promise<Result> {
  const corpus = copy(source, path.join(temp, 'articles'))
  const bySize = corpus.articles.toSorted(
    (a, b) => statSync(path.join(corpus.folder, a)).size - statSync(path.join(corpus.folder, b)).size,
  )
  const article = bySize[Math.floor(bySize.length / 2)]!
  const out = path.join(temp, 'out')
  const flawed = { folder: path.join(temp, 'flawed'), article }
  mkdirSync(path.dirname(path.join(flawed.folder, article)), { recursive: true })
  writeFileSync(path.join(flawed.folder, article), '# Send an e-mail\n\n# Send an e-mail\n* see http://example.com\n')

  const report = path.join(out, 'report.json')
  const places = { report, cache: path.join(temp, 'cache'), folder: corpus.folder }
  const base = deskcheck('deskcheck, cold', report, ['--no-cache'])
  const tools = [...others(), ...variants({ ...places, article: path.join(corpus.folder, article) })]
  const progress = (text: string) => say(`${corpus.name}: ${text}`)
  const series = await inPairs({ base, others: tools, count }, { folder: corpus.folder, out }, flawed, progress)
  const rows = series.map(({ name, runs, ratios, failure }: Series) =>
    failure === undefined
      ? [name, shown(median(secondsOf(runs))), ratios.length > 0 ? spread(ratios) : '1', peak(runs)]
      : [name, 'failed', '–', '–'],
  )
  if (series.some(({ failure }) => failure !== undefined)) process.exitCode = 1
  const heads = ['what', 'seconds', 'ratio to deskcheck, cold (lowest–highest)', 'peak memory']
  return {
    table: `${heading(corpus)}, median of ${count} pairs.\n\n${markdown(heads, rows)}`,
    numbers: { ...described(corpus), series },
  }
}

/** Deskcheck on 10,000 and 20,000 articles and on all, or on a quarter, a half and all when that is less. */
async function grow(source: string, count: number, temp: string): Promise<Result> {
  const total = articlesOf(source).length
  const sizes = total > 20_000 ? [10_000, 20_000, total] : [Math.ceil(total / 4), Math.ceil(total / 2), total]
  const out = path.join(temp, 'out')
  const report = path.join(out, 'report.json')
  const steps = sizes.map((size) => ({
    corpus: copy(source, path.join(temp, String(size)), size),
    cold: { tool: deskcheck('cold', report, ['--no-cache']), runs: [] as Run[] },
    warm: { tool: deskcheck('warm', report, ['--cache-dir', path.join(temp, `cache-${size}`)]), runs: [] as Run[] },
    duplicates: 0,
  }))
  for (const { corpus, warm } of steps) await run(warm.tool, { folder: corpus.folder, out })
  for (let round = 1; round <= count; round++) {
    for (const step of steps) {
      for (const { tool, runs } of [step.cold, step.warm]) {
        const one = await run(tool, { folder: step.corpus.folder, out })
        runs.push(one)
        const articles = step.corpus.articles.length.toLocaleString('en')
        say(`round ${round} of ${count}: ${articles} articles, ${tool.name}, ${shown(one.seconds)} s`)
      }
      const { byRule } = (JSON.parse(readFileSync(report, 'utf8')) as Report).summary
      const ofDuplicates = Object.entries(byRule).filter(([rule]) => rule.startsWith('duplicates/'))
      step.duplicates = ofDuplicates.reduce((sum, [, found]) => sum + found, 0)
    }
  }
  const rows = steps.map(({ corpus: { articles, megabytes }, cold, warm, duplicates }) => [
    articles.length.toLocaleString('en'),
    shown(megabytes),
    spread(secondsOf(cold.runs)),
    shown((median(secondsOf(cold.runs)) * 1000) / articles.length),
    peak(cold.runs),
    spread(secondsOf(warm.runs)),
    duplicates.toLocaleString('en'),
  ])
  const heads = ['articles', 'MB', 'seconds, cold', 'ms an article', 'peak memory', 'seconds, warm', 'duplicates found']
  const { corpus } = steps.at(-1)!
  return {
    table: `${heading(corpus)}, median of ${count} runs (lowest–highest).\n\n${markdown(heads, rows)}`,
    numbers: {
      ...described(corpus),
      steps: steps.map(({ corpus: { articles, megabytes }, cold, warm, duplicates }) => ({
        articles: articles.length,
        megabytes,
        cold: cold.runs,
        warm: warm.runs,
        duplicates,
      })),
    },
  }
}

const secondsOf = (runs: Run[]) => runs.map(({ seconds }) => seconds)

/** What was measured, when, and on what machine. */
function described({ name, articles, megabytes }: Corpus) {
  return {
    folder: name,
    articles: articles.length,
    megabytes,
    date: new Date().toISOString().slice(0, 10),
    cores: availableParallelism(),
    cpu: cpus()[0]?.model.trim() || 'unknown',
    gigabytes: Math.round(totalmem() / 2 ** 30),
    platform: `${process.platform} ${process.arch}`,
    node: process.versions.node,
    versions: versions(),
  }
}

function heading(corpus: Corpus): string {
  const { folder, articles, megabytes, date, cores, cpu, gigabytes, platform, node, versions } = described(corpus)
  return (
    `**${folder}: ${articles.toLocaleString('en')} articles, ${shown(megabytes)} MB.** Measured on ${date} with ` +
    `${cores} cores (${cpu}), ${gigabytes} GB, ${platform}, Node ${node}; ${versions.join(', ')}`
  )
}

function markdown(heads: string[], rows: string[][]): string {
  return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('')
}

async function main(): Promise<void> {
  const { folders, runs, growth, json } = readArguments()
  makeReady()
  const temp = mkdtempSync(path.join(tmpdir(), 'deskcheck-bench-'))
  const clear = () => rmSync(temp, { recursive: true, force: true })
  process.on('exit', clear)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130))
  const numbers: object[] = []
  for (const folder of folders) {
    const result = await (growth ? grow : compare)(folder, runs, temp)
    process.stdout.write(`${result.table}\n`)
    numbers.push(result.numbers)
    clear()
  }
  if (json) writeFiles([{ path: json, text: `${JSON.stringify(numbers, null, 2)}\n` }], process.cwd())
}

try {
  await main()
} catch (error) {
  if (!(error instanceof UserError)) throw error
  say(error.message)
  process.exitCode = 2
}

import path from 'node:path'
import { noHistory } from '../corpus/history.ts'
import { wholeSight } from '../corpus/sight.ts'
import { parseReaders, readersOf } from '../config/parse-readers.ts'
import { UserError } from '../errors.ts'
import { slashed } from '../node/find-files.ts'
import { readIfThere } from '../node/read-files.ts'
import { writeFiles } from '../node/write-files.ts'
import { reportOf } from '../pipeline.ts'
import { queueOf } from '../report/queue.ts'
import type { Report } from '../report/report.ts'
import { reportSchema } from '../report/schema.ts'
import { trendBefore } from '../report/tally.ts'
import { count } from '../reporters/count.ts'
import { queueCsv } from '../reporters/csv.ts'
import { editors } from '../reporters/editors.ts'
import { details, reporters, type Reporter } from '../reporters/index.ts'
import { pretty } from '../reporters/pretty.ts'
import { baselineOf, sightOf, withBaseline } from './baseline.ts'
import { tellTimes } from './conclude.ts'
import { formatNamed } from './format-named.ts'
import { failOnUnreadable, gather, keepArticles, type GatherOptions, type Machine } from './gather.ts'
import { terminalOf } from './terminal.ts'
import { detailsOf, readSource } from './details-of.ts'

export interface ReportOptions extends GatherOptions {
  out: string
  format?: string
  source?: string
  /** CSV with the readers of articles. */
  readers?: string
}

/** More than this of one rule is for the written reports, not for the terminal. */
const perRule = 20

/**
 * `deskcheck report`: writes the editors' reports and prints what was found, known or not. Findings do not fail it: it is
 * run to read, not to block.
 */
export async function report(paths: string[], options: ReportOptions, machine: Machine): Promise<number> {
  const { cwd, err } = machine
  const print: Record<string, Reporter> = {
    ...reporters,
    csv: queueCsv,
    pretty: (result) => pretty(result, { ...terminalOf(machine), known: true, perRule }),
  }
  const format = options.format ?? 'pretty'
  const show = formatNamed(print, format, 'Cannot use the format')
  const gathered = await gather(paths, options, machine)
  const { loaded, settings } = gathered
  const texts = { cwd, settings, source: readSource(options.source, loaded.config.source) }
  const baseline = baselineOf(gathered.baselinePath, false, cwd)
  const files = await gathered.check(gathered.paths)
  if (files.checked.length === 0) failOnUnreadable(files)
  const fresh = reportOf(files.checked, settings, gathered.watch?.time, files.memory, {
    ...wholeSight,
    isAll: paths.length === 0,
    history: files.history ?? noHistory,
  })
  gathered.remember()
  const file = options.readers ?? loaded.readersFile
  const counted = file === undefined ? fresh : withReaders(fresh, file, machine)
  const told = withBaseline(
    counted,
    baseline,
    sightOf(settings, files.checked, paths.length === 0 && files.unreadable.length === 0),
  )
  const last = lastReport(path.join(options.out, 'report.json'), machine)
  const trend = last ? trendBefore(told.today, last) : []
  const result: Report = {
    ...told,
    queue: queueOf(told, loaded.config.queue.weights),
    ...(trend.length > 0 ? { trend } : {}),
  }
  const detailed = detailsOf(result, texts)
  const page = detailed(details.html ?? [], path.join(options.out, 'index.html'))
  const written: Report = last && last.today < told.today ? { ...page, last } : page
  const pages = Object.entries(editors(result, written)).map(([name, text]) => ({
    path: slashed(path.join(options.out, name)),
    text,
  }))
  keepArticles(
    pages.map((page) => page.path),
    gathered,
    cwd,
  )
  writeFiles(pages, cwd)
  machine.out(show(detailed(details[format] ?? [])))
  err(`Wrote ${pages.map((page) => `\`${page.path}\``).join(', ')}.\n`)
  tellTimes(gathered.watch, err)
  failOnUnreadable(files)
  return 0
}

/** The last report, if it is there and can be read: what has changed since is told, and the trend goes on from it. */
function lastReport(file: string, { cwd, err }: Machine): Report | undefined {
  const text = readIfThere(file, cwd)
  if (text === undefined) return undefined
  try {
    return reportSchema.parse(JSON.parse(text))
  } catch {
    err(`There is no trend: \`${slashed(file)}\` is no report of this version, and is written anew.\n`)
    return undefined
  }
}

/** A report with the readers that a table has for its articles; what it says counts more than front matter. */
function withReaders(report: Report, file: string, { cwd, err }: Machine): Report {
  const text = readIfThere(file, cwd)
  if (text === undefined) {
    throw new UserError(`Cannot read the readers in \`${file}\``, {
      because: 'there is no such file',
      hint: 'Name a CSV with a header, such as `path,views`.',
    })
  }
  const table = parseReaders(text, file)
  let known = 0
  const articles = report.articles.map((article) => {
    const readers = readersOf(table, article)
    if (readers === undefined) return article
    known++
    return { ...article, readers }
  })
  err(`Readers of ${count(known, 'article')} of ${articles.length} are in \`${file}\`.\n`)
  return { ...report, articles }
}

import path from 'node:path'
import { noHistory } from '../corpus/history.ts'
import { wholeSight } from '../corpus/sight.ts'
import { parseReaders, readersOf } from '../config/parse-readers.ts'
import { UserError } from '../errors.ts'
import { slashed } from '../node/find-files.ts'
import { readIfThere } from '../node/read-files.ts'
import { writeFiles } from '../node/write-files.ts'
import { reportOf } from '../pipeline.ts'
import { withBaseline } from '../report/build-report.ts'
import { queueOf } from '../report/queue.ts'
import type { Report } from '../report/report.ts'
import { count } from '../reporters/count.ts'
import { queueCsv } from '../reporters/csv.ts'
import { editors } from '../reporters/editors.ts'
import { reporters, type Reporter } from '../reporters/index.ts'
import { pretty } from '../reporters/pretty.ts'
import { tellTimes } from './conclude.ts'
import { formatNamed } from './format-named.ts'
import { failOnUnreadable, gather, keepArticles, readBaseline, type GatherOptions, type Machine } from './gather.ts'

export interface ReportOptions extends GatherOptions {
  out: string
  format?: string
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
  const print: Record<string, Reporter> = {
    ...reporters,
    csv: queueCsv,
    pretty: (result) => pretty(result, { color: machine.color, known: true, perRule }),
  }
  const show = formatNamed(print, options.format ?? 'pretty', 'Cannot use the format')
  const gathered = await gather(paths, options, machine)
  const baseline = gathered.baselinePath === undefined ? undefined : readBaseline(gathered.baselinePath, machine.cwd)
  const files = await gathered.check(gathered.paths)
  if (files.checked.length === 0) failOnUnreadable(files)
  const fresh = reportOf(files.checked, gathered.settings, gathered.watch?.time, files.memory, {
    ...wholeSight,
    isAll: paths.length === 0,
    history: files.history ?? noHistory,
  })
  gathered.remember()
  const { loaded } = gathered
  const file = options.readers ?? loaded.readersFile
  const counted = file === undefined ? fresh : withReaders(fresh, file, machine)
  const told = baseline ? withBaseline(counted, baseline) : counted
  const result: Report = { ...told, queue: queueOf(told, loaded.config.queue.weights) }
  const pages = Object.entries(editors(result)).map(([name, text]) => ({
    path: slashed(path.join(options.out, name)),
    text,
  }))
  keepArticles(
    pages.map((page) => page.path),
    gathered,
    machine.cwd,
  )
  writeFiles(pages, machine.cwd)
  machine.out(show(result))
  machine.err(`Wrote ${pages.map((page) => `\`${page.path}\``).join(', ')}.\n`)
  tellTimes(gathered.watch, machine.err)
  failOnUnreadable(files)
  return 0
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

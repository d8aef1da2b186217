import path from 'node:path'
import { noHistory } from '../corpus/history.ts'
import { wholeSight } from '../corpus/sight.ts'
import { slashed } from '../node/find-files.ts'
import { writeFiles } from '../node/write-files.ts'
import { reportOf } from '../pipeline.ts'
import { withBaseline } from '../report/build-report.ts'
import { editors } from '../reporters/editors.ts'
import { pretty } from '../reporters/pretty.ts'
import { tellTimes } from './conclude.ts'
import { failOnUnreadable, gather, keepArticles, readBaseline, type GatherOptions, type Machine } from './gather.ts'

export interface ReportOptions extends GatherOptions {
  out: string
}

/** More than this of one rule is for the written reports, not for the terminal. */
const perRule = 20

/**
 * `deskcheck report`: writes the editors' reports and prints what was found, known or not. Findings do not fail it: it is
 * run to read, not to block.
 */
export async function report(paths: string[], options: ReportOptions, machine: Machine): Promise<number> {
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
  const result = baseline ? withBaseline(fresh, baseline) : fresh
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
  machine.out(pretty(result, { color: machine.color, known: true, perRule }))
  machine.err(`Wrote ${pages.map((page) => `\`${page.path}\``).join(', ')}.\n`)
  tellTimes(gathered.watch, machine.err)
  failOnUnreadable(files)
  return 0
}

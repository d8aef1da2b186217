import type { Report } from '../report/report.ts'
import { csv } from './csv.ts'
import { github } from './github.ts'
import { gitlab } from './gitlab.ts'
import { html } from './html/page.ts'
import { json } from './json.ts'
import { junit } from './junit.ts'
import { markdown } from './markdown.ts'
import { pretty, type PrettyOptions } from './pretty.ts'
import { sarif } from './sarif.ts'

/** A report as text. The options matter to the terminal only. */
export type Reporter = (report: Report, options?: PrettyOptions) => string

/** Reporters by the name that `--format` takes. */
export const reporters: Record<string, Reporter> = {
  pretty,
  json,
  sarif,
  junit,
  github,
  gitlab,
  markdown,
  html,
  csv,
}

/** What a reporter may show besides the report itself: lines that findings are about, articles side by side, links to them. */
export type Detail = 'lines' | 'pairs' | 'source'

/** Those that a reporter shows, by its name. */
export const details: Readonly<Record<string, readonly Detail[]>> = {
  pretty: ['lines'],
  sarif: ['lines'],
  html: ['lines', 'pairs', 'source'],
}

import type { Report } from '../report/report.ts'
import { csv } from './csv.ts'
import { github } from './github.ts'
import { json } from './json.ts'
import { markdown } from './markdown.ts'
import { pretty } from './pretty.ts'

/** A report as text. `color` matters to the terminal only. */
export type Reporter = (report: Report, options?: { color?: boolean }) => string

/** Reporters by the name that `--format` takes. */
export const reporters: Record<string, Reporter> = { pretty, json, github, markdown, csv }

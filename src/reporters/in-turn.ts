import type { Finding } from '../report/report.ts'
import { numbered } from './numbered.ts'

/** Findings with the first one of each rule before the second of any, and so on; rules as they come first. */
export function inTurn(findings: readonly Finding[]): Finding[] {
  return numbered(findings, ({ rule }) => rule)
    .sort((a, b) => a.number - b.number)
    .map(({ finding }) => finding)
}

import type { Finding } from '../report/report.ts'
import { numbered } from './numbered.ts'

/**
 * Findings, each with an id of its own that stays the same when lines move: its fingerprint, and for the second of the same
 * one, its number.
 */
export function withIds(findings: readonly Finding[]): { finding: Finding; id: string }[] {
  return numbered(findings, ({ fingerprint }) => fingerprint).map(({ finding, number }) => ({
    finding,
    id: number === 1 ? finding.fingerprint : `${finding.fingerprint}-${number}`,
  }))
}

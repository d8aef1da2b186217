import type { Finding } from '../report/report.ts'

/**
 * Findings, each with an id of its own that stays the same when lines move: its fingerprint, and for the second of the same
 * one, its number.
 */
export function withIds(findings: readonly Finding[]): { finding: Finding; id: string }[] {
  const seen = new Map<string, number>()
  return findings.map((finding) => {
    const number = (seen.get(finding.fingerprint) ?? 0) + 1
    seen.set(finding.fingerprint, number)
    return { finding, id: number === 1 ? finding.fingerprint : `${finding.fingerprint}-${number}` }
  })
}

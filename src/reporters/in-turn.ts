import type { Finding } from '../report/report.ts'

/** Findings with the first one of each rule before the second of any, and so on; rules as they come first. */
export function inTurn(findings: readonly Finding[]): Finding[] {
  const seen = new Map<string, number>()
  return findings
    .map((finding) => {
      const round = seen.get(finding.rule) ?? 0
      seen.set(finding.rule, round + 1)
      return { finding, round }
    })
    .sort((a, b) => a.round - b.round)
    .map(({ finding }) => finding)
}

import type { Finding } from '../report/report.ts'

/** Findings, each with its number, from 1, among those with the same key, in the order that they come in. */
export function numbered(
  findings: readonly Finding[],
  keyOf: (finding: Finding) => string,
): { finding: Finding; number: number }[] {
  const seen = new Map<string, number>()
  return findings.map((finding) => {
    const number = (seen.get(keyOf(finding)) ?? 0) + 1
    seen.set(keyOf(finding), number)
    return { finding, number }
  })
}

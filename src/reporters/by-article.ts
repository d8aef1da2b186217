import type { Finding } from '../report/report.ts'

/** Findings by the path of their article, both in the order that they come in. */
export function byArticle(findings: readonly Finding[]): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const group = groups.get(finding.path)
    if (group) group.push(finding)
    else groups.set(finding.path, [finding])
  }
  return groups
}

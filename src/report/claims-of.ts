import type { ClaimSide } from '../compare/compare.ts'
import type { Finding } from './report.ts'

/** The two claims of a finding about a conflict: its own side, then the other; nothing of any other finding. */
export function claimsOf(finding: Finding): { subject: string; sides: [ClaimSide, ClaimSide] } | undefined {
  const { rule, path, start, related, data } = finding
  const [other] = related
  if (!rule.startsWith('conflicts/') || !other) return undefined
  const { subject, left, right } = data as Record<'left' | 'right', { value: string; quote: string }> & {
    subject: string
  }
  return {
    subject,
    sides: [
      { ...left, path, line: start.line, column: start.column },
      { ...right, path: other.path, line: other.start.line, column: other.start.column },
    ],
  }
}

import { rules as allRules } from '../../rules/index.ts'
import type { Machine } from './gather.ts'

/** `deskcheck rules`: every rule with its severity, whether it fixes, and what it asks. */
export function rules(_options: object, { out }: Machine): number {
  const width = Math.max(...allRules.map((rule) => rule.id.length))
  for (const rule of allRules) {
    out(
      `${rule.id.padEnd(width)}  ${rule.severity.padEnd(10)}  ${rule.fixable ? 'fixes' : '     '}  ${rule.description}\n`,
    )
  }
  return 0
}

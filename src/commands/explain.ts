import { rules } from '../../rules/index.ts'
import { unknownRule } from '../config/resolve-settings.ts'
import { renderRulePage } from '../rule/render-docs.ts'
import type { Machine } from './gather.ts'

/** `deskcheck explain RULE`: what a rule asks and why, its examples and options. @throws UserError where there is no such rule */
export function explain(id: string, { out }: Machine): number {
  const rule = rules.find((candidate) => candidate.id === id)
  if (!rule)
    throw unknownRule(
      id,
      rules.map((candidate) => candidate.id),
    )
  out(renderRulePage(rule).replace(/^<!--.*-->\n\n?/m, ''))
  return 0
}

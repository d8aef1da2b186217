import { closest } from 'fastest-levenshtein'
import { rules } from '../../rules/index.ts'
import { UserError } from '../errors.ts'
import { renderRulePage } from '../rule/render-docs.ts'
import type { Machine } from './gather.ts'

/** `deskcheck explain RULE`: what a rule asks and why, its examples and options. @throws UserError where there is no such rule */
export function explain(id: string, { out }: Machine): number {
  const rule = rules.find((candidate) => candidate.id === id)
  if (!rule) {
    throw new UserError(`Cannot find the rule \`${id}\``, {
      because: `did you mean \`${closest(
        id,
        rules.map((candidate) => candidate.id),
      )}\`?`,
      hint: 'See `deskcheck rules` for all of them.',
    })
  }
  out(renderRulePage(rule).replace(/^<!--.*-->\n\n?/m, ''))
  return 0
}

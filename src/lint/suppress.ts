import type { Corpus } from '../corpus/corpus.ts'
import type { Facts } from '../facts/facts.ts'
import type { Suppression } from '../facts/suppressions.ts'
import type { Settings } from '../config/resolve-settings.ts'
import { namesRule, rulesAnywhere } from '../config/rules-for.ts'
import type { SuppressionUse } from '../rule/rule.ts'
import type { Found } from '../report/found.ts'

/**
 * Findings about several articles, less those that a comment suppresses at either side.
 *
 * @returns besides, the suppressions that suppressed any
 */
export function withoutSuppressed(found: Found[], corpus: Corpus): { kept: Found[]; used: ReadonlySet<Suppression> } {
  const used = new Set<Suppression>()
  const suppressing = new Map<string, Suppression[]>()
  for (const { path, suppressions } of corpus.having(suppressesAny)) suppressing.set(path, suppressions)
  if (suppressing.size === 0) return { kept: found, used }
  const kept = found.filter((one) => {
    const speaking = [one, ...one.related].flatMap(({ path, start }) =>
      suppressing.has(path) ? speakingOf(suppressing.get(path)!, one.rule, start.line) : [],
    )
    for (const suppression of speaking) used.add(suppression)
    return speaking.length === 0
  })
  return { kept, used }
}

/** Nearly no article does. */
const suppressesAny = ({ suppressions }: Facts) => suppressions.length > 0

/** The suppressions that speak of a rule at a line. */
export function speakingOf(suppressions: readonly Suppression[], rule: string, line: number): Suppression[] {
  return suppressions.filter(({ from, to, rule: named }) => from <= line && line <= to && isNamed(named, rule))
}

/**
 * What has become of every suppression of the corpus.
 *
 * @param used those that suppressed findings about several articles
 * @param isAll whether the corpus is the whole help centre: of a part, what other articles have to do with it is unknown
 */
export function usesOf(
  corpus: Corpus,
  used: ReadonlySet<Suppression>,
  settings: Settings,
  isAll: boolean,
): SuppressionUse[] {
  const active = rulesAnywhere(settings).map(({ rule }) => rule)
  return corpus.having(suppressesAny).flatMap(({ path, suppressions }) =>
    suppressions.map((suppression) => {
      const { at, rule, hasReason, isUsed } = suppression
      const named = active.filter(({ id }) => isNamed(rule, id))
      const isKnown = named.length > 0 || settings.ruleIds.some((id) => isNamed(rule, id))
      const isClear = named.length > 0 && (isAll || named.every(({ scope }) => scope === 'article'))
      const use = isUsed || used.has(suppression) ? 'some' : !isKnown ? 'no such rule' : isClear ? 'none' : 'unknown'
      return { path, at, rule, hasReason, use }
    }),
  )
}

function isNamed(named: string, rule: string): boolean {
  return named === '*' || namesRule(named, rule)
}

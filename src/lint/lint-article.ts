import type { Article } from '../article/article.ts'
import type { ActiveRule, Settings } from '../config/resolve-settings.ts'
import { rulesFor } from '../config/rules-for.ts'
import type { Suppression } from '../facts/suppressions.ts'
import { capped } from '../rule/at-most.ts'
import { positionOf } from '../rule/rule.ts'
import type { Found } from '../report/found.ts'
import { untimed, type Timer } from '../timer.ts'
import { speakingOf } from './suppress.ts'

/**
 * Runs the rules about one article over it.
 *
 * @param suppressions of the article, as in its facts: those that suppress a finding are marked as used
 * @returns what they found, less what is suppressed, and of a rule that would say too much the first of it
 */
export function lintArticle(
  article: Article,
  settings: Settings,
  suppressions: Suppression[],
  time = untimed,
): Found[] {
  const all: Found[] = []
  for (const active of rulesAt(article, settings)) {
    const found = foundBy(active, article, suppressions, time)
    if (found.length > 0) all.push(...capped(found, active.options))
  }
  return all
}

/** As {@link lintArticle}, with nothing left out for being too much: what is fixed is fixed everywhere. */
export function lintWhole(article: Article, settings: Settings, suppressions: Suppression[]): Found[] {
  return rulesAt(article, settings).flatMap((active) => foundBy(active, article, suppressions, untimed))
}

function rulesAt({ path, type }: Article, settings: Settings): readonly ActiveRule[] {
  return rulesFor(settings, { path, type: type.name })
}

const nothing: Found[] = []

/** What one rule finds, less what is suppressed. */
function foundBy(
  { rule, severity, options }: ActiveRule,
  article: Article,
  suppressions: Suppression[],
  time: Timer,
): Found[] {
  if (rule.scope !== 'article' || rule.checksFailures !== (article.failure !== undefined)) return nothing
  let found = nothing
  // Most rules find nothing in most articles: a hundred thousand times, nothing is made for that.
  const check = () => rule.check(article, options)
  for (const problem of time === untimed ? check() : time(rule.id, () => [...check()])) {
    const position = positionOf(problem.at, article)
    const speaking = speakingOf(suppressions, rule.id, position.start.line)
    for (const suppression of speaking) suppression.isUsed = true
    if (speaking.length > 0) continue
    if (found === nothing) found = []
    found.push({
      rule: rule.id,
      severity,
      path: article.path,
      ...position,
      message: problem.message,
      key: problem.key ?? article.source.slice(position.start.offset, position.end.offset),
      fix: problem.fix,
      related: [],
      data: problem.data ?? {},
    })
  }
  return found
}

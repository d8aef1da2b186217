import type { Article } from '../article/article.ts'
import type { Settings } from '../config/resolve-settings.ts'
import { rulesFor } from '../config/rules-for.ts'
import type { Suppression } from '../facts/suppressions.ts'
import { positionOf } from '../rule/rule.ts'
import type { Found } from '../report/found.ts'
import { untimed } from '../timer.ts'
import { speakingOf } from './suppress.ts'

/**
 * Runs the rules about one article over it.
 *
 * @param suppressions of the article, as in its facts: those that suppress a finding are marked as used
 * @returns what they found, less what is suppressed
 */
export function lintArticle(
  article: Article,
  settings: Settings,
  suppressions: Suppression[],
  time = untimed,
): Found[] {
  const found: Found[] = []
  for (const { rule, severity, options } of rulesFor(settings, { path: article.path, type: article.type.name })) {
    if (rule.scope !== 'article' || rule.checksFailures !== (article.failure !== undefined)) continue
    for (const problem of time(rule.id, () => [...rule.check(article, options)])) {
      const position = positionOf(problem.at, article)
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
  }
  return found.filter((one) => {
    const speaking = speakingOf(suppressions, one.rule, one.start.line)
    for (const suppression of speaking) suppression.isUsed = true
    return speaking.length === 0
  })
}

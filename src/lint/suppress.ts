import type { Corpus } from '../corpus/corpus.ts'
import type { Suppression } from '../facts/suppressions.ts'
import type { Found } from '../report/found.ts'

/** Findings about several articles, less those that a comment suppresses at either side. */
export function withoutSuppressed(found: Found[], corpus: Corpus): Found[] {
  const suppressing = new Map<string, Suppression[]>()
  for (const { path, suppressions } of corpus.articles) if (suppressions.length > 0) suppressing.set(path, suppressions)
  if (suppressing.size === 0) return found
  return found.filter((one) =>
    [one, ...one.related].every(({ path, start }) => !isSuppressed(suppressing.get(path) ?? [], one.rule, start.line)),
  )
}

/** Whether a comment speaks of a rule at a line. */
export function isSuppressed(suppressions: Suppression[], rule: string, line: number): boolean {
  return suppressions.some(({ from, to, rule: named }) => from <= line && line <= to && isNamed(named, rule))
}

function isNamed(named: string, rule: string): boolean {
  return named === '*' || named === rule || (named.endsWith('/*') && rule.startsWith(named.slice(0, -1)))
}

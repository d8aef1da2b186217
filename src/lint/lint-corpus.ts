import type { Settings } from '../config/resolve-settings.ts'
import type { Corpus } from '../corpus/index-corpus.ts'
import type { Found } from '../report/found.ts'

/** Runs the rules about the corpus over the facts of all its articles. */
export function lintCorpus(corpus: Corpus, settings: Settings): Found[] {
  const found: Found[] = []
  for (const { rule, severity, options } of settings.rules) {
    if (rule.scope !== 'corpus') continue
    for (const problem of rule.check(corpus, options, { today: settings.today })) {
      found.push({
        rule: rule.id,
        severity,
        path: problem.path,
        ...problem.at,
        message: problem.message,
        key: problem.key,
        fix: undefined,
        related: (problem.related ?? []).map(({ at, ...rest }) => ({ ...rest, ...at })),
        data: problem.data ?? {},
      })
    }
  }
  return found
}

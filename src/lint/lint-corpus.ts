import type { Settings } from '../config/resolve-settings.ts'
import { rulesAnywhere, rulesFor } from '../config/rules-for.ts'
import type { Corpus } from '../corpus/corpus.ts'
import type { Found } from '../report/found.ts'
import type { Severity } from '../report/report.ts'
import type { Context, CorpusProblem, SuppressionUse } from '../rule/rule.ts'
import { wholeSight } from '../corpus/sight.ts'
import { untimed, type Timer } from '../timer.ts'

/** Runs the rules about the corpus over the facts of all its articles. @param sight what the run sees */
export function lintCorpus(corpus: Corpus, settings: Settings, time = untimed, sight = wholeSight): Found[] {
  return foundBy(false, corpus, settings, { today: settings.today, ...sight, suppressions: [] }, time)
}

/** Runs the rules about suppressions, after all others. */
export function lintSuppressions(
  corpus: Corpus,
  suppressions: readonly SuppressionUse[],
  settings: Settings,
  time = untimed,
): Found[] {
  return foundBy(true, corpus, settings, { today: settings.today, ...wholeSight, suppressions }, time)
}

function foundBy(
  checksSuppressions: boolean,
  corpus: Corpus,
  settings: Settings,
  context: Context,
  time: Timer,
): Found[] {
  const found: Found[] = []
  for (const { rule, severity: common, options } of rulesAnywhere(settings)) {
    if (rule.scope !== 'corpus' || rule.checksSuppressions !== checksSuppressions) continue
    const problems = time(rule.id, () => [...rule.check(corpus, options, context)])
    for (const problem of problems) {
      const severity = settings.overrides.length === 0 ? common : severityAt(rule.id, problem.path, corpus, settings)
      if (severity) found.push(foundFrom(problem, rule.id, severity))
    }
  }
  return found
}

/** The severity of a rule at an article; undefined where it is off. */
function severityAt(id: string, path: string, corpus: Corpus, settings: Settings): Severity | undefined {
  const type = corpus.at(path)?.type ?? 'concept'
  return rulesFor(settings, { path, type }).find(({ rule }) => rule.id === id)?.severity
}

/** A rule that remembers yields the same problems again, and they are found again as they were. */
const before = new WeakMap<CorpusProblem, Found>()

function foundFrom(problem: CorpusProblem, rule: string, severity: Severity): Found {
  const known = before.get(problem)
  if (known?.severity === severity) return known
  const found: Found = {
    rule,
    severity,
    path: problem.path,
    ...problem.at,
    message: problem.message,
    key: problem.key,
    fix: undefined,
    related: (problem.related ?? []).map(({ at, ...rest }) => ({ ...rest, ...at })),
    data: problem.data ?? {},
  }
  before.set(problem, found)
  return found
}

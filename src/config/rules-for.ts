import { join } from 'node:path/posix'
import picomatch from 'picomatch'
import type { ArticleType } from '../article/article.ts'
import type { ActiveRule, Override, Settings } from './resolve-settings.ts'

/** What of an article decides which rules hold for it. */
export interface Place {
  path: string
  type: ArticleType
}

const matchers = new WeakMap<Override, (path: string) => boolean>()
const combinations = new WeakMap<Settings, Map<string, readonly ActiveRule[]>>()

/** The rules that are on for an article, in the order of the ids. */
export function rulesFor(settings: Settings, place: Place): readonly ActiveRule[] {
  if (settings.overrides.length === 0) return settings.rules
  const fitting = settings.overrides.filter((override) => fits(override, place, settings.base))
  let known = combinations.get(settings)
  if (!known) combinations.set(settings, (known = new Map()))
  const key = fitting.map((override) => settings.overrides.indexOf(override)).join()
  let rules = known.get(key)
  if (!rules) {
    const byId = new Map<string, ActiveRule | undefined>(settings.rules.map((one) => [one.rule.id, one]))
    for (const override of fitting) for (const [id, rule] of override.rules) byId.set(id, rule)
    rules = inOrder([...byId.values()])
    known.set(key, rules)
  }
  return rules
}

/** The rules that are on for some article at least, in the order of the ids. */
export function rulesAnywhere({ rules, overrides }: Settings): readonly ActiveRule[] {
  if (overrides.length === 0) return rules
  const byId = new Map<string, ActiveRule | undefined>()
  for (const { rules: own } of overrides) for (const [id, rule] of own) byId.set(id, byId.get(id) ?? rule)
  for (const rule of rules) byId.set(rule.rule.id, rule)
  return inOrder([...byId.values()])
}

function inOrder(rules: (ActiveRule | undefined)[]): ActiveRule[] {
  return rules.filter((rule) => rule !== undefined).sort((a, b) => (a.rule.id < b.rule.id ? -1 : 1))
}

/** Whether a key of the config, an id or `group/*`, names a rule. */
export function namesRule(key: string, id: string): boolean {
  return key === id || (key.endsWith('/*') && id.startsWith(key.slice(0, -1)))
}

/** Whether an override is about an article. @param base as in the settings */
export function fits(override: Override, { path, type }: Place, base: string): boolean {
  if (override.types && !override.types.includes(type)) return false
  if (!override.files) return true
  let matches = matchers.get(override)
  if (!matches) matchers.set(override, (matches = picomatch(override.files, { dot: true })))
  return matches(join(base, path))
}

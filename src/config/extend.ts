import { namesRule } from './rules-for.ts'
import type { Config } from './schema.ts'

type Rules = NonNullable<Config['rules']>
type RuleValue = Rules[string]

/**
 * One config from another that extends it. What is said by name (labels, types, keys, rules) is put together, and the later
 * word counts; `exclude`, `plugins` and `overrides` are joined; of all else the later one stands.
 *
 * @param base what is extended
 * @param own what extends it
 */
export function extended(base: Config, own: Config): Config {
  const joined = <Item>(first: Item[] = [], second: Item[] = []) => [...new Set([...first, ...second])]
  const { extends: _, ...rest } = own
  return {
    ...base,
    ...rest,
    exclude: joined(base.exclude, own.exclude),
    plugins: joined(base.plugins, own.plugins),
    overrides: [...(base.overrides ?? []), ...(own.overrides ?? [])],
    labels: { ...base.labels, ...own.labels },
    types: { ...base.types, ...own.types },
    keys: { ...base.keys, ...own.keys },
    queue: { ...base.queue, ...own.queue, weights: { ...base.queue?.weights, ...own.queue?.weights } },
    rules: extendedRules(base.rules ?? {}, own.rules ?? {}),
  }
}

/** A group of the later config speaks of every rule that the earlier one names in it; options stay where only a level is said. */
function extendedRules(base: Rules, own: Rules): Rules {
  const rules = { ...base }
  const entries = Object.entries(own)
  const isGroup = (key: string) => key.endsWith('/*')
  for (const [key, value] of [
    ...entries.filter(([key]) => isGroup(key)),
    ...entries.filter(([key]) => !isGroup(key)),
  ]) {
    for (const named of Object.keys(base))
      if (isGroup(key) && namesRule(key, named)) rules[named] = withOptionsOf(rules[named]!, value)
    rules[key] = rules[key] === undefined ? value : withOptionsOf(rules[key], value)
  }
  return rules
}

function withOptionsOf(before: RuleValue, value: RuleValue): RuleValue {
  return Array.isArray(before) && !Array.isArray(value) ? [value, before[1]] : value
}

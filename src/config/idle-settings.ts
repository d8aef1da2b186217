import { join } from 'node:path/posix'
import picomatch from 'picomatch'
import type { z } from 'zod'
import { isRole } from '../article/house.ts'
import type { ActiveRule, Override, Settings } from './resolve-settings.ts'
import { fits, namesRule, rulesAnywhere, type Place } from './rules-for.ts'
import type { configSchema } from './schema.ts'

/**
 * The settings of a config that change nothing, each as `setting: why`. A level that a rule has anyway is none of them: it
 * says that somebody has chosen it. Nor are globs of `exclude`, as nobody looks at what they leave out.
 *
 * @param config as it was loaded
 * @param settings that it became
 * @param articles all of the run, by their paths and types
 */
export function idleSettings(
  config: z.output<typeof configSchema>,
  settings: Settings,
  articles: readonly Place[],
): string[] {
  const active = rulesAnywhere(settings)
  const isOn = (id: string) => active.some(({ rule }) => rule.id === id)
  const namedRoles = new Set(
    Object.values(config.types).flatMap((type) => type?.sections.map(({ role }) => role) ?? []),
  )
  return [
    ...config.content
      .filter((entry) => {
        const isInEntry = isIn(entry)
        return !articles.some(({ path }) => isInEntry(join(settings.base, path)))
      })
      .map((entry) => `\`content\`: \`${entry}\` holds no article`),
    ...Object.keys(config.labels)
      .filter((role) => !isRole(role) && !namedRoles.has(role))
      .map((role) => `\`labels.${role}\`: no section of a type has this role`),
    ...(config.terms !== undefined && !isOn('style/terms') ? ['`terms`: `style/terms` is off'] : []),
    ...(config.settled !== undefined && !isOn('conflicts/settled') ? ['`settled`: `conflicts/settled` is off'] : []),
    ...Object.entries(config.rules)
      .filter(([key, value]) => Array.isArray(value) && !active.some(({ rule }) => namesRule(key, rule.id)))
      .map(([key]) => `\`rules\`: the options of \`${key}\`, which is off`),
    ...settings.overrides.flatMap((override, index) => idleIn(override, `\`overrides[${index}]\``, settings, articles)),
  ]
}

/** Whether a path is what an entry of `content` names: a file, a folder or a glob. */
function isIn(entry: string): (path: string) => boolean {
  const bare = join('.', entry).replace(/\/$/, '')
  const matches = picomatch(bare, { dot: true })
  return (path) => bare === '.' || path === bare || path.startsWith(`${bare}/`) || matches(path)
}

function idleIn(override: Override, name: string, settings: Settings, articles: readonly Place[]): string[] {
  const { files = [], types = [], rules } = override
  if (!articles.some((place) => fits(override, place, settings.base))) {
    const sought = [
      ...(files.length > 0 ? [`in ${files.map((glob) => `\`${glob}\``).join(', ')}`] : []),
      ...(types.length > 0 ? [`of the type ${types.map((type) => `\`${type}\``).join(', ')}`] : []),
    ]
    return [`${name}: no article is ${sought.join(' and ') || 'meant'}`]
  }
  // Where another one comes before, what holds without this one depends on the article.
  if (settings.overrides[0] !== override) return []
  return [...rules]
    .filter(([id, rule]) =>
      isSame(
        rule,
        settings.rules.find((one) => one.rule.id === id),
      ),
    )
    .map(([id]) => `${name}: \`${id}\` is so without it`)
}

function isSame(a: ActiveRule | undefined, b: ActiveRule | undefined): boolean {
  if (!a || !b) return a === b
  return a.severity === b.severity && JSON.stringify(a.options) === JSON.stringify(b.options)
}

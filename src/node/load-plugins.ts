import { createRequire } from 'node:module'
import path from 'node:path'
import type { Plugin } from 'unified'
import { messageOf, UserError } from '../errors.ts'
import { isPluginName, pluginRule } from '../rule/plugin-rule.ts'
import type { Rule } from '../rule/rule.ts'
import { readIfThere } from './read-files.ts'

/** The version of the package that a file belongs to. */
function versionOf(file: string): string {
  for (let folder = path.dirname(file); path.dirname(folder) !== folder; folder = path.dirname(folder)) {
    const text = readIfThere('package.json', folder)
    const version = text === undefined ? undefined : (JSON.parse(text) as { version?: unknown }).version
    if (typeof version === 'string') return version
  }
  return ''
}

/** Plugins that a config names, and from where they are looked for. */
export interface NamedPlugins {
  names: string[]
  /** The folder of the config. */
  folder: string
}

/**
 * Loads plugins as rules, each from the packages of the project that the config stands in.
 *
 * @throws UserError for one that is not installed, or is no plugin
 */
export function loadPlugins({ names, folder }: NamedPlugins): Rule[] {
  const require = createRequire(path.join(folder, 'deskcheck.config.js'))
  return names.map((name) => {
    const fail = (because: string, hint: string) =>
      new UserError(`Cannot use the plugin \`${name}\``, { because, hint })
    if (!isPluginName(name)) {
      throw fail(
        'it is named neither `remark-lint-…` nor `retext-…`',
        'Name the package of a plugin of remark-lint or retext.',
      )
    }
    let plugin: unknown
    try {
      const loaded = require(name) as { default?: unknown }
      plugin = loaded.default ?? loaded
    } catch (error) {
      const isMissing = (error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND'
      throw fail(
        isMissing ? 'it is not installed' : messageOf(error),
        `Install it beside the config: \`npm install ${name}\`.`,
      )
    }
    if (typeof plugin !== 'function') throw fail('it is no plugin of unified', 'See its page for how it is used.')
    return pluginRule(name, plugin as Plugin<unknown[]>, versionOf(require.resolve(name)))
  })
}

import { resolveSettings, type Settings } from '../config/resolve-settings.ts'
import type { Config } from '../config/schema.ts'
import { loadPlugins, type NamedPlugins } from './load-plugins.ts'

/** What settings are resolved from. Rules are functions and cannot be sent: each thread resolves them again. */
export interface Recipe {
  config: Config
  given: Omit<NonNullable<Parameters<typeof resolveSettings>[1]>, 'plugins'>
  plugins: NamedPlugins
}

/** Settles a recipe. @throws UserError for all that is wrong with it */
export function settingsFrom({ config, given, plugins }: Recipe): Settings {
  return resolveSettings(config, { ...given, plugins: loadPlugins(plugins) })
}

import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** Where packages stand as one file each, by name: set where the command is bundled, see `bundle.ts`. */
declare const packagesBeside: Record<string, string>
const beside = typeof packagesBeside === 'undefined' ? {} : packagesBeside

/**
 * Loads a package when it is needed first. The check of one draft is over before all that might be needed could be
 * loaded; and as checking is synchronous, `import()` will not do. Node does this for ES modules from 20.19 on.
 *
 * @param name as in `import`; give its types as `load<typeof import('name')>('name')`
 * @throws what the package throws, or `ERR_MODULE_NOT_FOUND`
 */
export function load<Package>(name: string): Package {
  return require(beside[name] ?? name) as Package
}

import { existsSync, lstatSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import picomatch from 'picomatch'
import { globSync, isDynamicPattern } from 'tinyglobby'
import { UserError } from '../errors.ts'

const articleFiles = '**/*.{md,markdown,mdx}'
const never = ['**/node_modules/**']

/**
 * The files that the command line or the config names: a folder gives all Markdown files below it, a file itself, a glob
 * what it matches. Hidden folders and `node_modules` are passed over.
 *
 * @param named paths and globs, relative to `from`
 * @param from folder that they are relative to
 * @param exclude globs of what folders and globs leave out, relative to `excludeFrom`; a file that is named is taken all the same
 * @param cwd working directory: what the returned paths are relative to
 * @returns paths with forward slashes, each once, sorted
 * @throws UserError for a path that is not there
 */
export function findFiles(
  named: string[],
  { from, cwd, exclude, excludeFrom }: { from: string; cwd: string; exclude: string[]; excludeFrom: string },
): string[] {
  const found = new Set<string>()
  const isExcluded = picomatch(exclude, { dot: true })
  const realOf = createRealOf()
  const add = (file: string) => found.add(slashed(path.relative(cwd, file)))
  const addGlob = (glob: string, folder: string) => {
    const options = { cwd: folder, absolute: true, ignore: never, expandDirectories: false, caseSensitiveMatch: false }
    // By its own path as well as by the one that a link gave it.
    const isLeftOut = (file: string) =>
      exclude.length > 0 && [file, realOf(file)].some((one) => isExcluded(slashed(path.relative(excludeFrom, one))))
    const files = globSync(glob, options).filter((file) => !isLeftOut(file))
    for (const file of files) add(path.normalize(file))
    return files.length
  }
  for (const name of named) {
    const full = path.resolve(from, name)
    if (name !== '' && existsSync(full)) {
      if (statSync(full).isDirectory()) addGlob(articleFiles, full)
      else add(full)
    } else if (!isDynamicPattern(name) || addGlob(name, from) === 0) {
      throw new UserError(`Cannot find \`${name}\``, {
        because: isDynamicPattern(name) ? 'no file matches it' : 'there is no such file or folder',
        hint: 'Name articles or folders of articles; `deskcheck --help` lists the commands.',
      })
    }
  }
  return withoutLinks([...found].sort(), cwd, realOf)
}

/** Each file once, by its real path: a link to a folder, or in a circle, shows the same files again. */
function withoutLinks(files: string[], cwd: string, realOf: (file: string) => string): string[] {
  const taken = new Map<string, string>()
  for (const file of files) {
    const full = path.resolve(cwd, file)
    const real = realOf(full)
    // The file itself is named rather than a link to it.
    if (!taken.has(real) || full === real) taken.set(real, file)
  }
  return [...taken.values()].sort()
}

/** Where a file really is. Each folder is looked up once: there are far fewer of them. */
function createRealOf(): (file: string) => string {
  const folders = new Map<string, string>()
  const resolved = (file: string) => {
    try {
      return realpathSync.native(file)
    } catch {
      return file
    }
  }
  return (file) => {
    if (lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink()) return resolved(file)
    const folder = path.dirname(file)
    let real = folders.get(folder)
    if (real === undefined) folders.set(folder, (real = resolved(folder)))
    return path.join(real, path.basename(file))
  }
}

/** A path with forward slashes. */
export function slashed(file: string): string {
  return file.split(path.sep).join('/')
}

import { existsSync, lstatSync, realpathSync, statSync, type PathLike } from 'node:fs'
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
  const found = new Map<string, FoundFile>()
  const isExcluded = picomatch(exclude, { dot: true })
  const realOf = createRealOf()
  const add = (file: FoundFile) => found.set(slashed(relative(cwd, file.full)), file)
  const addGlob = (glob: string, folder: string) => {
    let mayBeLink = false
    const noting = (link: PathLike) => {
      mayBeLink = true
      return realpathSync(link)
    }
    const options = { cwd: folder, absolute: true, ignore: never, expandDirectories: false, caseSensitiveMatch: false }
    // The search asks for the real path of every link that it meets, and of nothing else.
    const all = globSync(glob, { ...options, fs: { realpathSync: noting as typeof realpathSync } })
    const files = all.map((file): FoundFile => ({ full: path.sep === '/' ? file : path.normalize(file), mayBeLink }))
    // By its own path as well as by the one that a link gave it.
    const isLeftOut = (file: FoundFile) =>
      exclude.length > 0 &&
      [file.full, realOf(file)].some((one) => isExcluded(slashed(path.relative(excludeFrom, one))))
    const kept = files.filter((file) => !isLeftOut(file))
    for (const file of kept) add(file)
    return kept.length
  }
  for (const name of named) {
    const full = path.resolve(from, name)
    if (name !== '' && existsSync(full)) {
      if (statSync(full).isDirectory()) addGlob(articleFiles, full)
      else add({ full, mayBeLink: true })
    } else if (!isDynamicPattern(name) || addGlob(name, from) === 0) {
      throw new UserError(`Cannot find \`${name}\``, {
        because: isDynamicPattern(name) ? 'no file matches it' : 'there is no such file or folder',
        hint: 'Name articles or folders of articles; `deskcheck --help` lists the commands.',
      })
    }
  }
  return withoutLinks(found, realOf)
}

/** A file that was found. */
interface FoundFile {
  full: string
  /** Whether it may be a link, or have been found through one. */
  mayBeLink: boolean
}

/** Each file once, by its real path: a link to a folder, or in a circle, shows the same files again. */
function withoutLinks(files: ReadonlyMap<string, FoundFile>, realOf: (file: FoundFile) => string): string[] {
  const names = [...files.keys()].sort()
  const taken = new Map<string, string>()
  for (const name of names) {
    const file = files.get(name)!
    const real = realOf(file)
    // The file itself is named rather than a link to it.
    if (!taken.has(real) || file.full === real) taken.set(real, name)
  }
  return taken.size === names.length ? names : [...taken.values()].sort()
}

/** Where a file really is. Each folder is looked up once: there are far fewer of them. */
function createRealOf(): (file: FoundFile) => string {
  const folders = new Map<string, string>()
  const resolved = (file: string) => {
    try {
      return realpathSync.native(file)
    } catch {
      return file
    }
  }
  return ({ full, mayBeLink }) => {
    if (mayBeLink && lstatSync(full, { throwIfNoEntry: false })?.isSymbolicLink()) return resolved(full)
    const folder = path.dirname(full)
    let real = folders.get(folder)
    if (real === undefined) folders.set(folder, (real = resolved(folder)))
    return real === folder ? full : path.join(real, path.basename(full))
  }
}

/** As `path.relative`, which takes its time, for what mostly stands below. */
function relative(from: string, to: string): string {
  return to.startsWith(from + path.sep) ? to.slice(from.length + 1) : path.relative(from, to)
}

/** A path with forward slashes. */
export function slashed(file: string): string {
  return path.sep === '/' ? file : file.split(path.sep).join('/')
}

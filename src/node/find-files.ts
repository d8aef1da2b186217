import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
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
  const ignore = [...never, ...exclude.map((pattern) => path.posix.join(globEscape(slashed(excludeFrom)), pattern))]
  const add = (file: string) => found.add(slashed(path.relative(cwd, path.resolve(from, file))))
  for (const name of named) {
    const full = path.resolve(from, name)
    if (existsSync(full)) {
      if (!statSync(full).isDirectory()) add(full)
      else
        for (const file of globSync(articleFiles, { cwd: full, absolute: true, ignore, caseSensitiveMatch: false }))
          add(file)
    } else if (isDynamicPattern(name)) {
      for (const file of globSync(name, { cwd: from, absolute: true, ignore, expandDirectories: false })) add(file)
    } else {
      throw new UserError(`Cannot find \`${name}\``, {
        because: 'there is no such file or folder',
        hint: 'Name articles or folders of articles; `deskcheck --help` lists the commands.',
      })
    }
  }
  return [...found].sort()
}

/** A path with forward slashes. */
export function slashed(file: string): string {
  return file.split(path.sep).join('/')
}

function globEscape(text: string): string {
  return text.replace(/[()[\]{}!*?+@]/g, '\\$&')
}

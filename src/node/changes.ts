import path from 'node:path'
import { UserError } from '../errors.ts'
import { slashed } from './find-files.ts'
import { git } from './git.ts'

/** What has changed since a commit, as paths relative to the working directory. */
export interface Changes {
  /** Changed or new. */
  changed: ReadonlySet<string>
  /** Not there before. */
  added: ReadonlySet<string>
}

/** Files that articles may be in. */
const articleFiles = ['*.md', '*.markdown', '*.mdx'].map((pattern) => `:(top,icase)${pattern}`)

/** What differs from a commit, each file by its present name; undefined where git cannot tell. */
function comparedBy(renames: string, base: string, root: string): { status: string; name: string }[] | undefined {
  const text = git(['diff', '--name-status', renames, '-z', base, '--', ...articleFiles], root)
  if (text === undefined) return undefined
  const fields = text.split('\0')
  const compared: { status: string; name: string }[] = []
  for (let index = 0; index + 1 < fields.length;) {
    const status = fields[index++]!
    // Of what was moved or copied, the name before comes first.
    if (/^[RC]/.test(status)) index++
    compared.push({ status, name: fields[index++] ?? '' })
  }
  return compared
}

/**
 * Asks git what has changed between the commit that a reference and the present have in common and the files as they are now.
 *
 * @param ref a branch, tag or commit, as in `origin/main`
 * @throws UserError where there is no git, no repository, or no such commit
 */
export function changesSince(ref: string, cwd: string): Changes {
  const refuse = (because: string, hint: string) => new UserError(`Cannot use \`--since ${ref}\``, { because, hint })
  if (ref === '' || ref.startsWith('-')) throw refuse('it is no reference', 'Write `--since origin/main`, for one.')
  const root = git(['rev-parse', '--show-toplevel'], cwd)?.trim()
  if (root === undefined) throw refuse('git knows of no repository here', 'Run it in a clone of the repository.')
  if (git(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`], cwd) === undefined)
    throw refuse('git knows of no such commit', 'In CI, fetch the history: `fetch-depth: 0`.')
  const base = git(['merge-base', ref, 'HEAD'], cwd)?.trim() ?? ref
  const listed = (text: string | undefined) => (text ?? '').split('\0').filter((name) => name !== '')
  const at = (name: string) => slashed(path.relative(cwd, path.join(root, name)))
  const untracked = listed(git(['ls-files', '--others', '--exclude-standard', '--full-name', '-z', '--', root], cwd))
  // In a clone without all of its blobs, renames cannot be found: then what was moved is new.
  const compared = comparedBy('--find-renames', base, root) ?? comparedBy('--no-renames', base, root)
  if (!compared) throw refuse('git could not compare with that commit', 'In CI, fetch the history: `fetch-depth: 0`.')
  const added = [...compared.filter(({ status }) => status === 'A').map(({ name }) => name), ...untracked].map(at)
  const others = compared.filter(({ status }) => /^[CMRT]/.test(status)).map(({ name }) => at(name))
  return { changed: new Set([...others, ...added]), added: new Set(added) }
}

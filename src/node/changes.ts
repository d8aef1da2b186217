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
  const diff = (filter: string) =>
    listed(git(['diff', '--name-only', '--find-renames', `--diff-filter=${filter}`, '-z', base, '--'], cwd))
  const added = [...diff('A'), ...untracked].map(at)
  return { changed: new Set([...diff('CMRT').map(at), ...added]), added: new Set(added) }
}

import { chmodSync, mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync, type Stats } from 'node:fs'
import path from 'node:path'
import { messageOf, UserError } from '../errors.ts'

/**
 * Writes files whole: each goes to a temporary file beside its place first, and only when all are written are they moved
 * there. When one cannot be written, none is changed. A link is followed, and a file keeps its mode.
 *
 * @param files paths relative to `cwd`, with their text or bytes; missing folders are made
 * @throws UserError naming the file that could not be written
 */
export function writeFiles(files: { path: string; text: string | Uint8Array }[], cwd: string): void {
  const staged: { from: string; to: string }[] = []
  let current = ''
  try {
    for (const file of files) {
      current = file.path
      const named = path.resolve(cwd, file.path)
      const there = statSync(named, { throwIfNoEntry: false })
      if (there?.isDirectory()) throw new Error('a folder stands there')
      const to = there ? realpathSync(named) : named
      if (staged.some((other) => other.to === to)) throw new Error('two texts are to be written there')
      // A device or a pipe, such as `/dev/stdout`, can only be written in place.
      if (there && !there.isFile()) writeFileSync(named, file.text)
      else staged.push(stage(to, file.text, there))
    }
    for (const { from, to } of staged) renameSync(from, to)
  } catch (error) {
    for (const { from } of staged) rmSync(from, { force: true })
    throw new UserError(`Cannot write \`${current}\``, { because: messageOf(error) })
  }
}

function stage(to: string, text: string | Uint8Array, there: Stats | undefined): { from: string; to: string } {
  const from = `${to}.${process.pid}.tmp`
  mkdirSync(path.dirname(to), { recursive: true })
  writeFileSync(from, text)
  if (there) chmodSync(from, there.mode)
  return { from, to }
}

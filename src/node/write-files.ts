import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { messageOf, UserError } from '../errors.ts'

/**
 * Writes files whole: each goes to a temporary file beside its place first, and only when all are written are they moved
 * there. When one cannot be written, none is changed.
 *
 * @param files paths relative to `cwd`, with their text; missing folders are made
 * @throws UserError naming the file that could not be written
 */
export function writeFiles(files: { path: string; text: string }[], cwd: string): void {
  const staged: { from: string; to: string }[] = []
  let current = ''
  try {
    for (const file of files) {
      current = file.path
      const to = path.resolve(cwd, file.path)
      const from = `${to}.${process.pid}.tmp`
      mkdirSync(path.dirname(to), { recursive: true })
      staged.push({ from, to })
      writeFileSync(from, file.text)
    }
    for (const { from, to } of staged) {
      current = to
      renameSync(from, to)
    }
  } catch (error) {
    for (const { from } of staged) rmSync(from, { force: true })
    throw new UserError(`Cannot write \`${current}\``, { because: messageOf(error) })
  }
}

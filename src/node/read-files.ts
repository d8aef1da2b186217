import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { messageOf, UserError } from '../errors.ts'
import type { SourceFile } from '../pipeline.ts'

/** A file that is there and cannot be read as text. */
export interface UnreadableFile {
  path: string
  because: string
  /** What to do about it. */
  hint: string
}

const notText = 'Save it as UTF-8 text, or leave it out with `exclude` in the config.'

/**
 * Reads files as UTF-8 text; a byte-order mark is kept, so that offsets are those of the file.
 *
 * @param paths relative to `cwd`
 * @returns the files in the order given, and apart from them those that are no text or cannot be opened
 */
export function readFiles(paths: string[], cwd: string): { files: SourceFile[]; unreadable: UnreadableFile[] } {
  const files: SourceFile[] = []
  const unreadable: UnreadableFile[] = []
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  for (const file of paths) {
    try {
      const bytes = readFileSync(path.resolve(cwd, file))
      if (bytes.includes(0)) unreadable.push({ path: file, because: 'it is not a text file', hint: notText })
      else files.push({ path: file, source: decoder.decode(bytes) })
    } catch (error) {
      const undecodable = error instanceof TypeError
      unreadable.push({
        path: file,
        because: undecodable ? 'it is not UTF-8 text' : messageOf(error),
        hint: undecodable ? notText : 'Make it readable for this user.',
      })
    }
  }
  return { files, unreadable }
}

/** The text of a file, or undefined where there is none. @throws UserError when it is there and cannot be read */
export function readIfThere(file: string, cwd: string): string | undefined {
  const full = path.resolve(cwd, file)
  try {
    return existsSync(full) ? readFileSync(full, 'utf8') : undefined
  } catch (error) {
    throw new UserError(`Cannot read \`${file}\``, { because: messageOf(error) })
  }
}

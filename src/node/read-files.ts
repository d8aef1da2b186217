import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { messageOf } from '../errors.ts'
import type { SourceFile } from '../pipeline.ts'

/** A file that is there and cannot be read as text. */
export interface UnreadableFile {
  path: string
  because: string
}

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
      if (bytes.includes(0)) unreadable.push({ path: file, because: 'it is not a text file' })
      else files.push({ path: file, source: decoder.decode(bytes) })
    } catch (error) {
      const because = error instanceof TypeError ? 'it is not UTF-8 text' : messageOf(error)
      unreadable.push({ path: file, because })
    }
  }
  return { files, unreadable }
}

/** The text of a file, or undefined where there is none. */
export function readIfThere(file: string, cwd: string): string | undefined {
  const full = path.resolve(cwd, file)
  return existsSync(full) ? readFileSync(full, 'utf8') : undefined
}

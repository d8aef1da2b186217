import { isUtf8 } from 'node:buffer'
import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs'
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

/** The bytes of a file, or why there are none. @param file relative to `cwd` */
function readBytes(file: string, cwd: string): Buffer | UnreadableFile {
  return attempt(file, () => readFileSync(placeOf(file, cwd)))
}

const chunk = Buffer.allocUnsafe(256 * 1024)

/** As {@link readBytes}; the bytes are good until the next call: of thousands of files, most are only compared. */
export function glanceAt(file: string, cwd: string): Buffer | UnreadableFile {
  return attempt(file, () => {
    const descriptor = openSync(placeOf(file, cwd), 'r')
    try {
      const length = readSync(descriptor, chunk)
      if (length < chunk.length) return chunk.subarray(0, length)
    } finally {
      closeSync(descriptor)
    }
    return readFileSync(placeOf(file, cwd))
  })
}

function attempt(file: string, read: () => Buffer): Buffer | UnreadableFile {
  try {
    return read()
  } catch (error) {
    return { path: file, because: messageOf(error), hint: 'Make it readable for this user.' }
  }
}

function placeOf(file: string, cwd: string): string {
  return path.isAbsolute(file) ? file : cwd + path.sep + file
}

/**
 * Bytes as UTF-8 text; a byte-order mark is kept, so that offsets are those of the file.
 *
 * @param file names it where it is no text
 */
export function textIn(bytes: Buffer, file: string): SourceFile | UnreadableFile {
  if (bytes.includes(0)) return { path: file, because: 'it is not a text file', hint: notText }
  // Faster than a decoder that throws.
  if (!isUtf8(bytes)) return { path: file, because: 'it is not UTF-8 text', hint: notText }
  return { path: file, source: bytes.toString('utf8') }
}

/** Reads a file as text. */
export function readFile(file: string, cwd: string): SourceFile | UnreadableFile {
  const bytes = readBytes(file, cwd)
  return Buffer.isBuffer(bytes) ? textIn(bytes, file) : bytes
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

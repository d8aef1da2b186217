import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import envPaths from 'env-paths'
import type { Settings } from '../config/resolve-settings.ts'
import { messageOf, UserError } from '../errors.ts'
import type { CheckedArticle, RunMemory } from '../pipeline.ts'
import { version } from '../version.ts'
import { digestOf, settingsDigest } from './digest.ts'
import { packMemory, unpackMemory, type Memory, type PackedMemory } from './pack-memory.ts'
import { countNumbers, pack, unpack } from './pack.ts'
import { writeFiles } from './write-files.ts'

/** Articles that were checked before, by the digest of their bytes. */
export interface Cache {
  /** Whether a file was checked before, with whatever bytes. */
  has: (path: string) => boolean
  get: (path: string, digest: string) => CheckedArticle | undefined
  set: (path: string, digest: string, checked: CheckedArticle) => void
  /** What is known of the run before. @param run a digest of all that the rules about the corpus depend on */
  memoryOf: (run: string) => Omit<RunMemory, 'remember'>
  setMemory: (run: string, ...known: Parameters<RunMemory['remember']>) => void
  /** Writes what is known, if there is anything new. @param everything whether files that were not asked for are gone */
  save: (everything: boolean) => void
}

/** What stands in the first line of a cache file. */
interface Header {
  madeBy: string
  /** Of all that follows. */
  digest: string
  /** Bytes of the text; numbers come after it. */
  textBytes: number
}

interface Entry {
  digest: string
  checked: CheckedArticle
}

/** All that a cache file holds. */
interface Content {
  /** By path. */
  entries: Map<string, Entry>
  memory: Memory | undefined
}

/** A cache with more bytes for each article that is asked for takes longer to read than they take to check. */
const mostBytesFor = (articles: number) => 1_000_000 + 100_000 * articles

/** Files that no run has renewed for so long before this one are removed. */
const keptFor = 30 * 24 * 60 * 60 * 1000

/**
 * Opens the cache for these settings. Never fails: what is not there or cannot be used is a cold start, with a word where
 * something was there.
 *
 * @param folder may not be there yet
 * @param project the folder that the paths of articles are seen from: several help centres may share a cache
 * @param articles how many will be asked for
 * @param say told in a line what is wrong
 * @returns nothing where the articles are so few of those in the cache that they are checked sooner than it is read
 */
export function openCache(
  folder: string,
  { project, settings, articles }: { project: string; settings: Settings; articles: number },
  say: (line: string) => void,
): Cache | undefined {
  const key = digestOf([project, settingsDigest(settings), settings.parser].join('\0'))
  const file = path.join(folder, `${key.slice(0, 16)}.cache`)
  if (sizeOf(file) > mostBytesFor(articles)) return undefined
  const madeBy = `deskcheck ${version}, ${buildStamp()}`
  const content: Content = { entries: new Map(), memory: undefined }
  try {
    Object.assign(content, readContent(file, madeBy))
  } catch (error) {
    say(`Cannot use the cache \`${file}\`: ${messageOf(error)}. Everything is checked anew.\n`)
  }
  const { entries } = content
  const asked = new Set<string>()
  let isNew = false
  return {
    has: (name) => entries.has(name),
    get(name, digest) {
      asked.add(name)
      const entry = entries.get(name)
      return entry?.digest === digest ? entry.checked : undefined
    },
    set(name, digest, checked) {
      asked.add(name)
      if (entries.get(name)?.digest === digest) return
      entries.set(name, { digest, checked })
      isNew = true
    },
    memoryOf: (run) => ({
      findings: content.memory?.run === run ? content.memory.findings : undefined,
      corpus: content.memory?.corpus,
    }),
    setMemory(run, findings, corpus) {
      content.memory = { run, findings, corpus }
      isNew = true
    },
    save(everything) {
      const gone = everything ? [...entries.keys()].filter((name) => !asked.has(name)) : []
      for (const name of gone) entries.delete(name)
      if (!isNew && gone.length === 0) return
      try {
        writeContent(file, madeBy, content)
        removeOld(folder, file)
      } catch (error) {
        say(`${error instanceof UserError ? error.message : `Cannot write the cache: ${messageOf(error)}`}\n`)
      }
    },
  }
}

/**
 * Where the cache is when nothing else is said: with the packages of the nearest project upwards, else where this machine
 * keeps caches of a user.
 */
export function cacheFolder(from: string): string {
  for (let folder = path.resolve(from); ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, 'package.json'))) return path.join(folder, 'node_modules/.cache/deskcheck')
    if (path.dirname(folder) === folder) return envPaths('deskcheck', { suffix: '' }).cache
  }
}

/** What tells one build of the program from another: in a clone, rules change without a new version. */
function buildStamp(): string {
  const self = fileURLToPath(import.meta.url)
  if (self.split(path.sep).includes('node_modules')) return 'as published'
  // The sources in a clone, else what was built from them.
  const root = path.join(path.dirname(self), self.endsWith('.ts') ? '../..' : '.')
  const folders = self.endsWith('.ts') ? ['src', 'rules'] : ['.']
  const files = folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => /\.[jt]s$/.test(entry.name))
      .map((entry) => path.join(entry.parentPath, entry.name)),
  )
  // By their bytes: a fresh clone, as in CI, has files of the same age only by chance. The bundler has put a digest of them
  // into the names of all but those that are called by name.
  const stamps = files.sort().map((file) => {
    const name = path.relative(root, file)
    return /-[A-Z\d]{8}\.js$/.test(name) ? name : [name, readFileSync(file, 'utf8')]
  })
  return digestOf(JSON.stringify(stamps))
}

/** Bytes of a file; 0 where none can be there. */
function sizeOf(file: string): number {
  try {
    return statSync(file).size
  } catch {
    return 0
  }
}

function readContent(file: string, madeBy: string): Partial<Content> {
  if (!existsSync(file)) return {}
  const bytes = readFileSync(file)
  const end = bytes.indexOf(10)
  const header = JSON.parse(bytes.toString('utf8', 0, end < 0 ? 0 : end)) as Header
  if (header.madeBy !== madeBy) throw new Error('another version made it')
  const body = bytes.subarray(end + 1)
  if (digestOf(body) !== header.digest) throw new Error('it is broken')
  const [digests = '', memory = '', json = ''] = body.toString('utf8', 0, header.textBytes).split('\n')
  // Copied, as numbers must lie at a multiple of their size.
  const numbers = new Uint32Array(new Uint8Array(body.subarray(header.textBytes)).buffer)
  const articles = unpack({ json, numbers })
  const entries = (JSON.parse(digests) as string[]).map((digest, index): [string, Entry] => [
    articles[index]!.facts.path,
    { digest, checked: articles[index]! },
  ])
  const ofMemory = numbers.subarray(articles.reduce((sum, { facts }) => sum + countNumbers(facts), 0))
  const packed = memory === '' ? undefined : (JSON.parse(memory) as PackedMemory)
  return { entries: new Map(entries), memory: packed && unpackMemory(packed, ofMemory, articles) }
}

function writeContent(file: string, madeBy: string, { entries, memory }: Content): void {
  const all = [...entries.values()]
  const articles = all.map(({ checked }) => checked)
  const { json, numbers } = pack(articles)
  const { packed, numbers: ofMemory } = memory ? packMemory(memory, articles) : {}
  const lines = [JSON.stringify(all.map(({ digest }) => digest)), packed ? JSON.stringify(packed) : '', json]
  const text = Buffer.from(lines.join('\n'))
  const body = Buffer.concat([text, bytesOf(numbers), bytesOf(ofMemory ?? new Uint32Array())])
  const header: Header = { madeBy, digest: digestOf(body), textBytes: text.length }
  const bytes = Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), body])
  writeFiles([{ path: file, text: bytes }], path.dirname(file))
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Uint32Array) => Buffer.from(buffer, byteOffset, byteLength)

function removeOld(folder: string, written: string): void {
  const now = statSync(written).mtimeMs
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name)
    if (/^[\da-f]{16}\.cache$/.test(name) && now - statSync(file).mtimeMs > keptFor) rmSync(file, { force: true })
  }
}

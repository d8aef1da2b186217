import path from 'node:path'
import type { History } from '../corpus/history.ts'
import { digestOf } from './digest.ts'
import { slashed } from './find-files.ts'
import { blobsOf, git, gitLater } from './git.ts'
import { readFile } from './read-files.ts'

/** The past of articles, and a digest of all that is known of it. */
export interface PastDays extends History {
  digest: string
  /** By path. */
  days: Record<string, string>
}

/** A change of one file. */
interface FileChange {
  day: string
  before: string
  after: string
  isNew: boolean
  /** Whether nothing is known of the time before, as in a shallow clone. */
  isCut: boolean
}

/** A commit over more articles than this many of all, and than so many at least, is a sweep and speaks of none of them. */
const sweepShare = 0.01
const sweepFloor = 20
/** Texts that are compared at once. */
const mostTexts = 2000

/** What is known where nothing was asked. */
export function pastFrom(days: Record<string, string>): PastDays {
  const sorted = Object.entries(days).sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    days,
    changedOn: (file) => (Object.hasOwn(days, file) ? days[file] : undefined),
    digest: sorted.length === 0 ? '' : digestOf(JSON.stringify(sorted)),
  }
}

/**
 * Asks git when the text of each article was last changed in substance: its words, and not its front matter, mark-up or the
 * targets of its links, nor by a commit that sweeps over many articles. Of an article that a sweep has brought, as when a help
 * centre is imported, it is that day: its words are no younger. What is changed and not committed is of today.
 *
 * Nothing is known where there is no git and no repository, of files that git does not know, and of what is older than a
 * shallow clone.
 *
 * @param paths of the articles that are asked for, relative to the working directory
 * @param all of the run, of which these may be a part: what is a sweep follows from them
 * @param today as in the settings
 */
export async function readHistory(
  paths: readonly string[],
  { all, cwd, today }: { all: readonly string[]; cwd: string; today: string },
): Promise<PastDays> {
  const told = git(
    ['rev-parse', '--show-toplevel', '--show-prefix', '--is-shallow-repository', '--verify', 'HEAD'],
    cwd,
  )
  const [root, prefix, isShallow] = told?.split('\n') ?? []
  if (root === undefined || prefix === undefined) return pastFrom({})
  const nameOf = (file: string) => slashed(path.normalize(path.join(prefix, file)))
  const byName = new Map(paths.map((file) => [nameOf(file), file]))
  const folder = commonFolder(all.map(nameOf))
  const sweep = Math.max(sweepFloor, sweepShare * all.length)
  const [log, diff, cuts] = await Promise.all([
    gitLater(
      [
        'log',
        '--no-merges',
        '-M',
        '--raw',
        '--no-abbrev',
        '-z',
        '--format=%x01%H %as',
        '--end-of-options',
        'HEAD',
        '--',
        folder,
      ],
      root,
    ),
    gitLater(['diff', '--name-only', '--no-renames', '--diff-filter=M', '-z', 'HEAD', '--', folder], root),
    isShallow === 'true' ? gitLater(['rev-list', '--max-parents=0', 'HEAD'], root) : '',
  ])
  const changes = changesIn(log ?? '', new Set((cuts ?? '').split('\n').filter(Boolean)), byName, sweep)
  const days = new Map<string, string>()
  const dirty = (diff ?? '').split('\0').filter((name) => byName.has(name) && changes.has(name))
  const committed = await blobsOf(
    dirty.map((name) => changes.get(name)![0]!.after),
    root,
  )
  for (const name of dirty) {
    const file = byName.get(name)!
    const read = readFile(file, cwd)
    const before = committed.get(changes.get(name)![0]!.after)
    if (!('because' in read) && before !== undefined && substanceOf(read.source) !== substanceOf(before))
      days.set(name, today)
  }
  await settleDays(changes, days, root)
  return pastFrom(Object.fromEntries([...days].map(([name, day]) => [byName.get(name)!, day])))
}

/** Goes back in each article's changes to the first one of substance. */
async function settleDays(
  changes: ReadonlyMap<string, FileChange[]>,
  days: Map<string, string>,
  root: string,
): Promise<void> {
  let open = [...changes].filter(([name]) => !days.has(name)).map(([name, list]) => ({ name, list, next: 0 }))
  while (open.length > 0) {
    const asked = open.splice(0, mostTexts / 2)
    const compared = asked.flatMap(({ list, next }) => {
      const change = list[next]!
      return change.isNew || change.before === change.after ? [] : [change.before, change.after]
    })
    const texts = await blobsOf([...new Set(compared)], root)
    for (const one of asked) {
      const change = one.list[one.next]!
      if (change.isNew) {
        if (!change.isCut) days.set(one.name, change.day)
        continue
      }
      const [before, after] = [texts.get(change.before), texts.get(change.after)]
      const isKnown = change.before === change.after || (before !== undefined && after !== undefined)
      if (!isKnown) continue
      if (change.before !== change.after && substanceOf(before!) !== substanceOf(after!)) days.set(one.name, change.day)
      else if (++one.next < one.list.length) open.push(one)
    }
  }
}

/** The changes of each file that is asked for, the newest first, from what `git log --raw -z` prints. */
function changesIn(
  log: string,
  cuts: ReadonlySet<string>,
  byName: ReadonlyMap<string, string>,
  sweep: number,
): Map<string, FileChange[]> {
  const changes = new Map<string, FileChange[]>()
  /** What a file was called at the time that the log has reached, and what it is called now. */
  const nowCalled = new Map<string, string>([...byName.keys()].map((name) => [name, name]))
  const fields = log.split('\0')
  for (let at = 0; at < fields.length;) {
    const [hash = '', day = ''] = fields[at++]!.trim().replace('\u0001', '').split(' ')
    const isCut = cuts.has(hash)
    const files: { status: string; from: string; name: string; before: string; after: string }[] = []
    for (; at < fields.length && /^\s*:/.test(fields[at]!);) {
      const [, , before = '', after = '', status = ''] = fields[at++]!.trim().split(' ')
      const from = fields[at++] ?? ''
      const name = /^[RC]/.test(status) ? (fields[at++] ?? '') : from
      files.push({ status, from, name, before, after })
    }
    const isSweep = files.filter(({ name }) => /\.(?:md|markdown|mdx)$/i.test(name)).length > sweep
    for (const { status, from, name, before, after } of files) {
      const now = nowCalled.get(name)
      if (now === undefined) continue
      const isNew = /^[AC]/.test(status)
      if (status.startsWith('R')) {
        nowCalled.delete(name)
        nowCalled.set(from, now)
      } else if (isNew) nowCalled.delete(name)
      // What came with a sweep is as old as that at least; what a sweep has changed is not told by it.
      if (isSweep && !isNew) continue
      const list = changes.get(now)
      const change = { day, before, after, isNew, isCut }
      if (list) list.push(change)
      else changes.set(now, [change])
    }
  }
  return changes
}

/** The words of an article, without front matter, comments, mark-up and the targets of links. */
export function substanceOf(text: string): string {
  return text
    .replace(/^\uFEFF?(---|\+\+\+)[ \t]*\r?\n[^]*?\r?\n\1[ \t]*(?:\r?\n|$)/, '')
    .replace(/<!--[^]*?-->/g, ' ')
    .replace(/\]\([^()\s]*(?:\s[^()]*)?\)/g, '] ')
    .replace(/<\/?[a-z][^<>]*>/gi, ' ')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The folder that all of some files are in; `.` for the root. */
function commonFolder(names: readonly string[]): string {
  let common = path.posix.dirname(names[0] ?? '.')
  for (const name of names) {
    while (common !== '.' && !name.startsWith(`${common}/`)) common = path.posix.dirname(common)
  }
  return common
}

import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { digestOf } from './digest.ts'
import { slashed } from './find-files.ts'
import { blobsOf, git, gitLater } from './git.ts'
import { version } from '../version.ts'
import { readFile } from './read-files.ts'
import { writeFiles } from './write-files.ts'

/** The past of articles, and a digest of all that is known of it. */
export interface PastDays {
  /** When the text of an article was last changed in substance; undefined where that is not known. */
  changedOn: (path: string) => string | undefined
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
  /** Whether its commit sweeps over many articles. */
  isSweep: boolean
  /** Whether nothing is known of the time before, as in a shallow clone. */
  isCut: boolean
}

/** A commit over more articles than this many of all, and than so many at least, is a sweep and speaks of none of them. */
const sweepShare = 0.01
const sweepFloor = 20
/** What a sweep may change in a text without saying anything else: so many words, or that share of all. */
const sweptWords = 20
const sweptShare = 0.1
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
 * targets of its links, nor a few words by a commit that sweeps over many articles. Of an article that a sweep has brought, as when a help
 * centre is imported, it is that day: its words are no younger. What is changed and not committed is of today.
 *
 * Nothing is known where there is no git and no repository, of files that git does not know, and of what is older than a
 * shallow clone.
 *
 * @param paths of the articles that are asked for, relative to the working directory
 * @param all of the run, of which these may be a part: what is a sweep follows from them
 * @param today as in the settings
 * @param cacheFolder where what is committed may be remembered
 */
export async function readHistory(
  paths: readonly string[],
  {
    all,
    cwd,
    today,
    cacheFolder,
  }: { all: readonly string[]; cwd: string; today: string; cacheFolder?: string | undefined },
): Promise<PastDays> {
  const told = git(
    ['rev-parse', '--show-toplevel', '--show-prefix', '--is-shallow-repository', '--verify', 'HEAD'],
    cwd,
  )
  const [root, prefix, isShallow, head] = told?.split('\n') ?? []
  if (root === undefined || prefix === undefined || head === undefined) return pastFrom({})
  const nameOf = (file: string) => slashed(path.normalize(path.join(prefix, file)))
  const byName = new Map(paths.map((file) => [nameOf(file), file]))
  const folder = commonFolder(all.map(nameOf))
  const uncommitted = gitLater(
    ['diff', '--raw', '--no-abbrev', '--no-renames', '--diff-filter=M', '-z', 'HEAD', '--', folder],
    root,
  )
  const key = digestOf(JSON.stringify([version, root, head, isShallow, all.length, folder, [...byName.keys()].sort()]))
  const file = cacheFolder === undefined ? undefined : path.join(cacheFolder, `${digestOf(root).slice(0, 16)}.history`)
  let committed = rememberedDays(file, key)
  if (!committed) {
    const sweep = Math.max(sweepFloor, sweepShare * all.length)
    committed = await committedDays(byName, { root, folder, sweep, isShallow: isShallow === 'true' })
    remember(file, { key, days: committed })
  }
  const days = new Map(Object.entries(committed))
  const changed = changedSince((await uncommitted) ?? '').filter(({ name }) => byName.has(name))
  const texts = await blobsOf([...new Set(changed.map(({ before }) => before))], root)
  for (const { name, before } of changed) {
    const text = texts.get(before)
    const read = readFile(byName.get(name)!, cwd)
    if (text === undefined || 'because' in read) continue
    if (substanceOf(read.source) !== substanceOf(text)) days.set(name, today)
  }
  return pastFrom(Object.fromEntries([...days].map(([name, day]) => [byName.get(name)!, day])))
}

/** What `git diff --raw -z` prints: the files that differ from a commit, and the blobs that they are there. */
function changedSince(diff: string): { name: string; before: string }[] {
  const fields = diff.split('\0')
  return fields.flatMap((field, at) => {
    const before = /^:\d+ \d+ (\w+) /.exec(field)?.[1]
    return before === undefined ? [] : [{ name: fields[at + 1]!, before }]
  })
}

/** By name in the repository: the day of the last change of substance that is committed. */
async function committedDays(
  byName: ReadonlyMap<string, string>,
  { root, folder, sweep, isShallow }: { root: string; folder: string; sweep: number; isShallow: boolean },
): Promise<Record<string, string>> {
  const [log, cuts] = await Promise.all([
    gitLater(
      ['log', '--no-merges', '-M', '--raw', '--no-abbrev', '-z', '--format=%x01%H %as', 'HEAD', '--', folder],
      root,
    ),
    isShallow ? gitLater(['rev-list', '--max-parents=0', 'HEAD'], root) : '',
  ])
  const changes = changesIn(log ?? '', new Set((cuts ?? '').split('\n').filter(Boolean)), byName, sweep)
  const days = new Map<string, string>()
  await settleDays(changes, days, root)
  return Object.fromEntries(days)
}

/** What was known of these articles at this commit. A file that is not there, or broken, holds nothing. */
function rememberedDays(file: string | undefined, key: string): Record<string, string> | undefined {
  if (file === undefined || !existsSync(file)) return undefined
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as Kept
    return kept.key === key ? kept.days : undefined
  } catch {
    return undefined
  }
}

interface Kept {
  key: string
  days: Record<string, string>
}

function remember(file: string | undefined, kept: Kept): void {
  if (file === undefined) return
  try {
    writeFiles([{ path: path.basename(file), text: JSON.stringify(kept) }], path.dirname(file))
  } catch {
    // Then it is asked again: the cache of articles has said why it cannot be written.
  }
}

/** Goes back in each article's changes to the first one of substance. */
async function settleDays(
  changes: ReadonlyMap<string, FileChange[]>,
  days: Map<string, string>,
  root: string,
): Promise<void> {
  const open = [...changes].map(([name, list]) => ({ name, list, next: 0 }))
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
      if (change.before !== change.after && isSubstantial(before!, after!, change.isSweep))
        days.set(one.name, change.day)
      else if (++one.next < one.list.length) open.push(one)
    }
  }
}

/** Whether one text says something else than another; of a sweep, such as a product renamed everywhere, a few words say nothing. */
function isSubstantial(before: string, after: string, isSweep: boolean): boolean {
  const [old, now] = [substanceOf(before), substanceOf(after)]
  if (old === now) return false
  if (!isSweep) return true
  const counts = new Map<string, number>()
  const words = now.split(' ')
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  for (const word of old.split(' ')) counts.set(word, (counts.get(word) ?? 0) - 1)
  const changed = [...counts.values()].reduce((sum, count) => sum + Math.abs(count), 0)
  return changed > Math.max(sweptWords, sweptShare * words.length)
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
      const list = changes.get(now)
      const change = { day, before, after, isNew, isSweep, isCut }
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

import * as z from 'zod'
import { UserError } from '../errors.ts'
import type { CheckedArticle } from '../pipeline.ts'
import { version } from '../version.ts'
import { digestOf } from './digest.ts'
import { pack, unpack } from './pack.ts'
import type { UnreadableFile } from './read-files.ts'

/** One part of a run that several jobs share: what it found in its articles, and their facts. */
export interface Part {
  /** This is part `index` of `of`, counted from 1. */
  index: number
  of: number
  today: string
  /** Digest of what decides what is found. */
  settings: string
  /** Digest of the paths of the whole run. */
  corpus: string
  /** Whether the run is over everything, and not over paths that were named. */
  everything: boolean
  unreadable: UnreadableFile[]
  /** By path: when an article was last changed, as far as git knows. */
  history: Record<string, string>
  checked: CheckedArticle[]
}

const schema = z.strictObject({
  deskcheckPart: z.literal(1),
  madeBy: z.string(),
  index: z.number().int().positive(),
  of: z.number().int().positive(),
  today: z.string(),
  settings: z.string(),
  corpus: z.string(),
  everything: z.boolean(),
  unreadable: z.array(z.strictObject({ path: z.string(), because: z.string(), hint: z.string() })),
  history: z.record(z.string(), z.string()),
  /** Of `articles` and `numbers`. */
  digest: z.string(),
  /** Packed, as a text in the text: it is read only when all parts are there. */
  articles: z.string(),
  numbers: z.base64(),
})

/** The paths of one part: every so-many-th, so that the parts take about equally long. */
export function partOf(paths: string[], { index, of }: Pick<Part, 'index' | 'of'>): string[] {
  return paths.filter((_, place) => place % of === index - 1)
}

/** The text of a part's file. */
export function renderPart({ checked, ...part }: Part): string {
  const packed = pack(checked)
  const { buffer, byteOffset, byteLength } = packed.numbers
  const numbers = Buffer.from(buffer, byteOffset, byteLength).toString('base64')
  const digest = digestOf(packed.json + numbers)
  return `${JSON.stringify({ deskcheckPart: 1, madeBy: version, ...part, digest, articles: packed.json, numbers })}\n`
}

/** Reads a part's file. @throws UserError where it is none, or broken, or made by another version */
export function parsePart(text: string, path: string): Part {
  const refuse = (because: string) =>
    new UserError(`Cannot merge \`${path}\``, {
      because,
      hint: 'Write it anew with `deskcheck lint --shard I/N --output FILE`.',
    })
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw refuse('it is no part of a run, or was cut')
  }
  const parsed = schema.safeParse(json)
  if (!parsed.success) throw refuse('it is no part of a run')
  const { madeBy, digest, articles, numbers: encoded, deskcheckPart, ...part } = parsed.data
  if (madeBy !== version) throw refuse(`version ${madeBy} wrote it, and this is ${version}`)
  if (digestOf(articles + encoded) !== digest) throw refuse('it is broken')
  const numbers = new Uint32Array(new Uint8Array(Buffer.from(encoded, 'base64')).buffer)
  return { ...part, checked: unpack({ json: articles, numbers }) }
}

/**
 * All parts of a run as one.
 *
 * @param parts with the name of each one's file
 * @param settings those of this run
 * @throws UserError where a part is missing or there twice, or where they are not parts of one run with these settings
 */
export function mergeParts(parts: (Part & { file: string })[], settings: string): Omit<Part, 'index' | 'of'> {
  const refuse = (because: string, hint: string) => new UserError('Cannot merge the parts', { because, hint })
  const [first] = parts
  if (!first) throw refuse('no file was named', 'Name the file of each part.')
  for (const { file, ...part } of parts) {
    for (const key of ['of', 'corpus', 'today', 'settings', 'everything'] as const) {
      if (part[key] === first[key]) continue
      const what = {
        of: 'the number of parts',
        corpus: 'the articles',
        today: 'the day',
        settings: 'the settings',
        everything: 'the paths named',
      }
      throw refuse(
        `\`${file}\` and \`${first.file}\` are not of one run: ${what[key]} differ`,
        'Give every job the same articles, config and `--today`.',
      )
    }
    const twin = parts.find((other) => other.file !== file && other.index === part.index)
    if (twin) throw refuse(`\`${file}\` and \`${twin.file}\` are the same part`, 'Name each part once.')
  }
  const missing = Array.from({ length: first.of }, (_, place) => place + 1).filter(
    (index) => !parts.some((part) => part.index === index),
  )
  if (missing.length > 0) {
    const names = missing.map((index) => `\`${index}/${first.of}\``).join(', ')
    throw refuse(`of ${first.of} parts these are missing: ${names}`, 'Name the file of every part.')
  }
  if (first.settings !== settings) {
    throw refuse('they were made with other settings', 'Merge with the same `--config` and `--rule` as the parts.')
  }
  return {
    today: first.today,
    settings,
    corpus: first.corpus,
    everything: first.everything,
    unreadable: parts.flatMap(({ unreadable }) => unreadable).sort((a, b) => (a.path < b.path ? -1 : 1)),
    history: Object.assign({}, ...parts.map(({ history }) => history)) as Part['history'],
    checked: parts.flatMap(({ checked }) => checked),
  }
}

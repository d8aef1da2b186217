import path from 'node:path'
import { createCorpus } from '../corpus/corpus.ts'
import type { Similar } from '../corpus/similar.ts'
import { UserError } from '../errors.ts'
import { checkArticle, similarTo } from '../pipeline.ts'
import { duplicateOptions } from '../rule/duplicate-options.ts'
import { printable } from '../printable.ts'
import { formatNamed } from './format-named.ts'
import { failOnUnreadable, gather, readArticle, type GatherOptions, type Machine } from './gather.ts'

export interface SimilarOptions extends GatherOptions {
  format?: string
  limit?: string
}

/** An article that is near to a draft, and whether its text is much the same. */
interface Found extends Similar {
  sameText: boolean
}

/** `deskcheck similar DRAFT`: the articles that are nearest to a draft, before it is published. */
export async function similar(
  draft: string,
  paths: string[],
  options: SimilarOptions,
  machine: Machine,
): Promise<number> {
  const { cwd, out, color } = machine
  const render = formatNamed(formats, options.format ?? 'pretty', 'Cannot use the format')
  const limit = readLimit(options.limit ?? '5')
  const gathered = await gather(paths, options, machine)
  const { settings } = gathered
  const article = readArticle(draft, cwd, settings)
  const files = await gathered.check(gathered.paths)
  const own = path.resolve(cwd, draft)
  const others = files.checked.filter(({ facts }) => path.resolve(cwd, facts.path) !== own).map(({ facts }) => facts)
  if (others.length === 0) failOnUnreadable(files)
  gathered.remember()
  const { facts } = checkArticle({ path: article.path, source: article.source }, settings)
  const corpus = createCorpus([...others, facts])
  const title = article.title?.text ?? ''
  const body = article.source.slice(article.bodyStart)
  const bounds = duplicateOptions.parse({})
  const found = similarTo({ title, body }, others, settings)
    .slice(0, limit)
    .map((one) => ({
      ...one,
      sameText: corpus.kinship(facts, corpus.at(one.path)!, bounds) !== undefined,
    }))
  out(render(found, { draft: article.path, title, color }))
  failOnUnreadable(files)
  return 0
}

function readLimit(text: string): number {
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text)
  throw new UserError(`Cannot use \`--limit ${text}\``, {
    because: 'it is not a whole number from 1 to 9999',
    hint: 'Write `--limit 5` for the five nearest.',
  })
}

interface Shown {
  draft: string
  title: string
  color?: boolean
}

const formats: Record<string, (found: Found[], shown: Shown) => string> = {
  json: (found, { draft }) => `${JSON.stringify({ draft, similar: found }, null, 2)}\n`,
  pretty(found, { draft, title }) {
    if (found.length === 0) return `Nothing is near to ${draft}.\n`
    const lines = [`Nearest to ${draft}${title === '' ? '' : `, “${printable(title)}”`}:`, '']
    for (const one of found) {
      lines.push(
        `  ${one.score.toFixed(2)}  ${printable(one.path)}${one.title === null ? '' : `  ${printable(one.title)}`}`,
      )
      lines.push(`        ${printable(one.why)}${one.sameText ? '; much of the text is the same' : ''}`)
    }
    const copy = found.find(({ sameText }) => sameText)
    if (copy) lines.push('', `See what differs: deskcheck compare ${draft} ${copy.path}`)
    return `${lines.join('\n')}\n`
  },
}

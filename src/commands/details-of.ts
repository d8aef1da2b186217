import path from 'node:path'
import type { Article } from '../article/article.ts'
import { parseArticle } from '../article/parse-article.ts'
import { sideBySide } from '../compare/compare.ts'
import type { Settings } from '../config/resolve-settings.ts'
import { sourceSchema } from '../config/schema.ts'
import { UserError } from '../errors.ts'
import { slashed } from '../node/find-files.ts'
import { readFile } from '../node/read-files.ts'
import { withLines } from '../report/quote-lines.ts'
import type { Finding, Report } from '../report/report.ts'
import { likeness } from '../reporters/duplicates.ts'
import { encodePath } from '../reporters/encode-path.ts'
import type { Detail } from '../reporters/index.ts'

/** More pairs than this are listed, and not shown side by side: nobody opens all of them, and each has the text of two articles. */
const mostPairs = 400

/**
 * Two texts of some thousand words that have little in common take seconds to compare, and nobody reads them side by side: the
 * words of one times those of the other, times the share in which they differ.
 */
const mostWork = 4_000_000

/** Where the texts are that a report speaks of. */
export interface Texts {
  cwd: string
  settings: Settings
  /** The address of an article's text for people, as the config has it. */
  source: string | undefined
}

/** The address of articles that the command line or the config gives. @throws UserError where it is none */
export function readSource(given: string | undefined, fromConfig: string | undefined): string | undefined {
  if (given === undefined) return fromConfig
  const read = sourceSchema.safeParse(given)
  if (read.success) return read.data
  throw new UserError(`Cannot use \`--source ${given}\``, {
    because: read.error.issues[0]!.message,
    hint: 'Write `--source https://example.com/blob/main/{path}#L{line}`, for one.',
  })
}

/**
 * What makes of a report one with what a reporter shows besides, read from the articles as they are now: of each kind once,
 * however many reporters show it.
 *
 * @returns takes what is shown, and the file that it is written to, for the way to the articles from there
 */
export function detailsOf(report: Report, texts: Texts): (shown: readonly Detail[], file?: string) => Report {
  const sourceOf = (file: string) => {
    const read = readFile(file, texts.cwd)
    return 'because' in read ? undefined : read.source
  }
  let quoting: Report | undefined
  let pairs: Report['pairs']
  return (shown, file) => {
    const source = shown.includes('source') ? addressesIn(texts, file) : undefined
    return {
      ...(shown.includes('lines') ? (quoting ??= withLines(report, sourceOf)) : report),
      ...(shown.includes('pairs') ? { pairs: (pairs ??= pairsIn(report, texts, sourceOf)) } : {}),
      ...(source === undefined ? {} : { source }),
    }
  }
}

/** Articles side by side for findings that say that two are alike, the most alike first. */
function pairsIn(
  { findings, articles: checked }: Report,
  { settings }: Texts,
  sourceOf: (file: string) => string | undefined,
): NonNullable<Report['pairs']> {
  const articles = new Map<string, Article | undefined>()
  const articleAt = (file: string) => {
    if (!articles.has(file)) {
      const source = sourceOf(file)
      articles.set(file, source === undefined ? undefined : parseArticle(file, source, settings))
    }
    return articles.get(file)
  }
  const words = new Map(checked.map((article) => [article.path, article.words]))
  const isLight = (finding: Finding) => {
    const product = (words.get(finding.path) ?? 0) * (words.get(finding.related[0]!.path) ?? 0)
    return product * (1 - likeness(finding)) < mostWork
  }
  return findings
    .filter(({ rule, related }) => /^duplicates\/(?!passage$)/.test(rule) && related.length > 0)
    .filter(isLight)
    .sort((a, b) => likeness(b) - likeness(a))
    .slice(0, mostPairs)
    .flatMap((finding) => {
      const [here, there] = [articleAt(finding.path), articleAt(finding.related[0]!.path)]
      return here && there ? [sideBySide(here, there)] : []
    })
}

/** The address of articles on a page: as the config says, else the way there from its file. */
function addressesIn({ cwd, settings, source }: Texts, file: string | undefined): string | undefined {
  if (source !== undefined) {
    const base = settings.base === '' ? '' : `${encodePath(settings.base)}/`
    return source.replaceAll('{path}', () => `${base}{path}`)
  }
  if (file === undefined) return undefined
  const way = slashed(path.relative(path.dirname(path.resolve(cwd, file)), cwd))
  return way === '' ? '{path}' : `${encodePath(way)}/{path}`
}

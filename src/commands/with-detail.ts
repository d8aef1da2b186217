import path from 'node:path'
import type { Article } from '../article/article.ts'
import { parseArticle } from '../article/parse-article.ts'
import { sideBySide } from '../compare/compare.ts'
import type { Settings } from '../config/resolve-settings.ts'
import { slashed } from '../node/find-files.ts'
import { readFile } from '../node/read-files.ts'
import { withLines } from '../report/quote-lines.ts'
import type { Finding, Report } from '../report/report.ts'
import type { Detail } from '../reporters/index.ts'

/** More pairs than this are listed, and not shown side by side: nobody opens all of them, and each has the text of two articles. */
const mostPairs = 400

/** Where the texts are that a report speaks of. */
export interface Texts {
  cwd: string
  settings: Settings
  /** The address of an article's text for people, as the config has it. */
  source: string | undefined
}

/** A report with what a reporter shows besides, read from the articles as they are now. */
export function withDetail(report: Report, shown: readonly Detail[], texts: Texts): Report {
  const sourceOf = (file: string) => {
    const read = readFile(file, texts.cwd)
    return 'because' in read ? undefined : read.source
  }
  const quoting = shown.includes('lines') ? withLines(report, sourceOf) : report
  return shown.includes('pairs') ? { ...quoting, pairs: pairsIn(report, texts, sourceOf) } : quoting
}

/** Articles side by side for findings that say that two are alike, the most alike first. */
function pairsIn(
  { findings }: Report,
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
  const alike = ({ data }: Finding) => Number(data.similarity ?? 0)
  return findings
    .filter(({ rule, related }) => /^duplicates\/(?!passage$)/.test(rule) && related.length > 0)
    .sort((a, b) => alike(b) - alike(a))
    .slice(0, mostPairs)
    .flatMap((finding) => {
      const [here, there] = [articleAt(finding.path), articleAt(finding.related[0]!.path)]
      return here && there ? [sideBySide(here, there)] : []
    })
}

/** A report whose page, if it is written to a file, links to the articles: as the config says, else by the way there. */
export function withSource(report: Report, file: string | undefined, { cwd, settings, source }: Texts): Report {
  if (source !== undefined) {
    const base = settings.base === '' ? '' : `${settings.base}/`
    return { ...report, source: source.replaceAll('{path}', () => `${base}{path}`) }
  }
  if (file === undefined) return report
  const way = slashed(path.relative(path.dirname(path.resolve(cwd, file)), cwd))
  return { ...report, source: way === '' ? '{path}' : `${way}/{path}` }
}

import { parseArticle } from './article/parse-article.ts'
import type { Settings } from './config/resolve-settings.ts'
import { indexCorpus } from './corpus/index-corpus.ts'
import { factsOf, type Facts } from './facts/facts.ts'
import type { Found } from './report/found.ts'
import { lintArticle } from './lint/lint-article.ts'
import { lintCorpus } from './lint/lint-corpus.ts'
import { withoutSuppressed } from './lint/suppress.ts'
import { buildReport } from './report/build-report.ts'
import type { Report } from './report/report.ts'

/** A file as text. `path` is what the report calls it, with forward slashes. */
export interface SourceFile {
  path: string
  source: string
}

/** What is kept of one file: it depends on the file's bytes and the settings alone. */
export interface CheckedArticle {
  facts: Facts
  found: Found[]
}

/**
 * Checks a help centre. Pure and synchronous: no machine, no clock; the order of files does not matter.
 *
 * @param files each path once
 * @param settings from `resolveSettings`
 */
export function lint(files: SourceFile[], settings: Settings): Report {
  return reportOf(
    files.map((file) => checkArticle(file, settings)),
    settings,
  )
}

/** The part that looks at one file: parse it, run the rules about one article, take its facts. */
export function checkArticle({ path, source }: SourceFile, settings: Settings): CheckedArticle {
  const article = parseArticle(path, source)
  const facts = factsOf(article)
  return { facts, found: lintArticle(article, settings, facts.suppressions) }
}

/** The part that looks at all: run the rules about the corpus over the facts, and report everything. */
export function reportOf(checked: CheckedArticle[], settings: Settings): Report {
  const corpus = indexCorpus(checked.map(({ facts }) => facts))
  const aboutCorpus = withoutSuppressed(lintCorpus(corpus, settings), corpus)
  const aboutArticles = checked.flatMap(({ found }) => found)
  return buildReport(corpus, [...aboutArticles, ...aboutCorpus], settings)
}

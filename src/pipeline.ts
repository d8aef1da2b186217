import { parseArticle } from './article/parse-article.ts'
import type { Settings } from './config/resolve-settings.ts'
import { rulesAnywhere } from './config/rules-for.ts'
import { createByPath } from './corpus/by-path.ts'
import { createCorpus, type Corpus, type CorpusMemory } from './corpus/corpus.ts'
import { noHistory, type History } from './corpus/history.ts'
import { rankSimilar, type Similar } from './corpus/similar.ts'
import { factsOf, type Facts } from './facts/facts.ts'
import { lintArticle } from './lint/lint-article.ts'
import { lintCorpus, lintSuppressions } from './lint/lint-corpus.ts'
import { usesOf, withoutSuppressed } from './lint/suppress.ts'
import { buildReport, findingsKept, findingsOf, inOrder } from './report/build-report.ts'
import type { Finding, Report } from './report/report.ts'
import { wholeSight } from './corpus/sight.ts'
import { untimed } from './timer.ts'

/** A file as text. `path` is what the report calls it, with forward slashes. */
export interface SourceFile {
  path: string
  source: string
}

/** What is kept of one file: it depends on the file's path and bytes and on the settings alone, and can be sent and stored. */
export interface CheckedArticle {
  facts: Facts
  /** In the order of the report. */
  findings: Finding[]
}

/**
 * Checks a help centre. Pure and synchronous: no machine, no clock; the order of files does not matter.
 *
 * @param files each path once
 * @param settings from `resolveSettings`
 * @param history when their texts were last changed, where that is known
 */
export function lint(files: SourceFile[], settings: Settings, history: History = noHistory): Report {
  const checked = files.map((file) => checkArticle(file, settings))
  return reportOf(checked, settings, untimed, undefined, { ...wholeSight, history })
}

/** The part that looks at one file: parse it, run the rules about one article, take its facts. */
export function checkArticle({ path, source }: SourceFile, settings: Settings, time = untimed): CheckedArticle {
  const article = time('parsing', () => parseArticle(path, source, settings))
  const facts = time('taking facts', () => factsOf(article))
  const found = lintArticle(article, settings, facts.suppressions, time)
  return { facts, findings: inOrder(findingsOf(found, settings.base)) }
}

/** What is known from the run before. */
export interface RunMemory {
  /** What the rules about the corpus found, if that was over the same articles with the same settings. */
  findings: Finding[] | undefined
  /** The corpus, whichever articles it had. */
  corpus: CorpusMemory | undefined
  /** Told what they found now, where that was not known. */
  remember: (findings: Finding[], corpus: CorpusMemory) => void
}

/**
 * The part that looks at all: run the rules about the corpus over the facts, and report everything.
 *
 * @param memory spares the run what it knows already
 * @param sight what the run sees
 */
export function reportOf(
  checked: readonly CheckedArticle[],
  settings: Settings,
  time = untimed,
  memory?: RunMemory,
  sight = wholeSight,
): Report {
  const articles = createByPath(checked, ({ facts }) => facts.path).all()
  const corpus = createCorpus(
    articles.map(({ facts }) => facts),
    memory?.corpus,
  )
  return reportOn(corpus, articles, settings, time, memory, sight)
}

/** As {@link reportOf}, over a corpus that is there already. @param articles what its facts are of, in the same order */
export function reportOn(
  corpus: Corpus,
  articles: readonly CheckedArticle[],
  settings: Settings,
  time = untimed,
  memory?: RunMemory,
  sight = wholeSight,
): Report {
  let aboutCorpus = memory?.findings
  if (!aboutCorpus) {
    const { kept, used } = withoutSuppressed(lintCorpus(corpus, settings, time, sight), corpus)
    const uses = usesOf(corpus, used, settings, sight.isAll)
    const about = withoutSuppressed(lintSuppressions(corpus, uses, settings, time), corpus)
    aboutCorpus = findingsKept([...kept, ...about.kept], settings.base)
    memory?.remember(aboutCorpus, corpus.memory())
  }
  const rules = rulesAnywhere(settings).map(({ rule }) => rule)
  return buildReport(corpus, articles, aboutCorpus, settings.today, rules)
}

/**
 * Ranks articles by how near they are to a draft, nearest first.
 *
 * @param draft its title, and its body in Markdown, if there is one yet
 */
export function similarTo(
  { title, body = '' }: { title: string; body?: string },
  articles: readonly Facts[],
  settings: Settings,
): Similar[] {
  const article = parseArticle('', body, settings)
  const at = article.locate(0, 0)
  const facts = factsOf({ ...article, title: { text: title, at } })
  return rankSimilar(articles, { facts, text: `${title}\n${body}` })
}

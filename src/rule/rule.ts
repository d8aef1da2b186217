import type { Node, Root } from 'mdast'
import type { Plugin } from 'unified'
import type { VFile } from 'vfile'
import type { z } from 'zod'
import type { Article } from '../article/article.ts'
import { articleOf } from '../article/parse-article.ts'
import type { Position } from '../article/position.ts'
import type { HouseConfig } from '../article/house.ts'
import type { Corpus } from '../corpus/corpus.ts'
import type { Facts } from '../facts/facts.ts'
import type { Sight } from '../corpus/sight.ts'
import type { Edit, Severity } from '../report/report.ts'
import { capped } from './at-most.ts'

/** What a rule about one article yields. */
export interface Problem {
  /** Where: a node of the tree, or a range. */
  at: Node | Position
  /** `Unexpected X, expected Y, do Z`; values in backticks, no full stop. */
  message: string
  /** Edits that mend it without a change of meaning. */
  fix?: Edit[]
  data?: Record<string, unknown>
  /** What makes this problem the same one after an edit elsewhere; the text at `at` when left out. */
  key?: string
}

/** What a rule about the corpus yields. */
export interface CorpusProblem {
  path: string
  at: Position
  message: string
  related?: { path: string; at: Position; message: string; quote: string }[]
  data?: Record<string, unknown>
  /** As in {@link Problem}; facts hold no text to take it from. The articles in `related` count besides, in any order. */
  key: string
}

/** Another article as what is `related` to a problem: its title. @param message what it is to it */
export function relatedTo({ path, at, title }: Facts, message: string) {
  return { path, at, message, quote: title ?? path }
}

/** What a corpus rule is told besides the corpus. */
export interface Context extends Sight {
  /** The day that freshness is judged on, `YYYY-MM-DD`. */
  today: string
  /** Every comment that suppresses findings; none, but for the rules about them. */
  suppressions: readonly SuppressionUse[]
}

/** What has become of a comment that names a rule to suppress; one that names several is here for each. */
export interface SuppressionUse {
  path: string
  at: Position
  /** As written: an id, `group/*`, or `*` for all. */
  rule: string
  hasReason: boolean
  /** Whether it has suppressed a finding; `unknown` where the rule is off, or not all articles were looked at. */
  use: 'some' | 'none' | 'no such rule' | 'unknown'
}

interface Definition<Schema extends z.ZodType> {
  /** Of a plugin that the rule is made of: what it finds may change with it. */
  version?: string
  /** `group/name`: also the path of the rule's file under `rules/` and its key in the config. */
  id: string
  /** One sentence: what articles should be. */
  description: string
  /** The reader's reason: why it matters. */
  why: string
  severity: Severity
  /** A strict object schema with a default and a description for each option. */
  options: Schema
}

/** An article as input, exactly what is found in it, and the text after fixing where something can be fixed. */
export interface ArticleExample<Schema extends z.ZodType> {
  name: string
  input: string
  options?: z.input<Schema>
  /** How the house builds its articles, as in the config. */
  house?: HouseConfig
  /** `line:column-line:column: message`. */
  findings: string[]
  fixed?: string
}

/** Files as input, and exactly what is found among them. */
export interface CorpusExample<Schema extends z.ZodType> {
  name: string
  files: Record<string, string>
  today?: string
  /** By path: when the text was last changed, as git would tell. */
  history?: Record<string, string>
  /** Rules that are on besides. */
  besides?: string[]
  options?: z.input<Schema>
  /** `path:line:column-line:column: message`. */
  findings: string[]
}

export interface ArticleDefinition<Schema extends z.ZodType = z.ZodType> extends Definition<Schema> {
  /** Whether `check` yields edits. */
  fixable?: boolean
  /** Set on the rule that reports articles that could not be parsed: it sees only those, and no other rule does. */
  checksFailures?: boolean
  examples: ArticleExample<Schema>[]
  /** Yields problems in the order of the text; those of a rule with the option `atMost` past it are counted only. */
  check: (article: Article, options: z.output<Schema>) => Iterable<Problem>
}

export interface CorpusDefinition<Schema extends z.ZodType = z.ZodType> extends Definition<Schema> {
  /** Set on the rules about suppressions: they see what all others have found. */
  checksSuppressions?: boolean
  /** Set on the rules that look into the past of articles: git is asked for those that are on. */
  usesHistory?: boolean
  examples: CorpusExample<Schema>[]
  check: (corpus: Corpus, options: z.output<Schema>, context: Context) => Iterable<CorpusProblem>
}

/** A rule about one article; it is also a plugin for remark, so that it can be used beside remark-lint rules. */
export interface ArticleRule<Schema extends z.ZodType = z.ZodType>
  extends Required<Omit<ArticleDefinition<Schema>, 'version'>>, Plugin<[unknown?], Root> {
  version?: string
  scope: 'article'
}

/** A rule about the corpus. */
export interface CorpusRule<Schema extends z.ZodType = z.ZodType> extends CorpusDefinition<Schema> {
  scope: 'corpus'
  fixable: false
  checksSuppressions: boolean
}

// eslint-style registries need one type for rules of all options; each rule's own types are checked where it is defined.
// oxlint-disable-next-line no-explicit-any
export type Rule = ArticleRule<any> | CorpusRule<any>

/**
 * Makes a rule about one article.
 *
 * @returns the definition as data, which is at the same time a remark plugin that takes the rule's options
 */
export function defineArticleRule<Schema extends z.ZodType>(
  definition: ArticleDefinition<Schema>,
): ArticleRule<Schema> {
  const plugin: Plugin<[unknown?], Root> = (options) => {
    const parsed = definition.options.parse(options ?? {})
    return (tree: Root, file: VFile) => {
      const article = articleOf(file.path ?? '', String(file), tree)
      for (const problem of capped([...definition.check(article, parsed)], parsed)) {
        const [source, ruleId] = ['deskcheck', definition.id]
        file.message(problem.message, { place: positionOf(problem.at, article), ruleId, source })
      }
    }
  }
  return Object.assign(plugin, { fixable: false, checksFailures: false, ...definition, scope: 'article' as const })
}

/** Makes a rule about the corpus: it sees the facts of all articles, and no text. */
export function defineCorpusRule<Schema extends z.ZodType>(definition: CorpusDefinition<Schema>): CorpusRule<Schema> {
  return { checksSuppressions: false, ...definition, scope: 'corpus', fixable: false }
}

/** The place of a problem in its file; the start of the body when a node has none, as after a transform. */
export function positionOf(at: Node | Position, article: Article): Position {
  const range = 'type' in at ? at.position : at
  const start = range?.start.offset
  const end = range?.end.offset
  if (start === undefined || end === undefined) return article.locate(article.bodyStart, article.bodyStart)
  return article.locate(start, end)
}

export { load } from '../load.ts'
export type { Article, Section, SectionForm } from '../article/article.ts'
export { articleTypes } from '../article/article.ts'
export { namedType } from '../article/article-type.ts'
export { bareEnd } from '../article/bare-end.ts'
export { bareLabel } from '../article/roles.ts'
export { roleOf, type SectionRule } from '../article/house.ts'
export { isProcedure, procedureIn, startsAsInstruction } from '../article/instruction.ts'
export { menuPathsIn, menuSeparators, type MenuSeparator } from '../article/menu-paths.ts'
export { sentencesOf, type Block } from '../article/prose.ts'
export { atMost } from './at-most.ts'
export { remember } from './remember.ts'
export { blocksWithPair, englishBlocks } from '../article/english.ts'
export { lacksRole } from '../article/missing-role.ts'
export { nameOf, requires, sectionRulesOf } from '../article/section-rules.ts'
export { linkTextOf, targetRangeOf } from '../article/links.ts'
export { hashesOf, isInAddress } from '../article/prose.ts'
export { isPageData } from '../article/page-furniture.ts'
export { textOf } from '../article/text-of.ts'
export { isQuoted } from '../article/is-quoted.ts'
export { editOf, findPhrases, inCaseOf, startsSentence } from './phrases.ts'
export { someOf } from './some-of.ts'
export type { FrontMatterEntry } from '../article/front-matter.ts'
export { valuesOf } from '../article/front-matter-value.ts'
export type { Position } from '../article/position.ts'
export { countWords } from '../article/prose.ts'
export { kindOfTitle } from '../article/title-kind.ts'
export { titleTextOf } from '../article/title-text.ts'
export { isGrammar, namesTopic, topicWordsOf } from '../article/topic-words.ts'
export type { Corpus } from '../corpus/corpus.ts'
export type { Member } from '../corpus/groups.ts'
export { placeOfLink } from '../facts/links.ts'
export type { Facts } from '../facts/facts.ts'
export { placeOfSection, type SectionFact } from '../facts/sections.ts'
export type { WordForm } from '../facts/word-forms.ts'
export { stemsOf } from '../facts/terms.ts'
export { datesIn } from '../facts/dates.ts'
export { addDuration, daysBetween, isDay, isDuration } from '../facts/days.ts'
export { everyKeys, verifiedKeys } from '../facts/review.ts'
export { placeOfUse } from '../facts/uses.ts'
export type { SupersededMention } from '../facts/superseded.ts'

export { placeOfWords } from '../facts/body.ts'
export { align } from '../corpus/alignment.ts'
export type { Copy, Variant } from '../corpus/duplicates.ts'
export type { SharedPair } from '../corpus/passages.ts'
export { areMeant } from '../corpus/near-index.ts'
export { byWorth, reasonToKeep, type Standing } from '../corpus/worth.ts'
export { duplicateOptions } from './duplicate-options.ts'
export { settledSchema } from './settled-facts.ts'
export { conflictOptions, conflictProblems } from './conflict-problems.ts'
export { ownCountsIn } from '../article/own-counts.ts'

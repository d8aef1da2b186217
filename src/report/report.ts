import type { Position } from '../article/position.ts'
import type { ArticleType } from '../article/article.ts'

export const severities = ['error', 'warning', 'suggestion'] as const

/** `error` stops a merge, `warning` wants a decision, `suggestion` can wait. */
export type Severity = (typeof severities)[number]

/** Replaces `source.slice(start, end)` by `text`; offsets are those of the file. */
export interface Edit {
  start: number
  end: number
  text: string
}

/** A second place that a finding speaks of, with the text that stands there. */
export interface Related extends Position {
  path: string
  message: string
  quote: string
}

/** One thing to change, settle or review. The shape is a promise to the outside: see `schemaVersion`. */
export interface Finding extends Position {
  /** `group/name`. */
  rule: string
  severity: Severity
  /** Relative to the working directory, forward slashes. */
  path: string
  message: string
  /** `known` when it stands in the baseline. */
  status: 'new' | 'known'
  /** From the rule, the article and the text; the same when lines move. */
  fingerprint: string
  fixable: boolean
  related: Related[]
  data: Record<string, unknown>
}

/** An article as the report names it; what is not known of it is left out. */
export interface ReportedArticle {
  path: string
  title: string | null
  type: ArticleType
  words: number
  /** Who is asked about it. */
  owner?: string
  /** How many read it. */
  readers?: number
  /** When it was last verified, `YYYY-MM-DD`. */
  verified?: string
  /** When it was last changed, by its own word, `YYYY-MM-DD`. */
  updated?: string
}

/** One piece of evidence that an article has aged, in words. */
export interface Reason {
  rule: string
  message: string
  /** The text that it speaks of, if any. */
  quote: string
  line: number
  points: number
}

/** An article that wants to be reviewed, with what speaks for it. */
export interface Review {
  /** From 1. */
  rank: number
  path: string
  title: string | null
  owner: string | null
  readers: number | null
  /** The last verification that the article names, `YYYY-MM-DD`. */
  verified: string | null
  /** Points of the evidence, times the weight of its readers; to one decimal. */
  score: number
  /** The strongest first. */
  reasons: Reason[]
  todo: string
}

/** Everything that one run found; what a person or a machine reads is a function of this. */
export interface Report {
  schemaVersion: 1
  tool: { name: 'deskcheck'; version: string }
  today: string
  summary: {
    articles: number
    findings: Record<Severity, number>
    new: number
    known: number
    byRule: Record<string, number>
  }
  articles: ReportedArticle[]
  findings: Finding[]
  /** The articles that want a review, most first; in the editors' reports only. */
  queue?: Review[]
}

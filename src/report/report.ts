import type * as z from 'zod'
import type { SideBySide } from '../compare/compare.ts'
import type { reportSchema } from './schema.ts'

export const severities = ['error', 'warning', 'suggestion'] as const

/** `error` stops a merge, `warning` wants a decision, `suggestion` can wait. */
export type Severity = (typeof severities)[number]

/** What is promised to the outside, as `schema.ts` describes it field by field. */
type Promised = z.infer<typeof reportSchema>

/** Everything that one run found; what a person or a machine reads is a function of this. */
export interface Report extends Omit<Promised, 'findings'> {
  findings: Finding[]
  /** The last report, where there is one; only where a page tells what has come and gone since. */
  last?: Report
  /** Articles side by side, for findings that say that two are alike; only where a page shows them. */
  pairs?: SideBySide[]
  /** The address of an article for people, with `{path}` and `{line}` where these belong; only where a page links there. */
  source?: string
}

/** One thing to change, settle or review. */
export interface Finding extends PromisedFinding {
  /** The line that it begins in; only where that is shown. */
  quoted?: QuotedLine
}

type PromisedFinding = Promised['findings'][number]

/** A line of an article, or what is near the range in a long one. */
export interface QuotedLine {
  text: string
  /** What the finding is about, as offsets in `text`; equal where something is missing. */
  start: number
  end: number
  /** Whether it is not all of the line. */
  isCut?: true
  /** What follows in the lines after it, of a finding of several lines. */
  rest?: string
}

/** Replaces `source.slice(start, end)` by `text`; offsets are those of the file. */
export type Edit = NonNullable<PromisedFinding['fix']>[number]

/** An article as the report names it; what is not known of it is left out. */
export type ReportedArticle = Promised['articles'][number]

/** A rule that has found something. */
export type ReportedRule = Promised['rules'][string]

/** An article that wants to be reviewed, with what speaks for it. */
export type Review = NonNullable<Promised['queue']>[number]

/** One piece of evidence that an article has aged, in words. */
export type Reason = Review['reasons'][number]

/** What a report came to in numbers. */
export type Tally = NonNullable<Promised['trend']>[number]

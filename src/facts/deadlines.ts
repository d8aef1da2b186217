import type { DayOrder } from '../article/house.ts'
import type { Position } from '../article/position.ts'
import { bareLabel } from '../article/roles.ts'
import { sentencesOf, type Block } from '../article/prose.ts'
import { datesIn, type DateMention } from './dates.ts'

/** A date that the text speaks of as to come. */
export interface Deadline {
  /** The last day of the date, `YYYY-MM-DD`: it has passed on the day after. */
  day: string
  /** As written: `28 Nov 2025`. */
  text: string
  /** The sentence it stands in. */
  quote: string
  at: Position
}

const article = String.raw`(?:the\s+)?(?:end of\s+|beginning of\s+|start of\s+)?$`
/** What sets a limit to something: `by`, `until`. */
const limit = new RegExp(
  String.raw`\b(?:by|until|till|before|no later than|not later than|on or before|through|up to|prior to|(?:deadline|due date)(?: is| of)?|due(?: on| by)?)\s+${article}`,
  'i',
)
/** What lets something begin or happen. */
const onset = new RegExp(
  String.raw`\b(?:from|starting(?: from| on| in| with)?|beginning(?: on| in| from)?|effective(?: from| on| as of)?|as of|as from|with effect from|on|in|after|around|come|w\.e\.f\.?)\s+${article}`,
  'i',
)
/** `Due date: …`, `End of support – …`. */
const labelled =
  /\b(?:end of (?:support|life|sale|service)|due date|deadline|expir(?:y|ation|es)(?: date)?|valid (?:until|till))\s*[:–—-]\s*$/i
/** Prepositions that also tie a date to the noun before them: `the change on 1 May`. */
const tying = /^(?:on|in|after|around|before|prior)\b/i

const scheduled =
  'retires?|sunsets?|shuts? down|goes? away|takes? effect|goes? live|comes? into (?:effect|force)|closes?|starts?|begins?|ends?(?! of)|expires?|launch(?:es)?|increases?|stops?'
const future = new RegExp(
  String.raw`\b(?:will|shall|won't|must|has to|have to|have until|has until|needs? to|(?:is|are) to be|(?:is|are|be) (?:going to|(?:scheduled|planned|expected|set|due|about|required) (?:to|for|on|in|by))|scheduled for|planned for|expected (?:in|by|on)|plans? to|upcoming|(?:can|may) no longer|be (?:retired|removed|replaced|discontinued|deprecated|blocked|switched off|turned off|disabled))\b` +
    String.raw`|'ll\b|(?:\b(?:is|are)|'re) (?:(?:being|going) \w+|retiring|ending|changing|moving|phasing|deprecating|discontinuing|removing|launching|introducing|becoming|closing|stopping)\b` +
    String.raw`|(?<!\b(?:the|these|this|those|any|our|its|their|your|all|some|of|and)\s+(?:\w+\s+)?)(?<!\b(?:can|cannot|can't|could|to|not|don't|doesn't|didn't)\s+)\b(?:${scheduled})\b`,
  'i',
)
/** What may go with a limit, besides: what is asked, and what is so until then. */
const open =
  /\b(?:should|can|may|available|supported|valid|free|open|remains?|works?|keep|continues?|if (?:you|they) (?:do not|don't|have not|haven't|fail to)|not \w+ed by)\b/i
const imperative =
  /^(?:please\s+)?(?:complete|submit|send|migrate|move|switch|update|upgrade|register|renew|apply|make sure|ensure|replace|act|sign up|opt|claim|pay|file|back up|export|download|finish|plan)\b/i
const past =
  /\b(?:was|were|had|did|has (?:been|passed|ended|expired|closed)|have (?:been|passed)|is over|released|launched|introduced|published|announced|ended|expired|began|started|became|founded|established|acquired|renamed|reached|migrated|since)\b/i
/** What was to come at that time: `they had announced plans to …`. */
const futureThen = /\bhad (?:\w+ )?(?:announced|planned|scheduled|promised|intended)\b/i
/** `created before 2024`: says which ones are meant, not when something happens. */
const picksOut =
  /(?:\b(?:bought|made|sent|sold|built|got|written|taken|paid|set|earlier|later|older|newer|prior|copyright|dated|like|from)|©|\(c\))\s+(?:\S+\s+){0,2}$/i
/** A participle right before the preposition, unless something `is` or `will be` so. */
const participle = /(?<!\b(?:be|been|being|is|are|get|gets)\s+(?:\w+ly\s+)?)\b\w{2,}(?:ed|pt)\s+(?:it\s+|them\s+)?$/i
/** `customers who buy it after …`: the date belongs to the relative clause. */
const relativeClause =
  /\b(?:who|which|that (?=you\b|we\b|they\b|\w+ed\b))\s*(?:(?!(?:will|must|shall)\b)[^\s,;.]+\s+){1,14}$/i
/** What follows a date when it is told as history: `In October 2020, we announced that …`. */
const toldAfter =
  /^[\s,]{0,3}(?:\S+\s+){0,3}?(?:was|were|had|announced|released|introduced|launched|published|began|started|changed|added|removed|retired|moved|became|stopped|ended|dropped|made|(?:has|have) (?:passed|ended|expired))\b/i
/** What follows a date that names an update: `the October 2019 monthly update`. */
const namesUpdate =
  /^\s{1,3}(?:\S+\s+)?(?:updates?|releases?|builds?|versions?|patch|edition|cumulative|rollup|cu|kb)\b/i
/** Older than any help centre on the web that is still read. */
const earliest = '2000-01-01'
/** What a year that stands alone has to stand between to be one. */
const yearLimit = /\b(?:by|until|till|before|in|from|end of|beginning of|start of)\s+(?:the\s+)?$/i
const yearEnd = /^(?:\s*(?:$|[.,;:!?)–—])|\s+(?:and|or|but|when|unless|because|so|at|for all|you|we|the)\b)/i
const example = /\b(?:for example|for instance|e\.g\.|such as|suppose|imagine|let's say|sample)\b|^(?:example|say)\b/i
/** What lets a section go on with an example: `Consider the following scenario:`. */
const opensExample = /\b(?:examples?|scenarios?|suppose|imagine|assume)\b[^.!?]{0,80}:$/i
/** Sections that tell what was, or show examples, by their bare labels. */
const history =
  /^(?:change ?log|release notes?|(?:release|version|revision|document|change|update) history|history|what'?s new|archive|examples?|samples?)$/

/**
 * A year that is more than a part of a name, as in `Office 2016`: with something of a date beside it, or after a word or a
 * mark that may make a deadline of it.
 */
const mayHold =
  /\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)|(?:19|20)\d\d[-/]|[-./](?:19|20)\d\d|\b[qh][1-4]|quarter|half|early|mid|late|beginning|start|end|(?:\b(?:by|until|till|before|in|from|of|the|year)|[:–—-])\s*(?:19|20)\d\d/i

const anyYear = /(?:19|20)\d\d/

/**
 * Dates that a text speaks of as to come: what will be, must be done, ends or begins by them.
 *
 * A date counts when the words just before it set a limit (`by`, `until`) or an onset (`from`, `on`) and the sentence looks
 * ahead (`will`, `must`, an instruction); not when it tells history, gives an example, picks out things by their date
 * (`created before 2024`), or stands under a heading of a change log. A bare year after `in` or `on` is too vague.
 *
 * @param dayOrder as in `datesIn`
 */
export function deadlinesIn(blocks: Block[], dayOrder?: DayOrder): Deadline[] {
  const deadlines: Deadline[] = []
  let exampleUnder: readonly string[] | undefined
  for (const block of blocks) {
    if (exampleUnder && !isUnder(block, exampleUnder)) exampleUnder = undefined
    if (block.text.endsWith(':') && block.kind !== 'heading' && opensExample.test(block.text))
      exampleUnder = block.headings
    if (exampleUnder || block.kind === 'heading' || !anyYear.test(block.text) || !mayHold.test(block.text)) continue
    if (block.headings.some((heading) => history.test(bareLabel(heading)))) continue
    let inExample = false
    for (const sentence of sentencesOf(block.text)) {
      // `Suppose you join on 1 May. Your trial will end on 15 May.`: the example goes on.
      inExample ||= example.test(sentence.text)
      // What is longer is a table or a dump, and the patterns above are not made for it.
      if (inExample || sentence.text.length > 1000 || !mayHold.test(sentence.text)) continue
      for (const date of datesIn(sentence.text, dayOrder)) {
        if (!isDeadline(sentence.text, date)) continue
        const start = sentence.start + date.index
        const at = block.at(start, start + date.text.length)
        deadlines.push({ day: date.to, text: date.text, quote: sentence.text, at })
      }
    }
  }
  return deadlines
}

/** Whether a block stands in a section, or in one of its own; what stands above all sections is not their section. */
function isUnder({ headings }: Block, section: readonly string[]): boolean {
  if (section.length < 2 && headings.length !== section.length) return false
  return section.every((heading, index) => heading === headings[index])
}

function isDeadline(sentence: string, date: DateMention): boolean {
  const before = sentence.slice(0, date.index)
  const after = sentence.slice(date.index + date.text.length)
  if (futureThen.test(before)) return false
  if (date.to < earliest || namesUpdate.test(after) || toldAfter.test(after)) return false
  if (labelled.test(before)) return true
  const clause = clauseAround(sentence, date)
  const limits = limit.exec(before)?.[0]
  const preposition =
    limits ?? onset.exec(before)?.[0] ?? (/\b(?:will|must|shall|'ll)\s+(?:\S+\s+){1,3}$/i.test(before) ? '' : undefined)
  if (preposition === undefined) return false

  const bareYear = /^(?:19|20)\d\d$/.test(date.text)
  // `up to 2000 contacts`, `ports up to 2048`: a number that looks like a year.
  if (bareYear && !(yearLimit.test(before) && yearEnd.test(after))) return false

  const lead = before.slice(0, before.length - preposition.length)
  const ahead =
    future.test(clause.before) || (limits !== undefined && (open.test(clause.before) || imperative.test(clause.before)))
  if (picksOut.test(lead) || (tying.test(preposition) && relativeClause.test(lead))) return false
  if (participle.test(lead) && !/^(?:by|until|till|no|not|up)/i.test(preposition)) return false
  // After a noun, the date belongs to it; what follows is about the noun: `the change on 1 May must be reported`.
  if (tying.test(preposition) && clause.before.slice(0, -preposition.length || undefined).trim() !== '' && !ahead)
    return false
  if (past.test(clause.before) && !future.test(clause.before) && !/\bnot \w+ed\s+$/i.test(lead)) return false
  // A year alone is vague: only what is sure to come makes it a day.
  if (bareYear && limits === undefined) return /\b(?:will|shall)\b/i.test(clause.before)
  return ahead || future.test(clause.after)
}

/** What stands before and after a date in its part of the sentence, between semicolons, dashes or brackets. */
function clauseAround(sentence: string, date: DateMention): { before: string; after: string } {
  const end = date.index + date.text.length
  const starts = [';', ' — ', '('].map((mark) => {
    const found = sentence.lastIndexOf(mark, date.index - mark.length)
    return found < 0 ? 0 : found + mark.length
  })
  const stops = [';', ' — ', ')'].map((mark) => sentence.indexOf(mark, end)).filter((at) => at >= 0)
  return {
    before: sentence.slice(Math.max(...starts), date.index).trimStart(),
    after: sentence.slice(end, stops.length > 0 ? Math.min(...stops) : undefined),
  }
}

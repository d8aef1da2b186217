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

const limit =
  /(?:\b(?:by|until|till|before|no later than|not later than|on or before|through|up to|prior to|deadline(?: is| of|:)?|due(?: on| by)?|expires?(?: on| in)?|valid (?:until|through|till)|ends?(?: on| in)?))\s+(?:the\s+)?(?:end of\s+|beginning of\s+|start of\s+)?$/i
const onset =
  /(?:\b(?:from|starting(?: from| on| in| with)?|beginning(?: on| in| from)?|effective(?: from| on| as of)?|as of|with effect from|on|in|after|around|come|w\.e\.f\.?))\s+(?:the\s+)?(?:end of\s+|beginning of\s+|start of\s+)?$/i
const future =
  /\b(?:will|shall|won't|'ll|must|has to|have to|need to|needs to|is to be|are to be|(?:is|are|be) going to|(?:is|are|be) (?:scheduled|planned|expected|set|due|about|required) (?:to|for|on|in|by)|scheduled for|planned for|expected (?:in|by|on)|plans? to|upcoming|soon|no longer be|(?:is|are) (?:retiring|ending|changing|moving|phasing|deprecating|discontinuing|removing|launching|introducing|becoming)|be (?:retired|removed|replaced|discontinued|deprecated|blocked|switched off|turned off|disabled))\b/i
const imperative =
  /^(?:please\s+)?(?:complete|submit|send|migrate|move|switch|update|upgrade|register|renew|apply|make sure|ensure|replace|act|sign up|opt|claim|pay|file|back up|export|download|finish|plan)\b/i
const past =
  /\b(?:was|were|had|did|has been|have been|(?:was|were|been) (?:released|launched|introduced)|released|launched|introduced|published|announced|ended|expired|began|started|became|founded|established|acquired|renamed|retired on|discontinued on|reached|since)\b/i
/** `created before 2024`, `Word 2016 builds before …`: says which ones are meant, not when something happens. */
const picksOut =
  /(?:\b(?:bought|made|sold|built|earlier|later|older|newer|prior|versions?|builds?|editions?|office|windows|server|copyright|dated|such as|like)|©|\(c\))\s+(?:\S+\s+){0,2}$/i
/** A participle right before the preposition, unless something `is`, `was` or `will be` so. */
const participle = /(?<!\b(?:be|been|being|is|are|get|gets)\s+(?:\w+ly\s+)?)\b\w{2,}(?:ed|pt|ought)\s+$/i
/** `customers who buy it after …`: the date belongs to the relative clause. */
const relativeClause =
  /\b(?:who|which|that (?=you\b|we\b|they\b|\w+ed\b))\s*(?:(?!(?:will|must|shall)\b)[^\s,;.]+\s+){1,14}$/i
/** What follows a date when it is told as history: `In October 2020, we announced that …`. */
const toldAfter =
  /^[\s,]*(?:\S+\s+){0,3}?(?:was|were|had|announced|released|introduced|launched|published|began|started|changed|added|removed|retired|moved|became|stopped|ended|dropped|made)\b/i
/** A date that names an update: `the October 2019 monthly update`. */
const namesUpdate = /^\s*(?:\S+\s+)?(?:updates?|releases?|builds?|versions?|patch|edition|cumulative|rollup|cu|kb)\b/i
/** Older than any help centre on the web that is still read. */
const earliest = '2000-01-01'
/** What a year that stands alone has to stand between to be one. */
const yearLimit = /\b(?:by|until|till|before|end of|beginning of|start of|expires? in|ends? in)\s+(?:the\s+)?$/i
const yearEnd = /^(?:\s*(?:$|[.,;:!?)–—])|\s+(?:and|or|but|when|unless|because|so|at|for all|you|we|the)\b)/i
const example = /\b(?:for example|for instance|e\.g\.|such as|suppose|imagine|let's say|sample)\b/i
/** Sections that tell what was, or show examples, by their bare labels. */
const history =
  /^(?:change ?log|release notes?|(?:release|version|revision|document|change|update) history|history|what'?s new|archive|examples?|samples?)$/

/**
 * Dates that a text speaks of as to come: what will be, must be done, ends or begins by them.
 *
 * A date counts when the words just before it set a limit (`by`, `until`) or an onset (`from`, `on`) and the sentence looks
 * ahead (`will`, `must`, an instruction); not when it tells history, gives an example, picks out things by their date
 * (`created before 2024`), or stands under a heading of a change log. A bare year after `in` or `on` is too vague.
 */
export function deadlinesIn(blocks: Block[]): Deadline[] {
  const deadlines: Deadline[] = []
  for (const block of blocks) {
    if (block.kind === 'heading' || !/(?:19|20)\d\d/.test(block.text)) continue
    if (block.headings.some((heading) => history.test(bareLabel(heading)))) continue
    for (const sentence of sentencesOf(block.text)) {
      // What is longer is a table or a dump, and the patterns below are not made for it.
      if (sentence.text.length > 1000 || example.test(sentence.text)) continue
      for (const date of datesIn(sentence.text)) {
        if (!isDeadline(sentence.text, date)) continue
        const start = sentence.start + date.index
        deadlines.push({
          day: date.to,
          text: date.text,
          quote: sentence.text,
          at: block.at(start, start + date.text.length),
        })
      }
    }
  }
  return deadlines
}

function isDeadline(sentence: string, date: DateMention): boolean {
  const before = sentence.slice(0, date.index)
  const clause = clauseAround(sentence, date)
  const bareYear = /^(?:19|20)\d\d$/.test(date.text)
  const preposition = (limit.exec(before) ?? onset.exec(before))?.[0]
  if (preposition === undefined) return false
  const lead = before.slice(0, before.length - preposition.length)
  const after = sentence.slice(date.index + date.text.length)
  if (date.to < earliest || namesUpdate.test(after) || toldAfter.test(after)) return false
  if (
    picksOut.test(lead) ||
    (participle.test(lead) && /^(?:before|after|on|by|since|from|in|prior)/i.test(preposition))
  )
    return false
  if (relativeClause.test(lead) && /^(?:before|after|on|in)/i.test(preposition)) return false
  // `up to 2000 contacts`, `ports up to 2048`: a number that looks like a year.
  if (bareYear && !(yearLimit.test(before) && yearEnd.test(after))) return false
  const looksAhead = future.test(clause) || (future.test(sentence) && !past.test(clause))
  if (limit.test(before)) {
    if (past.test(clause) && !future.test(clause)) return false
    return (
      looksAhead ||
      imperative.test(clause) ||
      /\b(?:can|may|available|supported|valid|free|open|deadline|due|expires?|ends?)\b/i.test(clause)
    )
  }
  return looksAhead && !(past.test(clause) && !/\b(?:will|must|shall)\b/i.test(clause))
}

/** The part of a sentence between semicolons or dashes that holds the date. */
function clauseAround(sentence: string, date: DateMention): string {
  const start =
    Math.max(
      sentence.lastIndexOf(';', date.index),
      sentence.lastIndexOf(' — ', date.index),
      sentence.lastIndexOf('(', date.index),
      -1,
    ) + 1
  const ends = [
    sentence.indexOf(';', date.index),
    sentence.indexOf(' — ', date.index),
    sentence.indexOf(')', date.index),
  ].filter((end) => end >= 0)
  return sentence.slice(start, ends.length > 0 ? Math.min(...ends) : undefined).trim()
}

import { marksOf, mayHoldOne } from '../article/english.ts'
import type { Position } from '../article/position.ts'
import { sentencesOf, type Block } from '../article/prose.ts'

/** A word that was true on the day it was written, such as `recently`. */
export interface Moment {
  /** As written. */
  text: string
  /** The sentence it stands in. */
  quote: string
  at: Position
}

/** The words of what is below, by which the few blocks that may hold it are found. */
const marks = marksOf([
  ...'recent recently currently soon shortly nowadays newly latest brand-new all-new temporarily'.split(' '),
  ...[
    'the moment',
    'these days',
    'at present',
    'as of now',
    'this time',
    'near future',
    'can now',
    'is now',
    'are now',
  ],
  ...[
    'now supports',
    'now support',
    'now includes',
    'now offers',
    'now comes',
    'just supports',
    'just launched',
    'just released',
  ],
  ...[
    'just introduced',
    'just announced',
    'just added',
    'just rolled',
    'just redesigned',
    'brand new',
    'our new',
    'our newest',
  ],
])
const any =
  /recent|current|soon|shortly|nowadays|newly|latest|new|now\b|just|moment|these days|present|this time|future|temporar/i

const event =
  '(?:launched|released|introduced|announced|rolled out|redesigned|renamed|rebranded|added|moved to|switched to|started|changed|updated|expanded|improved|published)'
/** What is built or sold, and is new for a while only. */
const made =
  '(?:dashboard|interface|version|feature|features|app|portal|look|design|panel|layout|experience|editor|admin center|admin centre|website|site|pricing|plan|plans|policy|rules|process|release|navigation|menu|UI|API|integration)'

/**
 * What ages, by its pattern. `the recently opened files` and `the currently signed-in user` speak of the reader's own time,
 * and do not.
 */
const patterns = [
  String.raw`in (?:light|view|response|the wake) (?:of|to) (?:the )?recent\b`,
  String.raw`(?:(?:we|we've|we have|has|have|was|were|is|are|been|our \w+)\s+(?:only\s+)?)recently\s+${event}\b`,
  String.raw`^recently,`,
  String.raw`recent(?:ly)?\s+(?:changes|update|updates|release|launch|announcement|redesign|improvements|introduced|launched|released|announced|renamed|redesigned)(?!\s+(?:to|in|of|on|from|for|made)\b)\b`,
  String.raw`(?:we|we've|have|has|was|were|been|our)\s+(?:just|newly)\s+(?:launched|released|introduced|announced|rolled out|redesigned|added)\b`,
  String.raw`coming soon\b`,
  String.raw`(?:will|to)\s+(?:soon|shortly)\s+be\b|will be \S+ (?:soon|shortly)\b|(?:available|released|launched|supported|added|live) (?:soon|shortly)\b`,
  String.raw`in the near future\b`,
  String.raw`(?:at|for) the moment\b(?=[,.;:)]|$|\s+(?:we|only|there|this|it|the)\b)`,
  String.raw`nowadays\b|these days\b|at present\b|as of now\b|at this time\b`,
  String.raw`(?:is|are|we|does|do|not|only|it's|isn't|aren't)\s+currently\s+(?:not|no|only|in (?:beta|preview|development)|working|available|supported|unavailable|unsupported|limited|investigating|testing|being|support|offer|experiencing|rolling|planned|under|offered)\b`,
  String.raw`^currently,\s`,
  String.raw`(?:the|our|a|this)\s+(?:brand[- ]?new|all-new)\s+\w+`,
  String.raw`our new(?:est)?\s+(?:\w+\s+)?${made}\b`,
  String.raw`(?:users|admins|customers|agents) can now\b`,
  String.raw`(?:is|are) now (?:available|live|supported|generally available|called|known as|part of|in beta|possible)\b`,
  String.raw`\b(?:now|just) (?:supports?|includes|offers|comes with)\b`,
  String.raw`(?:is|are|has been|have been) temporarily (?:unavailable|disabled|suspended|limited|paused|switched off)\b`,
].map((pattern) => new RegExp(String.raw`(?<![\p{L}\p{N}-])(?:${pattern})`, 'iu'))

/** What makes a sentence speak of the reader's time and not of the writer's. */
const readersTime = /\b(?:if|when|whenever|once|unless|suppose|imagine|whether|verify that|make sure)\b|\?\s*$|["“”]/i

/**
 * Words of the moment in prose: what was new, recent, current or soon to come when it was written. One for each sentence;
 * conditions, questions and quotations are left out, and so are headings.
 */
export function momentsIn(blocks: readonly Block[]): Moment[] {
  const moments: Moment[] = []
  for (const block of blocks) {
    if (block.kind === 'heading' || !mayHoldOne(block, marks)) continue
    for (const sentence of sentencesOf(block.text)) {
      const { text: quote, start } = sentence
      if (!any.test(quote) || quote.length > 600 || readersTime.test(quote)) continue
      for (const pattern of patterns) {
        const match = pattern.exec(quote)
        if (!match) continue
        const from = start + match.index
        moments.push({ text: match[0].trim(), quote, at: block.at(from, from + match[0].trimEnd().length) })
        break
      }
    }
  }
  return moments
}

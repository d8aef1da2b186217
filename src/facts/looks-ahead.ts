import { startsAsInstruction } from '../article/instruction.ts'
import type { DateMention } from './dates.ts'

// Whether an English sentence speaks of one of its dates as to come. There is no grammar here that would understand a sentence: what
// stands right before and after the date, and a few words elsewhere in its clause, tell most of what writers of help centres say.

const weekday = String.raw`(?:(?:(?:first|second|third|fourth|last)\s+|\w+\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+(?:the\s+|of\s+|in\s+)?)?`
/** `5 p.m. ET on`, `midnight on`. */
const time = String.raw`(?:(?:\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?|h|o'clock)?|noon|midnight|close of business|(?:the )?end of (?:the )?day|COB|EOD)(?:\s+[A-Z]{2,4})?,?\s+(?:on\s+)?)?`
const article = String.raw`${time}(?:the\s+|their\s+|your\s+|our\s+)?(?:end of\s+|beginning of\s+|start of\s+)?${weekday}$`
/** What sets a limit to something: `by`, `until`. */
const limit = new RegExp(
  String.raw`\b(?:by|until|till|before|no later than|not later than|on or before|through|thru|up to(?: and including)?|prior to|(?:deadline|due date)(?: is| of)?|(?:last day|last date|final day|deadline|closing date|cut-?off(?: date)?)\b[^.;]{0,60}?\b(?:is|was set for)|due(?: on| by)?)\s+${article}`,
  'i',
)
/** What lets something begin or happen. */
const onset = new RegExp(
  String.raw`\b(?:from|(?:scheduled|planned|slated|targeted|set|announced|intended|roadmap|expected|due|aiming|in time|ready) for|(?:the )?week (?:commencing|beginning|of|starting)|commencing(?: on)?|over|throughout|on (?:or|and) after|during|between|at|at (?:some|any) (?:time|point) in|starting(?: from| on| in| with)?|beginning(?: on| in| from)?|effective(?: from| on| as of)?|as of|as from|with effect from|with (?:the|our)|on|in|after|around|come|w\.e\.f\.?)\s+${article}`,
  'i',
)
/** `Due date: …`, `End of support for the toolbar – …`; a day of release or of effect tells history as often. */
const labelled = new RegExp(
  String.raw`(?:\b(?:end of (?:support|life|sale|service)|due date|deadline|last day|closing date|cut-?off(?: date)?|expir(?:y|ation|es)(?: date)?|valid (?:until|till|thru)|go-?live(?: date)?|roll-?out|cut-?over|switch-?off|shut-?down|sunset|retirement|removal|maintenance(?: window)?|estimated|ETA|target(?: date)?)(?:\s+(?:of|for|to)\s[\w ]{1,30})?|\b(?:expected|planned|scheduled|estimated|upcoming)(?:\s+[\w-]+){0,3})\s*[:–—-]\s*${weekday}$`,
  'i',
)
/** What follows a day that is one itself: `28 February is the last day for it`. */
const lastDay =
  /^,?\s+(?:is|are|will be|remains)\s+(?:the|your|our)\s+(?:very\s+)?(?:last|final|closing|deadline|cut-?off|latest)\b/i
/** `Before Kestrel arrives in June, check …`. */
const aheadOf = /^(?:before|ahead of|prior to|in time for|by the time|until)\b/i
const thenAct =
  /^,\s+(?:please\s+|you (?:must|should|need)|(?:make sure|check|download|export|save|back|update|upgrade|move|switch|complete|ask|tell|review|replace|change|install|register|test|read|note|contact|finish|remove|copy|print|confirm|verify|set)\b)/i
/** What is to take place has its hours, and the zone they are of: `Sunday 20 September 2026, 01:00–03:00 CEST`. */
const hours =
  /^,?\s+(?:(?:from|at)\s+)?\d{1,2}[:.]\d\d\s*(?:[ap]m)?(?:\s*(?:[–—-]|to|until)\s*\d{1,2}[:.]\d\d|\s*(?:[A-Z]{2,4}\b|\(?UTC|(?=[.)]?\s*$)))/
const untilHour = /^,?\s+(?:from|(?:at\s+)?\d{1,2}[:.]\d\d\s*(?:[ap]m)?\s*(?:[–—-]|to|until))\s*\d{1,2}[:.]\d\d/
const dayOfWeek = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+(?:the\s+)?$/i
/** An invitation, with its day after a comma. */
const invites = /\b(?:join|register|book|sign up|attend|webinar|workshop|seats|walkthrough)\b/i
const dayOfEvent = /[,:(–—-]\s*(?:on\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+(?:the\s+)?$/i

/** Prepositions that also tie a date to the noun before them: `the change on 1 May`. */
const tying = /^(?:on(?! (?:or|and) after)|in|after|around|before|prior|at|during|between|over|throughout)\b/i
/** A verb right before the date: `the offer ends 31 May`. */
const verbBefore = new RegExp(
  String.raw`^(?:opening|arriving|launching|coming|closing)\s+(?:in\s+|on\s+)?${article}|\b(?:is|are)\s+on\s+${article}|\b(?:ends?|expires?|starts?|begins?|closes?|opens?|launches|retires?|coming|arrives?|ships?|takes? effect|go(?:es)? live|comes? into (?:force|effect)|kicks? off|retiring|ending|closing|launching|expiring|scheduled|planned|slated|expected|due|follows|ready|out)\s+(?:on\s+|in\s+|at\s+)?${article}`,
  'i',
)

const scheduled =
  'retires?|sunsets?|shuts? down|go(?:es)? away|takes? effect|go(?:es)? live|comes? into (?:effect|force)|closes?|(?:re-?)?opens?|shuts?|starts?|begins?|changes?|moves?|rises?|switches|ends?(?! of)|expires?|launch(?:es)?|increases?|stops?|kicks? off|takes? place|follows|go(?:es)? up|go(?:es)? down|becomes?'
const future = new RegExp(
  String.raw`\b(?:will|shall|won't|must|has to|have to|have until|has until|needs? to|(?:is|are) to be|(?:is|are|be) (?:going to|(?:scheduled|planned|expected|set|due|about|required) (?:to|for|on|in|by))|scheduled for|planned for|expected (?:in|by|on)|(?:plans?|expects?|intends?|aims?|hopes?|working) to|(?:on|in) (?:our|the) roadmap|should (?:be|have|see|land|arrive|reach|ship|launch|go|come|follow|work|appear|start) |(?:slated|earmarked|lined up|pencilled in|penciled in|on track) for|(?:is|are) to (?:follow|come|replace|end|start|close|open|launch|move)|upcoming|(?:can|may) no longer|be (?:retired|removed|replaced|discontinued|deprecated|blocked|switched off|turned off|disabled))\b` +
    String.raw`|'ll\b|(?:\b(?:is|are)|'re) (?:(?:being|going) \w+|retiring|ending|changing|moving|phasing|deprecating|discontinuing|removing|launching|introducing|becoming|closing|stopping|coming|rolling|adding|bringing|opening|raising|increasing|switching|dropping|replacing|shutting|merging|upgrading|migrating|updating|renaming|extending|arriving|starting|testing|working|planning|expecting|aiming|building)\b|^coming\b|\b(?:closes|opens|re-?opens|shuts|expires|retires|begins|becomes|follows|stops|go(?:es)? (?:up|down|live|away|on sale)|takes? effect|takes? place|kicks? off|shuts? down|comes? into (?:effect|force)|reach(?:es)? (?:its|their) end)\b` +
    String.raw`|(?<!\b(?:the|these|this|those|any|our|its|their|your|all|some|of|and)\s+(?:\w+\s+)?)(?<!\b(?:can|cannot|can't|could|to|not|don't|doesn't|didn't)\s+)\b(?:${scheduled})\b`,
  'i',
)
/** What may go with a limit, besides: what is asked, and what is so until then. */
const open =
  /\b(?:should|can|may|available|supported|valid|free|open|remains?|works?|keep|continues?|if (?:you|they) (?:do not|don't|have not|haven't|fail to)|not \w+ed by|essential|required|needed|at the latest|failing which|otherwise|important that)\b/i
const imperative =
  /\bplease\s+\w+|(?:^|[,;:]\s)(?:please\s+)?(?:(?:do not|don['’]t) forget to|remember to|be sure to|book|order|reserve|return|buy|enrol|enroll|use|complete|submit|send|migrate|move|switch|update|upgrade|register|renew|apply|make sure|ensure|replace|act|sign up|opt|claim|pay|file|back up|export|download|finish|plan)\b/i
const past =
  /\b(?:was|were|had|did|(?<!you )would|came|went|took|gave|rose|fell|brought|saw|(?:has|have)(?! to\b)(?: \w+ly| already| now| always| not| all| since){0,2} (?:been|\w+ed|begun|become|given|taken|made|gone|come|run|let|put|set|grown|shown|sent|kept|sold|held|had)(?! until\b)|is over|released|launched|introduced|published|announced|ended|expired|began|started|became|founded|established|acquired|renamed|reached|migrated|since)\b/i
/** A state that lasts up to a day: `the price is guaranteed until …`. */
const lasting =
  /\b(?:appl(?:y|ies)|works?|counts?|only|hurry|offer|sale|save|off|is|are|remains?|stays?|keeps?|continues?|lasts?|runs?|holds?|you have|have)\b/i
/** What was to come at that time: `they had announced plans to …`. */
const futureThen = /\bhad (?:\w+ )?(?:announced|planned|scheduled|promised|intended)\b/i
/** `created before 2024`: says which ones are meant, not when something happens. */
const picksOut =
  /(?:\b(?:bought|made|sent|sold|built|got|written|taken|paid|set|earlier|later|older|newer|prior|copyright|dated|like)|©|\(c\))\s+(?:\S+\s+){0,2}$|\bfrom\s+$/i
/** What is certain to come, right up to the day: `will be sent on`, and not `you will find what was sent on`. */
const planned =
  /\b(?:will|won['’]t|shall|going to|(?:aims?|plans?|hopes?|expects?|intends?) to)\b(?!\s+(?:\w+ly\s+)?(?:find|see|need|receive|have|get|show|list|display|include|contain)\b)(?:(?!\b(?:who|which|that|whose|where|created|made|bought|placed|issued|signed|purchased|registered|opened|dated|submitted|received)\b)[^,;()])*$/i
const weAre =
  /\b(?:is|are|we['’]re|we are|they['’]re)\s+(?:also\s+|now\s+|soon\s+)?(?!(?:using|having|running|seeing|getting|looking|trying|missing|willing|experiencing|working|viewing|being|going)\b)\w{3,}ing\b(?:(?!\b(?:who|which|that|if)\b)[^;()])*$/i
/** A participle right before the preposition, unless something `is` or `will be` so. */
const participle = /(?<!\b(?:be|been|being|is|are|get|gets)\s+(?:\w+ly\s+)?)\b\w{2,}(?:ed|pt)\s+(?:it\s+|them\s+)?$/i
/** `customers who buy it after …`: the date belongs to the relative clause. */
const relativeClause =
  /\b(?:who|which|that (?=you\b|we\b|they\b|\w+ed\b))\s*(?:(?!(?:will|must|shall|becomes?|ends?|starts?|takes?|goes|retires?|expires?|closes?|opens?)\b)[^\s,;.]+\s+){1,14}$/i
/** `a ticket that starts before …`: with such a preposition it picks out some, whatever the verb. */
const someThat = /\b(?:who|which|that|whose)\s+(?:\w+\s+){1,4}$/i
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
/** `rising to €0.07 on …`, without a verb of its own. */
const turning =
  /\b(?:rising|increasing|dropping|falling|changing|moving|reverting|switching|going (?:up|down)) (?:to|from)\b/i
/** What is to be had by a day: `to receive 10 % extra`, `and each of you gets €200`. */
const reward =
  /^\s+(?:to|and)\s+(?:receive|get|keep|avoid|qualify|benefit|stay|continue|save|claim|secure|take part|make sure|be (?:sure|part|able|eligible))\b/i
const andGet = /\band (?:[\w’']+\s){0,4}(?:gets?|will|save|receive)\b/i
/** `If you fix your price before 31 March, …`, and not `if you signed up before …`, which picks out some. */
const condition = /^if you\b(?! (?:have |had |were |already )?(?:\w+ed|bought|signed|were|had|got|made|paid)\b)[^,]*$/i
/** `Until 31 August you can still flip back`. */
const upToADay = /^(?:until|till|through)\b/i
const thenStill =
  /^[\s,]+(?:(?:we|you|they|it)['’](?:re|ll|s)\b|(?:[\w’']+\s+){1,3}?(?:can|may|is|are|remains?|still|works?|keeps?)\b)/
/** `Any balance left after 31 January will be sent back`. */
const leftover = /\b(?:left|remaining|unused|unspent|unclaimed)\s+$/i
const instanceOf = /\b(?:such as|e\.g\.)\s+(?:\S+\s+){0,3}$/i
/** A verb in the passive is no participle that picks something out. */
const passive = /\b(?:be|being)\s+\w+\s+$|\b(?:is|are)\s+set\s+to\s+\w+\s+$/i
const orLater = /\b(?:or|and) (?:later|newer|older|earlier)\s+$/i

/** What is announced once, and not what comes round every year or month. */
const announced =
  /\b(?:retir|launch|releas|roll(?:ing|s|ed)? ?out|rolled|introduc|remov|replac|chang|mov(?:e|es|ing|ed)\b|switch|shut|discontinu|deprecat|sunset|stop|arriv|migrat|updat|upgrad|increas|decreas|rais|ris|drop|go(?:es|ing)? live|open|clos|requir|mandatory|must|support|end(?:s|ing|ed)?\b|avail|add(?:s|ed|ing)?\b|unveil|ship|publish|com(?:e|es|ing)\b|bring|merg|phas|maintenance|disabl|block|purg|delet|start|begin|offline|down\b|have until|you(?:['’]ll| will) be able|disappear|vanish|appear|reach|land\b|follow|go(?:es|ing)? (?:up|down)|ready|invit|test|build|help|see\b|renam|expand|extend|offer|get|become|will be (?:from|as of|on|in|by)\b)/i
const recurring =
  /\b(?:first (?:week|day)|week (?:of|in|\d)|in which|if|when(?! we\b)|whenever|each (?:day|week|month|quarter|year|time)|every (?:\d+ |other |few )?(?:day|week|month|quarter|year|time|january|april|july|october|spring|summer|autumn|winter)s?|once(?! we\b)|unless|annually|always|usually|typically|normally|until then|billed|charged|invoiced|renew(?:s|ed)?|(?:roll|carry|carries)(?:s|ed)? over|select|choose|enter|click|pick|set|the (?:next|coming) (?:month|week|year|quarter|billing)|next (?:month|year|week|quarter)['’]s)\b/i
const urged =
  /(?:^|[,;:]\s)(?:please\s+)?(?:complete|migrate|move|switch|update|upgrade|replace|re-?register|sign up|opt|claim|back up|export|download|plan|make sure|ensure|finish|act|send us|tell us)\b|\bplease \w|\b(?:is|are) (?:needed|due|required) by\b|\bat the latest\b|\byou have \d+ (?:days|weeks)\b/i
/** What is to come once: without a day of its own year, a verb in its bare form is an instruction, or what is so every year. */
const comes =
  /\b(?:will|won['’]t|shall|going to|must|have until|(?:is|are|was|were|be) (?:scheduled|planned|expected|set|due|about|to)|(?:plans?|aims?|hopes?|expects?|intends?) to|should|able to|roadmap|(?:planned|scheduled|due|expected|slated) (?:for|in|by)|can no longer|(?:is|are) \w+ing|closes|opens|re-?opens|ends|expires|starts|begins|launches|arrives|retires|becomes|follows|changes|moves|increases|rises|stops|shuts|takes? (?:effect|place)|go(?:es)? (?:live|up|down|away|on sale)|coming|kicks off)\b|['’](?:ll|re)\b/i
const announcing =
  /\b(?:we(?:['’]ll| will)|we(?:['’]re| are) \w+ing|will (?:also |soon |then )?be (?!charged|billed|paid|asked)|(?:is|are) (?:going to|getting))\b/i

/**
 * Whether a sentence speaks of one of its dates as to come: sets it as a limit or an onset of what will be, must be done, ends or
 * begins. Not where it tells history, or picks out things by their date (`created before 2024`).
 *
 * @param date as {@link DateMention}, in this sentence
 */
export function looksAhead(sentence: string, date: DateMention): boolean {
  const before = sentence.slice(0, date.index)
  const after = sentence.slice(date.index + date.text.length)
  if (futureThen.test(before) || date.to < earliest) return false
  return saidOutright(sentence, before, after) ?? saidInClause(sentence, date, before, after)
}

/** What the words right beside a date tell, whatever else stands in the sentence; undefined where they do not. */
function saidOutright(sentence: string, before: string, after: string): boolean | undefined {
  if (lastDay.test(after)) return true
  if (toldAfter.test(after) || instanceOf.test(before)) return false
  if (labelled.test(before)) return true
  if (aheadOf.test(before) && thenAct.test(after)) return true
  if (dayOfEvent.test(before) && invites.test(sentence)) return true
  const isFirst = before.trim() === ''
  if ((hours.test(after) && dayOfWeek.test(before)) || (isFirst && untilHour.test(after))) return !past.test(sentence)
  // `Once the transition ends (31 May 2024), …`
  if (/\((?:on |by |from )?$/.test(before) && /^\)/.test(after) && !past.test(sentence)) return future.test(sentence)
  // `10 July 2023 – the new site goes live`
  if (isFirst && /^\s*[–—:-]\s/.test(after)) return future.test(after) && !past.test(after)
  return undefined
}

/** What the clause around a date tells, by the preposition that leads to it. */
function saidInClause(sentence: string, date: DateMention, before: string, after: string): boolean {
  const limits = limit.exec(before)?.[0]
  const preposition =
    limits ??
    onset.exec(before)?.[0] ??
    (verbBefore.test(before) ? '' : undefined) ??
    (/\b(?:will|must|shall|'ll)\s+(?:\S+\s+){1,3}$/i.test(before) ? '' : undefined)
  if (preposition === undefined) return false

  const bareYear = /^(?:19|20)\d\d$/.test(date.text)
  // `up to 2000 contacts`, `ports up to 2048`: a number that looks like a year.
  if (bareYear && !(yearLimit.test(before) && yearEnd.test(after))) return false

  const clause = clauseAround(sentence, date)
  const lead = before.slice(0, before.length - preposition.length)
  const isPlanned = planned.test(clause.before)
  if (namesUpdate.test(after) && !(isPlanned && /^\s+release\b/i.test(after))) return false
  if (limits !== undefined && !bareYear && isCondition(clause.before)) {
    if (future.test(clause.after) || imperative.test(clause.after)) return true
  }
  if (limits !== undefined && upToADay.test(limits) && thenStill.test(after) && !past.test(after)) return true
  // `From 4 August onwards, please use …`
  if (/^(?:from|starting|as (?:of|from))\b/i.test(preposition) && /\bplease\b/i.test(sentence) && !past.test(sentence))
    return true
  if (/^after\b/i.test(preposition) && leftover.test(lead)) return /\bwill\b/i.test(clause.after)

  const ahead =
    isPlanned ||
    turning.test(clause.before) ||
    (weAre.test(clause.before) && !/\b(?:if|when|who)\b/i.test(clause.before)) ||
    future.test(clause.before) ||
    verbBefore.test(before) ||
    (limits !== undefined && isAsked(clause, limits, after))
  if (!isPlanned) {
    const some = lead.replace(passive, '')
    if (picksOut.test(isLimit(limits) ? some.replace(orLater, '') : some)) return false
    if (tying.test(preposition) && relativeClause.test(lead)) return false
    if (/^(?:before|after|prior)\b/i.test(preposition) && someThat.test(lead)) return false
  }
  if (participle.test(lead) && !/^(?:by|until|till|no|not|up)/i.test(preposition)) return false
  // After a noun, the date belongs to it; what follows is about the noun: `the change on 1 May must be reported`. Between commas
  // it belongs to what follows: `Before that, on 5 October, we are bringing in …`.
  const isAside = /^[^,]{0,25},\s*$/.test(lead) && /^,/.test(after)
  const isAfterNoun = clause.before.slice(0, -preposition.length || undefined).trim() !== ''
  if (tying.test(preposition) && isAfterNoun && !isAside && !ahead) return false
  if (past.test(clause.before) && !future.test(clause.before) && !/\bnot \w+ed\s+$/i.test(lead)) return false
  // A year alone is vague: only what is sure to come makes it a day.
  if (bareYear && limits === undefined) return /\b(?:will|shall)\b/i.test(clause.before)
  return ahead || future.test(clause.after)
}

/** Whether something is asked, offered or so up to a limit. */
function isAsked(clause: Clause, limits: string, after: string): boolean {
  return (
    open.test(clause.before) ||
    imperative.test(clause.before) ||
    startsAsInstruction(clause.before) ||
    reward.test(after) ||
    andGet.test(clause.after) ||
    /last|final|deadline|closing|cut/i.test(limits) ||
    (upToADay.test(limits) && lasting.test(clause.before))
  )
}

/** Whether a clause says what one may do by a day, and not which ones are meant. */
function isCondition(before: string): boolean {
  return condition.test(before) && !picksOut.test(before) && !/\b\w{2,}ed\b/i.test(before)
}

/**
 * The days without a year for which a sentence announces something, or asks for it.
 *
 * @param dates that the sentence names
 */
export function announcedAmong(sentence: string, dates: readonly DateMention[]): DateMention[] {
  if (recurring.test(sentence) || /\?\s*$/.test(sentence)) return []
  const untold = dates.filter(({ index }) => !past.test(sentence.slice(0, index)))
  const isAnnounced = (announced.test(sentence) && comes.test(sentence)) || announcing.test(sentence)
  return isAnnounced || urged.test(sentence)
    ? untold
    : untold.filter(({ index }) => labelled.test(sentence.slice(0, index)))
}

/** Whether a preposition sets an end to what is asked, whatever stands before it. */
const isLimit = (limits: string | undefined) =>
  limits !== undefined && /^(?:by|until|till|no later|not later)/i.test(limits)

interface Clause {
  before: string
  after: string
}

/** What stands before and after a date in its part of the sentence, between semicolons, dashes or brackets. */
function clauseAround(sentence: string, date: DateMention): Clause {
  const end = date.index + date.text.length
  const starts = [';', ' — ', '(', ': '].map((mark) => {
    const found = sentence.lastIndexOf(mark, date.index - mark.length)
    return found < 0 ? 0 : found + mark.length
  })
  const stops = [';', ' — ', ')'].map((mark) => sentence.indexOf(mark, end)).filter((at) => at >= 0)
  return {
    before: sentence.slice(Math.max(...starts), date.index).trimStart(),
    after: sentence.slice(end, stops.length > 0 ? Math.min(...stops) : undefined),
  }
}

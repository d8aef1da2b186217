import { startsAsInstruction } from '../../article/instruction.ts'
import { mayGive } from '../../facts/claims.ts'
import { disagree, isComparable } from '../../facts/values.ts'
import type { Found } from './conflict.ts'
import type { Likeness } from './likeness.ts'
import { isPlain, polarityOf } from './polarity.ts'
import { fewestOfSentence, pointing } from './sentences.ts'
import type { Reading } from './reading.ts'

/** Of claims that are no plain statements, so much of the words must be the same. */
const leastAlike = 0.6
export const leastJaccardOfAnswers = 0.45
const leastAlikeOfAny = 0.85
/** Without a rare word, so much must be the same. */
const leastAlikeOfCommon = 0.75
const leastSpecificOfCommon = 16
/** Or less, where that says more. */
const leastAlikeOfTelling = 0.65
const leastSpecificOfTelling = 18
/** From so much on two claims are in the same words; of those that say little, one cannot know what they are about. */
const verbatim = 0.95
const leastShared = 10
const leastSpecific = 5
/** What stands below such a heading was seen in one case, and is not so for all. */
export const seen =
  /\b(?:symptoms?|causes?|problems?|errors?|issues?|scenario|background|conditions?|troubleshoot\w*|(?:un)?expected)\b/i

/** `Do not …` is advice; `content that is not …` is a part of the content. */
const advising =
  /^(?:do not|don['’]t|never|avoid|be sure|make sure)\b|\b(?:who|which|that|whose)\s(?:\w+\s)?(?:(?:do|does|are|is|can|have|has|were|was)(?:n['’]t|\snot)|(?:have|has|had)\sno|cannot)\b|\bhas no effect\b/i

/** Two claims about the same thing of which one denies what the other says. */
export function answerConflict(a: Reading, b: Reading, likeness: Likeness): Found | undefined {
  if (!(a.gives & mayGive.denial) === !(b.gives & mayGive.denial) && !(a.gives & b.gives & mayGive.denial))
    return undefined
  if (a.isInstruction || b.isInstruction) return undefined
  const { containment, jaccard, rare, specific, shared } = likeness
  // In the same words, nothing but the denial tells them apart, whatever else they say.
  const isSentence = jaccard >= verbatim && isWhole(a.quote) && asserted(a.quote) === asserted(b.quote)
  const isVerbatim =
    isSentence ||
    (jaccard >= verbatim &&
      shared >= leastShared &&
      specific >= leastSpecific &&
      (asserted(a.quote) === asserted(b.quote) || haveSameMeanings(a.quote, b.quote)))
  if (!isVerbatim) {
    if (seen.test(a.context) || seen.test(b.context)) return undefined
    const areOfSubject =
      (jaccard >= leastAlikeOfCommon && specific >= leastSpecificOfCommon) ||
      (jaccard >= leastAlikeOfTelling && specific >= leastSpecificOfTelling)
    if (!areOfSubject && (rare < (containment >= 0.8 && jaccard >= leastAlike ? 1 : 2) || specific < 8))
      return undefined
  }
  // `After ten minutes` is a condition.
  if (!sameValues(a, b)) return undefined
  if (!isVerbatim) {
    if (advising.test(a.quote) || advising.test(b.quote)) return undefined
    // `Can be done until …`, and cannot be done at all.
    const told = ({ quote, gives }: Reading) => (gives & mayGive.denial ? quote : quote.replace(/\buntil\b/i, ''))
    const arePlain = isPlain(told(a)) && isPlain(told(b))
    if (Math.max(jaccard, containment * 0.85) < (arePlain ? leastAlike : leastAlikeOfAny)) return undefined
    if (jaccard < (arePlain ? leastJaccardOfAnswers : leastAlikeOfAny)) return undefined
  }
  if (isConditional(a.quote) !== isConditional(b.quote) || isTask(a.quote) || isTask(b.quote)) return undefined
  const [mine, yours] = [polarityOf(a.quote), polarityOf(b.quote)]
  const only = [...mine.denied].filter((stem) => !yours.denied.has(stem))
  const others = [...yours.denied].filter((stem) => !mine.denied.has(stem))
  // Two denials are about two things, or say the same in two ways.
  if (!isVerbatim && only.length > 0 && others.length > 0) return undefined
  if (
    !isVerbatim &&
    only.length + others.length < Math.max(mine.denied.size, yours.denied.size) &&
    jaccard < leastAlikeOfAny
  )
    return undefined
  const count = only.length + others.length
  if (only.includes(0) || others.includes(0) || count === 0) return undefined
  if (count > 1 && (jaccard < leastAlikeOfAny || (only.length > 0 && others.length > 0))) return undefined
  const stem = only[0] ?? others[0]!
  const [denies, says] = only.length > 0 ? [mine, yours] : [yours, mine]
  // What is denied of one thing and said of another in the same sentence is not denied.
  if (!says.said.has(stem) || denies.said.has(stem)) return undefined
  const turn = (quote: string, { words }: { words: string[] }) => words.at(-1) ?? firstVerb(quote)
  return {
    kind: 'answer',
    ...(jaccard >= leastAlikeOfAny && specific >= 13 ? { isVerbatim: true } : {}),
    values: turnsOf(turn(a.quote, mine), turn(b.quote, yours), a.quote),
    confidence: Math.round((0.55 + 0.35 * jaccard) * 100) / 100,
  }
}

/** Words of which one sentence cannot have the one and another one the other, if all their other words are the same. */
const opposites = new Set(
  [
    'before after',
    'inside outside',
    'first last',
    'above below',
    'paid unpaid',
    'paid free',
    'included excluded',
    'includes excludes',
    'shown hidden',
    'visible hidden',
    'allowed forbidden',
    'allowed blocked',
    'accepted rejected',
    'open closed',
    'required optional',
    'mandatory optional',
    'public private',
    'always never',
    'kept deleted',
    'encrypted unencrypted',
    'ascending descending',
    'automatically manually',
    'oldest newest',
    'left right',
    'temporary permanent',
  ].flatMap((line) => {
    const [one = '', other = ''] = line.split(' ')
    return [`${one} ${other}`, `${other} ${one}`]
  }),
)

/** Two claims in the very same words, but for one that is the opposite of the other's. */
export function oppositeConflict(a: Reading, b: Reading, { jaccard, shared }: Likeness): Found | undefined {
  if (jaccard < leastAlike || shared < leastShared || a.isInstruction || b.isInstruction) return undefined
  if (!isWhole(a.quote) || !isWhole(b.quote) || !sameValues(a, b)) return undefined
  const [mine, yours] = [a, b].map(
    ({ quote }) => quote.toLowerCase().match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [],
  )
  if (mine!.length !== yours!.length) return undefined
  const differs = mine!.flatMap((word, place) => (word === yours![place] ? [] : [[word, yours![place]!] as const]))
  const [[one, other] = ['', ''], ...more] = differs
  if (more.length > 0 || !opposites.has(`${one} ${other}`)) return undefined
  return {
    kind: 'answer',
    values: [one, other],
    confidence: Math.round((0.6 + 0.3 * jaccard) * 100) / 100,
    isVerbatim: true,
  }
}

/** Whether two sentences speak of the same, one to say it and one to deny it. */
function haveSameMeanings(one: string, other: string): boolean {
  const [mine, yours] = [one, other].map((quote) => {
    const { said, denied } = polarityOf(quote)
    return new Set([...said, ...denied])
  })
  return mine!.size === yours!.size && [...mine!].every((stem) => yours!.has(stem))
}

/** Whether a sentence needs no other one to say what it is about. */
const isWhole = (quote: string) => !pointing.test(quote) && quote.split(' ').length >= fewestOfSentence

/** `Hidden`, and `not hidden`. @param quote that the first is from */
function turnsOf(one: string, other: string, quote: string): [string, string] {
  if (one !== other) return [one, other]
  return /\b(?:not|never)\b|n['’]t\b/i.test(quote) ? [`not ${one}`, one] : [one, `not ${one}`]
}

/** A sentence without what turns it round. */
const asserted = (quote: string) =>
  quote
    .toLowerCase()
    .replace(/\bcannot\b|\bcan['’]t\b/g, 'can')
    .replace(/\s?\b(?:not|never)\b|n['’]t\b/g, '')
    .replace(/\b(?:on|off)(?= by default|\.|$)|\b(?:en|dis)abled\b/g, 'on')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')

/** `If the page is not shared, …`: what is denied is no more than a condition. */
const isConditional = (quote: string) => conditional.test(quote)
const conditional =
  /^(?:if|when|whenever|unless|once|after|before|while|where)\b[^,]*(?:\bnot\b|n['’]t\b|\bno\b|\bwithout\b)[^,]*,/i

/** `In the Payment step, select …`, `To remove it, stop …`: what to do, and not what is so. */
const isTask = (quote: string) => {
  const [, rest] =
    /^(?:in|on|at|from|under|to|for|with|after|before|once|when|if)\s[^,]{2,90},\s(.*)$/i.exec(quote) ?? []
  return rest !== undefined && startsAsInstruction(rest.replace(/\*/g, ''))
}

const sameValues = (a: Reading, b: Reading) =>
  a.values.every((value) => b.values.some((other) => isComparable(value, other) && !disagree(value, other))) &&
  b.values.every((value) => a.values.some((other) => isComparable(value, other) && !disagree(value, other)))

const firstVerb = (quote: string) =>
  /\bon\b(?=\sby default|[.,]?$)/i.exec(quote)?.[0] ??
  /\b(?:can|is|are|do|does|will|must|has|have|had|was|were|may|requires?|supports?|includes?)\b/i.exec(quote)?.[0] ??
  'yes'

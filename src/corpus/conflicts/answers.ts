import { startsAsInstruction } from '../../article/instruction.ts'
import { mayGive } from '../../facts/claims.ts'
import { disagree } from '../../facts/values.ts'
import type { Found } from './conflict.ts'
import type { Likeness } from './likeness.ts'
import { isPlain, polarityOf } from './polarity.ts'
import type { Reading } from './reading.ts'

/** Of claims that are no plain statements, so much of the words must be the same. */
const leastAlike = 0.6
export const leastJaccardOfAnswers = 0.45
const leastAlikeOfAny = 0.85
/** Without a rare word, so much must be the same. */
const leastAlikeOfCommon = 0.75
const leastSpecificOfCommon = 16
/** From so much on two claims are in the same words; of those that say little, one cannot know what they are about. */
const verbatim = 0.95
const leastShared = 10
const leastSpecific = 5
/** What stands below such a heading was seen in one case, and is not so for all. */
export const seen =
  /\b(?:symptoms?|causes?|problems?|errors?|issues?|scenario|background|conditions?|troubleshoot\w*|(?:un)?expected)\b/i

/** `Do not …` is advice; `content that is not …` is a part of the content. */
const advising =
  /^(?:do not|don['’]t|never|avoid|be sure|make sure)\b|\b(?:who|which|that|whose)\s(?:\w+\s)?(?:(?:do|does|are|is|can|have|has|were|was)(?:n['’]t|\snot)|cannot)\b|\bhas no effect\b/i

/** Two claims about the same thing of which one denies what the other says. */
export function answerConflict(a: Reading, b: Reading, likeness: Likeness): Found | undefined {
  if (!(a.gives & mayGive.denial) === !(b.gives & mayGive.denial) && !(a.gives & b.gives & mayGive.denial))
    return undefined
  if (a.isInstruction || b.isInstruction) return undefined
  const { containment, jaccard, rare, specific, shared } = likeness
  // In the same words, nothing but the denial tells them apart, whatever else they say.
  const isVerbatim =
    jaccard >= verbatim && shared >= leastShared && specific >= leastSpecific && asserted(a.quote) === asserted(b.quote)
  if (!isVerbatim) {
    if (seen.test(a.context) || seen.test(b.context)) return undefined
    const areOfSubject = jaccard >= leastAlikeOfCommon && specific >= leastSpecificOfCommon
    if (!areOfSubject && (rare < (containment >= 0.8 && jaccard >= leastAlike ? 1 : 2) || specific < 8))
      return undefined
  }
  // `After ten minutes` is a condition.
  if (!sameValues(a, b)) return undefined
  if (!isVerbatim) {
    if (advising.test(a.quote) || advising.test(b.quote)) return undefined
    const arePlain = isPlain(a.quote) && isPlain(b.quote)
    if (Math.max(jaccard, containment * 0.85) < (arePlain ? leastAlike : leastAlikeOfAny)) return undefined
    if (jaccard < (arePlain ? leastJaccardOfAnswers : leastAlikeOfAny)) return undefined
  }
  if (isConditional(a.quote) !== isConditional(b.quote) || isTask(a.quote) || isTask(b.quote)) return undefined
  const [mine, yours] = [polarityOf(a.quote), polarityOf(b.quote)]
  // Two denials are about two things, or say the same in two ways.
  if (!isVerbatim && mine.denied.size > 0 && yours.denied.size > 0) return undefined
  const only = [...mine.denied].filter((stem) => !yours.denied.has(stem))
  const others = [...yours.denied].filter((stem) => !mine.denied.has(stem))
  if (only.length + others.length !== 1 || only[0] === 0 || others[0] === 0) return undefined
  const stem = only[0] ?? others[0]!
  const [denies, says] = only.length > 0 ? [mine, yours] : [yours, mine]
  // What is denied of one thing and said of another in the same sentence is not denied.
  if (!says.said.has(stem) || denies.said.has(stem)) return undefined
  const turn = (quote: string, { words }: { words: string[] }) => words.at(-1) ?? firstVerb(quote)
  return {
    kind: 'answer',
    ...(jaccard >= leastAlikeOfAny && specific >= 13 ? { isVerbatim: true } : {}),
    values: [turn(a.quote, mine), turn(b.quote, yours)],
    confidence: Math.round((0.55 + 0.35 * jaccard) * 100) / 100,
  }
}

/** A sentence without what turns it round. */
const asserted = (quote: string) =>
  quote
    .toLowerCase()
    .replace(/\bcannot\b|\bcan['’]t\b/g, 'can')
    .replace(/\s?\b(?:not|never)\b|n['’]t\b/g, '')
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
  a.values.every((value) => b.values.some((other) => !disagree(value, other) && value.kind === other.kind)) &&
  b.values.every((value) => a.values.some((other) => !disagree(value, other) && value.kind === other.kind))

const firstVerb = (quote: string) =>
  /\b(?:can|is|are|do|does|will|must|has|have|was|were|may|requires?|supports?|includes?)\b/i.exec(quote)?.[0] ?? 'yes'

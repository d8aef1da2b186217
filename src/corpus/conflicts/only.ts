import type { Found } from './conflict.ts'
import type { Likeness } from './likeness.ts'
import { tokensIn, type Reading, type Token } from './reading.ts'
import { pointing } from './sentences.ts'
import { has } from './sorted.ts'

/** Of two sentences in the same words, so much is the same, and at least so much of that says what they are about. */
export const leastAlikeOfOnly = 0.72
const leastSpecificOfOnly = 12

/** `On the Pro plan only`, and in the same words `on the Team and Pro plans`: one names more than the other, which excludes it. */
export function onlyConflict(a: Reading, b: Reading, { jaccard, specific }: Likeness): Found | undefined {
  if (jaccard < leastAlikeOfOnly || specific < leastSpecificOfOnly || a.isInstruction || b.isInstruction)
    return undefined
  if (pointing.test(a.quote) || pointing.test(b.quote)) return undefined
  const isLess = (one: Reading, other: Reading) => one.stems.every((stem) => has(other.stems, stem))
  // Where both are limited, it is to what the shorter one names.
  const onlyA = only.test(a.quote) && isLess(a, b)
  if (!onlyA && !(only.test(b.quote) && isLess(b, a))) return undefined
  const [less, more] = onlyA ? [a, b] : [b, a]
  const extra = tokensIn(more.quote).filter(({ stem }) => stem !== 0 && !has(less.stems, stem) && has(more.stems, stem))
  if (
    extra.length !== 1 ||
    /^(?:either|both|any|all|each|every)$/i.test(more.quote.slice(extra[0]!.start, extra[0]!.end))
  )
    return undefined
  if (denying.test(more.quote) || denying.test(less.quote)) return undefined
  const [{ start, end }] = extra as [Token]
  const isJoined =
    /(?:,|\b(?:and|or|both|both the))\s(?:(?:the|an?)\s)?$/i.test(more.quote.slice(0, start)) ||
    /^(?:,\s\S+)?(?:\s\S+)?,?\s(?:and|or)\b/i.test(more.quote.slice(end))
  if (!isJoined) return undefined
  // What it is joined with stands where the other is limited.
  const joined = tokensIn(less.quote).filter(({ stem }) => stem !== 0 && isBeside(more.quote, start, end, stem))
  const limit = only.exec(less.quote)!
  const isLast = /^\W*$/.test(less.quote.slice(limit.index + limit[0].length))
  if (!isLast && !joined.some((token) => token.start > limit.index)) return undefined
  const word = more.quote.slice(start, end)
  const members: [string | undefined, string | undefined] = onlyA ? [undefined, word] : [word, undefined]
  return {
    kind: 'list',
    values: onlyA ? [limit[0], word] : [word, limit[0]],
    only: members,
    confidence: Math.round((0.5 + 0.4 * jaccard) * 100) / 100,
    isVerbatim: true,
  }
}

/** Whether a stem is that of one of the words right beside a place. */
function isBeside(quote: string, start: number, end: number, stem: number): boolean {
  const tokens = tokensIn(quote).filter((token) => token.stem !== 0)
  const place = tokens.findIndex((token) => token.start === start && token.end === end)
  return tokens[place - 1]?.stem === stem || tokens[place + 1]?.stem === stem
}

/** `Only` that limits what something holds for, and no condition. */
const only =
  /(?<![-\p{L}])(?:only|exclusively|solely)(?=\s(?:on|in|with|for|to|the|by|as|from|an?|be)\b|\W*$)|^only\b/iu
const denying = /\b(?:not|never|no|except|without)\b|n['’]t\b/i

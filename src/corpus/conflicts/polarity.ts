import { stemOfEach } from '../../facts/terms.ts'
import { tokensIn } from './reading.ts'

/** What a sentence denies, and what it says. */
export interface Polarity {
  /** Stems of what it says is not so; words of the same meaning have the same one. */
  denied: ReadonlySet<number>
  /** Stems of what it says is so. */
  said: ReadonlySet<number>
  /** The words that turn it round, as written. */
  words: string[]
}

/** Words that may be said for each other when something is denied or allowed: the first stands for all. */
const alike = [
  'change edit update modify alter adjust',
  'delete remove erase',
  'require need mandatory must necessary compulsory obligatory',
  'enable activate on switch turn',
  'available offered accessible',
  'support supported compatible',
  'possible can able allowed permitted allow permit let',
  'restore recover undo retrieve reversible',
  'keep retain preserve stay remain',
  'refund reimburse refundable',
  'free complimentary',
  'include contain cover',
  'automatic automatically',
  'combine stack merge',
  'transfer move port',
  'notify alert inform',
  'charge bill billed',
  'appear show display visible',
]
/** Words that say of a thing that it is not so, and what it is not. */
const opposites: Record<string, string> = {
  unavailable: 'available',
  unsupported: 'support',
  incompatible: 'support',
  disabled: 'enable',
  deactivated: 'enable',
  off: 'enable',
  optional: 'require',
  unnecessary: 'require',
  impossible: 'possible',
  prohibited: 'possible',
  forbidden: 'possible',
  disallowed: 'possible',
  excluded: 'include',
  excludes: 'include',
  ineligible: 'eligible',
  irreversible: 'restore',
  permanent: 'restore',
  permanently: 'restore',
  'non-refundable': 'refund',
  nonrefundable: 'refund',
  unlimited: 'limited',
  hidden: 'appear',
  hide: 'appear',
  hides: 'appear',
  hiding: 'appear',
  blocked: 'possible',
  inactive: 'active',
  invisible: 'appear',
  unable: 'possible',
  lost: 'keep',
  private: 'public',
  read_only: 'change',
}

const first = (word: string) => stemOfEach(word)[0]!
const standsFor = new Map<number, number>()
for (const line of alike) {
  const [main, ...others] = line.split(' ')
  for (const one of [main!, ...others]) standsFor.set(first(one), first(main!))
}
const oppositeOf = new Map(Object.entries(opposites).map(([word, of]) => [word, meaningOf(first(of))]))

/** A stem, or that of a word that may be said for it. */
export function meaningOf(stem: number): number {
  return standsFor.get(stem) ?? stem
}

const negator = /^(?:not|never|cannot|neither|nor|no|nothing|none)$|n['’]t$/i
/** What makes a denial of the `no` after it. */
const denies =
  /^(?:is|are|was|were|has|have|had|there|needs?|requires?|offers?|provides?|takes?|gets?|charges?|makes?|costs?|be|includes?|contains?)$/i
/** Words between a negation and what it denies. */
const between =
  /^(?:be|been|being|yet|currently|currently|able|also|any|anymore|longer|a|an|the|to|need|have|has|get|got|your|you|it|they|do|does|possible|possibly|either|even|ever|directly|possible|allowed|currently|still|of|in|for|there|way|additional|extra|own)$/i
/** `not only`, `not just`, `no longer than`, `no more than`, `whether or not`, `if not`, `do not forget`, `not … but`. */
const noDenial =
  /\b(?:not only|not just|not? (?:longer|more|less|fewer|later|earlier|sooner|greater|larger|bigger) than|cannot exceed|(?:cannot|can['’]t|must not|mustn['’]t|may not|should not|shouldn['’]t) be (?:more|less|fewer|longer|shorter|larger|smaller|bigger|greater|higher|older|later) than|not exceed|must not exceed|may not exceed|should not exceed|whether or not|or not\b|if not\b|do(?:es)? not forget|don['’]t forget|not necessarily|no matter|do(?:n['’]t| not) hesitate|no problem|costs? nothing|(?:at|for) no (?:extra |additional )?(?:cost|charge)|no\. \d|not later than|on hold)\b/gi
/** How far what is denied may be from its negation, in words. */
const reach = 5

const polarities = new Map<string, Polarity>()

/** What a sentence denies: of each word that turns it round, the first word with a meaning after it. */
export function polarityOf(quote: string): Polarity {
  let polarity = polarities.get(quote)
  if (polarity) return polarity
  const text = quote.replace(noDenial, (match) => '·'.repeat(match.length))
  const tokens = tokensIn(text)
  const denied = new Set<number>()
  const said = new Set<number>()
  const words: string[] = []
  const skip = new Set<number>()
  tokens.forEach(({ start, end }, index) => {
    const written = text.slice(start, end).toLowerCase()
    const opposite = oppositeOf.get(written) ?? undefined
    const isTurned = tokens
      .slice(Math.max(0, index - 2), index)
      .some((one) => negator.test(text.slice(one.start, one.end)))
    if (
      opposite !== undefined &&
      !(written === 'off' && !/\b(?:turned|switched|is|are|stays?|default|remains?) off\b|\boff by default/i.test(text))
    ) {
      words.push(written)
      skip.add(index)
      // `Not optional` is required.
      if (isTurned) said.add(opposite)
      else denied.add(opposite)
      return
    }
    const isFailing = /^fail(?:s|ed|ing)?$/.test(written) && /^\sto\b/i.test(text.slice(end))
    if (!isFailing && !negator.test(written)) return
    // `With no number`, `No container → a new one`: part of a condition.
    const isNoLonger = written === 'no' && /^\s(?:longer|more)\b/i.test(text.slice(end))
    if (
      /^(?:no|nothing|none)$/.test(written) &&
      !isNoLonger &&
      !denies.test(text.slice(tokens[index - 1]?.start ?? 0, start).trim())
    )
      return
    words.push(written)
    // `No longer` denies what was so once, of those that it is not so of any more.
    if (isNoLonger) {
      denied.add(0)
      return
    }
    const able = /^can|^could|n['’]t$/i.test(written)
    let hasFound = false
    for (let next = index + 1; next < tokens.length && next <= index + reach; next++) {
      const token = tokens[next]!
      const one = text.slice(token.start, token.end)
      if (/[.;:!?]/.test(text.slice(tokens[next - 1]!.end, token.start))) break
      if (/^(?:need|needs|have to)$/i.test(one) && !able) {
        denied.add(meaningOf(first('require')))
        skip.add(next)
        hasFound = true
        break
      }
      if (oppositeOf.has(one.toLowerCase())) {
        hasFound = true
        break
      }
      if (between.test(one)) continue
      if (token.stem === 0) continue
      denied.add(meaningOf(token.stem))
      skip.add(next)
      hasFound = true
      break
    }
    // `Is not possible.`
    const isOfAbility = /^\s(?:longer\s)?(?:possible|allowed|permitted)\b/i.test(text.slice(end))
    if (!hasFound) denied.add(isOfAbility ? meaningOf(first('possible')) : 0)
  })
  // `Something other than …`: denies in a way that is not looked into.
  if (/\b(?:other|rather) than\b|\binstead of\b|\bexcept\b/i.test(text)) denied.add(0)
  tokens.forEach(({ stem, start, end }, index) => {
    if (skip.has(index)) return
    // `Switched off`: which way, the other word says.
    if (/^(?:switch|turn)/i.test(text.slice(start, end)) && /^\s(?:\S+\s){0,2}(?:on|off)\b/i.test(text.slice(end)))
      return
    const written = text.slice(start, end).toLowerCase()
    if (/^(?:can|may|able|allowed|possible)$/.test(written)) said.add(meaningOf(first('possible')))
    else if (/^(?:must|required|needs?|mandatory)$/.test(written)) said.add(meaningOf(first('require')))
    else if (written === 'on' && /\b(?:turned|switched|is|are|stays?) on\b|\bon by default/i.test(text))
      said.add(meaningOf(first('enable')))
    else if (stem !== 0) said.add(meaningOf(stem))
  })
  polarity = { denied, said, words }
  if (polarities.size > 20_000) polarities.clear()
  polarities.set(quote, polarity)
  return polarity
}

/** Sentences that tell what is so of everything they name: without conditions, and not of some of it. */
export function isPlain(quote: string): boolean {
  return !/\b(?:if|when|whenever|while|unless|until|may|might|some|sometimes|certain|most of|mostly|often|usually|generally|typically|should|because|since|however|although|though|instead|otherwise|example|assume|these|those|(?:who|which|that)\s(?:do|does|are|is|can|have|has|were|was)(?:\s?n[o']t|\snot)|rather)\b|^(?:this|that|it|they|these|those|he|she|here|there)\b/i.test(
    quote,
  )
}

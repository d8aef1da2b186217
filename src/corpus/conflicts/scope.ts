import { stemsOf } from '../../facts/terms.ts'
import { onlyInTitle } from '../title-words.ts'
import type { ClaimIndex } from './claim-index.ts'
import type { ConflictKind } from './conflict.ts'
import { areRelated } from './likeness.ts'
import { withoutValues, type Reading } from './reading.ts'
import { classes } from './scope-words.ts'
import { areOfTwoThings } from './sentences.ts'
import { has } from './sorted.ts'
import { areSiblings } from './titles.ts'

/** What only one of two claims names of these limits it: the other speaks of all, or of something else. */
const limiting = new Set(
  'platform browser plan region extreme direction transfer period environment place channel stage day'.split(' '),
)
/** Of these, headings and titles that name different ones tell claims apart. */
const telling = new Set(
  'platform browser plan region direction transfer environment place channel role payment state extreme'.split(' '),
)

/** Of these, a heading limits all that stands below it, and a title the article. */
const byHeading = new Set(['platform', 'plan', 'region', 'environment', 'direction', 'transfer'])

/** `A maximum of five`, `up to five`, `five`: a bound, which nobody needs to write; nor that five is the default. */
const unwritten = ['maximum', 'default'].map((name) => classes['extreme']!.findIndex((names) => names.startsWith(name)))

interface ScopeWord {
  kind: string
  group: number
}

const scopeWords = new Map<string, ScopeWord>()
for (const [kind, groups] of Object.entries(classes))
  groups.forEach((names, group) => {
    for (const name of names.split('|')) scopeWords.set(name, { kind, group })
  })

const scopeWord = new RegExp(
  `(?<![\\p{L}\\p{N}_])(?:${[...scopeWords.keys()]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replaceAll('-', '[- ]'))
    .join('|')})(?![\\p{L}\\p{N}_])`,
  'giu',
)

/** What a text limits, by kind. */
type Scope = Map<string, Set<number>>

const known = new Map<string, Scope>()

/** Before a word that limits what is said, and does not only name something: `on Android`, `for the Free plan`. */
const limitation = /(?:\b(?:on|for|in|with|from|via|using|the|your)\s+(?:the\s+|an?\s+|your\s+)?|^|[(/]\s?)$/i

/** @param isHeading only what limits it counts: a heading names much that it is not limited to */
function scopeOf(text: string, isHeading = false): Scope {
  const key = isHeading ? `#${text}` : text
  let scope = known.get(key)
  if (scope) return scope
  scope = new Map()
  for (const { index, 0: written } of text.matchAll(scopeWord)) {
    if (isHeading && !limitation.test(text.slice(0, index))) continue
    const found = scopeWords.get(written.toLowerCase()) ?? scopeWords.get(written.toLowerCase().replace(' ', '-'))
    if (!found || isOtherWord(found.kind, written, text, index)) continue
    const groups = scope.get(found.kind)
    if (groups) groups.add(found.group)
    else scope.set(found.kind, new Set([found.group]))
  }
  if (known.size > 20_000) known.clear()
  known.set(key, scope)
  return scope
}

/** After the name of a plan. */
const planNoun =
  /^\*{0,2}\s(?:(?:and|or)\s\S+\s)?(?:plans?|tiers?|editions?|licen[cs]es?|subscriptions?|accounts?|versions?|packages?|trials?|customers?|users?|members?|workspaces?|subscribers?)\b/i

/** Whether a word that may be a name is another word here: `contact us`, `free of charge`, `scale your app`. */
function isOtherWord(kind: string, written: string, text: string, index: number): boolean {
  if (kind === 'region') return written === 'us'
  // `Open until 18:00`, `until the next invoice`: how long, and not what was so once.
  if (/^until$/i.test(written))
    return (
      index > 0 &&
      !/^\s(?:the\s)?(?:(?:end|start|beginning)\sof\s)?(?:\d{1,2}\s)?(?:\p{Lu}\p{L}+\s)?(?:19|20)\d\d\b/u.test(
        text.slice(index + written.length),
      )
    )
  // `Since` before a reason.
  if (/^since$/i.test(written))
    return !/^\s(?:version\s|v|last\s|\p{Lu}\p{L}+\s)?\d/u.test(text.slice(index + written.length))
  if (kind !== 'plan' || planNoun.test(text.slice(index + written.length))) return false
  if (!/^\p{Lu}/u.test(written)) return true
  // A capital at the beginning says nothing, but where the name is all that stands there: `Basic: …`, `Pro | …`.
  const opens = /(?:^|[.!?/]\s)[\s"“(*]*$/.test(text.slice(0, index))
  return opens && !/^\*{0,2}\s?(?:[:|,–—-]|$)/.test(text.slice(index + written.length))
}

const meets = (a: ReadonlySet<number>, b: ReadonlySet<number>) => [...a].some((one) => b.has(one))
const isWithin = (a: ReadonlySet<number>, b: ReadonlySet<number>) => [...a].every((one) => b.has(one))

/** `On the Free plan, …`, `For agents in India: …`: what a sentence is limited to before it begins. */
const leading =
  /^(?:on|in|for|with|within|under|at|as|if|when|while|once|after|before|unless|until|during|using|via|through)\s([^,:]{2,70})[,:]\s/i
const conditions = /\b(?:if|unless|when|except|otherwise|only if|provided|as long as|depending)\b/i
/** Identifiers: with digits and letters, underscores, or a capital inside. */
const identifier =
  /(?<![\p{L}\p{N}_])(?:\p{Lu}\p{L}*\s\d+(?:\.\d+)*|\p{Lu}{2,}(?:-[\p{L}\d]+)+|\p{L}+\d[\p{L}\d.]*|\d+(?:\.\d+){2,}|[\p{L}\d]+_[\p{L}\d_]+|\p{Ll}+\p{Lu}[\p{L}\d]*|\p{Lu}\p{Ll}+\p{Lu}[\p{L}\d]*|\p{Lu}{2,}[\p{L}\d]*)(?![\p{L}\p{N}_])/gu

/** Says of whatever a scope may limit that it is so. */
const ofAll =
  /\b(?:all|every|each|any)\s(?:\p{L}+\s)?(?:plans?|tiers?|editions?|platforms?|devices?|browsers?|regions?|countries|country|roles?|users?|members?|accounts?)\b/iu

/** What two claims seem to disagree about. */
export interface Dispute {
  /** A screen is reached for many purposes. */
  kind: ConflictKind
  /** The words that they give: they tell nothing. */
  disputed: readonly string[]
  /** Their values, as written. */
  values?: readonly [string, string] | undefined
  /** What of the sentences is about it; all of them when left out. */
  clauses: readonly [string, string] | undefined
  /** Whether both say the same in the same words: a heading that limits one of them may have been lost on the way. */
  isVerbatim?: boolean | undefined
}

/**
 * In what two claims say, why they do not speak of the same; nothing where nothing tells them apart.
 */
export function apartBy(
  a: Reading,
  b: Reading,
  index: ClaimIndex,
  { kind, disputed, values, clauses, isVerbatim }: Dispute,
): string | undefined {
  // Names of menus say where something is, and not of what a claim is said.
  const blank = ({ quote, paths, values }: Reading, clause = quote) =>
    [...disputed, ...paths.flat(), ...values.map(({ text }) => text)].reduce(
      (text, value) => text.replaceAll(value, ' '),
      clause,
    )
  const [own, other] = [scopeOf(blank(a, clauses?.[0])), scopeOf(blank(b, clauses?.[1]))]
  const [contextA, contextB] = [scopeOf(a.context), scopeOf(b.context)]
  const [titleA, titleB] = [scopeOf(a.article.title ?? ''), scopeOf(b.article.title ?? '')]
  const [limitsA, limitsB] = [scopeOf(a.context, true), scopeOf(b.context, true)]
  const [titleLimitsA, titleLimitsB] = [scopeOf(a.article.title ?? '', true), scopeOf(b.article.title ?? '', true)]
  const all = (scopes: Scope[], kind: string) => new Set(scopes.flatMap((scope) => [...(scope.get(kind) ?? [])]))
  for (const scope of Object.keys(classes)) {
    // `Until 30 April`: how long, and not what was so once.
    if (scope === 'stage' && kind === 'date') continue
    const [here, there] = [own.get(scope), other.get(scope)]
    const aroundA = all([contextA, titleA], scope)
    const aroundB = all([contextB, titleB], scope)
    if (here && there) {
      if (!meets(here, there)) return scope
      if (
        limiting.has(scope) &&
        !(isWithin(here, there) && isWithin(there, here)) &&
        here.size === 1 &&
        there.size === 1
      )
        return scope
      continue
    }
    const one = here ?? there
    // `In all plans`, and not in one of them.
    if (one && kind === 'answer' && ofAll.test(here ? b.quote : a.quote)) continue
    const around = here ? aroundB : aroundA
    if (one) {
      // What one names, the other may have above it.
      if (scope === 'extreme' && [...one].every((group) => unwritten.includes(group))) continue
      if (around.size > 0 ? telling.has(scope) && !meets(one, around) : limiting.has(scope)) return scope
      continue
    }
    if (!telling.has(scope) || scope === 'extreme') continue
    const [inA, inB] = [limitsA.get(scope), limitsB.get(scope)]
    if (inA && inB ? !meets(inA, inB) : !isVerbatim && byHeading.has(scope) && (inA ?? inB) && !meets(aroundA, aroundB))
      return scope
    const [inTitleA, inTitleB] = [titleLimitsA.get(scope), titleLimitsB.get(scope)]
    const areTold = byHeading.has(scope) && inTitleA?.size === 1 && inTitleB?.size === 1
    if (areTold && !meets(inTitleA, inTitleB)) return scope
  }
  return (
    headingsApart(a, b) ??
    (kind === 'path' ? undefined : titlesApart(a, b, areRelated(a, b, index))) ??
    namesApart(a, b, index, disputed.join(' ').toLowerCase(), isVerbatim === true || kind === 'path') ??
    limitApart(a, b, values) ??
    limitApart(b, a, values && [values[1], values[0]]) ??
    versionsApart(a, b) ??
    (kind !== 'path' && kind !== 'list' && kind !== 'contact' && areOfTwoThings(a, b) ? 'exchanged' : undefined)
  )
}

/** Articles of one plan, each of another thing: some of what stands above is the same, and something else is not. */
function headingsApart(a: Reading, b: Reading): string | undefined {
  const [mine, yours] = [a, b].map(({ context }) => context.toLowerCase().split(' / '))
  if (mine!.length !== yours!.length || mine!.length < 2) return undefined
  if (!mine!.some((heading, level) => heading !== '' && heading === yours![level])) return undefined
  const differs = mine!.some((heading, level) => {
    const other = yours![level]!
    if (heading === other) return false
    const [own, theirs] = [stemsOf(heading), stemsOf(other)]
    return own.some((stem) => !theirs.includes(stem)) && theirs.some((stem) => !own.includes(stem))
  })
  return differs ? 'heading' : undefined
}

/** Each speaks of what its title names and the other's does not; or both stand in the same place of articles of one plan. */
function titlesApart(a: Reading, b: Reading, isRelated: boolean): string | undefined {
  const own = (one: Reading, other: Reading) =>
    [...one.ofTitle].filter((stem) => !has(other.stems, stem) && !other.around.has(stem))
  const [mine, yours] = [own(a, b), own(b, a)]
  if (mine.some((stem) => has(a.stems, stem)) && yours.some((stem) => has(b.stems, stem))) return 'title'
  const masked = (one: Reading) => `${one.article.title} ${one.article.path.split('/').at(-1)}`.replace(/\d+/g, '#')
  if (a.article.title !== b.article.title && masked(a) === masked(b)) return 'title'
  if (areSiblings(a.article.title, b.article.title)) return 'title'
  if (isRelated && hasOwnTitleName(a, b) && hasOwnTitleName(b, a)) return 'title'
  const isPlan = a.context === b.context && a.context.includes(' / ') && mine.length > 0 && yours.length > 0
  return isPlan ? 'title' : undefined
}

/** Whether the title of a claim names something of which the other, and what stands above it, knows nothing. */
function hasOwnTitleName(one: Reading, other: Reading): boolean {
  const about = other.quote.toLowerCase()
  return onlyInTitle(one.article, other.article).some(
    ({ word, isName }) => isName && !about.includes(word.toLowerCase()),
  )
}

/**
 * Names that only one of them has, on both sides; an identifier on one.
 *
 * @param mayNameMore whether a name on one side is left alone: of the same words, and of ways through menus, which are made of names
 */
function namesApart(
  a: Reading,
  b: Reading,
  index: ClaimIndex,
  disputed: string,
  mayNameMore: boolean,
): string | undefined {
  const named = stemsOf(disputed)
  const only = (one: Reading, other: Reading) =>
    [...one.stems].some(
      (stem) => index.isName(stem) && !has(other.stems, stem) && !other.around.has(stem) && !named.includes(stem),
    )
  if (only(a, b) && only(b, a)) return 'names'
  if (!mayNameMore && (namesMore(a, b, index, disputed) || namesMore(b, a, index, disputed))) return 'names'
  if (hasOwnName(a, b, disputed) && hasOwnName(b, a, disputed)) return 'names'
  const [idsA, idsB] = [idsIn(a), idsIn(b)]
  const aboutA = `${disputed} ${a.quote} ${a.context} ${a.article.title ?? ''}`.toLowerCase()
  const aboutB = `${disputed} ${b.quote} ${b.context} ${b.article.title ?? ''}`.toLowerCase()
  if (idsA.some((id) => !aboutB.includes(id)) || idsB.some((id) => !aboutA.includes(id))) return 'identifiers'
  return undefined
}

/** A capital in mid-sentence. */
const midName = /(?<=[\p{Ll}\d,)]\s(?:\p{Lu}[\p{L}\p{N}-]*\s)*)\p{Lu}[\p{L}\p{N}-]+/gu

/** Whether a claim says of what it holds by a name of which the other, and what stands above it, knows nothing. */
function namesMore(one: Reading, other: Reading, index: ClaimIndex, disputed: string): boolean {
  const about =
    `${disputed} ${other.quote} ${other.context} ${other.article.title ?? ''} ${other.article.path}`.toLowerCase()
  return [...one.quote.matchAll(midName)].some(
    ([name]) =>
      !about.includes(name.toLowerCase()) && stemsOf(name).some((stem) => has(one.stems, stem) && index.isName(stem)),
  )
}

/** Names of several words: `Managed Operations`. */
const longName = /(?<![.!?:]\s*|^)(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}-]+(?:\s\p{Lu}[\p{L}\p{N}-]+)+/gu

/** Whether a claim has a long name of which the other, and what stands above it, knows nothing. */
function hasOwnName(one: Reading, other: Reading, disputed: string): boolean {
  const about = `${disputed} ${other.quote} ${other.context} ${other.article.title ?? ''}`.toLowerCase()
  return [...one.quote.matchAll(longName)].some(([name]) => {
    const small = name.toLowerCase()
    return !about.includes(small) && !disputed.includes(small)
  })
}

function idsIn({ quote, values }: Reading): string[] {
  return [...quote.matchAll(identifier)]
    .filter(({ index, 0: written }) => !values.some(({ start, end }) => index < end && start < index + written.length))
    .map(([written]) => written.toLowerCase())
}

/** A leading clause of one, of which the other knows nothing. */
function limitApart(one: Reading, other: Reading, values: readonly [string, string] | undefined): string | undefined {
  const clause = leading.exec(withoutValues(one))?.[1]
  if (!clause)
    return conditions.test(one.quote) &&
      !conditions.test(other.quote) &&
      isUnknown(afterCondition(besideValue(one, values?.[0])), other)
      ? 'condition'
      : undefined
  return isUnknown(clause, other) ? 'condition' : undefined
}

/** The clause of a sentence that a value stands in, without its values: what another clause sets as a condition is of that one. */
const besideValue = (reading: Reading, value: string | undefined): string => {
  const at = value === undefined ? -1 : reading.quote.indexOf(value)
  const blank = withoutValues(reading)
  if (at < 0) return blank
  const before = blank.slice(0, at).split(anotherClause).at(-1)!
  return before + blank.slice(at).split(anotherClause)[0]!
}
const anotherClause = /[;—]\s|,\s(?=(?:and|but|so)\b)/

/** What stands after the word that makes a condition, up to the next comma. */
const afterCondition = (quote: string) =>
  conditions.exec(quote) ? quote.slice(conditions.exec(quote)!.index).split(/[,;]/)[0]! : ''

/** Whether most of what a clause names is in the other neither said nor above it. */
function isUnknown(clause: string, other: Reading): boolean {
  const stems = [...new Set(stemsOf(clause))]
  const said = new Set(stemsOf(other.quote))
  const isKnown = (stem: number) => has(other.stems, stem) || other.around.has(stem)
  return stems.filter((stem) => said.has(stem) || isKnown(stem)).length * 2 <= stems.length && stems.length > 0
}

const version =
  /(?<![\p{L}\p{N}])(?:v(?:ersion)?\s?)?\d{1,2}\.\d+(?:\.\d+)*|\b(?:19|20)\d\d\b|(?<=\p{Lu}\p{L}*\s)\d{1,3}(?![\p{L}\p{N}.,]?\d|\s?(?:%|\p{Ll}))/giu

/** Titles or headings that are about different versions. */
function versionsApart(a: Reading, b: Reading): string | undefined {
  const of = ({ article, context }: Reading) =>
    new Set([...`${article.title ?? ''} / ${context}`.matchAll(version)].map(([one]) => one.toLowerCase()))
  const [here, there] = [of(a), of(b)]
  return here.size > 0 && there.size > 0 && ![...here].some((one) => there.has(one)) ? 'version' : undefined
}

/** Whether a sentence is limited in a way that a text knows nothing of: another plan, platform or region. */
export function limitsBeyond(quote: string, text: string): boolean {
  const wanted = scopeOf(text)
  return [...scopeOf(quote)].some(
    ([scope, groups]) =>
      (limiting.has(scope) && !meets(groups, wanted.get(scope) ?? groups)) ||
      (limiting.has(scope) && byHeading.has(scope) && !wanted.has(scope)),
  )
}

import { startsAsInstruction } from '../../article/instruction.ts'
import type { ClaimIndex } from './claim-index.ts'
import type { Found } from './conflict.ts'
import { has } from './sorted.ts'
import { tokensIn, type Reading } from './reading.ts'

/** Members that more lists have make no two of them alike. */
const mostHolders = 60
const leastShared = 2
/** Of the words that lead to two lists, so much must be the same. */
const leastLead = 0.3
const leastLeadOfAny = 0.7
const leastLeadOfOther = 0.85
const longestMember = 6

/** A member as it is compared: its stems in order. */
function keyOf(member: string): string {
  return tokensIn(member)
    .filter(({ stem }) => stem !== 0)
    .map(({ stem }) => stem)
    .join(' ')
}

/** A list of a claim, with the keys of its members. */
export interface Listing {
  reading: Reading
  members: readonly string[]
  keys: readonly string[]
}

/** `such as`, `for example`: the list is not whole. */
const isPartial =
  /\b(?:such as|including|include|includes|like|for example|e\.g|for instance|among others|etc|and more|some of|other)\b/i

/** The lists of a claim that can be compared. */
export function listingsOf(reading: Reading): Listing[] {
  if (isPartial.test(reading.quote)) return []
  return reading.lists.flatMap((members) => {
    if (
      members.length < 3 ||
      members.length > 25 ||
      members.filter((member) => startsAsInstruction(member)).length * 2 > members.length
    )
      return []
    if (members.filter((member) => /\d/.test(member)).length > 0.4 * members.length) return []
    if (members.some((member) => member.split(' ').length > longestMember)) return []
    const keys = members.map(keyOf)
    return new Set(keys).size < keys.length || keys.some((key) => key === '') ? [] : [{ reading, members, keys }]
  })
}

/** Lists of two articles that name nearly the same members of the same thing. */
export function* listPairs(listings: readonly Listing[]): Generator<[Listing, Listing, number]> {
  const holders = new Map<string, number[]>()
  for (const [place, { keys }] of listings.entries()) {
    for (const key of keys) {
      const some = holders.get(key)
      if (some) some.push(place)
      else holders.set(key, [place])
    }
  }
  for (const [place, b] of listings.entries()) {
    const shared = new Map<number, number>()
    for (const key of b.keys) {
      const some = holders.get(key)!
      if (some.length > mostHolders) continue
      for (const other of some) if (other < place) shared.set(other, (shared.get(other) ?? 0) + 1)
    }
    for (const [other, count] of shared) {
      const a = listings[other]!
      if (count >= leastShared && a.reading.article !== b.reading.article) yield [a, b, count]
    }
  }
}

/** Two lists of the same thing of which one has a member that the other has not. */
export function listConflict(a: Listing, b: Listing, shared: number, index: ClaimIndex): Found | undefined {
  const [onlyA, onlyB] = [missing(a, b), missing(b, a)]
  if (onlyA.length + onlyB.length === 0 || onlyA.length > 1 || onlyB.length > 1) return undefined
  if (shared / Math.max(a.keys.length, b.keys.length) < 0.5) return undefined
  // `You see a message`, `phone numbers on`: no name of a member.
  if ([...onlyA, ...onlyB].some((member) => tokensIn(bare(member)).some(({ stem }) => stem === 0))) return undefined
  // What the other article is about, it need not name.
  if (onlyA.some((member) => isTopic(member, b)) || onlyB.some((member) => isTopic(member, a))) return undefined
  // Written in another way: `e-mail` and `email address`.
  if (onlyA.length === 1 && onlyB.length === 1 && areForms(onlyA[0]!, onlyB[0]!)) return undefined
  if (shared < 3 && (a.reading.isInstruction || b.reading.isInstruction)) return undefined
  const lead = leadLikeness(a, b, index)
  // Words that name no class may lead to some of many, but hardly twice the same words.
  const namesAny = namesClass(a) || namesClass(b)
  if (
    !namesAny &&
    (lead < (onlyA.length > 0 && onlyB.length > 0 ? leastLeadOfOther : leastLeadOfAny) ||
      [...a.members, ...b.members].some(
        (member) => startsAsInstruction(member) || /\b(?:the|an?)\b/i.test(bare(member)),
      ))
  )
    return undefined
  if (lead < (shared >= 3 && shared / Math.max(a.keys.length, b.keys.length) >= 0.75 ? 0.4 : 0.55)) return undefined
  return {
    kind: 'list',
    values: [a.members.join(', '), b.members.join(', ')],
    only: [onlyA[0], onlyB[0]],
    confidence: Math.round(Math.min(0.95, 0.4 + 0.3 * lead + 0.05 * shared) * 100) / 100,
  }
}

/** What lists of a help centre are of; a sentence that names none of them may tell some of many. */
const classNoun =
  /\b(?:formats?|methods?|plans?|roles?|options?|ways|types?|kinds?|variants?|modes?|browsers?|languages?|currencies|channels?|fields?|statuses|states|levels?|regions?|countries|integrations?|providers?|carriers?|platforms?|devices?|reasons?|categories|tiers?|editions?|permissions?|extensions?|documents?|cards?|days|stages?|steps|events?|columns?|codecs?|protocols?|ports?|settings|features?|tools?|products?|services?|apps?|files?|systems?|programs?|partners?|models?|sizes?|rights|members|people|following|supports?|supported|accepts?|accepted|consists? of|made up of|one of)\b/i

const namesClass = ({ reading, members }: Listing) =>
  /^[^:]*:\s/.test(reading.quote) ||
  classNoun.test(reading.quote.slice(0, Math.max(0, reading.quote.indexOf(members[0]!))))

const missing = (one: Listing, other: Listing) =>
  one.members.filter((_, place) => !other.keys.includes(one.keys[place]!))

const isTopic = (member: string, { reading }: Listing) =>
  tokensIn(member).every(({ stem }) => stem === 0 || reading.ofTitle.has(stem))

/** `The Netherlands`. */
const bare = (member: string) => member.replace(/^(?:the|an?)\s/i, '')

/** Whether one name is a part of another one, or nearly the same. */
function areForms(a: string, b: string): boolean {
  const [one, other] = [a, b].map((name) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''))
  return (
    one!.includes(other!) ||
    other!.includes(one!) ||
    tokensIn(a).some(({ stem }) => stem !== 0 && tokensIn(b).some((token) => token.stem === stem))
  )
}

/** How much of the words that lead to one list lead to the other, or stand above it, 0 to 1. */
function leadLikeness(a: Listing, b: Listing, index: ClaimIndex): number {
  const leadOf = ({ reading, keys }: Listing) => {
    const members = new Set(keys.flatMap((key) => key.split(' ').map(Number)))
    return [...reading.stems].filter((stem) => !members.has(stem))
  }
  const [mine, yours] = [leadOf(a), leadOf(b)]
  const weigh = (stems: number[], { reading }: Listing) => {
    let [all, both] = [0, 0]
    for (const stem of stems) {
      const weight = index.weightOf(stem)
      all += weight
      if (has(reading.stems, stem) || reading.around.has(stem)) both += weight
    }
    return all === 0 ? 0 : both / all
  }
  if (mine.length === 0 || yours.length === 0) return 0
  const both = mine.filter((stem) => yours.includes(stem)).reduce((sum, stem) => sum + index.weightOf(stem), 0)
  const all = [...new Set([...mine, ...yours])].reduce((sum, stem) => sum + index.weightOf(stem), 0)
  return both / all < leastLead ? 0 : (weigh(mine, b) + weigh(yours, a)) / 2
}

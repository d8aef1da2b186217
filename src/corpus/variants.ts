import { areSynonyms } from '../article/synonyms.ts'
import { isGrammar } from '../article/topic-words.ts'
import { hashesOf, wordsOf } from '../article/prose.ts'
import type { Facts } from '../facts/facts.ts'
import type { Alignment } from './alignment.ts'
import { onlyInTitle } from './title-words.ts'

/** What two articles call that in which they differ: a product, a version, a platform, an object. */
export type DiffersIn = [here: string, there: string][]

/** A word of an article's own: its title or its address has it, those of the other article do not. */
interface OwnWords {
  /** By the hash of a word, as written. */
  own: ReadonlyMap<number, string>
  /** By the hash of a word that may be a name, as written. */
  names: ReadonlyMap<number, string>
}

/** More words than that are no name. */
const longestName = 6

/**
 * In what two articles with nearly the same text differ by name, where they are meant for two things: one says `contact` where
 * the other says `group`, and their titles or addresses say so too. Nothing where they are about the same thing.
 *
 * A word of the one's own title that stands in its text, where the other has one of its own, is such a name, as often as it may
 * come; a word for word exchange that no title explains (`60` for `30`, `select` for `choose`) is none.
 *
 * @param alignment of the bodies, the first against the second
 */
export function differsIn(here: Facts, there: Facts, { differences }: Alignment): DiffersIn {
  const [mine, yours] = [wordsOfOwn(here, there), wordsOfOwn(there, here)]
  const exchanged = new Map<string, { here: string; there: string; count: number }>()
  let isFaced = false
  for (const difference of differences) {
    const one = nameIn(here.body.words, difference.here, mine)
    const other = nameIn(there.body.words, difference.there, yours)
    if (one.own.length === 0 && other.own.length === 0) continue
    if (one.text === undefined || other.text === undefined || areSynonyms(one.text, other.text)) continue
    // A word that the other only leaves out here and there is no name of something else.
    if (one.text === '' && says(here, other.own)) continue
    if (other.text === '' && says(there, one.own)) continue
    // A title may name a version in other words than the text does.
    const areVersions = /\d\.\d/.test(one.text) && /\d\.\d/.test(other.text)
    isFaced ||= (one.own.length > 0 && other.own.length > 0) || areVersions
    const key = `${one.text.toLowerCase()}\0${other.text.toLowerCase()}`
    const known = exchanged.get(key)
    if (known) known.count++
    else exchanged.set(key, { here: one.text, there: other.text, count: 1 })
  }
  const names = [...exchanged.values()].filter((one) => one.here !== '' || one.there !== '')
  const count = names.reduce((sum, one) => sum + one.count, 0)
  const isSystematic = count >= 2 && count * leastShare >= differences.length
  if (!isSystematic && !isFaced && !areAboutOwn(mine, here, there, yours)) return namedInTitles(here, there)
  if (names.length === 0) return [[firstSaid(mine, here), firstSaid(yours, there)]]
  return names
    .sort((a, b) => b.count - a.count)
    .slice(0, mostNames)
    .map((one) => [one.here, one.there])
}

const says = ({ body }: Facts, words: readonly number[]) => words.some((word) => body.words.includes(word))

/** Of so many differences, at least one is an exchange of names. */
const leastShare = 6
const mostNames = 5

/** The names of two titles, where each is about a thing of its own that the other text never speaks of, as in pages made from a template. */
function namedInTitles(here: Facts, there: Facts): DiffersIn {
  const namesOf = (one: Facts, other: Facts) => onlyInTitle(one, other).filter(({ isName }) => isName)
  const [mine, yours] = [namesOf(here, there), namesOf(there, here)]
  if (mine.length === 0 || yours.length === 0) return []
  const speaksOf = (article: Facts, words: { word: string }[]) =>
    says(
      article,
      words.map(({ word }) => hashOf(word)),
    )
  if (speaksOf(here, yours) || speaksOf(there, mine)) return []
  return [[mine[0]!.word, yours[0]!.word]]
}

/** Whether each has words of its own in title and text that the other's text lacks. */
function areAboutOwn(mine: OwnWords, here: Facts, there: Facts, yours: OwnWords): boolean {
  const [one, other] = [saidOnly(mine, here, there), saidOnly(yours, there, here)]
  return one.length > 0 && other.length > 0 && !one.every((word) => other.some((another) => areSynonyms(word, another)))
}

function saidOnly({ own }: OwnWords, here: Facts, there: Facts): string[] {
  const [a, b] = [new Set(here.body.words), new Set(there.body.words)]
  return [...own].filter(([hash]) => a.has(hash) && !b.has(hash)).map(([, word]) => word)
}

/** The first word of an article's own that its text says. */
function firstSaid({ own }: OwnWords, { body }: Facts): string {
  for (const [hash, word] of own) if (body.words.includes(hash)) return word
  return ''
}

/** The words in a range, where they are a name or nothing. */
function nameIn(
  words: Uint32Array,
  { from, to }: { from: number; to: number },
  { own, names }: OwnWords,
): { text: string | undefined; own: number[] } {
  if (to - from > longestName) return { text: undefined, own: [] }
  const texts: string[] = []
  const owned: number[] = []
  for (let index = from; index < to; index++) {
    const hash = words[index]!
    const mine = own.get(hash)
    const text = mine ?? names.get(hash)
    if (mine !== undefined) owned.push(hash)
    if (text !== undefined) texts.push(text)
  }
  // Of `a group` for `the contact`, the small words are left out.
  return { text: texts.length === 0 && to > from ? undefined : texts.join(' '), own: owned }
}

function wordsOfOwn(article: Facts, other: Facts): OwnWords {
  const theirs = new Set(subjectWords(other).map(({ small }) => small))
  const own = new Map<number, string>()
  for (const { word, small, inOtherNumber, hashes } of subjectWords(article)) {
    if (theirs.has(small) || theirs.has(inOtherNumber)) continue
    for (const hash of hashes) if (!own.has(hash)) own.set(hash, word)
  }
  return { own, names: namesOf(article) }
}

const knownNames = new WeakMap<Facts, ReadonlyMap<number, string>>()

function namesOf(article: Facts): ReadonlyMap<number, string> {
  const known = knownNames.get(article)
  if (known) return known
  const names = new Map<number, string>()
  for (const name of article.names.split(' ')) {
    for (const word of wordsOf(name)) names.set(hashOf(word), word)
  }
  knownNames.set(article, names)
  return names
}

const hashOf = (word: string): number => hashesOf(word.toLowerCase())[0]! >>> 0

/** A word of what an article is about. */
interface SubjectWord {
  word: string
  small: string
  /** A noun's plural, or of a plural the singular. */
  inOtherNumber: string
  /** Of both. */
  hashes: [number, number]
}

const knownSubjects = new WeakMap<Facts, SubjectWord[]>()

/** The words in which an article says what it is about: those of its title, and of its address. */
function subjectWords(article: Facts): SubjectWord[] {
  let words = knownSubjects.get(article)
  if (!words) knownSubjects.set(article, (words = subjectWordsIn(article)))
  return words
}

function subjectWordsIn({ title, path }: Facts): SubjectWord[] {
  const whole = `${title ?? ''} ${path.replace(/\.\w+$/, '').replace(/[/_]+/g, ' ')}`
  // `Axis.Title` is about an axis, and `pause-a-number` about a number; the text has the parts, or the whole.
  return wordsOf(`${whole} ${whole.replace(/[.-]+/g, ' ')}`).flatMap((word) => {
    const small = word.toLowerCase()
    if (isGrammar(small.replaceAll('’', "'"))) return []
    const inOtherNumber = small.endsWith('s') ? small.slice(0, -1) : `${small}s`
    return [{ word, small, inOtherNumber, hashes: [hashOf(small), hashOf(inOtherNumber)] }]
  })
}

import type { Article } from '../article/article.ts'
import { marksOf, mayHoldOne, type Marks } from '../article/english.ts'
import { valuesOf } from '../article/front-matter-value.ts'
import type { Position } from '../article/position.ts'
import { isInAddress, sentencesOf } from '../article/prose.ts'
import { bareLabel } from '../article/roles.ts'
import type { Superseded } from '../article/superseded.ts'
import { isHistorySection } from './history.ts'

/** Where an article speaks of something superseded as if it were of today. */
export interface SupersededMention {
  /** What it is, as the list has it. */
  old: string
  new: string | null
  /** From which day on it is old; always, where it is null. */
  since: string | null
  because: string | null
  isRelease: boolean
  /** The title says most, then what the front matter says it is about. */
  where: 'title' | 'front matter' | 'text'
  quote: string
  at: Position
  /** How often else the article does. */
  more: number
}

interface Search {
  pattern: RegExp
  /** By a name in small letters. */
  entries: Map<string, { entry: Superseded; name: string }>
  /** By which the few blocks that may hold a name are found. */
  marks: Marks
}

/** Keys of front matter that say what an article is about. */
const subjectKeys =
  /^(?:applies[_-]?to|products?|versions?|platforms?|os|operating[_-]?systems?|supported[_-]?versions?|browsers?)$/i

/** Words that tell of the end of a thing, or of what came before: then the text knows. */
const knows =
  /\b(?:not|no longer|never|none|except|without|isn['’]t|aren['’]t|doesn['’]t|don['’]t|can['’]t|cannot|won['’]t|replac\w+|supersed\w+|deprecat\w+|retir\w+|discontinu\w+|sunset\w*|former(?:ly)?|previous(?:ly)?|legacy|older|old|earlier|outdated|obsolete|insecure|unsupported|end[- ]of[- ](?:support|life|service)|upgrad\w+|migrat\w+|mov(?:e|ed|ing) (?:from|off|away)|instead|rather than|disabl\w+|turn(?:ed)? off|block(?:s|ed)?|remov\w+|uninstall\w*|drop(?:s|ped)?|stop(?:s|ped)?|end(?:s|ed)|was|were|used to|renamed|known as|now (?:called|known)|rebrand\w+|history|compatib\w+)\b/i

/** What follows a name of which a part is meant: `or later`, `and newer`. */
const orLater =
  /^(?:\s*\+|\s*(?:\([^()]{0,30}\)\s*)?,?\s*(?:or|and)\s+(?:later|newer|above|higher|up\b|greater|(?:a|any|all) (?:later|newer|more recent))|\s*(?:and|or|\/|,)\s*\d+(?:\.\d+)?\b(?!\s*(?:of|or more|minutes|hours|days|users)))/i
/** A longer name: `SSL certificate`, `Office 2010 Web Apps`, `Skype for Business`. */
const longerName = /^(?:\/|[-.:]?\w|\s+(?:certificates?|certs?|vpn|for|labs|offload\w*|[A-Z]\w*))/

const searches = new WeakMap<readonly Superseded[], Search>()

function searchFor(list: readonly Superseded[]): Search {
  const known = searches.get(list)
  if (known) return known
  const entries: Search['entries'] = new Map()
  for (const entry of list) {
    for (const name of entry.old) {
      entries.set(keyOf(name), { entry, name })
    }
  }
  const names = [...entries.keys()].sort((a, b) => b.length - a.length)
  // Letters of other languages are asked about of the few matches only.
  const pieces = names.map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/ /g, '[ \\u00a0]'))
  const search = {
    pattern: new RegExp(`(?<!\\w)(?:${pieces.join('|')})(?!\\w)`, 'gi'),
    entries,
    // A name may stand in the genitive.
    marks: marksOf(names.flatMap((name) => [name, `${name}'s`, `${name}’s`])),
  }
  searches.set(list, search)
  return search
}

const keyOf = (name: string) => name.replace(/\u00a0/g, ' ').toLowerCase()

/** Whether a name of the list in other capitals is another word: `lync`, `silverlight` are not, `ICQ` and `skype` may be. */
function isWritten(written: string, name: string): boolean {
  return written === name || written.toLowerCase() !== written || name === name.toLowerCase()
}

const elsewhere = /^(?:related.*|see also|references?)$/

/**
 * What of a list an article speaks of, each thing once, where it says most: in the title, else in what the front matter says
 * it is about, else in the text. A sentence that tells that a thing has gone, and `or later`, are left out; so is code.
 */
export function supersededIn(article: Article): SupersededMention[] {
  const list = article.house.superseded
  if (list.length === 0) return []
  const search = searchFor(list)
  const found = new Map<Superseded, SupersededMention>()
  const add = (
    entry: Superseded,
    name: string,
    where: SupersededMention['where'],
    quote: string,
    at: () => Position,
  ) => {
    const before = found.get(entry)
    if (before) before.more++
    else
      found.set(entry, {
        old: name,
        new: entry.new ?? null,
        since: entry.since ?? null,
        because: entry.because ?? null,
        isRelease: entry.isRelease ?? false,
        where,
        quote,
        at: at(),
        more: 0,
      })
  }
  const { title } = article
  if (title) each(title.text, search, (entry, name) => add(entry, name, 'title', title.text, () => title.at))
  for (const entry of article.frontMatter.entries.values()) {
    if (!subjectKeys.test(entry.key)) continue
    const values = valuesOf(entry, article).filter(({ value }) => typeof value === 'string')
    const old = values.flatMap(({ value, at }) => {
      const hits: { entry: Superseded; name: string; at: Position; value: string }[] = []
      each(value as string, search, (hit, name) => hits.push({ entry: hit, name, at, value: value as string }))
      return hits.slice(0, 1)
    })
    // An article that is about something of today besides is not old for that.
    if (old.length < values.length) continue
    for (const hit of old) add(hit.entry, hit.name, 'front matter', hit.value, () => hit.at)
  }
  for (const block of article.blocks) {
    if (block.text === title?.text) continue
    if (!mayHoldOne(block, search.marks)) continue
    if (block.headings.some((heading) => isHistorySection(heading) || elsewhere.test(bareLabel(heading)))) continue
    for (const sentence of sentencesOf(block.text)) {
      if (sentence.text.length > 1000) continue
      each(sentence.text, search, (entry, name, index, length) =>
        add(entry, name, 'text', sentence.text, () =>
          block.at(sentence.start + index, sentence.start + index + length),
        ),
      )
    }
  }
  return [...found.values()].filter(({ where, old }) => where !== 'text' || !hasSuccessor(old, article, search))
}

/** Whether a text names another version of the same thing that is of today: then it is about all of them. */
function hasSuccessor(old: string, { source }: Article, { entries }: Search): boolean {
  const base = /^(.*[^\d\s.])[ v]*\d[\w.]*(?: R2)?$/.exec(old)?.[1]
  if (base === undefined) return false
  for (let at = source.indexOf(base); at >= 0; at = source.indexOf(base, at + base.length)) {
    const version = /^[ \u00a0]v?(\d[\d.]*\d|\d)/.exec(source.slice(at + base.length, at + base.length + 12))?.[1]
    if (version !== undefined && !entries.has(keyOf(`${base} ${version}`))) return true
  }
  return false
}

function each(
  sentence: string,
  { pattern, entries }: Search,
  call: (entry: Superseded, name: string, index: number, length: number) => void,
): void {
  pattern.lastIndex = 0
  if (!pattern.test(sentence) || knows.test(sentence)) return
  // A copy of the pattern goes on from where it is.
  pattern.lastIndex = 0
  for (const { 0: written, index } of sentence.matchAll(pattern)) {
    const { entry, name } = entries.get(keyOf(written))!
    const after = sentence.slice(index + written.length)
    if (
      /[\p{L}\p{N}_./-]/u.test(sentence.charAt(index - 1)) ||
      !isWritten(written, name) ||
      orLater.test(after) ||
      longerName.test(after)
    )
      continue
    if (isInAddress(sentence, index, index + written.length)) continue
    call(entry, name, index, written.length)
  }
}

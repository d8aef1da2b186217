import type { InlineCode, Nodes, Table, TableRow } from 'mdast'
import type { Article } from '../article/article.ts'
import type { DayOrder } from '../article/house.ts'
import { startsAsInstruction } from '../article/instruction.ts'
import { menuPathsIn, namesOnPath } from '../article/menu-paths.ts'
import type { Position } from '../article/position.ts'
import { eachWord, isInAddress, sentencesOf, type Block } from '../article/prose.ts'
import { bareLabel } from '../article/roles.ts'
import { textOf } from '../article/text-of.ts'
import { dayNames } from './calendar-values.ts'
import { mayHoldNumber, wordsOfNumbers } from './number-words.ts'
import { stemOfEach, stemsOf } from './terms.ts'

/**
 * What an article states that another one may deny: sentences, items, cells and lists that give a value, or say that something
 * is so or is not. Kept side by side, as a help centre has a hundred thousand.
 */
export interface Claims {
  /** As written, on one line; a cell comes with the headers of its row and its column, a list with its lead. */
  quotes: string[]
  /** What stands above them: headings from the outermost on, and a line that ends in a colon, with ` / ` between; each once. */
  contexts: string[]
  /**
   * The stems of what stands above them, without grammar, each once: how many there are in the title and the path, and these; then
   * the same for each context.
   */
  above: Uint32Array
  /** Of each claim: what it may give, place of its context, six numbers of its position, how many stems, and these. */
  marks: Uint32Array
  /** The names of menu paths, by the place of the claim. */
  paths: [claim: number, names: string[]][]
  /** The members of lists, by the place of the claim. */
  lists: [claim: number, members: string[]][]
  /** How the house writes days in figures. */
  dayOrder: DayOrder | undefined
}

/** What a claim may give or be, one bit each. */
export const mayGive = {
  number: 1,
  /** An address, a date, a version. */
  other: 2,
  path: 4,
  list: 8,
  /** Says that something is not so, or may not be done. */
  denial: 16,
  /** Says that something is so, or may be done. */
  assertion: 32,
  /** Tells what to do. */
  instruction: 64,
  cell: 128,
} as const

/** A claim of an article, as it is kept. */
export interface Claim {
  quote: string
  context: string
  /** The place of its context. */
  contextAt: number
  gives: number
  at: Position
}

const headerLength = 9

/** Where a claim stands: its place among all of its article, and where its marks begin. */
export interface ClaimPlace {
  claim: number
  at: number
}

/**
 * Calls back with each claim: its place, what it may give, and the words of its subject in order: stem in the upper 30 bits, then
 * whether it might have a capital, as it opens no sentence, and whether it has.
 */
export function eachClaim(
  { marks }: Claims,
  call: (place: ClaimPlace, gives: number, stems: Uint32Array) => void,
): void {
  for (let at = 0, claim = 0; at < marks.length; claim++) {
    const end = at + headerLength + marks[at + headerLength - 1]!
    call({ claim, at }, marks[at]!, marks.subarray(at + headerLength, end))
    at = end
  }
}

/** A claim by its place. */
export function claimAt({ marks, quotes, contexts }: Claims, { claim, at }: ClaimPlace): Claim {
  const contextAt = marks[at + 1]!
  const [line, column, offset, endLine, endColumn, endOffset] = marks.subarray(at + 2, at + 8) as unknown as number[]
  return {
    quote: quotes[claim]!,
    context: contexts[contextAt]!,
    contextAt,
    gives: marks[at]!,
    at: {
      start: { line: line!, column: column!, offset: offset! },
      end: { line: endLine!, column: endColumn!, offset: endOffset! },
    },
  }
}

const hidden = '\uFFFC'
const address = /@\w|https?:|www\.|\w\.(?:com|net|org|io|co|app|dev|in|de|uk|eu|example|test)\b/
const datedOrVersioned = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b(?:19|20)\d\d\b|\d\.\d/i
/** Words that turn a statement round, or that say it of what is not so. */
const denying =
  /\b(?:not|never|no|none|nor|neither|cannot|without|unable|fail(?:s|ed|ing)?|other than|rather than|instead|except|hid(?:es?|ing)|hidden|block(?:s|ed)?|closed|inactive|impossible|unavailable|unsupported|disabled|off|optional|forbidden|prohibited|disallowed|excluded|ineligible|permanent(?:ly)?|irreversible|manual(?:ly)?)\b|n['’]t\b/i
const asserting =
  /\b(?:can|may|must|will|able|always|only|both|all|every|any|yes|supports?|supported|available|allow(?:s|ed)?|possible|requires?|required|need(?:s|ed)?|mandatory|includes?|included|enabled?|on|default|automatic(?:ally)?|free|eligible|permitted|optional|restored?|refund(?:ed|able)?|kept|stored|deleted|removed|shared|visible|sent|charged|counted?|expires?|appl(?:y|ies)|works?|has|have|is|are|does|do)\b/i
/** Sections that show what might be, tell what was, or point elsewhere. */
const noClaims =
  /^(?:examples?|samples?|change ?log|release notes?|(?:release|version|revision|document|change|update) history|history|what'?s new|releases?|affected .*|tested .*|archive|related.*|see also|references?|further reading|more information|more info|additional resources|next steps|.*reproduce.*|(?:actual|expected) (?:results?|behaviou?r))$/
const example =
  /\bex(?:\.:|:)|\b(?:for example|for instance|e\.g\b|suppose|imagine|examples? (?:above|below)|(?:above|this|following) example|let['’]s|say,|scenario)\b/i
/** `Uninstall`, `Reconnect`: steps as much as what they undo or repeat. */
const prefixed = /^(?:un|re|de|dis)-?(?=\p{L}{4})/iu
/** `See …`, `For more information, …`, `[!VIDEO …]`, `:::image …`: leads elsewhere, or shows something. */
const pointing =
  /^\(?(?:(?:also|for (?:more|further|additional|other|detailed|full|the latest)[^,]*),?\s)?(?:see|refer to|check out|read|visit|learn (?:more|how)|click here)\b|\bfor (?:more|further|additional) (?:information|details|help)\b|^(?:\[?!VIDEO|:::)|^https?:\S+$|^examples?\b|\{\{|\[\[|\s=\s['"“‘\d]|\(see\b[^()]*\)?\.?$/i
/** `Quick answer:`, `Note:`: says what the sentence is, and not what it is about. */
const labelled =
  /^(?:\[!\w+\]\s*|(?:quick answer|short answer|answer|summary|tl;dr|in short|note|notes|tip|important|warning|caution|please note|good to know|remember|hint|info|attention|n\.?b\.?)\s?[:–—-]\s*|(?:yes|no)[,:–—]\s+)/i

const asides = new Map<string, boolean>()

/** Whether what stands below a heading is said of no product. */
function isAside(heading: string): boolean {
  let known = asides.get(heading)
  if (known === undefined) {
    if (asides.size > 20_000) asides.clear()
    asides.set(heading, (known = noClaims.test(bareLabel(heading))))
  }
  return known
}

const mostWords = 70
const leastStems = 2
/** With a number, a whole sentence may be about one thing: `Each attachment can be up to 50 MB`. */
const fewestWords = 4
const mostCells = 600
const longest = 5000

/** The claims of an article, in the order of its text. */
export function claimsIn(article: Article): Claims {
  const { blocks, title, tree, locate } = article
  const claims: Claims = {
    quotes: [],
    contexts: [],
    above: new Uint32Array(),
    marks: new Uint32Array(),
    paths: [],
    lists: [],
    dayOrder: article.house.dayOrder,
  }
  const marks: number[] = []
  const contexts = new Map<string, number>()
  const add = (quote: string, gives: number, context: string, at: Position, subject = quote): boolean => {
    const stems = subjectOf(subject)
    if (stems.length < (gives & mayGive.number && subject.split(' ').length > fewestWords ? 1 : leastStems))
      return false
    let place = contexts.get(context)
    if (place === undefined) contexts.set(context, (place = claims.contexts.push(context) - 1))
    const { start, end } = at
    marks.push(
      gives,
      place,
      start.line,
      start.column,
      start.offset,
      end.line,
      end.column,
      end.offset,
      stems.length,
      ...stems,
    )
    claims.quotes.push(quote)
    return true
  }
  const pathsOf = new Map<Block, string[][]>()
  for (const path of menuPathsIn(blocks)) {
    const names = namesOnPath(path)
    if (names.some((name) => name === '' || /[[\]<>{}]/.test(name))) continue
    const own = pathsOf.get(path.block)
    if (own) own.push(names)
    else pathsOf.set(path.block, [names])
  }
  const headersOf = article.blocks.some(({ kind }) => kind === 'cell') ? headersIn(tree) : undefined
  let lead = ''
  let items: { block: Block; text: string }[] = []
  const closeList = () => {
    if (items.length > 1) addList(items)
    items = []
  }
  const addList = (some: { block: Block; text: string }[]) => {
    const members = some.map(({ text }) => memberOf(text))
    if (lead === '' || !members.every((member) => member !== undefined)) return
    // Steps are in an order, and belong to one procedure.
    if (members.filter(startsAsInstruction).length * 2 >= members.length) return
    const [first, last] = [some[0]!.block, some.at(-1)!.block]
    const at = locate(first.node.position?.start.offset ?? 0, last.node.position?.end.offset ?? 0)
    if (
      add(
        `${lead} ${members.join(', ')}`,
        mayGive.list | (members.every((member) => address.test(member)) ? mayGive.other : 0),
        contextOf(first, title?.text, ''),
        at,
        `${lead} ${members.join(' ')}`,
      )
    )
      claims.lists.push([claims.quotes.length - 1, members])
  }
  for (const block of blocks) {
    if (block.kind === 'heading') {
      closeList()
      lead = ''
      continue
    }
    if (block.text.length > longest || block.headings.some(isAside)) continue
    const text = withCode(block).replace(/\s/g, ' ')
    if (block.kind === 'cell') {
      const headers = headersOf?.get(block.node)
      if (
        headers &&
        (mayHoldNumber.test(text) || address.test(text)) &&
        !example.test(text) &&
        !/\bchange ?log\b|\|\s(?:ids?|codes?|no\.?|number|#|versions?|position|order|row|line):$/i.test(headers) &&
        text.length < 200 &&
        !headers.startsWith(':::') &&
        claims.quotes.length < mostCells
      ) {
        const quote = `${headers} ${text.trim()}`
        add(quote, givesIn(quote) | mayGive.cell, contextOf(block, title?.text, ''), block.at(0, block.text.length))
      }
      continue
    }
    if (block.kind === 'item') items.push({ block, text })
    else {
      closeList()
      if (block.kind === 'paragraph') lead = ''
    }
    if (block.kind === 'item' && isAside(lead)) continue
    const context = contextOf(block, title?.text, block.kind === 'item' ? lead : '')
    const isWhole = !block.text.includes(hidden)
    for (const { start, end, text: sentence } of sentencesOf(block.text)) {
      const written = isWhole ? sentence : codeIn(block, start, end)
      const quote = written.replace(/\s+/g, ' ').replace(labelled, '').trim()
      if (/:$/.test(quote) && end >= block.text.trimEnd().length) {
        // What it announces stands below, or in the items that follow.
        if (block.kind === 'paragraph') lead = quote
        // `There are three ways to pay:` says how many there are.
        if (counting.test(quote) && wordsBelow(quote, longestCounting) !== undefined)
          add(quote, mayGive.number | mayGive.assertion, contextOf(block, title?.text, ''), block.at(start, end))
        continue
      }
      if (/\?["”’)]*$/.test(quote) || example.test(quote) || pointing.test(quote)) continue
      const isList = enumerated.test(quote)
      const gives = givesIn(quote) | (isList ? mayGive.list : 0)
      if (gives === 0 || wordsBelow(quote, mostWords) === undefined) continue
      const ways = pathsOf.get(block)?.filter((names) => names.every((name) => quote.includes(name)))
      if (!add(quote, gives | (ways ? mayGive.path : 0), context, block.at(start, end))) continue
      for (const names of ways ?? []) claims.paths.push([claims.quotes.length - 1, names])
      const members = isList ? membersIn(quote) : undefined
      if (members) claims.lists.push([claims.quotes.length - 1, members])
    }
  }
  closeList()
  claims.marks = Uint32Array.from(marks)
  if (marks.length > 0) claims.above = stemsAbove(article, claims.contexts)
  return claims
}

/** See {@link Claims.above}. */
function stemsAbove({ path, title }: Article, contexts: readonly string[]): Uint32Array {
  const words = path.replace(/\.\w+$/, '').replace(/[^\p{L}\p{N}]+/gu, ' ')
  const stems: number[] = []
  for (const text of [`${title?.text ?? ''} ${words}`, ...contexts]) {
    const own = new Set(stemsOf(text))
    stems.push(own.size, ...own)
  }
  return Uint32Array.from(stems)
}

/** The stems that stand above claims: in the title and the path, and in each context. */
export function stemsAboveClaims({ above }: Claims): { ofTitle: Uint32Array; ofContexts: Uint32Array[] } {
  const [ofTitle, ofContexts]: [Uint32Array, Uint32Array[]] = [stemsAt(above, 0), []]
  for (let at = ofTitle.length + 1; at < above.length; at += above[at]! + 1) ofContexts.push(stemsAt(above, at))
  return { ofTitle, ofContexts }
}

/** The stems of the title and the path alone. */
export const stemsOfTitle = ({ above }: Claims): Uint32Array => stemsAt(above, 0)

/** A list of stems that begins with how many there are. */
const stemsAt = (above: Uint32Array, at: number) => above.subarray(at + 1, at + 1 + (above[at] ?? 0))

/** What stands above a block: its headings without the title, and its lead. */
function contextOf({ headings }: Block, title: string | undefined, lead: string): string {
  const above = headings.filter((heading, index) => index > 0 || heading.trim() !== title)
  return [...above, lead].filter((one) => one !== '').join(' / ')
}

function givesIn(quote: string): number {
  let gives = 0
  if (mayHoldNumber.test(quote)) gives |= mayGive.number
  if (address.test(quote) || datedOrVersioned.test(quote)) gives |= mayGive.other
  if (denying.test(quote)) gives |= mayGive.denial
  if (asserting.test(quote)) gives |= mayGive.assertion
  if (gives === 0 && !/[>→»›]/.test(quote)) return 0
  return (
    gives |
    (startsAsInstruction(quote.replace(prefixed, '')) ? mayGive.instruction : 0) |
    (gives === 0 ? mayGive.path : 0)
  )
}

/** How many words a text has, if no more than that. */
function wordsBelow(text: string, most: number): number | undefined {
  let count = 0
  eachWord(text, () => count++)
  return count <= most ? count : undefined
}

/** The text of a block with its code. */
function withCode(block: Block): string {
  return block.text.includes(hidden) ? textOf(block.node as Nodes) : block.text
}

/** A range of the text of a block, with its code. */
function codeIn({ text, node }: Block, start: number, end: number): string {
  const codes = codesOf(node)
  let next = 0
  for (let index = 0; index < start; index++) if (text[index] === hidden) next++
  let written = ''
  for (let index = start; index < end; index++) written += text[index] === hidden ? (codes[next++] ?? '') : text[index]
  return written
}

function codesOf(root: Nodes): string[] {
  const codes: string[] = []
  const nodes: Nodes[] = [root]
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    if (node.type === 'inlineCode') codes.push((node satisfies InlineCode).value)
    else if ('children' in node)
      for (let index = node.children.length - 1; index >= 0; index--) nodes.push(node.children[index] as Nodes)
  }
  return codes
}

/** Of each cell that is no header: the headers of its row and its column. */
function headersIn(tree: Nodes): Map<Nodes, string> {
  const headers = new Map<Nodes, string>()
  const nodes: Nodes[] = [tree]
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    if (node.type === 'table') addHeaders(node, headers)
    else if ('children' in node) for (const child of node.children) nodes.push(child as Nodes)
  }
  return headers
}

function addHeaders({ children: [head, ...rows] }: Table, headers: Map<Nodes, string>): void {
  const columns = (head as TableRow | undefined)?.children.map((cell) => textOf(cell).trim()) ?? []
  for (const row of rows) {
    const own = row.children[0] ? textOf(row.children[0]).replace(/\s+/g, ' ').trim() : ''
    if (own === '' || own.length > 80) continue
    row.children.forEach((cell, index) => {
      if (index > 0) headers.set(cell, `${own} | ${columns[index] ?? ''}:`)
    })
  }
}

/** The stems of what a text is about, in order: without grammar, numbers and units. */
function subjectOf(text: string): number[] {
  const small = text.toLowerCase()
  const stems = stemOfEach(small)
  const subject: number[] = []
  let index = 0
  eachWord(text, (start, end) => {
    const stem = stems[index++]!
    if (stem === 0 || subject.length >= mostWords || isValue(small, start, end) || isInAddress(text, start, end)) return
    const opens = start === 0 || /[.!?:…|][\s"“(*]*$/.test(text.slice(Math.max(0, start - 4), start))
    const code = text.charCodeAt(start)
    // A day of the week has a capital, and is no name.
    const mayBeName = !opens && !daysOfWeek.has(small.slice(start, end))
    const isCapital = mayBeName && code >= 65 && code <= 90
    subject.push(((stem << 2) | (isCapital ? 1 : 0) | (mayBeName ? 2 : 0)) >>> 0)
  })
  return subject
}

const daysOfWeek: ReadonlySet<string> = new Set(dayNames)

const unitWords = new Set([
  ...wordsOfNumbers,
  ...'second seconds sec secs minute minutes min mins hour hours hr hrs day days week weeks month months year years kb mb gb tb byte bytes kilobytes megabytes gigabytes terabytes percent usd eur gbp inr dollars euros rupees am pm january february march april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec least most maximum minimum max min per'.split(
    ' ',
  ),
])

/** Whether a word is a value, or a part of one. */
function isValue(small: string, start: number, end: number): boolean {
  for (let index = start; index < end; index++) {
    const code = small.charCodeAt(index)
    if (code >= 48 && code <= 57) return true
  }
  const word = small.slice(start, end)
  // `Thirty-six`.
  return (
    word.length <= 13 &&
    (unitWords.has(word) || (word.includes('-') && word.split('-').every((part) => unitWords.has(part))))
  )
}

const longestCounting = 12
/** Before what is counted: `in three ways`, `2 methods`. */
const counting = /\b(?:two|three|four|five|six|seven|eight|nine|ten|\d)\s(?:\p{L}+\s){0,2}\p{L}+s\b/iu

/** `a, b and c`, `a, b, or c`. */
const enumerated = /,\s(?:[^,;:]{1,60}[\s,])?(?:and|or|&)\s/i

const longestMember = 60

/** What a list item names: its bold lead, what stands before a dash or a colon, or all of a short one; undefined where it is a sentence. */
function memberOf(text: string): string | undefined {
  const [name = ''] = text.split(/\s[–—-]\s|:\s|\s\(/)
  const bare = name
    .replace(/\s+/g, ' ')
    .replace(/[.;,:]+$/, '')
    .trim()
  return bare !== '' && bare.length <= longestMember && !/[.!?]\s/.test(bare) ? bare : undefined
}

/**
 * The members of the enumeration in a sentence: `PDF, DOCX and PNG`.
 *
 * @returns nothing where there is none, or what is enumerated are clauses
 */
function membersIn(quote: string): string[] | undefined {
  // What stands in parentheses says something of a member.
  const bare = quote.replace(/\s?\([^()]*\)/g, '')
  const match =
    /(?:^|[:–—]\s?|\s)((?:[^\s,;:()–—]+\s){0,3}[^\s,;:()–—]+(?:,\s(?:[^\s,;:()–—]+\s){0,3}[^\s,;:()–—]+)+,?\s(?:and|or|&)\s(?:[^\s,;:().–—]+\s){0,2}[^\s,;:().–—]+)/i.exec(
      bare,
    )
  if (!match) return undefined
  // `A format, one of JSON, TOML, or YAML`.
  const members = match[1]!
    .replace(/^.*\bone of (?:the |these |those )?/i, '')
    .split(/,\s(?:and|or|&)\s|,\s|\s(?:and|or|&)\s/i)
    .map((member) => member.trim())
    .filter((member) => member !== '')
  if (members.length < 3) return undefined
  // The first begins after the words that lead to it: with a capital if the others do, and with as many words as they have.
  if (members.slice(1).every((member) => /^\p{Lu}/u.test(member)))
    members[0] =
      /(?:^|\s)(\p{Lu}\S*(?:\s\S+)*)$/u.exec(
        members[0]!.replace(/^\p{Lu}(?=\p{Ll}*\s)/u, (one) => one.toLowerCase()),
      )?.[1] ?? members[0]!
  const most = Math.max(...members.slice(1).map((member) => member.split(' ').length))
  members[0] = members[0]!
    .split(' ')
    .slice(-most)
    .join(' ')
    .replace(/^(?:with|by|for|of|in|on|to|from|the|an?|your|as|are|is|via|using)\s/i, '')
  // `PDF, DOCX or TTML files`: what all of them are.
  if (/^\p{Lu}/u.test(members.at(-1)!)) members[members.length - 1] = members.at(-1)!.replace(/(?:\s\p{Ll}+)+$/u, '')
  return members.some((member) => /[>→»›]/.test(member) || member.split(' ').length > 4) ? undefined : members
}

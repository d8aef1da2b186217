/**
 * The most that a text may hold: far more than an article has, and what keeps the slower parser to a few seconds. Its time
 * grows with the square of most of these counts, so that ten times as much takes minutes. The other one fails at some tens
 * of thousands of character references in one paragraph.
 */
const most = {
  characters: 5_000_000,
  lineCharacters: 500_000,
  lines: 50_000,
  items: 6_000,
  quotations: 3_000,
  definitions: 2_000,
  underlines: 2_500,
  marks: 5_000,
  bars: 30_000,
  tables: 2_500,
  depth: 200,
}

/**
 * What no text can do harm with: far below all limits, and told in one quick pass. It counts lines and whatever could be a
 * mark, between two empty lines and at the start of a line.
 */
const few = { characters: 40_000, marksTogether: 200, marksAtStart: 100, markedLines: 1_000, bars: 2_000 }

const anyMark = new Uint8Array(128)
for (const mark of '!<&`\\@*_~[]:') anyMark[mark.charCodeAt(0)] = 1
const startMark = new Uint8Array(128)
for (const mark of ' \t>*+-.)=[0123456789') startMark[mark.charCodeAt(0)] = 1

function isHarmless(source: string): boolean {
  if (source.length > few.characters) return false
  let together = 0
  let atStart = 0
  let markedLines = 0
  let bars = 0
  let isStart = true
  for (let index = 0; index < source.length; index++) {
    const code = source.charCodeAt(index)
    if (code === 10 || code === 13) {
      if (isStart) together = 0
      else if (++together > few.marksTogether) return false
      isStart = true
      atStart = 0
      continue
    }
    if (code > 127) {
      isStart = false
      continue
    }
    if (isStart && startMark[code] === 1) {
      if (atStart === 0 && ++markedLines > few.markedLines) return false
      if (++atStart > few.marksAtStart) return false
    } else {
      isStart = false
    }
    if (anyMark[code] === 1 && ++together > few.marksTogether) return false
    if (code === 46 && source.charCodeAt(index - 1) === 119) together++
    if (code === 124 && ++bars > few.bars) return false
  }
  return true
}

/**
 * What a text holds too much of to be parsed, as `more than 50,000 lines`; undefined for an article. It is one pass over the
 * text, which counts what could be mark-up and leaves out what is surely code.
 */
export function whatIsTooMuch(source: string): string | undefined {
  if (isHarmless(source)) return undefined
  if (source.length > most.characters) return moreThan(most.characters, 'characters')
  let lines = 0
  let items = 0
  let quotations = 0
  let definitions = 0
  let underlines = 0
  let tables = 0
  let quotesBefore = 0
  /** Where the list marks stand that this line may be under. */
  const columns: number[] = []
  const inline = newInline()
  const fence = newFence(source)
  for (let start = 0; start < source.length; lines++) {
    let quotes = 0
    let itemsHere = 0
    let at = start
    let indent = 0
    let column = 0
    let first = source.charCodeAt(at)
    if (canOpenLine(first)) {
      at = skipSpace(source, start)
      indent = columnOf(source, start, at)
      for (; ; at = skipSpace(source, at)) {
        const isQuote = source.charCodeAt(at) === 62
        const width = isQuote ? 1 : widthOfItemMark(source, at)
        if (width === 0 || (!isQuote && itemsHere === 0 && isRule(source, at))) break
        if (isQuote) {
          quotes++
        } else {
          itemsHere++
          column = columnOf(source, start, at)
          while (columns.length > 0 && columns[columns.length - 1]! >= column) columns.pop()
          columns.push(column)
        }
        if (quotes + (itemsHere > 0 ? 2 * columns.length : 0) > most.depth) return tooDeep('blocks')
        at += width
      }
      column = columnOf(source, start, at)
      first = source.charCodeAt(at)
    }
    const content = at
    // No paragraph goes on here.
    if (itemsHere > 0 || isSpace(first) || (first === 35 && isHeading(source, content))) clear(inline)
    const before = inline.marks + inline.bars
    for (; at < source.length; at++) {
      const code = source.charCodeAt(at)
      if (code === 10 || code === 13) break
      if (code < 128 && kinds[code] !== 0) at = countMark(inline, source, at)
    }
    const line = kinds[first] === 0 && fence.mark === '' ? '' : source.slice(content, at)
    if (isFenced(fence, line, isSpace(first), { indent, column, quotes, columns })) {
      clear(inline)
    } else if (inline.bars > 0 && isDelimiterRow.test(line)) {
      inline.inTable = true
      tables++
      inline.marks = 0
    } else if (inline.inTable) {
      // Each row stands alone.
      inline.marks = 0
    } else {
      // A line with marks, one that ends in a break, and one that goes on outside of its quotation or item cost by themselves.
      const isLazy = quotes < inline.quotes || (inline.inItem && itemsHere === 0 && indent < 2)
      if (isLazy || inline.marks + inline.bars > before || source.charCodeAt(at - 1) === 32) inline.marks++
      if (isLazy) inline.marks++
      inline.quotes = Math.max(inline.quotes, quotes)
      inline.inItem ||= itemsHere > 0
    }
    items += itemsHere
    quotations += Math.max(0, quotes - quotesBefore)
    quotesBefore = quotes
    if (first === 91 && line.includes(']:')) definitions++
    if ((first === 61 || first === 45) && isUnderline.test(line)) underlines++

    if (at - start > most.lineCharacters) return moreThan(most.lineCharacters, 'characters in one line')
    if (inline.emphasis.deepest > most.depth) return tooDeep('emphasis')
    if (inline.brackets.deepest > most.depth) return tooDeep('brackets')
    if (inline.marks > most.marks) return moreThan(most.marks, 'marks in one paragraph')
    if (inline.bars > most.bars) return moreThan(most.bars, 'bars in one table')
    if (items > most.items) return moreThan(most.items, 'list items')
    if (quotations > most.quotations) return moreThan(most.quotations, 'quotations')
    if (definitions > most.definitions) return moreThan(most.definitions, 'definitions')
    if (underlines > most.underlines) return moreThan(most.underlines, 'underlines')
    if (tables > most.tables) return moreThan(most.tables, 'tables')
    if (lines >= most.lines) return moreThan(most.lines, 'lines')
    start = at + (source.charCodeAt(at) === 13 && source.charCodeAt(at + 1) === 10 ? 2 : 1)
  }
  return undefined
}

const moreThan = (limit: number, what: string) =>
  `more than ${String(limit).replace(/\B(?=(?:\d{3})+$)/g, ',')} ${what}`
const tooDeep = (what: string) => `${what} nested more than ${most.depth} deep`

const isDelimiterRow = /^[ \t|:-]*-[ \t|:-]*$/
const isUnderline = /^(?:=+|-+)\s*$/
const rule = /(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,})(?![^\r\n])/y

function isRule(source: string, at: number): boolean {
  rule.lastIndex = at
  return rule.test(source)
}

const heading = /#{1,6}(?![^ \t\r\n])/y

function isHeading(source: string, at: number): boolean {
  heading.lastIndex = at
  return heading.test(source)
}

/** A code fence as far as the lines before tell, so that long listings are no matter. When unsure, none is open. */
interface Fence {
  /** The opening fence; empty where none is open. */
  mark: string
  quotes: number
  indent: number
  /** Where a fence could only seem to be one: in front matter, in HTML up to a blank line, in HTML without an end. */
  hidden: 'front matter' | 'block' | 'rest' | undefined
}

function newFence(source: string): Fence {
  return { mark: '', quotes: 0, indent: 0, hidden: /^\uFEFF?(?:---|\+\+\+)/.test(source) ? 'front matter' : undefined }
}

const openingFence = /^(?:(`{3,})[^`]*|(~{3,}).*)$/
const endlessHtml = /^<(?:[!?]|pre|script|style|textarea)/i

/**
 * Whether a line is a fence or stands between two; takes the lines in their order.
 *
 * @param line what follows the marks of quotations and items, or nothing where that opens with no mark
 */
function isFenced(
  fence: Fence,
  line: string,
  isBlank: boolean,
  place: { indent: number; column: number; quotes: number; columns: number[] },
): boolean {
  if (fence.hidden === 'front matter') {
    if (/^(?:---|\+\+\+)\s*$/.test(line) && fence.indent++ > 0) fence.hidden = undefined
    return false
  }
  if (fence.mark !== '') {
    if (place.quotes >= fence.quotes && (isBlank || place.indent >= fence.indent)) {
      const closing = line.trimEnd()
      if (closing.startsWith(fence.mark) && closing === fence.mark[0]!.repeat(closing.length)) fence.mark = ''
      return true
    }
    fence.mark = ''
  }
  if (isBlank) {
    if (fence.hidden === 'block') fence.hidden = undefined
  } else if (line.startsWith('<') && fence.hidden !== 'rest') {
    fence.hidden = endlessHtml.test(line) && !/(?:-->|\?>|<\/\w+>)\s*$/.test(line) ? 'rest' : 'block'
  }
  if (line === '') return false
  const mark = fence.hidden ? undefined : openingFence.exec(line)
  // The text of an item stands at least two columns after its mark.
  const item = place.columns.findLast((column) => column + 2 <= place.column)
  if (!mark || (item === undefined && place.column > 3)) return false
  fence.mark = mark[1] ?? mark[2]!
  fence.quotes = place.quotes
  fence.indent = place.quotes > 0 || item === undefined ? 0 : item + 2
  return true
}

/** How many columns of the line come before an offset; a tab goes on to the next fourth one. */
function columnOf(source: string, start: number, at: number): number {
  let column = 0
  for (let index = start; index < at; index++) column += source[index] === '\t' ? 4 - (column % 4) : 1
  return column
}

function skipSpace(source: string, at: number): number {
  for (let code = source.charCodeAt(at); code === 32 || code === 9; code = source.charCodeAt(at)) at++
  return at
}

/** Whether a line can open with marks of quotations and items, or with space, when this is its first character. */
function canOpenLine(code: number): boolean {
  return (
    code <= 62 &&
    (code === 32 || code === 9 || (code >= 42 && code <= 45) || (code >= 48 && (code <= 57 || code === 62)))
  )
}

/** The length of `-`, `*`, `+`, `1.` or `1)` with white space after it; 0 for anything else. */
function widthOfItemMark(source: string, at: number): number {
  let end = at
  let code = source.charCodeAt(end)
  if (code !== 42 && code !== 43 && code !== 45) {
    while (code >= 48 && code <= 57 && end - at < 9) code = source.charCodeAt(++end)
    if (end === at || (code !== 46 && code !== 41)) return 0
  }
  return isSpace(source.charCodeAt(end + 1)) ? end + 1 - at : 0
}

/** White space, the end of a line, the end of the text. */
function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13 || Number.isNaN(code)
}

/** How many marks are open, and how many were closed one after the other, so that each holds the one before. */
interface Nesting {
  open: number
  closed: number
  deepest: number
}

/** What a run of lines holds that may be one paragraph or table. */
interface Inline {
  marks: number
  bars: number
  inTable: boolean
  inItem: boolean
  quotes: number
  emphasis: Nesting
  brackets: Nesting
}

function newInline(): Inline {
  const nesting = (): Nesting => ({ open: 0, closed: 0, deepest: 0 })
  return { marks: 0, bars: 0, inTable: false, inItem: false, quotes: 0, emphasis: nesting(), brackets: nesting() }
}

function clear(inline: Inline): void {
  inline.marks = inline.bars = inline.quotes = 0
  inline.inTable = inline.inItem = false
  for (const nesting of [inline.emphasis, inline.brackets]) nesting.open = nesting.closed = nesting.deepest = 0
}

function open(nesting: Nesting, by: number): void {
  nesting.open += by
  nesting.closed = Math.max(0, nesting.closed - by)
}

function close(nesting: Nesting, by: number): void {
  const count = Math.min(nesting.open, by)
  nesting.open -= count
  nesting.closed += count
  nesting.deepest = Math.max(nesting.deepest, nesting.closed)
}

function mayClose(nesting: Nesting, by: number): void {
  nesting.closed = Math.max(nesting.closed, Math.min(nesting.open, nesting.closed + by))
  nesting.deepest = Math.max(nesting.deepest, nesting.closed)
}

/** `opening` and `closing` are brackets; `other` counts only where it opens a line. */
const kind = { other: 7, mark: 1, bar: 2, emphasis: 3, opening: 4, closing: 5, address: 6 }
const kinds = new Uint8Array(128)
for (const mark of '!<&`\\@') kinds[mark.charCodeAt(0)] = kind.mark
for (const mark of '*_~') kinds[mark.charCodeAt(0)] = kind.emphasis
for (const mark of ':.') kinds[mark.charCodeAt(0)] = kind.address
for (const mark of '-+=') kinds[mark.charCodeAt(0)] = kind.other
kinds['|'.charCodeAt(0)] = kind.bar
kinds['['.charCodeAt(0)] = kind.opening
kinds[']'.charCodeAt(0)] = kind.closing

/** Counts the mark at an offset and, of emphasis, the whole run; returns the offset of the last character counted. */
function countMark(inline: Inline, source: string, at: number): number {
  const found = kinds[source.charCodeAt(at)]
  if (found === kind.other) return at
  if (found === kind.bar) inline.bars++
  // Of colons and dots, those of addresses.
  if (found === kind.address && source[at + 1] !== '/' && source[at - 1] !== 'w') return at
  inline.marks++
  if (found === kind.opening) open(inline.brackets, 1)
  else if (found === kind.closing) close(inline.brackets, 1)
  if (found !== kind.emphasis) return at
  let end = at + 1
  while (kinds[source.charCodeAt(end)] === kind.emphasis) end++
  inline.marks += end - at - 1
  const before = source.charCodeAt(at - 1)
  const after = source.charCodeAt(end)
  const opens = !isSpace(after) && !isLetter(before)
  const closes = !isSpace(before) && !isLetter(after)
  if (opens && !closes) open(inline.emphasis, end - at)
  else if (closes && !opens) close(inline.emphasis, end - at)
  // Between two letters it can do both: it may close all that is open, or nothing.
  else if (!isSpace(before) && !isSpace(after)) mayClose(inline.emphasis, end - at)
  return end - 1
}

function isLetter(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code > 0xbf
}

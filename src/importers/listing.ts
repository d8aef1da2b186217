import { slug } from 'github-slugger'
import type { Heading, List, ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { stringify as stringifyYaml } from 'yaml'
import { startsAsInstruction } from '../article/instruction.ts'
import { roleOf, type RoleName } from '../article/house.ts'
import { readLeadLabel } from '../article/roles.ts'
import { sentencesOf } from '../article/prose.ts'
import { UserError } from '../errors.ts'

/** An article as it comes out of an import. */
export interface ImportedArticle {
  /** File name without folder and ending. */
  slug: string
  markdown: string
  /** What the importer was not sure of, in words. */
  unsure: string[]
}

export interface ListingOptions {
  /** What the file is called; articles name it as their source. */
  name: string
  /** Text that ends every article, where it is not a badge. */
  separator?: string | undefined
}

/** `Few readers`, `Many readers`, `120 readers`: at the end of a line or right before the next title, never before a space. */
const badge =
  /((?:(?:Less|Fewer|More) than |Over |About |~)?(?:\p{Lu}\p{Ll}+|(?<!\d)\d[\d.,]{0,14}[KkMm]?(?:[–-]\d[\d.,]{0,14}[KkMm]?)?\+?)) readers?(?=[^\s\p{Ll}]|\p{Ll}\p{Lu}|[^\S\n]*(?:\n|$))/gu

const stringifier = unified()
  .use(remarkStringify, { bullet: '-', listItemIndent: 'one', incrementListMarker: true })
  .use(remarkFrontmatter, ['yaml'])
  .freeze()

/**
 * Articles out of a help centre's listing: a text where each article is a title line and the beginning of its body, and
 * ends in a badge with its reader count, the next title following at once. Headings, labels and lists have lost their marks;
 * they are restored as far as the lines tell. The words stay as they are, in order.
 *
 * @returns the articles in order, slugs unique
 * @throws UserError when nothing in the text ends an article
 */
export function importListing(text: string, options: ListingOptions): ImportedArticle[] {
  const parts = splitListing(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'), options.separator)
  if (parts.length === 0) throw nothingEnds('there is no article before the text that ends one')
  const bodies = parts.map(({ text: part }) => part.slice(part.indexOf('\n') + 1 || part.length).trim())
  const longest = Math.max(...bodies.map((body) => body.length))
  const anyCut = bodies.some((body) => !endsWhole(body))
  const taken = new Set<string>()
  return parts.map((part, index) => {
    const body = bodies[index]!
    const title = part.text.split('\n')[0]!.trim()
    const unsure: string[] = []
    // A body that ends with a full sentence is whole, unless it is about as long as the listing shows of any.
    const nearLimit = anyCut && body.length >= longest * 0.9
    const excerpt = !endsWhole(body) || nearLimit
    if (endsWhole(body) && nearLimit)
      unsure.push('ends with a full sentence at the length where the listing cuts; taken for an excerpt')
    const frontMatter = {
      title,
      ...(excerpt ? { excerpt: true } : {}),
      ...(part.readers === undefined ? {} : { readers: part.readers }),
      source: `${options.name}#${index + 1}`,
    }
    const children: RootContent[] = [
      { type: 'yaml', value: stringifyYaml(frontMatter, { lineWidth: 0 }).trimEnd() },
      ...restoreBlocks(
        body.split('\n').filter((line) => line.trim() !== ''),
        unsure,
      ),
    ]
    return {
      slug: uniqueSlug(title, index, taken),
      markdown: stringifier.stringify({ type: 'root', children }),
      unsure,
    }
  })
}

function splitListing(text: string, separator: string | undefined): { text: string; readers?: string | number }[] {
  const parts: { text: string; readers?: string | number }[] = []
  const push = (part: string, readers?: string | number) => {
    if (part.trim() !== '') parts.push({ text: part.trim(), ...(readers === undefined ? {} : { readers }) })
  }
  if (separator !== undefined && separator !== '') {
    const pieces = text.split(separator)
    if (pieces.length === 1) throw nothingEnds(`\`${separator}\` does not occur in it`)
    const word = /^(.+) readers?$/.exec(separator.trim())?.[1]
    pieces.forEach((piece, index) => push(piece, index < pieces.length - 1 ? readersOf(word) : undefined))
    return parts
  }
  let from = 0
  const badges = [...text.matchAll(badge)]
  // `Many readers` alone on a line is a line of the text, where other badges have a title right behind them.
  const isGlued = ({ 0: found, index }: RegExpExecArray) =>
    /\S/.test(text[index + found.length] ?? 'x') || /^\s*$/.test(text.slice(index + found.length))
  const anyGlued = badges.some((match) => isGlued(match) && !/^\s*$/.test(text.slice(match.index + match[0].length)))
  for (const match of badges) {
    if (anyGlued && !isGlued(match)) continue
    push(text.slice(from, match.index), readersOf(match[1]))
    from = match.index + match[0].length
  }
  if (badges.length === 0) throw nothingEnds('no article in it ends in a badge such as `Few readers`')
  push(text.slice(from))
  return parts
}

function nothingEnds(because: string): UserError {
  return new UserError('Cannot import the listing', {
    because,
    hint: 'Name the text that ends each article with `--separator`.',
  })
}

function readersOf(word: string | undefined): string | number | undefined {
  if (word === undefined) return undefined
  return /^\d{1,3}(?:,?\d{3})*$/.test(word) || /^\d+$/.test(word) ? Number(word.replace(/,/g, '')) : word.toLowerCase()
}

function uniqueSlug(title: string, index: number, taken: Set<string>): string {
  let base = slug(
    title
      .replace(/[/–—]/g, ' ')
      .normalize('NFKD')
      .replace(/[\u0300-\u036F]/g, ''),
  )
    .replace(/-{2,}/g, '-')
    .replace(/^-|-$/g, '')
  if (base.length > 80) base = base.slice(0, 80).replace(/-[^-]*$/, '')
  if (base === '') base = `article-${index + 1}`
  let free = base
  for (let copy = 2; taken.has(free); copy++) free = `${base}-${copy}`
  taken.add(free)
  return free
}

/** Whether a body ends as a text ends, and not in a cut word, a heading or a line that announces more. */
function endsWhole(body: string): boolean {
  return /[.!?…]["”’)\]]*(?:\s*\[\d+\])*$/.test(body)
}

// Restoring the structure of one body

const numbered = /^(\d+(?:\.\d+)*)\s*(?:[.):]|[—–-](?=\s))?\s*(?:[—–-]\s+)?(\S.*)?$/
const startsNumbered = /^\d+(?:\.\d+)*(?:[.)]|\s*[—–-])(?:\s|$)|^\d+(?:\.\d+)+\s+\p{Lu}|^\d+$/u
const term = /^([^\s:→=–—.][^:→=–—.]{0,38}?)(:| [–—→=])\s+\S/
/** Words that are a heading when they stand alone, though many a list item begins with them. */
const bareHeading =
  /^(?:\d+\s*[.)—–-]\s*)?(?:steps?|procedure|instructions|troubleshooting|limitations|verification|known issues)$/i

const always = new Set<RoleName>(['quick-answer', 'when-to-use', 'prerequisites', 'contents', 'related', 'faq'])

/** Blocks of a body from its lines; every guess that could have gone otherwise is said in `unsure`. */
function restoreBlocks(lines: string[], unsure: string[]): RootContent[] {
  const blocks: RootContent[] = []
  let role: RoleName | undefined
  let entries: string[] | undefined
  let index = 0

  const quoted = (line: string) => `“${line.length > 60 ? `${line.slice(0, 57)}…` : line}”`
  const openHeading = (line: string, depth: Heading['depth'], newRole: RoleName | undefined) => {
    blocks.push({ type: 'heading', depth, children: [{ type: 'text', value: line }] })
    role = newRole
    entries = newRole === 'contents' ? [] : undefined
  }

  while (index < lines.length) {
    const line = lines[index]!.trim()
    const last = index === lines.length - 1
    const next = lines[index + 1]?.trim()

    // A table of contents runs until its first entry comes again, as a heading.
    if (entries) {
      const repeated = entries.some((entry) => entry === line || (last && line.length > 2 && entry.startsWith(line)))
      if (!repeated) {
        entries.push(line)
        addItem(blocks, itemOf(line), false)
        index++
        continue
      }
      entries = undefined
      openHeading(line, 2, roleOf(line))
      index++
      continue
    }

    const labelRole = line.length <= 90 && !/[.,;]$/.test(line) ? roleOf(line) : undefined
    if (labelRole && (always.has(labelRole) || bareHeading.test(line)) && !line.endsWith(':')) {
      openHeading(line, 2, labelRole)
      index++
      continue
    }
    const lead = leadOf(line)
    // Under its own heading, `Read this if you:` is a sentence and not a label.
    if (lead && lead.role !== role) {
      blocks.push(lead.block)
      role = lead.role
      index++
      if (line.endsWith(':')) index = takeList(index)
      continue
    }
    const number = numbered.exec(line)
    if (number && line.length <= 100 && !/[.:;]$/.test(line) && startsNumbered.test(line)) {
      const depth = Math.min(6, 1 + number[1]!.split('.').length) as Heading['depth']
      openHeading(line, depth, number[2] === undefined ? undefined : roleOf(line))
      index++
      continue
    }
    if (line.endsWith(':')) {
      blocks.push(paragraphOf(line))
      index = takeList(index + 1)
      continue
    }
    const steps = runFrom(index, isStep)
    if (steps >= 3) {
      for (const step of lines.slice(index, index + steps)) addItem(blocks, itemOf(step.trim()), true)
      unsure.push(`took ${steps} lines from ${quoted(line)} for numbered steps`)
      index += steps
      continue
    }
    const terms = runFrom(index, (text) => term.test(text) && !text.endsWith(':') && !isLabel(text))
    if (terms >= 2) {
      for (const entry of lines.slice(index, index + terms)) addItem(blocks, itemOf(entry.trim()), false)
      index += terms
      continue
    }
    if (role === 'prerequisites' && !looksLikeHeading(line, next)) {
      addItem(blocks, itemOf(line), false)
      index++
      continue
    }
    const closesList = last && blocks.at(-1)?.type === 'list' && isTitleLine(line) && wordCount(line) <= 3
    if (
      looksLikeHeading(line, next) ||
      (last && (isCutLabel(line) || closesList)) ||
      (blocks.length === 0 && isTitleLine(line))
    ) {
      openHeading(line, line.endsWith('?') && wordCount(line) <= 2 ? 3 : 2, labelRole)
      unsure.push(`took ${quoted(line)} for a heading`)
      index++
      continue
    }
    blocks.push(paragraphOf(line))
    index++
  }
  return blocks

  /** Items after a line that ends in a colon; returns the index of the first line that is none. */
  function takeList(from: number): number {
    let at = from
    let closed: boolean | undefined
    while (at < lines.length) {
      const line = lines[at]!.trim()
      const next = lines[at + 1]?.trim()
      const before = at > from ? lines[at - 1]!.trim() : undefined
      const goesOn = before !== undefined && /(?:,|;|\b(?:or|and))$/.test(before)
      if (!goesOn) {
        if (isLabel(line) || line.endsWith(':') || startsNumbered.test(line)) break
        if (before !== undefined && sentencesOf(line).length > 1) {
          unsure.push(`ended a list before ${quoted(line)}`)
          break
        }
        const full = endsWhole(line)
        if (closed === false && full && wordCount(line) >= 8) {
          unsure.push(`ended a list before ${quoted(line)}`)
          break
        }
        if (before !== undefined && looksLikeHeadingInList(line, next)) break
        // Items that end in full stops, then a short line that does not, with which the text ends.
        if (closed === true && next === undefined && isTitleLine(line) && wordCount(line) <= 3) break
        closed ??= full
      }
      addItem(blocks, itemOf(line), false)
      at++
    }
    return at
  }

  function runFrom(from: number, test: (line: string) => boolean): number {
    let length = 0
    while (from + length < lines.length && test(lines[from + length]!.trim())) length++
    return length
  }
}

function isLabel(line: string): boolean {
  const role = line.length <= 90 && !/[.,;]$/.test(line) ? roleOf(line) : undefined
  return (role !== undefined && (always.has(role) || bareHeading.test(line))) || leadOf(line) !== undefined
}

/** A line that starts as an instruction does, or ends in the arrow to the next one. */
function isStep(line: string): boolean {
  if (/→$/.test(line)) return true
  return startsAsInstruction(line) && sentencesOf(line).length <= 2 && wordCount(line) <= 40 && !line.endsWith(':')
}

/** A short line without an end, before something longer; or a short question. The last line may be cut: see below. */
function looksLikeHeading(line: string, next: string | undefined): boolean {
  if (next === undefined || !isTitleLine(line)) return false
  if (line.endsWith('?')) return true
  return (
    next.endsWith(':') || wordCount(next) >= 12 || (term.test(next) && !term.test(line)) || startsAsInstruction(next)
  )
}

/** The same among list items, which are short lines too: it has to be written as a title, before a full sentence. */
function looksLikeHeadingInList(line: string, next: string | undefined): boolean {
  if (next === undefined || !isTitleLine(line) || line.includes(',')) return false
  const words = line.match(/\p{L}[\p{L}’']*/gu) ?? []
  const titleCase = words.every((word) => /^\p{Lu}/u.test(word) || word.length <= 3)
  return titleCase && words.length > 1 && wordCount(next) >= 8 && /[.:]$/.test(next)
}

/** A last line that was cut within a label: `When should I use t`. */
function isCutLabel(line: string): boolean {
  return /\s/.test(line) && 'when should i use this guide?'.startsWith(line.toLowerCase())
}

const opensSentence = /^(?:you|your|we|our|it|they|i|the|a|an|this|these|if|when you)\b/i

function isTitleLine(line: string): boolean {
  return (
    !opensSentence.test(line) &&
    wordCount(line) <= 9 &&
    line.length <= 80 &&
    /^[\p{Lu}\p{N}]/u.test(line) &&
    !/[.,;:!…|→)]$/.test(line.replace(/\s*\([^)]*\)$/, '')) &&
    !/https?:/.test(line)
  )
}

function wordCount(line: string): number {
  return line.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}

/** A paragraph that opens with a label, as in `⚡ Quick answer: …`: the label in bold. */
function leadOf(line: string): { block: Paragraph; role: RoleName } | undefined {
  const marks = /^[^\p{L}\p{N}]*/u.exec(line)![0].length
  const label = readLeadLabel(line.slice(marks), roleOf)
  if (!label) return undefined
  const length = marks + label.label.length
  const children: PhrasingContent[] = [{ type: 'strong', children: [{ type: 'text', value: line.slice(0, length) }] }]
  if (length < line.length) children.push({ type: 'text', value: line.slice(length) })
  return { block: { type: 'paragraph', children }, role: label.role }
}

function paragraphOf(line: string): Paragraph {
  return { type: 'paragraph', children: [{ type: 'text', value: line }] }
}

/** A list item; a term before a colon is bold. */
function itemOf(line: string): Paragraph {
  const match = term.exec(line)
  if (!match || match[2] !== ':' || /^https?$/.test(match[1]!)) return paragraphOf(line)
  const length = match[1]!.length + 1
  return {
    type: 'paragraph',
    children: [
      { type: 'strong', children: [{ type: 'text', value: line.slice(0, length) }] },
      { type: 'text', value: line.slice(length) },
    ],
  }
}

/** Adds to the list that the blocks end with, or opens one. */
function addItem(blocks: RootContent[], paragraph: Paragraph, ordered: boolean): void {
  const item: ListItem = { type: 'listItem', spread: false, children: [paragraph] }
  const open = blocks.at(-1)
  if (open?.type === 'list' && open.ordered === ordered) open.children.push(item)
  else
    blocks.push({
      type: 'list',
      ordered,
      spread: false,
      ...(ordered ? { start: 1 } : {}),
      children: [item],
    } satisfies List)
}

import type { Blockquote, Nodes, Paragraph, RootContent } from 'mdast'
import type { Section, SectionForm } from './article.ts'
import type { Locate, Position } from './position.ts'
import { countWords, type Block } from './prose.ts'
import type { House, RoleName } from './house.ts'
import { bareLabel, opensParagraph, readLeadLabel } from './roles.ts'
import { textOf } from './text-of.ts'

/** What it takes to read an outline. */
interface Given {
  source: string
  locate: Locate
  wordsIn: WordsIn
  roleOf: House['roleOf']
}

interface Marker {
  label: string
  role: RoleName | undefined
  form: SectionForm
  at: Position
  rest: string
  /** What a callout holds besides its label. */
  inside: RootContent[]
}

/**
 * Splits the body of an article into its labelled sections.
 *
 * A heading opens a section that runs to the next heading or lead. A bold lead with nothing after it does the same; one
 * with text after it holds that paragraph, and what follows as long as a line ends in a colon. A callout holds what stands in it.
 *
 * @param body top-level nodes after front matter and title
 * @param given `wordsIn` counts the words of a node; `roleOf` tells the role that a label names
 * @returns the sections in order, and the blocks before the first one
 */
export function outlineOf(body: RootContent[], given: Given): { sections: Section[]; opening: RootContent[] } {
  const { wordsIn } = given
  const sections: Section[] = []
  const opening: RootContent[] = []
  let depth = 1
  let current: Section | undefined
  let chained = false

  for (const node of body) {
    const marker = markerOf(node, given)
    // `Read this if you:` under a heading of the same role is that section's text, not a section of its own.
    const repeats = marker?.form === 'lead' && marker.role !== undefined && marker.role === current?.role
    if (marker && !repeats) {
      if (node.type === 'heading') depth = node.depth
      current = {
        label: marker.label,
        role: marker.role,
        form: marker.form,
        depth: node.type === 'heading' ? depth : depth + 1,
        at: marker.at,
        content: marker.inside,
        words: countWords(marker.rest) + marker.inside.reduce((sum, inner) => sum + wordsIn(inner), 0),
        rest: marker.rest,
        last: false,
        isEmpty: false,
      }
      sections.push(current)
      // A lead with its own text, or a callout, ends with the block, unless its line announces the next one.
      chained = marker.form === 'callout' || (marker.form === 'lead' && marker.rest !== '')
      if (chained && !marker.rest.trimEnd().endsWith(':')) current = undefined
      continue
    }
    if (!current) {
      if (sections.length === 0) opening.push(node)
      continue
    }
    current.content.push(node)
    current.words += wordsIn(node)
    if (chained && !(node.type === 'paragraph' && /:\s*$/.test(textOf(node)))) {
      current = undefined
    }
  }
  const end = body.at(-1)?.position?.end.offset
  const lastSection = sections.at(-1)
  if (lastSection) {
    const tail = lastSection.content.at(-1)?.position?.end.offset ?? lastSection.at.end.offset
    lastSection.last = end === undefined || tail >= end || lastSection.content.length === 0
  }
  sections.forEach((section, index) => {
    // In a list of questions, `Answer:` stands under each; only the first of all can be the article's.
    if (index > 0 && bareLabel(section.label) === 'answer') section.role = undefined
    const below = sections[index + 1]
    const goesOnBelow = below !== undefined && below.depth > section.depth
    section.isEmpty = section.words === 0 && section.rest === '' && section.content.every(holdsNothing) && !goesOnBelow
  })
  return { sections, opening }
}

/** Whether nothing is to be seen of a node: a comment, or a list of comments. */
function holdsNothing(node: Nodes): boolean {
  if (node.type === 'html') return true
  return (node.type === 'list' || node.type === 'listItem') && node.children.every(holdsNothing)
}

/** How many words a block of an article holds, with all that is in it; code blocks and HTML left out. */
export type WordsIn = (node: RootContent) => number

/** @param blocks of the article: their words are known already */
export function createWordsIn(blocks: Block[]): WordsIn {
  const ofNode = new Map<Nodes, number>(blocks.map(({ node, words }) => [node, words.length]))
  return (node) => {
    let words = 0
    const stack: Nodes[] = [node]
    for (let next = stack.pop(); next; next = stack.pop()) {
      if (next.type === 'paragraph' || next.type === 'heading' || next.type === 'tableCell')
        words += ofNode.get(next) ?? 0
      else if ('children' in next) stack.push(...next.children)
    }
    return words
  }
}

function markerOf(node: RootContent, given: Given): Marker | undefined {
  const { locate, roleOf } = given
  const range = (): Position => locate(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0)
  if (node.type === 'heading') {
    const label = textOf(node).trim()
    const role = roleOf(label)
    // `## Quick answer: Yes, …`: the answer stands in the heading itself.
    const lead = role === undefined ? readLeadLabel(label, roleOf) : undefined
    if (lead?.role === 'quick-answer') {
      return {
        label: lead.label,
        role: lead.role,
        form: 'heading',
        at: range(),
        rest: label.slice(lead.length),
        inside: [],
      }
    }
    return { label, role, form: 'heading', at: range(), rest: '', inside: [] }
  }
  if (node.type === 'paragraph') return leadOf(node, given)
  if (node.type === 'blockquote') return calloutOf(node, given)
  return undefined
}

/** A paragraph that opens with a label: in bold, or in plain words that name a role. */
function leadOf(node: Paragraph, { source, locate, roleOf }: Given): Marker | undefined {
  const text = textOf(node)
  const start = node.position?.start.offset ?? 0
  const end = node.position?.end.offset ?? start
  const before: string[] = []
  for (const child of node.children) {
    if (child.type === 'text' && !/[\p{L}\p{N}]/u.test(child.value)) {
      before.push(child.value)
      continue
    }
    if (child.type === 'strong' || child.type === 'emphasis') {
      const label = textOf(child).trim()
      const rest = text.slice(before.join('').length + textOf(child).length).replace(/^[\s:：—–-]+/, '')
      const position = locate(child.position?.start.offset ?? start, child.position?.end.offset ?? end)
      const role = roleOf(label)
      if (role && role !== 'steps' && role !== 'related')
        return { label, role, form: 'lead', at: position, rest, inside: [] }
      // The label and the answer in one run of bold: `**Quick answer: Yes.** …`
      const lead = readLeadLabel(label, roleOf)
      if (lead)
        return {
          label: lead.label,
          role: lead.role,
          form: 'lead',
          at: position,
          rest: text.slice(before.join('').length + lead.length),
          inside: [],
        }
      if (rest === '' && child.type === 'strong' && label.length <= 90 && !/[.!?]$/.test(label)) {
        return { label, role, form: 'lead', at: position, rest, inside: [] }
      }
      return undefined
    }
    break
  }
  // A label that is the whole paragraph, without any mark-up.
  const own = roleOf(text)
  if (own && opensParagraph(own))
    return { label: text.trim(), role: own, form: 'lead', at: locate(start, end), rest: '', inside: [] }
  // `:::tip Quick answer` and `!!! tip "Quick answer"` of other dialects of Markdown.
  const trimmed = text.replace(/^(?::::\s*\w+|!!!\s*\w+)?[^\p{L}\p{N}]+/u, '')
  const skipped = text.length - trimmed.length
  const lead = readLeadLabel(trimmed, roleOf)
  if (!lead) return undefined
  const label = trimmed.slice(0, lead.length).trim()
  const found = source.indexOf(label, start)
  const from = found >= 0 && found < end ? found : start + skipped
  return {
    label,
    role: lead.role,
    form: 'lead',
    at: locate(from, Math.min(end, from + label.length)),
    rest: trimmed.slice(lead.length),
    inside: [],
  }
}

const alertMark = /^\s*\[!\w+\]\s*/

/** A quotation that opens with a label, a GitHub alert's mark before it or not. */
function calloutOf(node: Blockquote, given: Given): Marker | undefined {
  const { locate, roleOf } = given
  // `> [!TIP]` may stand alone, before a heading.
  const marked = node.children[0]?.type === 'paragraph' && /^\s*\[!\w+\]\s*$/.test(textOf(node.children[0]))
  const inner = marked ? node.children.slice(1) : node.children
  const first = inner[0]
  if (!first) return undefined
  if (first.type === 'heading') {
    const label = textOf(first).trim()
    const role = roleOf(label)
    if (!role) return undefined
    const at = locate(first.position?.start.offset ?? 0, first.position?.end.offset ?? 0)
    return { label, role, form: 'callout', at, rest: '', inside: inner.slice(1) }
  }
  if (first.type !== 'paragraph') return undefined
  const mark = alertMark.exec(textOf(first))?.[0]
  let paragraph = first
  if (mark) {
    const [head, ...others] = first.children
    if (head?.type !== 'text') return undefined
    const value = head.value.replace(alertMark, '')
    paragraph = { ...first, children: value === '' ? others : [{ ...head, value }, ...others] }
  }
  const lead = leadOf(paragraph, given) ?? wholeLabel(paragraph, given)
  if (!lead?.role) return undefined
  return { ...lead, form: 'callout', inside: inner.slice(1) }
}

/** A callout whose first line is nothing but a label: `> Quick answer` and the answer on the next line. */
function wholeLabel(node: Paragraph, { source, locate, roleOf }: Given): Marker | undefined {
  const [line = '', ...others] = textOf(node).split('\n')
  const label = line.trim()
  const role = roleOf(label)
  if (!role) return undefined
  const start = Math.max(source.indexOf(label, node.position?.start.offset ?? 0), 0)
  return {
    label,
    role,
    form: 'callout',
    at: locate(start, start + label.length),
    rest: others.join(' '),
    inside: [],
  }
}

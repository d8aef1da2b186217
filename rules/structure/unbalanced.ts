import * as z from 'zod'
import { defineArticleRule, type Article, type Block } from '../../src/rule/rule.ts'

export default defineArticleRule({
  id: 'structure/unbalanced',
  description: 'Brackets and quotation marks come in pairs.',
  why: 'Without the second one a reader cannot tell where the remark or the name on the screen ends; often words are missing with it.',
  severity: 'suggestion',
  options: z.strictObject({}),
  examples: [
    {
      name: 'In pairs',
      input: 'Open “Numbers” (on the left [see "Menus"]) and call `main(`.\n',
      findings: [],
    },
    {
      name: 'Not closed, and not opened',
      input: 'Open [Numbers (on the left) and click Pause.\n\nThe call (and its recording)) is kept.\n',
      findings: [
        '1:6-1:7: Unexpected `[` without `]`, expected a pair, close it or remove it',
        '3:29-3:30: Unexpected `)` without `(`, expected a pair, open it or remove it',
      ],
    },
    {
      name: 'Quotation marks',
      input: 'Click ”Pause” and wait.\n\nClick “Pause and wait.\n\nClick Pause" and wait.\n\nClick "Pause and wait.\n',
      findings: [
        '1:7-1:8: Unexpected `”` without `“`, expected a pair, open it or remove it',
        '3:7-3:8: Unexpected `“` without `”`, expected a pair, close it or remove it',
        '5:12-5:13: Unexpected `"` without its partner, expected a pair, add the other one or remove it',
        '7:7-7:8: Unexpected `"` without its partner, expected a pair, add the other one or remove it',
      ],
    },
    {
      name: 'Numbering, faces and inches',
      input: 'a) Open Numbers. 2) Click Pause :)\n\nA screen of 15" or 13.3" or 6’ 2” will do.\n',
      findings: [],
    },
    {
      name: 'Characters that are spoken of',
      input: 'No opening bracket ( is allowed, and no quotation mark (").\n\nType " twice.\n',
      findings: [],
    },
    {
      name: 'A quotation or a remark of several paragraphs',
      input:
        '“We pause all numbers.\n\n“And we tell callers.”\n\nPause it (for one of these reasons:\n\n- a holiday\n- a move).\n',
      findings: [],
    },
    {
      name: 'What a machine wrote, in a quotation or cut by an excerpt',
      input: '---\nexcerpt: true\n---\n\n> Error: call failed (code 12\n\nPause it (e.g., for\n',
      findings: [],
    },
  ],
  *check(article) {
    const { blocks, excerpt, source } = article
    const everyBracket = hasAllBrackets(source)
    for (const [index, block] of blocks.entries()) {
      if ((everyBracket || hasAllBrackets(block.text)) && count(block.text, '"') % 2 === 0) continue
      if (block.kind === 'cell' || (excerpt && index === blocks.length - 1)) continue
      if (block.text.length > longest) continue
      const found = marksWithoutPartner(block.text)
      if (found.length === 0 || isNoProse(block, article)) continue
      // One is told: the others may be its doing.
      const { at, character } = found[0]!
      if (hasPartnerNearby(article, index, character)) continue
      const partner = partners.get(character)
      yield {
        at: block.at(at, at + 1),
        message: `Unexpected \`${character}\` without ${partner ? `\`${partner}\`` : 'its partner'}, expected a pair, ${partner ? (closers.has(partner) ? 'close it' : 'open it') : 'add the other one'} or remove it`,
      }
    }
  },
})

const mark = /[()[\]“”"]/
const marks = /[()[\]“”"]/g
const closers = new Map([
  [')', '('],
  [']', '['],
  ['”', '“'],
])
const partners = new Map([...closers, ...[...closers].map(([closer, opener]) => [opener, closer] as const)])

interface Mark {
  at: number
  character: string
}

/** Whether a text has as many closing as opening marks: nearly all have, and counting is far cheaper than matching. */
function hasAllBrackets(text: string): boolean {
  return (
    count(text, '(') === count(text, ')') &&
    count(text, '[') === count(text, ']') &&
    count(text, '“') === count(text, '”')
  )
}

function count(text: string, character: string): number {
  let found = 0
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) found++
  return found
}

/** Brackets and curved marks that close nothing or are not closed, in the order of the text; then a straight mark. */
function marksWithoutPartner(text: string): Mark[] {
  const found: Mark[] = []
  const open: Mark[] = []
  const straight: number[] = []
  for (const { 0: character, index: at } of text.matchAll(marks)) {
    if (character === '"') {
      // Behind a digit it closes a quotation, or stands for inches.
      if (straight.length % 2 === 1 || !isInch(text, at)) straight.push(at)
    } else if (character === '(' || character === '[' || character === '“') {
      if (!isFace(text, at)) open.push({ at, character })
    } else {
      const last = open.findLastIndex((one) => one.character === closers.get(character))
      if (last >= 0) open.splice(last, 1)
      else if (!isNumbering(text, at) && !isFace(text, at) && !isInch(text, at)) found.push({ at, character })
    }
  }
  found.push(...open)
  found.sort((a, b) => a.at - b.at)
  if (straight.length % 2 === 1) found.push({ at: oddOne(text, straight), character: '"' })
  return found
}

/** Of an odd number of straight quotation marks, the first that does not stand as its turn asks: before a word, behind one. */
function oddOne(text: string, straight: number[]): number {
  let opened: number | undefined
  for (const at of straight) {
    const opens = at === 0 || /[\s([]/.test(text[at - 1]!)
    if (opened !== undefined && opens) return opened
    if (opened === undefined && !opens) return at
    opened = opened === undefined ? at : undefined
  }
  return opened ?? straight.at(-1)!
}

/** `2)`, `a)`, `iv)` */
function isNumbering(text: string, at: number): boolean {
  return text[at] === ')' && /(?:^|[\s,;])(?:\d{1,3}|[a-z]|[ivx]{1,4})$/i.test(text.slice(Math.max(0, at - 5), at))
}

/** `:)`, `;-(` */
function isFace(text: string, at: number): boolean {
  return /(?:^|\s)[:;8=]['’]?-?$/.test(text.slice(Math.max(0, at - 4), at))
}

/** `15"` */
function isInch(text: string, at: number): boolean {
  return /["”]/.test(text[at]!) && /[\d½¼¾]/.test(text[at - 1] ?? '')
}

/**
 * Whether a block speaks of the characters themselves, is a line of code or an address in all but mark-up, a directive of
 * another dialect, or a quotation, which is most often what a machine has said.
 */
function isNoProse({ text, node, kind }: Block, { source }: Article): boolean {
  if (/parenthes|bracket|quot(?:e|ation)|character|symbol|punctuation|operator/i.test(text)) return true
  // A mark on its own, or a call of a function.
  if (/(?:^|\s)[()[\]“”"](?=\s|$|[,;.])|[\w\]][([]["\w\s,.]|[{}=$\\|<>]|::|„|«|»/u.test(text)) return true
  const start = node.position?.start.offset
  if (start === undefined) return true
  const line = source.slice(source.lastIndexOf('\n', start - 1) + 1, start)
  if (kind !== 'heading' && line.includes('>')) return true
  // The partner may stand in code.
  return 'children' in node && node.children.some((child) => child.type === 'inlineCode' && mark.test(child.value))
}

/** Longer is a dump of what a machine wrote. */
const longest = 5000

/** How many blocks a remark in brackets may go on for. */
const reach = 8

/** Whether a quotation goes on in the next paragraph, or a bracket is closed, or was opened, in a block nearby. */
function hasPartnerNearby({ blocks }: Article, index: number, character: string): boolean {
  if (character === '“' || character === '"') {
    const next = blocks[index + 1]?.text ?? ''
    const before = blocks[index - 1]?.text ?? ''
    return /^\s*["“]/.test(next) || (/^\s*["“]/.test(before) && character === '"')
  }
  const partner = partners.get(character)!
  const nearby = closers.has(character)
    ? blocks.slice(Math.max(0, index - reach), index)
    : blocks.slice(index + 1, index + 1 + reach)
  return nearby.some(
    ({ text }) =>
      text.length <= longest &&
      text.includes(partner) &&
      marksWithoutPartner(text).some((one) => one.character === partner),
  )
}

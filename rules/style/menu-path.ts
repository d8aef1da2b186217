import * as z from 'zod'
import { defineArticleRule, type Article, type Block } from '../../src/rule/rule.ts'

const notations = ['>', '→', '->', '»', '›'] as const
type Notation = (typeof notations)[number]

/** Each notation between white space, as it may stand in a file: escaped or as an entity too. */
const traces: [RegExp, Notation][] = [
  [/\s\\?(?:>|&gt;)\s+[*_"“‘'[(]*\p{Lu}/u, '>'],
  [/\s(?:→|&rarr;)\s/, '→'],
  [/\s-\\?(?:>|&gt;)\s/, '->'],
  [/\s(?:»|&raquo;)\s/, '»'],
  [/\s(?:›|&rsaquo;)\s/, '›'],
]
/** All but `>`. */
const unusual = ['→', '->', '»', '›', '-\\>', '-&', '&r']
const anySeparator = /[>→»›]/
const separator = /\s(->|[>→»›])\s+(?=[^\s>→»›-])/g

/** Words after which a menu path stands. */
const cue =
  /(?:^|[\s(])(?:go(?:ing)? (?:back )?to|goto|click(?:ing)?(?: on)?|select(?:ing)?|choos(?:e|ing)|tap(?:ping)?(?: on)?|press(?:ing)?|open(?:ing|s)?|navigat(?:e|ing) to|head to|visit|under|in|inside|within|via|through|use|using|see|check|find|from|on|to|with|at)(?: the| your| our)? $/i
const cueFirst =
  /^(?:Click|Select|Choose|Tap|Press|Open|Visit|Under|In|Inside|Within|Via|Through|Use|See|Check|Find|From|On|To|With|At)\s\p{Lu}/u
/** `moves from Open → Closed`: what happens, and not where something is found. */
const change =
  /\b(?:chang|mov|switch|convert|transition|goes|updat|upgrad|turn|status|state|flow|sequence|call goes)\w*\s(?:\S+\s){0,4}$/i

/** A menu path: where each of its separators stands in the text of its block. */
interface MenuPath {
  block: Block
  separators: { start: number; notation: Notation }[]
}

export default defineArticleRule({
  id: 'style/menu-path',
  description: 'Paths through menus are written with one separator within an article.',
  why: 'Readers learn at the first path what the mark between two names means; with another one they wonder whether it is something to click.',
  severity: 'suggestion',
  options: z.strictObject({
    separator: z
      .enum(['majority', ...notations])
      .default('majority')
      .describe('the mark between two names; `majority`: the one that the article itself uses most'),
  }),
  fixable: true,
  examples: [
    {
      name: 'One separator',
      input: 'Open **Settings** > **Billing**. Then go to Settings > Users.\n',
      findings: [],
    },
    {
      name: 'Another one',
      input: '1. Open **Settings** > **Billing**.\n2. Go to Settings > Users.\n3. Click Reports → Calls → Export.\n',
      findings: ['3:18-3:27: Unexpected `→` in a menu path, expected `>` as in 2 other places, replace it'],
      fixed: '1. Open **Settings** > **Billing**.\n2. Go to Settings > Users.\n3. Click Reports > Calls > Export.\n',
    },
    {
      name: 'The separator of the house',
      options: { separator: '→' },
      input: 'Open **Settings > Billing**.\n',
      findings: ['1:17-1:18: Unexpected `>` in a menu path, expected `→`, replace it'],
      fixed: 'Open **Settings → Billing**.\n',
    },
    {
      name: 'Arrows between events, comparisons, code and quotations are no menu paths',
      input:
        'Open **Settings** > **Billing**.\n\n- Answered call → ticket\n- Lead → Contact → Deal\n- The status changes from Open → Closed.\n- If Calls -> Agents, add agents.\n- Run `a -> b`.\n\n> Open Numbers.\n',
      findings: [],
    },
  ],
  *check(article, options) {
    if (!mayDiffer(article, options.separator)) return
    const paths = menuPathsIn(article)
    const counts = new Map<Notation, number>()
    for (const { separators } of paths) {
      for (const notation of new Set(separators.map((one) => one.notation)))
        counts.set(notation, (counts.get(notation) ?? 0) + 1)
    }
    let expected = options.separator
    let because = ''
    if (expected === 'majority') {
      if (counts.size < 2) return
      const [[most, count], [, next]] = [...counts].sort(([, a], [, b]) => b - a) as [
        [Notation, number],
        [Notation, number],
      ]
      if (count === next) return
      expected = most
      because = ` as in ${count} other place${count === 1 ? '' : 's'}`
    }
    for (const { block, separators } of paths) {
      const wrong = separators.filter(({ notation }) => notation !== expected)
      const [first, last] = [wrong[0], wrong.at(-1)]
      if (!first || !last) continue
      const fix = wrong.map(({ start, notation }) => editOf(block, start, notation, expected, article))
      yield {
        at: block.at(first.start, last.start + last.notation.length),
        message: `Unexpected \`${first.notation}\` in a menu path, expected \`${expected}\`${because}, replace it`,
        ...(fix.every((edit) => edit !== undefined) ? { fix } : {}),
      }
    }
  },
})

/** Whether an article holds another separator than it should: nearly none does. */
function mayDiffer({ source }: Article, expected: Notation | 'majority'): boolean {
  if (expected === 'majority' && !unusual.some((trace) => source.includes(trace))) return false
  const present = traces.filter(([trace]) => trace.test(source)).map(([, notation]) => notation)
  return expected === 'majority' ? present.length > 1 : present.some((notation) => notation !== expected)
}

function editOf(block: Block, start: number, notation: string, expected: string, { source }: Article) {
  const { start: from, end: to } = block.at(start, start + notation.length)
  // Not as written here where it is an entity or escaped; and `>` that comes first in a line makes a quotation.
  if (source.slice(from.offset, to.offset) !== notation) return undefined
  const line = source.slice(source.lastIndexOf('\n', from.offset - 1) + 1, from.offset)
  if (line.trim() === '') return undefined
  // `\\→` would show the stroke.
  return { start: from.offset - (line.endsWith('\\') ? 1 : 0), end: to.offset, text: expected }
}

function menuPathsIn({ blocks }: Article): MenuPath[] {
  const found: MenuPath[] = []
  for (const block of blocks) {
    if (block.kind === 'heading' || block.text.length > longest || !anySeparator.test(block.text)) continue
    let path: MenuPath | undefined
    let end = 0
    for (const match of block.text.matchAll(separator)) {
      const start = match.index + 1
      const notation = match[1] as Notation
      const next = match.index + match[0].length
      const continues = path !== undefined && isName(block, end, match.index)
      if (continues && opensName(block, next)) {
        path!.separators.push({ start, notation })
      } else {
        path = undefined
        if (opensName(block, next) && isAfterCue(block, match.index)) {
          path = { block, separators: [{ start, notation }] }
          found.push(path)
        }
      }
      end = next
    }
  }
  return found
}

/** Longer is a dump of what a machine wrote. */
const longest = 5000
const longestName = 60

const isBold = ({ plain, text }: Block, index: number) => plain[index] === '\uFFFC' && text[index] !== '\uFFFC'

/** Whether a name of a menu begins at a place: bold, or with a capital. */
function opensName(block: Block, index: number): boolean {
  return isBold(block, index) || /^["“'‘[(]?\p{Lu}/u.test(block.text.slice(index, index + 3))
}

/** Whether what stands between two separators is the name of a menu. */
function isName(block: Block, start: number, end: number): boolean {
  return end - start <= longestName && !/[,.;!?]\s|[\uFFFC=]/.test(block.text.slice(start, end))
}

/** Whether the name before a separator is that of a menu: it follows words such as `go to`, or it is bold as what follows. */
function isAfterCue(block: Block, end: number): boolean {
  const { text } = block
  const from = Math.max(0, end - longestName)
  let start = end
  if (isBold(block, end - 1)) {
    while (start > from && isBold(block, start - 1)) start--
  } else {
    const before = text.slice(from, end)
    const name =
      /(?:^|[\s("“'‘])((?:\p{Lu}[\p{L}\p{N}'’/+-]*)(?:\s(?:&|and|of|or|the|\p{Lu}[\p{L}\p{N}'’/+-]*)){0,5})["”'’]?$/u.exec(
        before,
      )
    if (!name) return false
    if (cueFirst.test(name[1]!)) return !change.test(text.slice(0, from + name.index))
    start = from + name.index + name[0].indexOf(name[1]!)
  }
  const before = text.slice(Math.max(0, start - 40), start).replace(/["“'‘]$/, '')
  return cue.test(before) && !change.test(before)
}

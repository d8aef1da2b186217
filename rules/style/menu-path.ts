import * as z from 'zod'
import {
  defineArticleRule,
  menuPathsIn,
  menuSeparators,
  type Article,
  type Block,
  type MenuSeparator,
} from '../../src/rule/rule.ts'

/** Each notation between white space, as it may stand in a file: escaped or as an entity too. */
const traces: [RegExp, MenuSeparator][] = [
  [/\s\\?(?:>|&gt;)\s+[*_"“‘'[(]*\p{Lu}/u, '>'],
  [/\s(?:→|&rarr;)\s/, '→'],
  [/\s-\\?(?:>|&gt;)\s/, '->'],
  [/\s(?:»|&raquo;)\s/, '»'],
  [/\s(?:›|&rsaquo;)\s/, '›'],
]
/** All but `>`. */
const unusual = ['→', '->', '»', '›', '-\\>', '-&', '&r']

export default defineArticleRule({
  id: 'style/menu-path',
  description: 'Paths through menus are written with one separator within an article.',
  why: 'Readers learn at the first path what the mark between two names means; with another one they wonder whether it is something to click.',
  severity: 'suggestion',
  options: z.strictObject({
    separator: z
      .enum(['majority', ...menuSeparators])
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
    const paths = menuPathsIn(article.blocks)
    const counts = new Map<MenuSeparator, number>()
    for (const { separators } of paths) {
      for (const notation of new Set(separators.map((one) => one.notation)))
        counts.set(notation, (counts.get(notation) ?? 0) + 1)
    }
    let expected = options.separator
    let because = ''
    if (expected === 'majority') {
      if (counts.size < 2) return
      const [[most, count], [, next]] = [...counts].sort(([, a], [, b]) => b - a) as [
        [MenuSeparator, number],
        [MenuSeparator, number],
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
function mayDiffer({ source }: Article, expected: MenuSeparator | 'majority'): boolean {
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

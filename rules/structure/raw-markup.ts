import * as z from 'zod'
import { defineArticleRule, type Article, type Block, type Problem } from '../../src/rule/rule.ts'

export default defineArticleRule({
  id: 'structure/raw-markup',
  description: 'Mark-up takes effect, and does not show as characters.',
  why: 'A stray `**` on the page looks like a part of the name that the reader has to find, and like a page that nobody has looked at.',
  severity: 'warning',
  options: z.strictObject({}),
  fixable: true,
  examples: [
    {
      name: 'Bold, code and escapes',
      input: 'Open **Numbers**, type `**` or \\*\\*, and see [the plans](plans.md) (all of them).\n',
      findings: [],
    },
    {
      name: 'A space inside bold, which is then none',
      input: 'Open **Numbers **and click **Pause**.\n',
      findings: ['1:6-1:8: Unexpected `**` on the page, expected bold, move the space out of the marks'],
      fixed: 'Open **Numbers** and click **Pause**.\n',
    },
    {
      name: 'Marks that have no partner',
      input: 'Click **Pause**** and wait.\n',
      findings: ['1:16-1:18: Unexpected `**` on the page, expected mark-up that takes effect, close it or remove it'],
    },
    {
      name: 'A space inside a link, or an opening bracket that is lost',
      input: 'See [the plans] (https://voice.example/plans) and numbers](numbers.md).\n',
      findings: [
        '1:15-1:18: Unexpected `] (` on the page, expected a link, remove the space',
        '1:58-1:60: Unexpected `](` on the page, expected a link, open it with `[`',
      ],
      fixed: 'See [the plans](https://voice.example/plans) and numbers](numbers.md).\n',
    },
    {
      name: 'An address with a bracket in it that nothing closes',
      input: 'See [the enumeration](/api/days(v=2).\n',
      findings: ['1:21-1:23: Unexpected `](` on the page, expected a link, close it with `)`'],
    },
    {
      name: 'Footnote marks, powers and pointers',
      input:
        '| Plan** | Calls |\n| --- | --- |\n| Team | 2 ** 8 |\n\n** From May on.\n\nIt returns `char **`, or char ** name.\n',
      findings: [],
    },
  ],
  *check(article) {
    for (const block of article.blocks) {
      if (block.text.includes('**')) yield* strayBold(block, article)
      if (block.text.includes(']') && linkMiddle.test(block.text)) yield* brokenLinks(block, article)
    }
  },
})

const stars = /(?<![*\\/])\*\*(?!\*)/g

function* strayBold(block: Block, article: Article): Generator<Problem> {
  const all = [...block.text.matchAll(stars)]
  // More than a few are a drawing in characters.
  if (all.length > 12) return
  const marks = all
    .map(({ index }) => ({ index, at: block.at(index, index + 2) }))
    .filter(({ at }) => article.source.slice(at.start.offset, at.end.offset) === '**')
  const [first, second] = marks
  if (!first) return
  // One alone may be the mark of a footnote, unless it sticks to bold.
  const sticks = block.node.children.some(
    ({ type, position }) =>
      type === 'strong' &&
      (position?.end.offset === first.at.start.offset || position?.start.offset === first.at.end.offset),
  )
  if (!second && !sticks) return
  const fix =
    marks.length === 2 ? spaceMovedOut(first.at.start.offset, second!.at.end.offset, article.source) : undefined
  yield {
    at: first.at,
    message: fix
      ? 'Unexpected `**` on the page, expected bold, move the space out of the marks'
      : 'Unexpected `**` on the page, expected mark-up that takes effect, close it or remove it',
    ...(fix ? { fix: [fix] } : {}),
  }
}

/** `**Numbers **and` with the space behind the marks. */
function spaceMovedOut(start: number, end: number, source: string) {
  const match = /^\*\*([^\s*`[\]<>\\][^*\n`[\]<>\\]{0,60}?)( +)\*\*$/.exec(source.slice(start, end))
  if (!match || !/^$|[\s([“"]/.test(source.slice(Math.max(0, start - 1), start))) return undefined
  const [, inner = ''] = match
  // Behind punctuation, bold ends only where a space or more punctuation follows.
  const space = /[\s.,;:)]/.test(source[end] ?? ' ') ? '' : ' '
  return { start, end, text: `**${inner}**${space}` }
}

const linkMiddle = /\]( ?)\((?=https?:\/\/|\.{1,2}\/|\/|#|mailto:|[\w-]+\.md\b)/
const linkMiddles = new RegExp(linkMiddle, 'g')

function* brokenLinks(block: Block, article: Article): Generator<Problem> {
  for (const { 0: middle, 1: space, index } of block.text.matchAll(linkMiddles)) {
    const at = block.at(index, index + middle.length)
    const [start, end] = [at.start.offset, at.end.offset]
    if (article.source.slice(start, end) !== middle) continue
    const isOpen = /\[[^\]]{1,100}$/.test(block.text.slice(Math.max(0, index - 101), index))
    if (!space) {
      const advice = isOpen ? 'close it with `)`' : 'open it with `[`'
      yield { at, message: `Unexpected \`](\` on the page, expected a link, ${advice}` }
    } else if (isOpen) {
      yield {
        at,
        message: 'Unexpected `] (` on the page, expected a link, remove the space',
        fix: [{ start, end, text: '](' }],
      }
    }
  }
}

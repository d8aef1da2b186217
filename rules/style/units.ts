import * as z from 'zod'
import { defineArticleRule, isInAddress, type Article, type Block } from '../../src/rule/rule.ts'

/** Units that stand for nothing else behind a number. A letter alone does: `the 5V pin`, `4K`, `3D`. */
const units = {
  letters: '[kKMGTP]i?B|[kMGT]?bps|[kMGT]bit/s|[kMG]?Hz|[kmc]m|[kµm]g|[kKM]W|kWh|m[AVs]|mAh|dpi',
  percent: '%',
  degrees: '°[CF]',
  pixels: 'px',
}
type Kind = keyof typeof units
const kinds = Object.keys(units) as Kind[]
const search = new RegExp(
  String.raw`\d([ \u00a0\u202f]?)(?:${kinds.map((kind) => `(?<${kind}>${units[kind]})`).join('|')})(?![\p{L}\p{N}_/-])`,
  'gu',
)
/** What few articles hold both of, and few blocks either. */
const closed = /\d(?:[%°]|[kKMGTP]i?B|[kKMGT]?b[pi]|[kMG]?Hz|[kmcµ][mg]|[kKM]W|m[AVs]|dpi|px)/
const spaced = /\d[ \u00a0\u202f](?:[%°]|[kKMGTP]i?B|[kKMGT]?b[pi]|[kMG]?Hz|[kmcµ][mg]|[kKM]W|m[AVs]|dpi|px)/

/** A number with its unit. */
interface Quantity {
  kind: Kind
  block: Block
  /** Where it begins in the text of the block, where the number ends, where the unit begins and ends. */
  start: number
  numberEnd: number
  unitStart: number
  end: number
}

export default defineArticleRule({
  id: 'style/units',
  description: 'Numbers and their units are written in one way within an article.',
  why: 'A reader who meets `10 MB` and `10MB` on one page looks for a difference where there is none.',
  severity: 'suggestion',
  options: z.strictObject({}),
  fixable: true,
  examples: [
    {
      name: 'One way',
      input: 'Upload up to 10 MB. Videos may have 16 MB. About 5% fail.\n',
      findings: [],
    },
    {
      name: 'One that differs',
      input: 'Upload up to 10 MB. Videos may have 16 MB.\n\n- Audio: 5MB\n',
      findings: ['3:10-3:13: Unexpected `5MB`, expected a space before the unit as in 2 other places, write `5 MB`'],
      fixed: 'Upload up to 10 MB. Videos may have 16 MB.\n\n- Audio: 5 MB\n',
    },
    {
      name: 'Where both are as frequent, the usual one is expected: a space before letters, none before `%`',
      input: 'Upload 10MB or 16 MB. Of all calls, 5 % fail, or 6%.\n',
      findings: [
        '1:8-1:12: Unexpected `10MB`, expected a space before the unit as in 1 other place, write `10 MB`',
        '1:37-1:40: Unexpected `5 %`, expected no space before the unit as in 1 other place, write `5%`',
      ],
      fixed: 'Upload 10 MB or 16 MB. Of all calls, 5% fail, or 6%.\n',
    },
    {
      name: 'Code, addresses, file names and names of products are as they are',
      input:
        'Give `max=10MB`, see https://help.example.com/16MB or the file limit-5MB.pdf. Plan Max20MB allows 10 MB. A 5-MB file has 5 MB.\n',
      findings: [],
    },
    {
      name: 'A size of type is written as in CSS, whatever stands before other units',
      input: 'The logo has 24px, and 2 MB at most.\n',
      findings: [],
    },
  ],
  *check(article) {
    if (!closed.test(article.source) || !spaced.test(article.source)) return
    const found = quantitiesIn(article)
    if (found.length < 2) return
    for (const kind of kinds) {
      const some = found.filter((one) => one.kind === kind)
      const withSpace = some.filter(isSpaced).length
      const without = some.length - withSpace
      if (withSpace === 0 || without === 0) continue
      const wantsSpace = withSpace === without ? kind === 'letters' || kind === 'degrees' : withSpace > without
      for (const one of some)
        if (isSpaced(one) !== wantsSpace) yield problemOf(one, Math.max(withSpace, without), article)
    }
  },
})

const isSpaced = ({ numberEnd, unitStart }: Quantity) => unitStart > numberEnd

function quantitiesIn({ blocks }: Article): Quantity[] {
  const found: Quantity[] = []
  for (const block of blocks) {
    if (!closed.test(block.text) && !spaced.test(block.text)) continue
    for (const match of block.text.matchAll(search)) {
      const numberEnd = match.index + 1
      const end = match.index + match[0].length
      let start = match.index
      while (start > 0 && end - start < 30 && /[\d.,]/.test(block.text[start - 1]!)) start--
      // `v10 MB`, `a-10MB`: part of a name.
      if (/[\p{L}\p{N}_#-]/u.test(block.text[start - 1] ?? ' ') || isInAddress(block.text, start, end)) continue
      const kind = kinds.find((name) => match.groups![name] !== undefined)!
      found.push({ kind, block, start, numberEnd, unitStart: numberEnd + match[1]!.length, end })
    }
  }
  return found
}

function problemOf({ block, start, numberEnd, unitStart, end }: Quantity, others: number, { source }: Article) {
  const { text } = block
  const written = text.slice(start, end)
  const space = unitStart > numberEnd ? '' : ' '
  const better = text.slice(start, numberEnd) + space + text.slice(unitStart, end)
  const at = block.at(start, end)
  const offset = at.start.offset + numberEnd - start
  return {
    at,
    message: `Unexpected \`${written}\`, expected ${space ? 'a' : 'no'} space before the unit as in ${others} other place${others === 1 ? '' : 's'}, write \`${better}\``,
    // Where mark-up stands between the two, a person has to look.
    ...(source.slice(at.start.offset, at.end.offset) === written
      ? { fix: [{ start: offset, end: offset + unitStart - numberEnd, text: space }] }
      : {}),
  }
}

import type { Text } from 'mdast'
import { distance } from 'fastest-levenshtein'
import * as z from 'zod'
import { bareLabel, defineArticleRule, type Article, type Block } from '../../src/rule/rule.ts'

/** Shorter labels are one letter away from too many words. */
const shortest = 7
/** Longer texts are no labels. */
const longest = 60

export default defineArticleRule({
  id: 'structure/misspelt-label',
  description: 'Labels of sections are spelt as the house spells them.',
  why: 'A section with a misspelt label is none: it is missing for every reader who looks for it, and for every tool.',
  severity: 'warning',
  options: z.strictObject({}),
  fixable: true,
  examples: [
    { name: 'Spelt right', input: '## Prerequisites\n\n- You are an admin.\n', findings: [] },
    {
      name: 'A slip of the pen',
      input: '## Prerequsites\n\n- You are an admin.\n\n**Quick anwser:** Yes.\n',
      findings: [
        '1:4-1:16: Unexpected label `Prerequsites`, expected `Prerequisites`, correct it',
        '5:3-5:15: Unexpected label `Quick anwser`, expected `Quick answer`, correct it',
      ],
      fixed: '## Prerequisites\n\n- You are an admin.\n\n**Quick answer:** Yes.\n',
    },
    {
      name: 'A word of its own',
      input: '## Limitation of liability\n\nNone.\n\n## Quicker answers\n\nAsk in the chat.\n',
      findings: [],
    },
    {
      name: 'A label of the house',
      house: { labels: { cause: ['Root cause'] } },
      input: '## Rot cause\n\nA weak signal.\n',
      findings: ['1:4-1:13: Unexpected label `Rot cause`, expected `Root cause`, correct it'],
      fixed: '## Root cause\n\nA weak signal.\n',
    },
  ],
  *check(article) {
    for (const { node, kind } of article.blocks) {
      const written = labelIn(node, kind)
      if (written === undefined || written.value.length > longest) continue
      const slip = slipIn(written.value, article)
      const start = written.position?.start.offset
      if (slip === undefined || start === undefined) continue
      const end = start + slip.words.length
      // What is escaped or written as a reference stands otherwise in the file.
      if (article.source.slice(start, end) !== slip.words) continue
      yield {
        at: article.locate(start, end),
        message: `Unexpected label \`${slip.words}\`, expected \`${slip.meant}\`, correct it`,
        fix: [{ start, end, text: slip.meant }],
      }
    }
  },
})

/** The text of a heading, or the words in bold that open a paragraph. */
function labelIn({ children }: Block['node'], kind: Block['kind']): Text | undefined {
  const [first] = children
  if (kind === 'heading') return children.length === 1 && first?.type === 'text' ? first : undefined
  if (kind !== 'paragraph' || first?.type !== 'strong') return undefined
  const [bold] = first.children
  return bold?.type === 'text' ? bold : undefined
}

/** Plain words of a label that names no role, and the label that was meant. */
type Slip = { words: string; meant: string } | undefined

/** The labels of a house, bare; and what was asked about, as the same headings stand in article after article. */
const known = new WeakMap<Article['house'], { labels: { bare: string; label: string }[]; slips: Map<string, Slip> }>()
const mostKnown = 20_000

function slipIn(text: string, { house }: Article): Slip {
  let of = known.get(house)
  if (!of) {
    const labels = house.labels.map(([label]) => ({ bare: bareLabel(label), label }))
    known.set(house, (of = { labels: labels.filter(({ bare }) => bare.length >= shortest), slips: new Map() }))
  }
  if (of.slips.has(text)) return of.slips.get(text)
  const words = /^\p{L}[\p{L} '’-]{5,40}/u.exec(text)?.[0].trimEnd()
  let slip: Slip
  if (words !== undefined && /^\s*[:?—–-]*\s*$/.test(text.slice(words.length)) && house.roleOf(words) === undefined) {
    const bare = bareLabel(words)
    const meant = of.labels.find((one) => isSlip(bare, one.bare))?.label
    if (meant !== undefined) slip = { words, meant }
  }
  if (of.slips.size >= mostKnown) of.slips.clear()
  of.slips.set(text, slip)
  return slip
}

/** Whether a label is one slip away from another: a letter more, less, other, or two that changed places. */
function isSlip(bare: string, meant: string): boolean {
  if (Math.abs(meant.length - bare.length) > 1 || meant[0] !== bare[0]) return false
  const slips = distance(bare, meant)
  // A plural or another form of a word is no slip.
  if (slips === 0 || slips > 2 || isOtherForm(bare, meant)) return false
  return slips === 1 || haveChangedPlaces(bare, meant)
}

function isOtherForm(bare: string, meant: string): boolean {
  const [short, long] = bare.length < meant.length ? [bare, meant] : [meant, bare]
  return long === `${short}s` || long === `${short}d` || long.replace(/s\b/g, '') === short.replace(/s\b/g, '')
}

function haveChangedPlaces(bare: string, meant: string): boolean {
  if (bare.length !== meant.length) return false
  const at = [...meant].findIndex((letter, index) => letter !== bare[index])
  return meant === bare.slice(0, at) + bare[at + 1]! + bare[at]! + bare.slice(at + 2)
}

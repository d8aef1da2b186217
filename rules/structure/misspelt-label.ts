import { distance } from 'fastest-levenshtein'
import * as z from 'zod'
import { bareLabel, defineArticleRule, type Article } from '../../src/rule/rule.ts'

/** Shorter labels are one letter away from too many words. */
const shortest = 7

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
    for (const { text, start } of labelsWithoutRole(article)) {
      const meant = nearest(text, article)
      if (meant === undefined) continue
      const end = start + text.length
      yield {
        at: article.locate(start, end),
        message: `Unexpected label \`${text}\`, expected \`${meant}\`, correct it`,
        fix: [{ start, end, text: meant }],
      }
    }
  },
})

/** Headings, and words in bold that open a paragraph, that name no role; where they stand, as far as they are plain words. */
function* labelsWithoutRole({ blocks, source, house }: Article): Generator<{ text: string; start: number }> {
  for (const { node, kind, text } of blocks) {
    if (kind !== 'heading' && kind !== 'paragraph') continue
    const [first] = node.children
    const only =
      kind === 'heading'
        ? node.children.length === 1
          ? first
          : undefined
        : first?.type === 'strong'
          ? first.children[0]
          : undefined
    if (only?.type !== 'text' || text.length > 2000) continue
    const words = /^\p{L}[\p{L} '’-]{5,40}/u.exec(only.value)?.[0].trimEnd()
    const start = only.position?.start.offset
    if (words === undefined || start === undefined || words.length < only.value.replace(/\s*[:?—–-]*\s*$/, '').length)
      continue
    // What is escaped or written as a reference stands otherwise in the file.
    if (source.slice(start, start + words.length) !== words || house.roleOf(words) !== undefined) continue
    yield { text: words, start }
  }
}

/** The labels of a house, bare; and what was asked about, as the same headings stand in article after article. */
const known = new WeakMap<
  Article['house'],
  { labels: { bare: string; label: string }[]; meant: Map<string, string | undefined> }
>()
const mostKnown = 20_000

function nearest(text: string, { house }: Article): string | undefined {
  let of = known.get(house)
  if (!of) {
    const labels = house.labels.map(([label]) => ({ bare: bareLabel(label), label }))
    known.set(house, (of = { labels: labels.filter(({ bare }) => bare.length >= shortest), meant: new Map() }))
  }
  if (of.meant.has(text)) return of.meant.get(text)
  if (of.meant.size >= mostKnown) of.meant.clear()
  const bare = bareLabel(text)
  const meant = of.labels.find((one) => isSlip(bare, one.bare))?.label
  of.meant.set(text, meant)
  return meant
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

import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { lint, resolveSettings } from '../../src/index.ts'

/** The rules were made while looking at the first part; the other is only scored. */
export const freshnessParts = ['developed', 'scored'] as const
export type FreshnessPart = (typeof freshnessParts)[number]

const labels = ['passed', 'history', 'future', 'trap'] as const

const sentence = z.strictObject({
  today: z.iso.date(),
  label: z.enum(labels),
  text: z.string(),
  /** When the article was last changed, by its own word. */
  dated: z.iso.date().optional(),
})

/** One or a few sentences of an article, whether they speak of a day as to come that has passed on the day of reference, and if not, of what. */
export type LabelledSentence = z.infer<typeof sentence>

/** How well passed deadlines are told. */
export interface FreshnessScore {
  sentences: number
  passed: number
  found: number
  /** Of the other labels: how many there are, and how many are told though they should not be. */
  others: Map<LabelledSentence['label'], { all: number; told: number }>
  precision: number
  recall: number
  missed: LabelledSentence[]
  wrong: LabelledSentence[]
}

/** The sentences of one part. */
export function freshnessSentences(part: FreshnessPart): LabelledSentence[] {
  return readFileSync(new URL(`freshness/${part}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => sentence.parse(JSON.parse(line)))
}

/** Each sentence as an article of its own, on its day of reference. */
export function scoreFreshness(part: FreshnessPart): FreshnessScore {
  const sentences = freshnessSentences(part)
  const told = (one: LabelledSentence) => {
    const updated = one.dated === undefined ? '' : `updated: ${one.dated}\n`
    const source = `---\ntitle: What changes?\n${updated}---\n\n${one.text}\n`
    const settings = resolveSettings({ rules: { 'freshness/passed-deadline': 'warning' } }, { today: one.today })
    return lint([{ path: 'a.md', source }], settings).findings.some(({ rule }) => rule === 'freshness/passed-deadline')
  }
  const found = sentences.filter((one) => told(one))
  const passed = sentences.filter(({ label }) => label === 'passed')
  const right = found.filter(({ label }) => label === 'passed')
  return {
    sentences: sentences.length,
    passed: passed.length,
    found: right.length,
    others: new Map(
      labels.slice(1).map((label) => {
        const of = (some: LabelledSentence[]) => some.filter((one) => one.label === label).length
        return [label, { all: of(sentences), told: of(found) }]
      }),
    ),
    precision: right.length / found.length,
    recall: right.length / passed.length,
    missed: passed.filter((one) => !right.includes(one)),
    wrong: found.filter(({ label }) => label !== 'passed'),
  }
}

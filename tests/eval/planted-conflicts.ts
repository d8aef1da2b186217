import { readFileSync } from 'node:fs'
import * as z from 'zod'
import type { Finding } from '../../src/index.ts'
import { conflictsAmong } from './conflicts.ts'

/**
 * Invented help centres into which somebody who had not seen the rules has put sentences that contradict others, and some that do
 * not: those that were looked at since, and those that are only scored.
 */
export const plantedHouses = {
  developed: [
    'larkspire',
    'marloway',
    'tarnpost',
    'brindlework',
    'ollvane',
    'fennimo',
    'tallymoor',
    'plankwise',
    'ampergrove',
    'lindenry',
    'larkhelm',
    'tablewick',
    'tilmora',
  ],
  scored: ['larkwell', 'gatelark'],
} as const

/** How alike the wording of a contradiction is; of what is none, why. */
export const plantedKinds = ['verbatim', 'light', 'other', 'same', 'scope'] as const
export type PlantedKind = (typeof plantedKinds)[number]

const side = z.strictObject({ path: z.string(), quote: z.string() })
const planted = z.strictObject({ kind: z.enum(plantedKinds), a: side, b: side })
type Planted = z.infer<typeof planted>
type Place = z.infer<typeof side>

/** By kind: how many pairs there are, and how many are told as conflicts; and findings about anything else. */
export interface PlantedConflicts {
  articles: number
  kinds: Map<PlantedKind, { all: number; told: number }>
  others: Finding[]
}

/** Checks the help centres of a part, one by one, and adds up what is told of them. */
export function scorePlantedPart(part: keyof typeof plantedHouses): PlantedConflicts {
  const kinds = new Map(plantedKinds.map((kind) => [kind, { all: 0, told: 0 }]))
  const total: PlantedConflicts = { articles: 0, kinds, others: [] }
  for (const house of plantedHouses[part]) {
    const score = scorePlantedConflicts(house)
    total.articles += score.articles
    total.others.push(...score.others)
    for (const [kind, { all, told }] of score.kinds) {
      const own = kinds.get(kind)!
      own.all += all
      own.told += told
    }
  }
  return total
}

/** Checks a help centre with its plants, and looks for each pair among the findings. */
function scorePlantedConflicts(house: string): PlantedConflicts {
  const read = (ending: string) =>
    readFileSync(new URL(`conflicts/planted/${house}.${ending}`, import.meta.url), 'utf8')
  const files = read('txt')
    .split(/^(?=%% )/m)
    .map((part) => ({ path: part.slice(3, part.indexOf('\n')), source: part.slice(part.indexOf('\n') + 1) }))
  const labels = read('jsonl')
    .trim()
    .split('\n')
    .map((line) => planted.parse(JSON.parse(line)))
  const sources = new Map(files.map(({ path, source }) => [path, source]))
  // A claim may begin before its sentence, as with a label that opens the paragraph.
  const isAt = ({ path, quote }: Place, at: { path: string; start: { offset: number }; end: { offset: number } }) => {
    const from = sources.get(path)!.indexOf(quote)
    return at.path === path && at.end.offset > from && at.start.offset < from + quote.length
  }
  const isOf = ({ a, b }: Planted, finding: Finding) => {
    const places = [finding, ...finding.related]
    return [a, b].every((place) => places.some((at) => isAt(place, at)))
  }
  const findings = conflictsAmong(files)
  const kinds = new Map(
    plantedKinds.map((kind) => {
      const pairs = labels.filter((pair) => pair.kind === kind)
      return [kind, { all: pairs.length, told: pairs.filter((pair) => findings.some((one) => isOf(pair, one))).length }]
    }),
  )
  return {
    articles: files.length,
    kinds,
    others: findings.filter((finding) => !labels.some((pair) => isOf(pair, finding))),
  }
}

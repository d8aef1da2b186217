import { lint, resolveSettings, type SourceFile } from '../../src/index.ts'

/** How a text is copied: as it is, thinned, with other words here and there, or a half of it. */
export const plantings: Record<string, (lines: string[]) => string[]> = {
  whole: (lines) => lines,
  'without every seventh word': (lines) => inText(lines, (word, place) => (place % 7 === 3 ? '' : word)),
  'without every seventh sentence': (lines) => inText(lines, (word, _, sentence) => (sentence % 7 === 3 ? '' : word)),
  'with every eighth word another': (lines) => inText(lines, (word, place) => (place % 8 === 5 ? 'whichever' : word)),
  'the first half': (lines) => lines.slice(0, Math.ceil(lines.length / 2)),
  'the second half': (lines) => lines.slice(Math.floor(lines.length / 2)),
}

/** Of so many copies that were planted, so many are told as copies of their originals. */
export interface PlantedScore {
  kind: string
  planted: number
  found: number
}

/** Shorter texts are not compared: halves of what is planted must be longer. */
const leastWords = 90

/** Plants a copy of each longer article among them, one kind at a time, and counts those that are told. */
export function scorePlanted(houses: SourceFile[][]): PlantedScore[] {
  return Object.entries(plantings).map(([kind, copy]) => {
    let [planted, found] = [0, 0]
    for (const files of houses) {
      const copies = files
        .filter(({ source }) => bodyOf(source).join(' ').split(/\s+/).length >= leastWords)
        .map(({ path, source }, index) => ({
          of: path,
          path: path.replace(/[^/]+$/, `planted-${index}.md`),
          source: `# Another title\n\n${copy(bodyOf(source)).join('\n')}\n`,
        }))
      const told = new Map<string, string[]>()
      const tie = (path: string, other: string) => told.set(path, [...(told.get(path) ?? []), other])
      const report = lint([...files, ...copies], resolveSettings({}, { today: '2026-11-23' }))
      for (const { rule, path, related } of report.findings) {
        if (!/^duplicates\/(?:exact|near)$/.test(rule)) continue
        for (const other of related) {
          tie(path, other.path)
          tie(other.path, path)
        }
      }
      planted += copies.length
      found += copies.filter(({ path, of }) => areTied(path, of, told)).length
    }
    return { kind, planted, found }
  })
}

/** Whether findings tie two together: both are copies of one that is kept, or of what is itself a copy of that. */
function areTied(one: string, other: string, told: ReadonlyMap<string, readonly string[]>): boolean {
  const tied = new Set([one])
  for (const path of tied) for (const next of told.get(path) ?? []) tied.add(next)
  return tied.has(other)
}

/** The lines of an article after front matter and title. */
function bodyOf(source: string): string[] {
  return source
    .replace(/^---\n[^]*?\n---\n/, '')
    .replace(/^\s*# .*\n/, '')
    .split('\n')
}

/** Changes the words of the lines that are text; marks at their start stay. */
function inText(lines: string[], change: (word: string, place: number, sentence: number) => string): string[] {
  let [place, sentence] = [0, 0]
  return lines.map((line) => {
    if (/^\s*(?:#|\||```|$)/.test(line)) return line
    const [mark = ''] = /^\s*(?:[-*+>]|\d+[.)])?\s*/.exec(line) ?? []
    const words = line
      .slice(mark.length)
      .split(' ')
      .map((word) => {
        const changed = change(word, place++, sentence)
        if (/[.!?]$/.test(word)) sentence++
        return changed
      })
    sentence++
    return mark + words.filter((word) => word !== '').join(' ')
  })
}

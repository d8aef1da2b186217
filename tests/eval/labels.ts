import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { importListing } from '../../src/importers/listing.ts'
import { lint, resolveSettings, type Finding, type Report, type SourceFile } from '../../src/index.ts'

/** Labels of one kind: what should be found, and what is not scored either way. Pairs are joined by `+`, sorted. */
export interface Labelled {
  expected: Set<string>
  doubtful: Set<string>
}

/** A corpus with its labels. */
export interface LabelledCorpus {
  name: string
  /** Whether the labels are all that there is to find; if not, only recall can be told. */
  complete: boolean
  report: Report
  labels: Record<Kind, Labelled>
}

/** What a label of each kind corresponds to among the findings. */
const kinds = {
  noQuickAnswer: ({ rule, data }: Finding) => rule === 'structure/quick-answer' && data.problem === 'missing',
  quickAnswerNotFirst: ({ rule, data }: Finding) => rule === 'structure/quick-answer' && data.problem === 'not first',
  quickAnswerLabelVariant: ({ rule }: Finding) => rule === 'structure/quick-answer-label',
  noWhenToUse: ({ rule, data }: Finding) => rule === 'structure/when-to-use' && data.problem === 'missing',
  titleNotQuestion: ({ rule }: Finding) => rule === 'title/question',
  duplicates: ({ rule }: Finding) => rule === 'duplicates/near',
  stale: ({ rule }: Finding) => rule.startsWith('freshness/'),
}

export type Kind = keyof typeof kinds
export const kindNames = Object.keys(kinds) as Kind[]

/** What the report has for a kind, in the form of the labels. */
export function foundOf(report: Report, kind: Kind): Set<string> {
  return new Set(
    report.findings
      .filter(kinds[kind])
      .map(({ path, related }) => (kind === 'duplicates' ? [path, related[0]!.path].sort().join('+') : path)),
  )
}

const contentFolder = new URL('../../content/', import.meta.url)
const listingFile = new URL('../../../shared/data/listing/000_bfdd6ac5b70fb362.txt', import.meta.url)
const listingLabels = new URL('../../../shared/data/labels/listing.json', import.meta.url)

/** Whether the data that is not part of the project is there. */
export const hasShared = existsSync(listingFile) && existsSync(listingLabels)

/** `content/` with our own labels. */
export function contentCorpus(): LabelledCorpus {
  const raw = JSON.parse(readFileSync(new URL('content.json', import.meta.url), 'utf8')) as Record<
    Kind,
    (string | string[])[]
  > & {
    today: string
    doubtful: Partial<Record<Kind, string[]>>
  }
  const toPath = (slug: string) => `content/${slug}.md`
  const files = readdirSync(contentFolder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => ({ path: `content/${name}`, source: readFileSync(new URL(name, contentFolder), 'utf8') }))
  const labels = Object.fromEntries(
    kindNames.map((kind) => [
      kind,
      {
        expected: new Set(raw[kind].map((label) => [label].flat().map(toPath).sort().join('+'))),
        doubtful: new Set((raw.doubtful[kind] ?? []).map(toPath)),
      },
    ]),
  ) as Record<Kind, Labelled>
  return { name: 'content', complete: true, report: check(files, raw.today), labels }
}

/** The imported listing with the labels that are given for it; an article is named by the start of its title. */
export function listingCorpus(): LabelledCorpus {
  const raw = JSON.parse(readFileSync(listingLabels, 'utf8')) as Record<string, (string | { a: string; b?: string })[]>
  const articles = importListing(readFileSync(listingFile, 'utf8'), { name: 'listing.txt' })
  const report = check(
    articles.map(({ slug, markdown }) => ({ path: `${slug}.md`, source: markdown })),
    '2026-11-23',
  )
  const pathOf = (start: string) => {
    // Of two titles that begin alike the shorter match is meant, as in `…/distribute` and `…/distributing`.
    const matches = report.articles.filter(({ title }) => title?.startsWith(start))
    const exact = matches.find(({ title }) => /^\W/.test(title!.slice(start.length)))
    const found = exact ?? matches[0]
    if (!found) throw new Error(`No article whose title begins with: ${start}`)
    return found.path
  }
  const labels = Object.fromEntries(
    kindNames.map((kind) => [
      kind,
      {
        expected: new Set(
          (raw[kind] ?? []).map((label) =>
            (typeof label === 'string' ? [label] : [label.a, label.b])
              .flatMap((title) => (title ? [pathOf(title)] : []))
              .sort()
              .join('+'),
          ),
        ),
        doubtful: new Set<string>(),
      },
    ]),
  ) as Record<Kind, Labelled>
  return { name: 'listing', complete: false, report, labels }
}

function check(files: SourceFile[], today: string): Report {
  return lint(files, resolveSettings({}, { today }))
}

/** How well findings match labels. */
export interface Score {
  kind: Kind
  expected: number
  found: number
  right: number
  precision: number
  recall: number
  missed: string[]
  extra: string[]
}

/** Scores one kind of label: found and expected are compared as sets, doubtful ones set aside. */
export function scoreOf({ report, labels }: LabelledCorpus, kind: Kind): Score {
  const { expected, doubtful } = labels[kind]
  const found = new Set([...foundOf(report, kind)].filter((label) => !doubtful.has(label)))
  const right = [...found].filter((label) => expected.has(label)).length
  return {
    kind,
    expected: expected.size,
    found: found.size,
    right,
    precision: found.size === 0 ? 1 : right / found.size,
    recall: expected.size === 0 ? 1 : right / expected.size,
    missed: [...expected].filter((label) => !found.has(label)),
    extra: [...found].filter((label) => !expected.has(label)),
  }
}

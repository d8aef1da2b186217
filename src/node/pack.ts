import type { CheckedArticle } from '../pipeline.ts'
import type { Finding } from '../report/report.ts'

type Facts = CheckedArticle['facts']

/** Checked articles as a text, and what they have in numbers, which is most of it, beside it. */
export interface Packed {
  json: string
  numbers: Uint32Array
}

/** What the text holds. */
interface Content {
  /** Words that many findings have in common, each once. */
  words: string[]
  articles: { facts: PackedFacts; findings: PackedFinding[] }[]
}

/** Facts with the lengths of their lists of numbers. */
type PackedFacts = Omit<Facts, 'body' | 'claims' | 'shingles' | 'terms'> & {
  claims: Omit<Facts['claims'], 'marks' | 'above'>
  lists: number[]
  digest: number
}

/**
 * A finding of an article: rule, severity and message as indices of words; line, column and offset of its start and end; and
 * what most findings have none of. Its path is that of the article, and it is new, as everything is before a baseline.
 */
type PackedFinding = [
  rule: number,
  severity: number,
  message: number,
  fingerprint: string,
  start: [number, number, number],
  end: [number, number, number],
  rest?: Pick<Finding, 'fix' | 'related' | 'data'>,
]

/** Packs articles for a file; `unpack` gives the same ones back. */
export function pack(checked: readonly CheckedArticle[]): Packed {
  const numbers = new Uint32Array(checked.reduce((sum, { facts }) => sum + countNumbers(facts), 0))
  let next = 0
  const places = new Map<string, number>()
  const placeOf = (word: string) => {
    let place = places.get(word)
    if (place === undefined) places.set(word, (place = places.size))
    return place
  }
  const articles = checked.map(({ facts, findings }) => {
    const lists = listsOf(facts)
    for (const list of lists) {
      numbers.set(list, next)
      next += list.length
    }
    const { body, shingles, terms, claims, ...rest } = facts
    const { marks: _marks, above: _above, ...texts } = claims
    return {
      facts: { ...rest, claims: texts, lists: lists.map(({ length }) => length), digest: body.digest },
      findings: findings.map((finding) => packFinding(finding, placeOf)),
    }
  })
  return { json: JSON.stringify({ words: [...places.keys()], articles } satisfies Content), numbers }
}

/** Unpacks articles. @throws where the text is no JSON; that it holds articles is for the caller to know */
export function unpack({ json, numbers }: Packed): CheckedArticle[] {
  let next = 0
  const take = (length: number) => numbers.subarray(next, (next += length))
  const { words, articles } = JSON.parse(json) as Content
  return articles.map(({ facts, findings }) => {
    const { lists, digest, claims, ...rest } = facts
    const [own, places, shingles, terms, marks, above] = lists.map(take) as Lists
    return {
      facts: { ...rest, body: { words: own, places, digest }, shingles, terms, claims: { ...claims, marks, above } },
      findings: findings.map((finding) => unpackFinding(finding, facts.path, words)),
    }
  })
}

/** How many numbers there are for an article. */
export function countNumbers(facts: Facts): number {
  return listsOf(facts).reduce((sum, { length }) => sum + length, 0)
}

/** Words and their places in the body, shingles, terms, and of claims the marks and what stands above. */
type Lists = [Uint32Array, Uint32Array, Uint32Array, Uint32Array, Uint32Array, Uint32Array]

function listsOf({ body, shingles, terms, claims }: Facts): Lists {
  return [body.words, body.places, shingles, terms, claims.marks, claims.above]
}

function packFinding(finding: Finding, placeOf: (word: string) => number): PackedFinding {
  const { rule, severity, message, fingerprint, start, end, fix, related, data } = finding
  const packed: PackedFinding = [
    placeOf(rule),
    placeOf(severity),
    placeOf(message),
    fingerprint,
    [start.line, start.column, start.offset],
    [end.line, end.column, end.offset],
  ]
  if (fix || related.length > 0 || Object.keys(data).length > 0) packed.push({ ...(fix ? { fix } : {}), related, data })
  return packed
}

function unpackFinding(
  [rule, severity, message, fingerprint, start, end, rest]: PackedFinding,
  path: string,
  words: string[],
): Finding {
  return {
    rule: words[rule]!,
    severity: words[severity] as Finding['severity'],
    path,
    start: { line: start[0], column: start[1], offset: start[2] },
    end: { line: end[0], column: end[1], offset: end[2] },
    message: words[message]!,
    status: 'new',
    fingerprint,
    fixable: rest?.fix !== undefined,
    ...(rest?.fix ? { fix: rest.fix } : {}),
    related: rest?.related ?? [],
    data: rest?.data ?? {},
  }
}

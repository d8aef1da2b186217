import type { Baseline, KnownFinding, Sight } from './baseline.ts'
import { isWordless, wordsHalf } from './fingerprint.ts'
import type { Finding, Report } from './report.ts'

/** A report's findings beside a baseline. */
export interface Matched {
  /** Each as it was, and `known` where the baseline has it. */
  findings: Finding[]
  /** What the baseline has, the run could have found, and is not there any more. */
  gone: KnownFinding[]
}

/**
 * Marks the findings that a baseline knows, as many of each as it counts.
 *
 * What has the fingerprint of an entry is known. What is left is known, too, where an entry that is left says the same: of the
 * same article, though the other one that it speaks of is another; of the same articles, though now at another of them; or of
 * an article that is not there any more, for one that nothing was known of and that has its text: one that was moved. Every
 * entry counts once, and an article that comes to others has a finding of its own that is new, so that a third copy is told.
 */
export function matchBaseline({ findings, articles }: Report, baseline: Baseline, sight: Sight): Matched {
  const left = new Map<KnownFinding, number>(baseline.findings.map((entry) => [entry, entry.count]))
  const known = new Set<Finding>()
  const take = (finding: Finding, entry: KnownFinding | undefined) => {
    if (!entry) return
    known.add(finding)
    const count = left.get(entry)! - 1
    if (count > 0) left.set(entry, count)
    else left.delete(entry)
  }
  /** Goes over what is still new, and takes for each the first entry that is left under a key and fits. */
  const pass = (
    keyOf: (entry: KnownFinding) => string,
    keysOf: (finding: Finding) => string[],
    fits: (finding: Finding, entry: KnownFinding) => boolean = () => true,
  ) => {
    const byKey = new Map<string, KnownFinding[]>()
    for (const entry of left.keys()) {
      addTo(byKey, keyOf(entry), entry)
    }
    for (const finding of findings) {
      if (known.has(finding)) continue
      const entries = keysOf(finding).flatMap((key) => byKey.get(key) ?? [])
      take(
        finding,
        entries.find((entry) => left.has(entry) && fits(finding, entry)),
      )
    }
  }
  const { pathOf } = sight
  const said = (path: string, rule: string, fingerprint: string) => [path, rule, wordsHalf(fingerprint)].join('\0')
  const saidBy = ({ path, rule, fingerprint }: KnownFinding) => said(path, rule, fingerprint)
  // The very same.
  pass(
    ({ fingerprint }) => fingerprint,
    ({ fingerprint }) => [fingerprint],
  )
  const present = new Set(articles.map(({ path }) => pathOf(path)))
  // What a run did not look at may be there.
  const isGone = (path: string) => sight.paths === undefined && !present.has(path)
  const isTold = toldOtherwise(findings, known, pathOf)
  // Of the same article, with another one beside it.
  pass(
    saidBy,
    ({ path, rule, fingerprint }) => [said(pathOf(path), rule, fingerprint)],
    (finding, { with: before = [] }) => {
      // What is said in the same words is the same, whoever else says it.
      if (!isWordless(finding.rule, finding.fingerprint)) return true
      const now = othersIn(finding.related, pathOf)
      const added = now.filter((other) => !before.includes(other))
      if (added.length === 0 || before.some(isGone)) return true
      return before.some((other) => isTold(finding, other)) && added.every((other) => isTold(finding, other))
    },
  )
  // Of the same articles, at another of them.
  pass(
    saidBy,
    ({ rule, fingerprint, related }) => othersIn(related, pathOf).map((other) => said(other, rule, fingerprint)),
    ({ path }, entry) => entry.with?.includes(pathOf(path)) ?? false,
  )
  // Of an article that was moved.
  if (sight.paths === undefined) {
    const gone = [...left.keys()].map(({ path }) => path).filter(isGone)
    const fresh = findings.filter((finding) => !known.has(finding)).map(({ path }) => path)
    const moves = movesIn(baseline, new Set(gone), new Set(fresh), sight)
    pass(saidBy, ({ path, rule, fingerprint }) => {
      const from = moves.get(pathOf(path))
      return from === undefined ? [] : [said(from, rule, fingerprint)]
    })
  }
  return {
    findings: findings.map((finding) => ({ ...finding, status: known.has(finding) ? 'known' : 'new' })),
    gone: [...left].filter(([entry]) => isSeen(entry, sight)).map(([entry, count]) => ({ ...entry, count })),
  }
}

/** Tells whether another finding of the same rule that is not known by its fingerprint speaks of an article, as the baseline calls it. */
function toldOtherwise(findings: readonly Finding[], known: ReadonlySet<Finding>, pathOf: Sight['pathOf']) {
  const speaking = new Map<string, Finding[]>()
  for (const finding of findings) {
    if (known.has(finding)) continue
    for (const path of [pathOf(finding.path), ...othersIn(finding.related, pathOf)]) {
      addTo(speaking, `${finding.rule}\0${path}`, finding)
    }
  }
  return ({ rule, fingerprint }: Finding, path: string) =>
    (speaking.get(`${rule}\0${path}`) ?? []).some((other) => other.fingerprint !== fingerprint)
}

/** Of two sketches, so much of the smaller one is no chance; of two files with a name of their own, half as much. */
const leastShare = 0.5
/** What more articles have is no mark of any of them: a sentence of a template. */
const mostHolders = 3
/** What a file is called in every folder. */
const commonName = /^(?:_?index|readme)\./i

/**
 * Articles that nothing was known of, each with the one that it was before it was moved: that with most of its text. Of one that
 * is too short for a sketch, the name of its file has to tell.
 *
 * @param gone articles of the baseline that are not there any more
 * @param fresh articles with new findings, as the report calls them
 */
function movesIn(
  baseline: Baseline,
  gone: ReadonlySet<string>,
  fresh: ReadonlySet<string>,
  { pathOf, sketches }: Sight,
): Map<string, string> {
  const before = new Set(baseline.findings.map(({ path }) => path))
  const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)
  const listOf = (sketch: string | undefined) => (sketch ?? '').split(' ').filter((word) => word !== '')
  const numbers = new Map<string, number>()
  for (const sketch of [...Object.values(baseline.articles), ...sketches.values()])
    for (const word of listOf(sketch)) numbers.set(word, (numbers.get(word) ?? 0) + 1)
  // An article that has stayed is in both.
  const wordsOf = (sketch: string | undefined) => listOf(sketch).filter((word) => numbers.get(word)! <= 2 * mostHolders)
  const holders = new Map<string, string[]>()
  for (const from of gone) {
    for (const mark of [`name ${nameOf(from)}`, ...wordsOf(baseline.articles[from])]) {
      addTo(holders, mark, from)
    }
  }
  const held = (mark: string) => {
    const list = holders.get(mark) ?? []
    return list.length > 2 * mostHolders ? [] : list
  }
  const pairs = [...fresh].flatMap((path) => {
    const to = pathOf(path)
    if (before.has(to)) return []
    const own = wordsOf(sketches.get(path))
    const shared = new Map<string, number>(held(`name ${nameOf(to)}`).map((from) => [from, 0]))
    for (const word of own) for (const from of held(word)) shared.set(from, (shared.get(from) ?? 0) + 1)
    return [...shared].flatMap(([from, number]) => {
      const smaller = Math.min(own.length, wordsOf(baseline.articles[from]).length)
      const hasName = nameOf(from) === nameOf(to) && !commonName.test(nameOf(to))
      const share = smaller === 0 ? Number(hasName) : number / smaller
      return share >= (hasName ? leastShare / 2 : leastShare) ? [{ from, to, score: share + Number(hasName) }] : []
    })
  })
  const moves = new Map<string, string>()
  const taken = new Set<string>()
  const order = ({ from, to }: { from: string; to: string }) => `${from}\0${to}`
  for (const { from, to } of pairs.sort((a, b) => b.score - a.score || (order(a) < order(b) ? -1 : 1))) {
    if (moves.has(to) || taken.has(from)) continue
    moves.set(to, from)
    taken.add(from)
  }
  return moves
}

function addTo<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const list = lists.get(key)
  if (list) list.push(item)
  else lists.set(key, [item])
}

/** The other articles that a finding speaks of, as the baseline calls them. */
export const othersIn = (related: Finding['related'], pathOf: Sight['pathOf']) =>
  [...new Set(related.map((other) => pathOf(other.path)))].sort()

/** Whether a run could have found what a baseline knows. */
export function isSeen({ rule, path }: KnownFinding, { rules, paths }: Sight): boolean {
  return rules.has(rule) && (paths === undefined || paths.has(path))
}

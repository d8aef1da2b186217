import { describe, expect, test } from 'vitest'
import { countLabels, hasMerged, labelledHouses, scoreDuplicates, scoreMerged } from './duplicates.ts'
import { hasRevisions, labelledPairs, parts, scoreConflicts, scoreRevisions } from './conflicts.ts'
import { hasOfficeSupport, judgeOfficeSupport } from './judged.ts'
import { contentCorpus, hasShared, kindNames, listingCorpus, scoreOf } from './labels.ts'
import { scorePlantedPart } from './planted-conflicts.ts'
import { scorePlanted } from './planted.ts'
import { hasRetired, rankRetired } from './retired.ts'

describe('content', () => {
  const corpus = contentCorpus()
  test.each(kindNames)('%s', (kind) => {
    const { precision, recall, missed, extra } = scoreOf(corpus, kind)
    expect(precision, `false: ${extra.join(', ')}`).toBeGreaterThanOrEqual(0.9)
    expect(recall, `missed: ${missed.join(', ')}`).toBeGreaterThanOrEqual(0.9)
  })

  test('says nothing of what lies past a cut: every article ends there, many in an empty section', () => {
    expect(corpus.report.findings.filter(({ data }) => data.problem === 'empty')).toEqual([])
    expect(corpus.report.findings.filter(({ rule }) => rule === 'structure/prerequisites')).toEqual([])
  })
})

describe.runIf(hasShared)('the listing (needs ../shared)', () => {
  test.each(kindNames)('%s', (kind) => {
    const { recall, missed } = scoreOf(listingCorpus(), kind)
    expect(recall, `missed: ${missed.join(', ')}`).toBeGreaterThanOrEqual(0.9)
  })
})

test.runIf(hasOfficeSupport)(
  'another help centre, after `deskcheck init` (needs ../shared)',
  async () => {
    const { articles, right, stillFound, falseAlarms, median, conflicts } = await judgeOfficeSupport()
    expect(conflicts.length / articles).toBeLessThanOrEqual(0.02)
    const worth = conflicts.filter(([, verdict]) => verdict !== undefined && verdict !== 'false')
    expect(worth.length / conflicts.length, JSON.stringify(conflicts)).toBeGreaterThanOrEqual(0.7)
    expect(falseAlarms).toEqual([])
    expect(stillFound / right).toBeGreaterThanOrEqual(0.9)
    expect(median.atLeastWarning).toBeLessThanOrEqual(2)
    expect(median.suggestions).toBeLessThanOrEqual(6)
  },
  120_000,
)

describe('conflicts', () => {
  test('are labelled at every distance, with as many pairs that only look alike', () => {
    const pairs = parts.flatMap(labelledPairs)
    expect(pairs.length).toBeGreaterThanOrEqual(150)
    expect(new Set(pairs.map(({ name }) => name)).size).toBe(pairs.length)
    for (const { files } of pairs) expect(files.length).toBeGreaterThan(0)
  })

  test.each(parts)('%s', (part) => {
    const { pairs, found, wrong, beyond } = scoreConflicts(part)
    const recall = (wording: string) => {
      const some = pairs.filter((pair) => pair.isConflict && pair.wording === wording)
      return some.filter((pair) => found.includes(pair)).length / some.length
    }
    expect(recall('same')).toBeGreaterThanOrEqual(0.8)
    expect(recall('light')).toBeGreaterThanOrEqual(0.7)
    expect(wrong.length / pairs.length, wrong.map(({ name }) => name).join(', ')).toBeLessThanOrEqual(0.02)
    expect(beyond).toEqual([])
  })

  // What others have planted: as many as there are today, so that it is seen when they are fewer.
  test.each([
    ['developed', { articles: 780, verbatim: 239, light: 185, same: 0, scope: 6, others: 10 }],
    ['scored', { articles: 120, verbatim: 37, light: 27, same: 0, scope: 0, others: 0 }],
  ] as const)('planted by others (%s)', (part, today) => {
    const { articles, kinds, others } = scorePlantedPart(part)
    expect(articles).toBe(today.articles)
    expect(kinds.get('verbatim')!.told).toBeGreaterThanOrEqual(today.verbatim)
    expect(kinds.get('light')!.told).toBeGreaterThanOrEqual(today.light)
    expect(kinds.get('same')!.told).toBeLessThanOrEqual(today.same)
    expect(kinds.get('scope')!.told).toBeLessThanOrEqual(today.scope)
    expect(others.length).toBeLessThanOrEqual(today.others)
  })

  test.runIf(hasRevisions)('what editors have changed (needs ../shared)', () => {
    const scores = scoreRevisions()
    const share = (label: string) => scores.get(label)!.found / scores.get(label)!.pairs
    expect(share('CONFLICT')).toBeGreaterThanOrEqual(0.6)
    expect(share('NO_CONFLICT')).toBeLessThanOrEqual(0.03)
    expect(share('MODALITY')).toBe(0)
  })
})

describe.runIf(hasRetired)('the queue (needs ../shared)', () => {
  test('has first more of what editors have retired than an order by age', () => {
    const [age, ...queues] = rankRetired().rankings
    for (const { auc, inFirstHundred } of queues) {
      expect(auc).toBeGreaterThan(age!.auc + 0.1)
      expect(inFirstHundred).toBeGreaterThan(age!.inFirstHundred)
    }
  }, 120_000)
})

describe('duplicates', () => {
  test('are labelled at every level, with as many pairs that only look alike', () => {
    const { pairs, negatives } = countLabels()
    expect(pairs).toBeGreaterThanOrEqual(60)
    expect(negatives).toBeGreaterThanOrEqual(60)
  })

  test.each(scoreDuplicates().filter(({ level }) => level !== 'question'))('$level', (score) => {
    expect(score.precision, `false: ${score.false.join(', ')}`).toBeGreaterThanOrEqual(0.9)
    expect(score.recall, `missed: ${score.missed.join(', ')}`).toBeGreaterThanOrEqual(0.9)
  })

  test.each(scorePlanted(labelledHouses()))('planted: $kind', ({ kind, planted, found }) => {
    expect(planted).toBeGreaterThan(100)
    expect(found / planted).toBeGreaterThanOrEqual(kind.endsWith('half') ? 0.9 : 0.95)
  })

  // Questions that have no word in common are beyond what words tell; what is found must be right.
  test('question', () => {
    const score = scoreDuplicates().find(({ level }) => level === 'question')!
    expect(score.false).toEqual([])
  })
})

test.runIf(hasMerged)(
  'duplicates of another help centre (needs ../shared)',
  () => {
    const { articles, byNearOrQuestion, judged, missedNear } = scoreMerged()
    expect(byNearOrQuestion).toBeGreaterThanOrEqual(8)
    expect(judged.false + judged.unknown).toBeLessThanOrEqual(articles / 100)
    expect(missedNear).toEqual([])
  },
  120_000,
)

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { parseArticle } from '../src/article/parse-article.ts'
import { comparePaths } from '../src/corpus/by-path.ts'
import { createClaimIndex, type ClaimIndex } from '../src/corpus/conflicts/claim-index.ts'
import { createClaimPairs } from '../src/corpus/conflicts/claim-pairs.ts'
import type { Side } from '../src/corpus/conflicts/conflict.ts'
import { likenessOf } from '../src/corpus/conflicts/likeness.ts'
import { createReader } from '../src/corpus/conflicts/reading.ts'
import { createCorpus, type Corpus } from '../src/corpus/corpus.ts'
import { factsOf, type Facts } from '../src/facts/facts.ts'
import { stemsOf } from '../src/facts/terms.ts'

// Each run looks at a whole help centre: on a busy machine it takes its time.
vi.setConfig({ testTimeout: 120_000 })

/** The articles of an invented help centre, in which some contradict each other. */
const articlesOf = (house: string): { path: string; source: string }[] =>
  readFileSync(new URL(`eval/conflicts/planted/${house}.txt`, import.meta.url), 'utf8')
    .split(/^(?=%% )/m)
    .map((part) => ({ path: part.slice(3, part.indexOf('\n')), source: part.slice(part.indexOf('\n') + 1) }))

const [house, other] = [articlesOf('larkspire'), articlesOf('marloway')]
const facts = (path: string, source: string) => factsOf(parseArticle(path, source))
const bounds = { similarity: 0.8, containment: 0.9, likeness: 0.8, minWords: 20 }

const conflictsOf = (corpus: Corpus) => {
  const sideOf = ({ reading: { article, quote, at }, value, only }: Side) => [article.path, at, quote, value, only]
  return corpus
    .conflicts(bounds)
    .map(({ left, right, ...rest }) => ({ ...rest, left: sideOf(left), right: sideOf(right) }))
}

/** What somebody does to an article: replaces its text by another one's, adds some of it, changes what figures it gives, or its title. */
const edit = fc.record({
  place: fc.nat(house.length - 1),
  from: fc.nat(other.length - 1),
  what: fc.constantFrom('delete', 'replace', 'add', 'figures', 'title', 'small', 'grow', 'restore', 'copy'),
})

function edited({ place, from, what }: { place: number; from: number; what: string }): Facts | undefined {
  const { path, source } = house[place]!
  const { source: text } = other[from]!
  const body = text.replace(/^---[^]*?\n---\n/, '')
  switch (what) {
    case 'delete':
      return undefined
    case 'replace':
      return facts(path, text)
    case 'add':
      return facts(path, `${source}\n${body}`)
    case 'figures':
      return facts(path, source.replace(/\b\d\b/g, '7'))
    case 'title':
      return facts(
        path,
        source.replace(/^(?:title:|#) .*$/gm, (line) => `${line} ${/^# .*/m.exec(text)?.[0].slice(2)}`),
      )
    case 'small':
      return facts(path, source.toLowerCase())
    case 'grow':
      return facts(
        path,
        other
          .map((one) => one.source.replace(/^---[^]*?\n---\n/, ''))
          .slice(0, 15)
          .join('\n'),
      )
    case 'copy':
      return facts(path, house[from]!.source.replace(/\b\d\b/g, '8'))
    default:
      return facts(path, source)
  }
}

describe('conflicts', () => {
  const first = house.map(({ path, source }) => facts(path, source))

  test('are those of all articles after any changes, in a session and between runs', () => {
    expect(conflictsOf(createCorpus(first)).length).toBeGreaterThan(20)
    fc.assert(
      fc.property(fc.array(fc.array(edit, { maxLength: 3 }), { minLength: 1, maxLength: 4 }), (rounds) => {
        const articles = new Map(first.map((one) => [one.path, one]))
        const session = createCorpus(first)
        conflictsOf(session)
        let runs = createCorpus(first)
        conflictsOf(runs)
        for (const edits of rounds) {
          for (const one of edits) {
            const { path } = house[one.place]!
            const now = edited(one)
            if (now) {
              articles.set(path, now)
              session.put(now)
            } else {
              articles.delete(path)
              session.delete(path)
            }
          }
          const expected = conflictsOf(createCorpus([...articles.values()]))
          expect(conflictsOf(session)).toEqual(expected)
          runs = createCorpus([...articles.values()], runs.memory())
          expect(conflictsOf(runs)).toEqual(expected)
        }
      }),
      { numRuns: 10 },
    )
  })

  test('come from pairs that are what all claims compared anew are, to the last weight', () => {
    const both = [...first, ...other.map(({ path, source }) => facts(`other/${path}`, source))]
    const pairsOf = (index: ClaimIndex, kept?: Uint32Array, articles?: readonly Facts[]) => {
      const read = createReader(index)
      return createClaimPairs(
        index,
        {
          leastAlike: () => 0.28,
          leastShared: 8,
          // All that comparing may depend on.
          compare: (one, another, overlap) => {
            const [a, b] = [read(one), read(another)]
            return {
              ...likenessOf(a, b, index, overlap),
              rare: [...a.stems, ...b.stems].filter(index.isRare),
              titles: [...a.ofTitle].filter((stem) => b.ofTitle.has(stem)).map(index.weightOf),
            }
          },
        },
        kept,
        articles,
      )
    }
    const plain = (index: ClaimIndex, pairs: ReturnType<typeof pairsOf>) =>
      pairs
        .all()
        .map(({ a, b, what }) => [
          ...[a, b].map((claim) => `${index.articleOf(claim).path} ${index.placeOf(claim)}`),
          what,
        ])
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 16 }), (edits) => {
        const articles = new Map(both.map((one) => [one.path, one]))
        const index = createClaimIndex(both)
        const pairs = pairsOf(index)
        pairs.all()
        const kept = pairs.memory(new Map(both.map((one, place) => [one, place])))
        const again = createClaimIndex(both)
        const reopened = pairsOf(again, kept, both)
        for (const one of edits) {
          const { path } = house[one.place]!
          const [before, now] = [articles.get(path), edited(one)]
          for (const some of [index, again]) some.put(before, now)
          if (now) articles.set(path, now)
          else articles.delete(path)
          const inOrder = [...articles.values()].sort((a, b) => comparePaths(a.path, b.path))
          const anew = createClaimIndex(inOrder)
          const expected = plain(anew, pairsOf(anew))
          expect(plain(index, pairs)).toEqual(expected)
        }
        expect(plain(again, reopened)).toEqual(plain(index, pairs))
      }),
      { numRuns: 30 },
    )
  })

  test('come from pairs that share frequent words alone, too', () => {
    const word = (place: number, held: number, name: string) => (place < held ? ` ${name}` : '')
    const many = Array.from({ length: 460 }, (_, place) =>
      facts(
        `${String(place).padStart(3, '0')}.md`,
        `# T\n\nUp to ${place}${word(place, 200, 'zebras')}${word(place, 320, 'yaks')}${word(place, 450, 'xerus')} and ${'quokkas wombats'.split(' ')[place % 2]}.\n`,
      ),
    )
    const ofFirst = (index: ClaimIndex) =>
      createClaimPairs(index, {
        leastAlike: () => 0.3,
        leastShared: 5,
        compare: (a, _b, { jaccard }) => (index.articleOf(a).path === '010.md' ? jaccard : undefined),
      })
    const plain = (index: ClaimIndex, pairs: ReturnType<typeof ofFirst>) =>
      pairs.all().map(({ b, what }) => [index.articleOf(b).path, what])
    const grown = createClaimIndex(many)
    const kept = ofFirst(grown)
    kept.all()
    for (const [path, place] of [
      ['010.md', 11],
      ['300.md', 3],
      ['440.md', 250],
      ['010.md', 12],
    ] as const) {
      const before = many.findIndex((one) => one.path === path)
      const now = facts(path, `# T\n\nUp to ${place}${word(place, 200, 'zebras')}${word(place, 320, 'yaks')} xerus.\n`)
      grown.put(many[before], now)
      many[before] = now
      const anew = createClaimIndex(many)
      const expected = plain(anew, ofFirst(anew))
      expect(expected.length).toBeGreaterThan(100)
      expect(plain(grown, kept)).toEqual(expected)
    }
  })

  test('are kept as they are now, whenever that is asked', () => {
    const corpus = createCorpus(first)
    conflictsOf(corpus)
    corpus.delete(first[0]!.path)
    corpus.put(edited({ place: 1, from: 2, what: 'copy' })!)
    const again = createCorpus([...corpus.articles], corpus.memory())
    expect(conflictsOf(again)).toEqual(conflictsOf(createCorpus([...corpus.articles])))
  })

  test('are looked for around what changed only', () => {
    const index = createClaimIndex(first)
    expect(index.takeChanges()).toBe('all')
    index.put(first[0], first[0])
    // The same claims under new numbers, and nothing else.
    const [from, to] = index.claimsOf(first[0]!)
    const claims = Array.from({ length: to - from }, (_, place) => from + place)
    expect(index.takeChanges()).toEqual({ claims: new Set(claims), stems: new Set() })
    index.put(undefined, facts('new.md', '# Zeppelins\n\nA zeppelin carries up to 12 people.\n'))
    const changes = index.takeChanges()
    expect(changes !== 'all' && changes.stems.has(stemsOf('zeppelin')[0]!)).toBe(true)
    expect(changes !== 'all' && changes.claims.size).toBeLessThan(index.end() / 4)
  })

  test('weigh a word the same, however they came by it', () => {
    const grown = createClaimIndex([])
    for (const article of [...first].reverse()) grown.put(undefined, article)
    for (const article of first.slice(0, 20)) grown.put(article, undefined)
    for (const article of first.slice(0, 20)) grown.put(undefined, article)
    const whole = createClaimIndex(first)
    const stems = new Set(first.flatMap((article) => [...article.terms].map((term) => term >>> 6)))
    for (const stem of stems) {
      expect(grown.weightOf(stem)).toBe(whole.weightOf(stem))
      expect(grown.isRare(stem)).toBe(whole.isRare(stem))
      expect(grown.isName(stem)).toBe(whole.isName(stem))
    }
    for (const article of first) {
      const [mine, yours] = [grown.claimsOf(article)[0], whole.claimsOf(article)[0]]
      const count = whole.claimsOf(article)[1] - yours
      for (let place = 0; place < count; place++) {
        expect(grown.weightOfAll(mine + place)).toBe(whole.weightOfAll(yours + place))
        expect(grown.twinsOf(mine + place).length).toBe(whole.twinsOf(yours + place).length)
      }
    }
    expect(grown.isWorn()).toBe(false)
  })
})

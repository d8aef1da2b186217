import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseArticle } from '../src/article/parse-article.ts'
import { compareArticles, inParts } from '../src/compare/compare.ts'

import { renderForTerminal } from '../src/compare/terminal.ts'
import { align } from '../src/corpus/alignment.ts'
import { createCorpus, type Corpus } from '../src/corpus/corpus.ts'
import { placeOfWords } from '../src/facts/body.ts'
import { factsOf, type Facts } from '../src/facts/facts.ts'
import { createSession, lint, resolveSettings } from '../src/index.ts'
import { comparisonPage } from '../src/reporters/html/comparison.ts'

const facts = (source: string, path = 'a.md') => factsOf(parseArticle(path, source))
const settings = resolveSettings({}, { today: '2026-11-23' })
const bounds = { similarity: 0.5, containment: 0.75, likeness: 0.75, minWords: 30 }

describe('a body', () => {
  test('is the same whatever its mark-up, and another with another word, heading or program', () => {
    const digest = (source: string) => facts(source).body.digest
    const plain = digest('# T\n\nPress Save now.\n\n- one\n- two\n')
    expect(digest('---\ntitle: Another\n---\n\nPress **Save** now.\n\n1. one\n2. `two`\n')).toBe(plain)
    expect(digest('# T\n\nPress\nSave   now.\n\n* one\n* two\n')).toBe(plain)
    const others = ['# T\n\nPress Save then.\n\n- one\n- two\n', '# T\n\n## Save\n\nPress Save now.\n\n- one\n- two\n']
    for (const other of [...others, '# T\n\nPress Save now.\n\n- one\n- two\n\n```\nrun\n```\n'])
      expect(digest(other)).not.toBe(plain)
    expect(digest('# Nothing\n')).toBe(0)
  })

  test('knows where its words stand', () => {
    const source = '# T\n\nOne two three.\n\n## H\n\n- four five\n- six\n'
    const { body } = facts(source)
    const at = placeOfWords(body, 3, 6)
    expect(source.slice(at.start.offset, at.end.offset)).toBe('four five\n- six')
    expect([at.start.line, at.start.column, at.end.line]).toEqual([7, 3, 8])
  })
})

describe('an alignment', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), { maxLength: 60 })

  test('accounts for every word of both', () => {
    fc.assert(
      fc.property(words, words, (one, other) => {
        const [here, there] = [facts(`x ${one.join(' ')}\n`), facts(`x ${other.join(' ')}\n`)]
        const { same, differences } = align(here, there)
        const count = (side: 'here' | 'there') => differences.reduce((sum, d) => sum + d[side].to - d[side].from, 0)
        expect(same + count('here')).toBe(here.body.words.length)
        expect(same + count('there')).toBe(there.body.words.length)
        // What stands between the differences is the same, word by word.
        let [a, b] = [0, 0]
        for (const d of [
          ...differences,
          { here: { from: here.body.words.length, to: 0 }, there: { from: there.body.words.length, to: 0 } },
        ]) {
          expect(here.body.words.slice(a, d.here.from)).toEqual(there.body.words.slice(b, d.there.from))
          a = d.here.to
          b = d.there.to
        }
      }),
    )
  })

  test('of an article with itself has no differences', () => {
    const article = facts(`${Array.from({ length: 90 }, (_, index) => `w${index % 40}`).join(' ')}\n`)
    expect(align(article, article)).toEqual({ same: 90, differences: [] })
  })
})

const text = (topic: string) =>
  `Open the page of the ${topic}, choose the menu at the right, and press Change. Write the new name of the ${topic}, and wait until the green sign appears beside it. The ${topic} is known by that name to everybody from then on, and old links to it go on working for thirty days.`

describe('articles with much the same text', () => {
  const rulesOf = (files: Record<string, string>) =>
    lint(
      Object.entries(files).map(([path, source]) => ({ path, source })),
      settings,
    )
      .findings.filter(({ rule }) => rule.startsWith('duplicates/'))
      .map(({ rule, path, related }) => `${rule.slice(11)} ${path} ${related.map((other) => other.path).join(' ')}`)

  test('are copies where they are about one thing, and variants where names are exchanged', () => {
    expect(
      rulesOf({
        'board.md': `# How do I rename a board?\n\n${text('board')}\n`,
        'rename.md': `# How do I give a board another name?\n\n${text('board').replace('thirty', 'sixty')}\n`,
        'label.md': `# How do I rename a label?\n\n${text('label')}\n`,
      }),
    ).toEqual(['variant label.md board.md', 'near rename.md board.md'])
  })

  test('are not told again where two of three are meant, and the third is new', () => {
    const copy = (head: string) => `${head}# How do I rename a board?\n\n${text('board')}\n`
    const meant = { 'a.md': copy(''), 'b.md': copy('---\ndistinct_from: a\n---\n\n') }
    expect(rulesOf(meant)).toEqual([])
    expect(rulesOf({ ...meant, 'c.md': copy('') })).toEqual(['exact c.md a.md'])
  })

  test('are no copies where only boilerplate is the same', () => {
    const footer = `${text('help desk')} ${text('account')}`
    const own = {
      bread: 'Bread rises for an hour before it goes into the oven.',
      rain: 'When clouds are dark, take an umbrella along to work.',
      sleep: 'Eight hours at night make most people glad in the morning.',
      chess: 'White moves first; a game lasts until somebody gives up.',
      paint: 'Two thin coats dry faster than a thick one ever would.',
      glass: 'Sand melts at great heat, and is blown into any shape.',
      metal: 'Iron rusts outdoors unless it is oiled every spring.',
    }
    const files = Object.fromEntries(
      Object.entries(own).map(([word, said]) => [`${word}.md`, `# What about ${word}?\n\n${said}\n\n${footer}\n`]),
    )
    expect(rulesOf(files)).toEqual([])
  })
})

describe('what is known of a corpus together', () => {
  const topics = ['board', 'label', 'task list']
  const source = (title: number, topic: number, more: number) =>
    `# ${['How do I rename a', 'Renaming a', 'How do I delete a'][title]} ${topics[topic]}?\n\n${text(topics[topic]!)}\n\n${more > 0 ? text(`${'very '.repeat(more)}old thing`) : ''}\n`
  const someArticle = fc
    .tuple(fc.nat({ max: 9 }), fc.nat({ max: 2 }), fc.nat({ max: 2 }), fc.nat({ max: 2 }))
    .map(([name, title, topic, more]) => facts(source(title, topic, more), `${name}.md`))
  const known = (corpus: Corpus) => {
    const { copies, variants } = corpus.duplicates(bounds)
    const pair = ({ a, b, what }: { a: Facts; b: Facts; what: unknown }) => [a.path, b.path, what]
    return {
      copies: copies.map(({ article, keep, similarity }) => [article.path, keep.path, similarity]).sort(),
      variants: variants.map(({ article, others }) => [article.path, others.map((one) => one.article.path)]).sort(),
      questions: corpus.questions().map(pair),
      passages: [...corpus.passages(45)].flat().map(pair).sort(),
    }
  }

  test('knows with the memory of another corpus what it would know without it', () => {
    const some = fc.array(someArticle, { maxLength: 12 })
    fc.assert(
      fc.property(fc.array(some, { minLength: 2, maxLength: 4 }), (runs) => {
        let memory: ReturnType<ReturnType<typeof createCorpus>['memory']> | undefined
        const articles = new Map<string, Facts>()
        for (const changes of runs) {
          for (const one of changes) {
            // What is there goes, what is not comes.
            if (!articles.delete(one.path)) articles.set(one.path, one)
          }
          const corpus = createCorpus([...articles.values()], memory)
          expect(known(corpus)).toEqual(known(createCorpus([...articles.values()])))
          memory = corpus.memory()
          corpus.put(changes[0] ?? [...articles.values()][0] ?? facts('# A\n'))
          expect(known(corpus)).toEqual(known(createCorpus([...corpus.articles])))
        }
      }),
      { numRuns: 12 },
    )
  })

  test('is after any changes what a new corpus of the same articles knows, in whatever order they come', () => {
    const change = fc.oneof(someArticle, fc.nat({ max: 9 }))
    fc.assert(
      fc.property(fc.array(someArticle, { maxLength: 8 }), fc.array(change, { maxLength: 12 }), (some, changes) => {
        const corpus = createCorpus([...new Map(some.map((one) => [one.path, one])).values()])
        known(corpus)
        for (const one of changes) {
          if (typeof one === 'number') corpus.delete(`${one}.md`)
          else corpus.put(one)
          known(corpus)
        }
        expect(known(corpus)).toEqual(known(createCorpus([...corpus.articles].reverse())))
      }),
      { numRuns: 40 },
    )
  })
})

describe('similar', () => {
  const session = createSession(settings)
  const articles = {
    'rename.md': `# How do I rename a board?\n\n${text('board')}\n`,
    'invoice.md': '# Where do I find my invoices?\n\nUnder Billing. They come on the first of each month.\n',
    'delete.md': '# How do I delete my account?\n\nAsk the owner, who can remove it under Members.\n',
    'empty.md': '',
  }
  for (const [path, source] of Object.entries(articles)) session.set(path, source)

  test.each([
    ['Where can I download the invoice?', 'invoice.md'],
    ['I want to erase my acount', 'delete.md'],
    ['Changing the name of a board', 'rename.md'],
  ])('%s', (title, path) => {
    const [first, ...others] = session.similar({ title, body: '' })
    expect(first).toMatchObject({ path })
    expect(first!.why).not.toBe('')
    expect(others.every(({ score }) => score <= first!.score)).toBe(true)
  })

  test('finds nothing where nothing is near, and whatever is asked', () => {
    expect(session.similar({ title: 'Zxqv', body: '' })).toEqual([])
    expect(createSession(settings).similar({ title: 'Anything' })).toEqual([])
    fc.assert(
      fc.property(fc.string(), fc.string(), (title, body) => {
        for (const { score } of session.similar({ title, body })) expect(score).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

describe('compare', () => {
  const compared = (a: string, b: string) => compareArticles(parseArticle('a.md', a), parseArticle('b.md', b))
  test('marks a value where it stands, and not inside of another', () => {
    expect(inParts('Since 2010, 10 users; then 10.', '10')).toEqual([
      { text: 'Since 2010, ', isValue: false },
      { text: '10', isValue: true },
      { text: ' users; then ', isValue: false },
      { text: '10', isValue: true },
      { text: '.', isValue: false },
    ])
    expect(inParts('Ten users.', '')).toEqual([{ text: 'Ten users.', isValue: false }])
    expect(inParts('Ten users.', 'nine')).toEqual([{ text: 'Ten users.', isValue: false }])
  })

  const comparison = compared(
    '# How long are links valid?\n\n**Quick answer:** A link is valid for 7 days.\n\n## Steps\n\n1. Open <b> the board.\n2. Press Share.\n\n## Only here\n\nAsk support.\n',
    '# Links\n\n## Quick answer\n\nA link is valid for 14 days.\n\n## Before you begin\n\nSign in first.\n\n## Steps\n\n1. Open the board.\n2. Press Share & wait.\n',
  )

  test('aligns sections, marks words, and lists what cannot both be right', () => {
    expect(comparison.sections.map(({ here, there }) => [here, there])).toEqual([
      ['Quick answer:', 'Quick answer'],
      [undefined, 'Before you begin'],
      ['Steps', 'Steps'],
      ['Only here', undefined],
    ])
    expect(comparison.disagreements).toEqual([
      {
        here: { value: '7', quote: 'A link is valid for 7 days.' },
        there: { value: '14', quote: 'A link is valid for 14 days.' },
      },
    ])
    expect(renderForTerminal(comparison)).toContain('A link is valid for [-7-] {+14+} days.')
  })

  test('gives a page that holds no mark-up of the articles', () => {
    const page = comparisonPage(comparison)
    expect(page).toContain('valid for <del>7</del> days.')
    expect(page).toContain('Press Share <ins>&amp; wait.</ins>')
    expect(page).not.toMatch(/<script|<b>|https?:/)
  })

  test('takes any two articles', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const any = compared(a, b)
        expect(any.here.shared).toBe(any.there.shared)
        comparisonPage(any)
        renderForTerminal(any, { color: true })
      }),
    )
  })
})

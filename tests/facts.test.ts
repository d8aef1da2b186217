import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { createHouse } from '../src/article/house.ts'
import { parseArticle } from '../src/article/parse-article.ts'
import { createCorpus, type Corpus } from '../src/corpus/corpus.ts'
import { changesBetween } from '../src/corpus/changes.ts'
import { reopenNearIndex } from '../src/corpus/near-index.ts'
import { datesIn } from '../src/facts/dates.ts'
import { addDuration, daysBetween, isDay, isDuration } from '../src/facts/days.ts'
import { valuesIn } from '../src/facts/values.ts'
import { factsOf, type Facts } from '../src/facts/facts.ts'

// Properties over hundreds of articles: on a busy machine they take their time.
vi.setConfig({ testTimeout: 60_000 })

const facts = (source: string, path = 'a.md') => factsOf(parseArticle(path, source))

describe('dates', () => {
  test.each([
    ['28 Nov 2025', '2025-11-28', '2025-11-28'],
    ['28th of November 2025', '2025-11-28', '2025-11-28'],
    ['November 28, 2025', '2025-11-28', '2025-11-28'],
    ['Nov. 28th 2025', '2025-11-28', '2025-11-28'],
    ['28-Nov-2025', '2025-11-28', '2025-11-28'],
    ['2025-11-28', '2025-11-28', '2025-11-28'],
    ['2025/11/28', '2025-11-28', '2025-11-28'],
    ['28/11/2025', '2025-11-28', '2025-11-28'],
    ['11/28/2025', '2025-11-28', '2025-11-28'],
    ['28.11.2025', '2025-11-28', '2025-11-28'],
    ['03/04/2025', '2025-03-04', '2025-04-03'],
    ['November 2025', '2025-11-01', '2025-11-30'],
    ['end of February 2024', '2024-02-01', '2024-02-29'],
    ['Q2 2025', '2025-04-01', '2025-06-30'],
    ['second quarter of 2025', '2025-04-01', '2025-06-30'],
    ['H1 2025', '2025-01-01', '2025-06-30'],
    ['early 2025', '2025-01-01', '2025-04-30'],
    ['the end of 2024', '2024-09-01', '2024-12-31'],
    ['2024', '2024-01-01', '2024-12-31'],
  ])('%s', (text, from, to) => {
    expect(datesIn(`by ${text}, all`)).toEqual([{ index: 3, text, from, to }])
  })

  test('are read in the order of the house', () => {
    const spanOf = (text: string, order: 'day-first' | 'month-first') =>
      datesIn(text, order).map(({ from, to }) => `${from} ${to}`)
    expect(spanOf('03/04/2025', 'day-first')).toEqual(['2025-04-03 2025-04-03'])
    expect(spanOf('03/04/2025', 'month-first')).toEqual(['2025-03-04 2025-03-04'])
    expect(spanOf('28/11/2025', 'month-first')).toEqual(['2025-01-01 2025-12-31'])
    expect(spanOf('2025-03-04', 'day-first')).toEqual(['2025-03-04 2025-03-04'])
  })

  test.each(['31 Feb 2025', '2025-13-40', '28 Nov', 'ISO/IEC 27001:2013', 'v2025.1', '12025', 'model X2024'])(
    '%s is no day',
    (text) => {
      expect(datesIn(text).filter((date) => date.from === date.to)).toEqual([])
    },
  )
})

describe('days', () => {
  test('exist or do not', () => {
    expect(['2024-02-29', '2025-02-29', '2025-2-1', 'soon', '2025-11-28T10:00:00Z'].map(isDay)).toEqual([
      true,
      false,
      false,
      false,
      true,
    ])
  })
  test('durations are of whole days', () => {
    expect(['P1Y', 'P6M', 'P2W', 'P90D', 'P1Y6M', 'P', 'PT1H', '6M', 'yearly', 'P9999999Y'].map(isDuration)).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ])
  })
  test('are counted across months and years', () => {
    expect(addDuration('2024-02-29', 'P1Y')).toBe('2025-02-28')
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
    expect(daysBetween('2026-01-01', '2025-12-31')).toBe(-1)
  })
})

describe('deadlines', () => {
  const days = (sentence: string) => facts(`# T\n\n${sentence}\n`).deadlines.map(({ day }) => day)

  test.each([
    ['From 28 Nov 2025, all new webhooks must be POST.', ['2025-11-28']],
    ['Migrate your numbers by 1 March 2025.', ['2025-03-01']],
    ['You can use the old panel until the end of 2024.', ['2024-12-31']],
    ['Support for the app will end in early 2025.', ['2025-04-30']],
    ['The plan is scheduled to be replaced on June 1, 2025.', ['2025-06-01']],
    ['The feature will be available in Q2 2025.', ['2025-06-30']],
    ['In May 2025, we announced that mailboxes will be removed after April 2026.', ['2026-04-30']],
    ['The offer is valid until 2025-01-31.', ['2025-01-31']],
    ['The old keys will work until 2024.', ['2024-12-31']],
  ])('%s', (sentence, expected) => expect(days(sentence)).toEqual(expected))

  test.each([
    'The app was released in March 2021.',
    'The old panel was available until 2020.',
    'Numbers bought before 1 May 2022 must be registered again.',
    'Channels that you deleted before August 2022 will not come back.',
    'The company is registered (certificate 17, effective April 2019).',
    'For example, a report that must run by 1 March 2025 is queued.',
    'Copyright 2019–2024 Example Ltd. You must not copy it.',
    'This will be fixed in the October 2019 monthly update.',
    'Send certificates no later than 31 May of the next year.',
    'Enter a date before January 1, 1930 and it will be refused.',
    'Office 2016 will ask for a key.',
    'You can import up to 2000 contacts.',
    'Calls are free until 2000 minutes are used.',
    'Ports up to 2048 must be open.',
    '`until 2020-01-01` must be set.',
  ])('not: %s', (sentence) => expect(days(sentence)).toEqual([]))

  test.each([
    'Support for Windows 10 ends on October 14, 2025.',
    'Accounts not migrated by 30 June 2025 will be deleted.',
    'The old API is being retired on 31 March 2025.',
    'The old API retires on 31 March 2025.',
    'The old API shuts down on 31 March 2025.',
    'The old API is going away on 31 March 2025.',
    'You have until 31 March 2025 to migrate.',
    'Customers should migrate before 31 March 2025.',
    'Both versions are supported until 31 March 2025.',
    'Effective 1 April 2025, prices increase by 5%.',
    'From 1 April 2025, prices increase by 5%.',
    'After 31 March 2025 you can no longer log in with a password.',
    'The new pricing takes effect on 1 April 2025.',
    'The new pricing goes live on 1 April 2025.',
    'Registration closes on 1 April 2025.',
    "We're launching a new app in May 2025.",
    'End of support: 31 March 2025',
    'Due date: 31 March 2025',
    'Offer valid till 31-03-2025',
    'The feature will stop working Dec. 31, 2024.',
    'The service will be shut down in 2025.',
    'From 28 Nov 2025, whoever makes a webhook must choose POST, and the old ones go on.',
    'Starting 28 Nov 2025, every new webhook has to be POST.',
    'Please export your data before 1 May 2025.',
    'The beta is open until the end of 2024.',
    'New keys will be required by Q2 2025.',
  ])('ahead: %s', (sentence) => expect(days(sentence)).toHaveLength(1))

  test.each([
    'You can import up to 2000 contacts.',
    'It must take up to 2010 ms.',
    'By 2010 standards, it will be fast.',
    'We migrated all accounts by 31 May 2025.',
    'The deadline of 31 March 2025 has passed, and the old API no longer works.',
    'We launched it on 3 May 2025 and will improve it.',
    'After the migration on 1 May 2025, you will see a new menu.',
    'Due to the change on 1 May 2025, you must log in again.',
    'The GDPR took effect on 25 May 2018 and you must comply with it.',
    'If you signed up before 1 March 2025, you will see the old menu.',
    'Invoices from before 1 March 2025 must be requested by e-mail.',
    'Messages sent in June 2024 can no longer be edited.',
    'The incident on 3 May 2025 must be reported in the form.',
    'Example: the invoice of March must be paid by 19 March 2025.',
    'Say your trial starts on 1 March 2025: it will end on 15 March 2025.',
    'Suppose you subscribe on 1 March 2025. Your trial will end on 15 March 2025.',
    'The app was released in March 2021.',
    'MyCo is registered (Certificate X, effective April 2019).',
    'ISO 27001 certified since May 2020.',
    'The certificate was valid until 2023.',
    'In 2024 we had 99.9% uptime.',
    'Starting on 3 May 2021, you cannot start the old app.',
    'As of 31 October 2017, the old protocol is no longer supported.',
    'The team had announced plans to move the button on 18 October 2019.',
    'Windows Server 2016 will ask for a key.',
    'The old panel was available until 31 March 2024.',
    'Numbers bought before 1 May 2022 must be registered again.',
    'The old app reached its end of support on July 31, 2021.',
  ])('history, example or number: %s', (sentence) => expect(days(sentence)).toEqual([]))

  test('not under a change log, and not in code', () => {
    expect(facts('# T\n\n## Changelog\n\nFrom 1 May 2020, keys must be long.\n').deadlines).toEqual([])
    expect(facts('# T\n\n```\nFrom 1 May 2020, keys must be long.\n```\n').deadlines).toEqual([])
  })

  test('not in the section of an example, which ends with it', () => {
    const source = `# T\n\n## How time is kept\n\nConsider the following scenario:\n\n- Your zone (the clock ends summer on 6 November 2011)\n\n### Step 1\n\nSummer ends on 1 December 2011.\n\n## What changes\n\nFrom 1 May 2020, keys must be long.\n`
    expect(facts(source).deadlines.map(({ day }) => day)).toEqual(['2020-05-01'])
  })

  test('are read under a title that speaks of history', () => {
    expect(facts('# How do I see my call history?\n\nFrom 1 May 2020, keys must be long.\n').deadlines).toHaveLength(1)
  })

  test.each([
    ['Terms &amp; conditions \\& more &#38; more: from 28 Nov 2025, all must change.', '28 Nov 2025'],
    ['Ask help@example.com, as from 28 Nov 2025 all must change.', '28 Nov 2025'],
    ['See https://example.com/a, as from 28 Nov 2025 all must change.', '28 Nov 2025'],
    ['> Note: from 28 Nov\n> 2025, all must change.', '28 Nov\n> 2025'],
  ])('stand where they stand: %j', (line, text) => {
    const source = `# T\n\n${line}\n`
    const [deadline] = facts(source).deadlines
    expect(source.slice(deadline!.at.start.offset, deadline!.at.end.offset)).toBe(text)
  })

  test('stand where they stand', () => {
    const source = '# T\n\n- Note: **from 28 Nov\n  2025**, all must change.\n'
    const [deadline] = facts(source).deadlines
    expect(source.slice(deadline!.at.start.offset, deadline!.at.end.offset)).toBe('28 Nov\n  2025')
  })
})

describe('reviews', () => {
  test.each([
    ['---\nlast_verified: 2025-07-25\n---\n', '2025-07-25'],
    ['---\nlast_reviewed: 25 July 2025\n---\n', '2025-07-25'],
    ['# T\n\nLast verified: July 25, 2025\n', '2025-07-25'],
    ['# T\n\n*Reviewed on 2025-07-25*\n', '2025-07-25'],
    ['# T\n\n- **Last verified:** July 25, 2025\n', '2025-07-25'],
    ['# T\n\nLast verified: sometime in 2025\n', undefined],
    [
      '# T\n\nAccounts verified on 2025-07-25 keep their numbers, all others lose them at the end of the month in which they were made.\n',
      undefined,
    ],
    ['# T\n\nReviewed by the docs team on 25 July 2025.\n', '2025-07-25'],
    ['# T\n\nThis article was last verified on 2025-07-25.\n', '2025-07-25'],
    ['# T\n\nChecked on July 25, 2025, the account was blocked.\n', undefined],
    ['# T\n\nNothing.\n', undefined],
  ])('%j', (source, day) => expect(facts(source).review?.verified).toBe(day))

  test('under the keys of the house, in its order, after ours', () => {
    const house = createHouse({
      keys: { last_verified: ['ms.date'], review_every: ['ms.cycle'] },
      dayOrder: 'month-first',
    })
    const review = (source: string) => factsOf(parseArticle('a.md', source, { house })).review
    expect(review('---\nms.date: 03/04/2025\nms.cycle: P6M\n---\n')).toMatchObject({
      verified: '2025-03-04',
      text: '03/04/2025',
      every: 'P6M',
    })
    expect(review('---\nms.date: 03/04/2025\nlast_verified: 2025-07-25\n---\n')?.verified).toBe('2025-07-25')
    expect(facts('---\nms.date: 03/28/2025\n---\n').review).toBeUndefined()
  })
})

describe('links', () => {
  const linksIn = (source: string) => {
    const { links } = facts(source)
    for (const [to, , , offset] of links) expect(source.slice(offset, offset + to.length)).toBe(to)
    return links.map(([to]) => to)
  }

  test('within the site are kept as written, where they stand', () => {
    expect(
      linksIn(
        '[a](a.md#b "A") and [b](<b c.md>), [c][ref] <a href="d.html">d</a>\n\n> - [e](../e%20f.md?x=1)\n\n[ref]: ./g.md\n',
      ),
    ).toEqual(['a.md#b', 'b c.md', '../e%20f.md?x=1', './g.md', 'd.html'])
  })

  test('to other sites, pictures and what a generator fills in are not', () => {
    expect(
      linksIn(
        '<https://example.com> [a](mailto:a@example.com) [b](//example.com) ![c](c.png) [d]({{d}}) [e](@site/e) [f]() [g](#) `[h](h.md)`\n',
      ),
    ).toEqual([])
  })

  test.each([
    ['# Who may do `this` & that?\n\n## Limits\n\n## Limits\n', 'who-may-do-this--that limits limits-1'],
    [
      '## Réglages {#settings}\n\n<a name="top-up"></a>\n\n<h2 id="fees">All fees</h2>\n',
      'réglages settings top-up fees all-fees',
    ],
    ['No heading\n', ''],
    ['---\nexcerpt: true\n---\n\n## Limits\n', null],
    ['## Limits\n\n{% include fees.md %}\n', null],
  ])('lead to anchors: %j', (source, anchors) => expect(facts(source).anchors).toBe(anchors))

  test('are judged only as far as a run can see', () => {
    const all = Array.from({ length: 9 }, (_, index) =>
      facts(`[next](${(index + 1) % 9}.md) [gone](gone/x.md)\n`, `a/${index}.md`),
    )
    const broken = (some: Facts[]) =>
      createCorpus(some)
        .brokenLinks()
        .map(({ from, link }) => `${from.path} ${link[0]}`)
    expect(broken(all)).toEqual([])
    expect(broken(all.slice(0, 8))).toEqual(['a/7.md 8.md'])
    expect(broken(all.filter((_, index) => index % 2 === 0))).toEqual([])
  })
})

describe('near articles', () => {
  const words = Array.from({ length: 100 }, (_, index) => `word${index}`)
  const article = (path: string, text: string[]) => facts(`# ${path}\n\n${text.join(' ')}\n`, path)
  const bounds = { jaccard: 0.5, containment: 0.75, minWords: 24 }
  const pairsOf = (corpus: Corpus) =>
    corpus.near(bounds).flatMap(({ articles, eachPair }) => {
      const pairs: string[] = []
      eachPair(({ a, b, jaccard, containment }) =>
        pairs.push(`${articles[a]!.path} ${articles[b]!.path} ${jaccard.toFixed(6)} ${containment.toFixed(6)}`),
      )
      return pairs.sort()
    })

  test('are found by overlap and by containment, and only those', () => {
    const thinned = words.filter((_, index) => index % 25 !== 7)
    const others = words.map((word) => `${word}x`)
    const corpus = createCorpus([
      article('whole', words),
      article('thinned', thinned),
      article('half', words.slice(0, 50)),
      article('other', others),
      article('tiny', words.slice(0, 10)),
    ])
    expect(corpus.near(bounds).map(({ articles }) => articles.map(({ path }) => path))).toEqual([
      ['half', 'thinned', 'whole'],
    ])
    expect(pairsOf(corpus).map((pair) => pair.split(' ').slice(0, 2))).toEqual([
      ['half', 'thinned'],
      ['half', 'whole'],
      ['thinned', 'whole'],
    ])
  })

  test('are tied together by the hundred', () => {
    const copies = Array.from({ length: 250 }, (_, index) => article(`copy${index}`, words))
    const [group, ...others] = createCorpus(copies).near(bounds)
    expect(others).toEqual([])
    expect(group!.articles.length).toBe(250)
  })

  // Few pieces of text, so that articles share some; one of them stands in so many that it is boilerplate.
  const pieces = Array.from({ length: 8 }, (_, piece) => words.slice(piece * 12, piece * 12 + 12))
  const boilerplate = Array.from({ length: 199 }, (_, index) =>
    article(`z${String(index).padStart(3, '0')}`, [...pieces[0]!, ...pieces[1]!, `own${index}`, `other${index}`]),
  )
  const someArticle = fc
    .tuple(fc.integer({ min: 0, max: 9 }), fc.array(fc.nat({ max: 7 }), { minLength: 2, maxLength: 6 }))
    .map(([name, parts]) =>
      article(
        `${name % 2 ? 'a' : 'zz'}${name}`,
        parts.flatMap((part) => pieces[part]!),
      ),
    )

  test('are all pairs that comparing each with each would give, where nothing is boilerplate', () => {
    fc.assert(
      fc.property(fc.array(someArticle, { maxLength: 12 }), (some) => {
        const articles = [...new Map(some.map((one) => [one.path, one])).values()]
        const sets = articles.map(({ shingles }) => new Set(shingles))
        const expected = articles.flatMap((a, i) =>
          articles.flatMap((b, j) => {
            const [one, other] = [sets[i]!, sets[j]!]
            if (a.path >= b.path || Math.min(one.size, other.size) < bounds.minWords - 4) return []
            const shared = [...one].filter((shingle) => other.has(shingle)).length
            const jaccard = shared / (one.size + other.size - shared)
            const containment = shared / Math.min(one.size, other.size)
            if (jaccard < bounds.jaccard && containment < bounds.containment) return []
            return [`${a.path} ${b.path} ${jaccard.toFixed(6)} ${containment.toFixed(6)}`]
          }),
        )
        expect(pairsOf(createCorpus(articles)).sort()).toEqual(expected.sort())
      }),
    )
  })

  test('are after any changes what a new corpus of the same articles gives', () => {
    const change = fc.oneof(
      someArticle.map((one) => ({ path: one.path, facts: one as Facts | undefined })),
      fc.integer({ min: 0, max: 9 }).map((name) => ({ path: `${name % 2 ? 'a' : 'zz'}${name}`, facts: undefined })),
      fc.constantFrom('z000', 'z001', 'z198').map((path) => ({ path, facts: undefined })),
    )
    fc.assert(
      fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
        const corpus = createCorpus(boilerplate)
        corpus.near(bounds)
        for (const { path, facts } of changes) {
          if (facts) corpus.put(facts)
          else corpus.delete(path)
          corpus.near(bounds)
        }
        expect(pairsOf(corpus)).toEqual(pairsOf(createCorpus(corpus.articles)))
      }),
      { numRuns: 20 },
    )
  })

  test('are from memory what a new corpus of the same articles gives, run after run', () => {
    const run = fc.array(
      fc.record({ path: fc.constantFrom('a1', 'a9', 'zz0', 'z000', 'z001', 'z198', 'short'), facts: someArticle }),
      { maxLength: 4 },
    )
    fc.assert(
      fc.property(fc.array(run, { minLength: 1, maxLength: 3 }), (runs) => {
        const articles = new Map([...boilerplate, article('short', words.slice(0, 9))].map((one) => [one.path, one]))
        let corpus = createCorpus([...articles.values()])
        corpus.near(bounds)
        for (const changes of runs) {
          for (const { path, facts } of changes) {
            // What is there goes, what is not comes.
            if (!articles.delete(path)) articles.set(path, { ...facts, path })
          }
          corpus = createCorpus([...articles.values()], corpus.memory())
          expect(pairsOf(corpus)).toEqual(pairsOf(createCorpus([...articles.values()])))
        }
      }),
      { numRuns: 12 },
    )
  })

  test('are looked for around what changed only, as long as nothing becomes boilerplate or ceases to be', () => {
    const [first, second, ...others] = boilerplate
    const before = createCorpus([first!, second!, ...others])
    before.near(bounds)
    const memory = [...before.memory().near.values()][0]!
    const changed = { ...second!, shingles: article('x', [...pieces[0]!, ...pieces[1]!, 'anew']).shingles }
    const reopened = (now: Facts[]) =>
      reopenNearIndex(before.articles, memory, changesBetween(before.articles, now), bounds)
    expect(reopened([first!, changed, ...others])?.groups()[0]?.articles).toContain(changed)
    const two = ['zza', 'zzb'].map((path) => ({ ...changed, path }))
    expect(reopened([...before.articles, two[0]!])?.groups()[0]?.articles.length).toBe(200)
    expect(reopened([...before.articles, ...two])).toBeUndefined()
    expect(changesBetween(before.articles, []).map(({ before: gone }) => gone)).toEqual(before.articles)
  })
})

test('facts are plain data', () => {
  const taken = facts(
    '---\ntitle: T\ndistinct_from: [b]\n---\n\n<!-- deskcheck-disable structure/steps -->\n\nLast verified: 2025-07-25\n\n## Limits\n\nSee [b](b.md).\n',
  )
  expect(taken.links.length).toBe(1)
  expect(structuredClone(taken)).toEqual(taken)
  const plain = (value: unknown): boolean =>
    value === undefined ||
    value === null ||
    ['string', 'number', 'boolean'].includes(typeof value) ||
    ([Object.prototype, Array.prototype, Uint32Array.prototype].includes(Object.getPrototypeOf(value)) &&
      Object.values(value as object).every(plain))
  expect(plain(taken)).toBe(true)
})

describe('words that others may write in another way', () => {
  const formsIn = (source: string) => factsOf(parseArticle('a.md', source)).wordForms

  test('are those with a capital or a hyphen inside, names, and closed words that English also writes with a hyphen', () => {
    const source =
      'Send it by WhatsApp or Whatsapp to your e-mail.\nThe `WebHook` of the\nwebhook calls **Click-to-Call**, a follow-up of Salestrail.\n'
    const forms = formsIn(source)
    expect(forms.map(([word]) => word).sort()).toEqual([
      'Salestrail',
      'WhatsApp',
      'Whatsapp',
      'e-mail',
      'follow-up',
      'webhook',
    ])
    for (const [word, line, column, offset] of forms) {
      expect(source.slice(offset, offset + word.length)).toBe(word)
      expect(source.split('\n')[line - 1]!.slice(column - 1, column - 1 + word.length)).toBe(word)
    }
  })

  test('are kept once, and neither from headings, quotations, addresses nor programs', () => {
    expect(formsIn('An email. Another email.\n')).toHaveLength(1)
    expect(
      formsIn(
        '# An E-Mail and Salestrail\n\n> Your e-mail.\n\nSee help.example.com/email, email@example.com, setEmail(), $userName and the file email.txt.\n',
      ),
    ).toEqual([])
  })
})

describe('numbers in words', () => {
  const amounts = (text: string) =>
    valuesIn(text).map(({ from, dimension }) => (dimension === '' ? from : `${from} ${dimension}`))

  test.each<[string, (number | string)[]]>([
    ['It takes thirty-six months.', ['94672800 time']],
    ['A three-year warranty', ['94672800 time']],
    ['A code of 12 characters, a 12-character code', [12, 12]],
    ['Parcels may be redirected twice, labels only once.', ['2 times', '1 times']],
    ['Once you have saved it, it runs three times.', ['3 times']],
    ['You can connect only one package.', [1]],
    ['Access can be given to one person, and to one of them more.', [1]],
    ['With one file, 3,000 rows may come.', [3000]],
    ['60 × 40 × 50 cm', ['0.12 3 sides length']],
    ['It locks at noon on Tuesday.', ['720 clock', '2 weekday']],
    ['Open from Monday to Friday', ['1 weekday']],
    ['Friday 26 September 2025', [0]],
    ['Sent on the 5th of each month, before the last day of the month', ['5 day of month', '31 day of month']],
    ['A note from the fourth day on, after the third failed attempt', ['4 nth day', '3 nth attempt']],
    ['Within one working week or 5 working days', ['432000 working time', '432000 working time']],
    ['UTC+0', []],
    ['Paid at 1.5 times, read 1,000 times, tried twenty-two times', ['1.5 times', '1000 times', '22 times']],
    ['Each may have only a single profile.', [1]],
    ['On the last working day of each month', ['31 working day of month']],
    ['Photos of 35 × 45 mm, or 35 × 45', ['0.001575 2 sides length', '1575 2 sides']],
    ['Try 3 x 10 minutes.', [3, '600 time']],
    ['After the twenty-first day', []],
    ['Open until 24:00, 12 midnight or 12 noon', ['0 clock', '0 clock', '720 clock']],
    ['It takes twenty five days.', ['2160000 time']],
    ['Faxes of more than one hundred pages', [100]],
    ['two hundred and fifty calls, a hundred and one more', [250, 101]],
    ['three thousand calls', [3000]],
    ['It is tried again for an hour, and within half a day.', ['3600 time', '43200 time']],
    ['You may send fifty per second, or 60 per minute.', ['50 per time', '1 per time']],
    ['Wait for a day or so, or half an hour ago, as in an hour.', []],
    ['Hundreds of calls, a week of training, an hourglass.', []],
  ])('%s', (text, expected) => expect(amounts(text)).toEqual(expected))
})

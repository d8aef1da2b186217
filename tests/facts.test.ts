import { describe, expect, test } from 'vitest'
import { parseArticle } from '../src/article/parse-article.ts'
import { groupsOf, nearPairs, sharedWords } from '../src/corpus/near-pairs.ts'
import { datesIn } from '../src/facts/dates.ts'
import { addDuration, daysBetween, isDay, isDuration } from '../src/facts/days.ts'
import { factsOf } from '../src/facts/facts.ts'

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
    'Windows Server 2016 will ask for a key.',
    'The old panel was available until 31 March 2024.',
    'Numbers bought before 1 May 2022 must be registered again.',
    'The old app reached its end of support on July 31, 2021.',
  ])('history, example or number: %s', (sentence) => expect(days(sentence)).toEqual([]))

  test('not under a change log, and not in code', () => {
    expect(facts('# T\n\n## Changelog\n\nFrom 1 May 2020, keys must be long.\n').deadlines).toEqual([])
    expect(facts('# T\n\n```\nFrom 1 May 2020, keys must be long.\n```\n').deadlines).toEqual([])
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
})

describe('near pairs', () => {
  const words = Array.from({ length: 100 }, (_, index) => `word${index}`)
  const article = (path: string, text: string[]) => facts(`# ${path}\n\n${text.join(' ')}\n`, path)
  const bounds = { jaccard: 0.5, containment: 0.75, minWords: 24 }

  test('are found by overlap and by containment, and only those', () => {
    const articles = [
      article('whole', words),
      article(
        'thinned',
        words.filter((_, index) => index % 25 !== 7),
      ),
      article('half', words.slice(0, 50)),
      article(
        'other',
        words.map((word) => `${word}x`),
      ),
      article('tiny', words.slice(0, 10)),
    ]
    const found = nearPairs(articles, bounds).map(({ a, b }) => [articles[a]!.path, articles[b]!.path])
    expect(found).toEqual([
      ['whole', 'thinned'],
      ['whole', 'half'],
      ['thinned', 'half'],
    ])
  })

  test('make groups', () => {
    const pairs = [
      { a: 3, b: 5 },
      { a: 1, b: 5 },
      { a: 2, b: 4 },
    ]
    expect(groupsOf(6, pairs)).toEqual([0, 1, 2, 1, 2, 1])
  })

  test('tie hundreds of copies together', () => {
    const copies = Array.from({ length: 250 }, (_, index) => article(`copy${index}`, words))
    expect(new Set(nearPairs(copies, bounds).map(({ b }) => b)).size).toBe(249)
  })

  test('tell how many words are shared', () => {
    const [here, there] = [article('a', words.slice(0, 60)), article('b', words.slice(20))]
    expect(sharedWords(here!, there!)).toBe(40)
    expect(sharedWords(there!, here!)).toBe(40)
    expect(sharedWords(here!, article('c', []))).toBe(0)
  })
})

test('facts are plain data', () => {
  const taken = facts(
    '---\ntitle: T\ndistinct_from: [b]\n---\n\n<!-- deskcheck-disable structure/steps -->\n\nLast verified: 2025-07-25\n',
  )
  expect(JSON.parse(JSON.stringify(taken))).toEqual(taken)
  const plain = (value: unknown): boolean =>
    value === undefined ||
    value === null ||
    ['string', 'number', 'boolean'].includes(typeof value) ||
    ([Object.prototype, Array.prototype].includes(Object.getPrototypeOf(value)) &&
      Object.values(value as object).every(plain))
  expect(plain(taken)).toBe(true)
})

import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { createHouse, type HouseConfig } from '../src/article/house.ts'
import { parseArticle } from '../src/article/parse-article.ts'
import { parseReaders, readersOf } from '../src/config/parse-readers.ts'
import { parseSuperseded } from '../src/config/parse-superseded.ts'
import { factsOf } from '../src/facts/facts.ts'
import { relativeDatesIn } from '../src/facts/relative-dates.ts'
import { reviewRecordOf } from '../src/facts/review.ts'
import { lint, resolveSettings, type Report } from '../src/index.ts'
import { markVerified } from '../src/lint/mark-verified.ts'
import { readHistory, substanceOf } from '../src/node/history.ts'
import { defaultWeights, queueOf } from '../src/report/queue.ts'
import { queueCsv, rowsAsCsv } from '../src/reporters/csv.ts'
import { freshnessSentences, scoreFreshness } from './eval/freshness.ts'

vi.setConfig({ testTimeout: 60_000 })

const articleOf = (source: string, house?: HouseConfig, file = 'a.md') =>
  parseArticle(file, source, { house: createHouse(house), parser: 'auto' })
const factsIn = (source: string, house?: HouseConfig) => factsOf(articleOf(source, house))

describe('labelled sentences', () => {
  test('are as many as the README says', () => {
    expect(freshnessSentences('developed')).toHaveLength(942)
    expect(freshnessSentences('scored')).toHaveLength(130)
  })

  test('that the rule was made with are told as they were', () => {
    const { found, passed, wrong } = scoreFreshness('developed')
    expect({ found, passed }).toEqual({ found: 422, passed: 433 })
    expect(wrong.map(({ label }) => label)).toEqual(['trap'])
  })

  test('that are only scored are told as well as they were', () => {
    const { found, wrong } = scoreFreshness('scored')
    expect(found).toBeGreaterThanOrEqual(47)
    expect(wrong).toEqual([])
  })
})

describe('dates without a year', () => {
  test.each([
    ['next month', '2025-01-31', '2025-02-01', '2025-02-28'],
    ['next quarter', '2025-11-03', '2026-01-01', '2026-03-31'],
    ['next year', '2025-03-10', '2026-01-01', '2026-12-31'],
    ['later this year', '2025-03-10', '2025-01-01', '2025-12-31'],
    ['the end of this month', '2024-02-10', '2024-02-01', '2024-02-29'],
    ['Q2', '2025-03-10', '2025-04-01', '2025-06-30'],
    ['Q2', '2025-08-10', '2026-04-01', '2026-06-30'],
    ['15 March', '2025-03-10', '2025-03-15', '2025-03-15'],
    ['March 1st', '2025-03-10', '2026-03-01', '2026-03-01'],
    ['tomorrow', '2024-12-31', '2025-01-01', '2025-01-01'],
    ['within the next two weeks', '2025-03-10', '2025-03-10', '2025-03-24'],
  ])('%s, written on %s', (text, dated, from, to) => {
    expect(relativeDatesIn(`It comes ${text}, for all`, dated)).toEqual([{ index: 9, text, from, to }])
  })

  test.each(['15 March 2025', 'the March release', '31 April', 'Q5'])('%s is none', (text) => {
    expect(relativeDatesIn(`It comes ${text}, for all`, '2025-03-10')).toEqual([])
  })

  test('are deadlines only of an article that says when it was written', () => {
    const text = 'We will retire the old editor next month.\n'
    expect(factsIn(text).deadlines).toEqual([])
    expect(factsIn(`---\nupdated: 2025-03-10\n---\n\n${text}`).deadlines).toMatchObject([
      { day: '2025-04-30', text: 'next month' },
    ])
    expect(factsIn(`---\nlast_verified: 2025-05-10\n---\n\n${text}`).deadlines).toMatchObject([{ day: '2025-06-30' }])
  })
})

describe('what comes round, shows a form or picks some out', () => {
  test.each([
    'Start with the week in which January 1 occurs.',
    'Week 1 starts on Jan 1.',
    'Begin with the first week that has four days in the new year.',
    'September 30, 2002 12:33 PM',
    'If you use add-ins created in versions before 2002, you must convert them.',
  ])('%s', (text) => {
    expect(factsIn(`---\nupdated: 2020-03-10\n---\n\n${text}\n`).deadlines).toEqual([])
  })
})

describe('the record of an article', () => {
  test('is read from keys of many houses', () => {
    const { record } = factsIn('---\ntitle: T\nauthor: mei\nlastmod: 2025-03-10T08:00:00Z\nexpiry: 31 May 2026\n---\n')
    expect(record).toMatchObject({ owner: 'mei', updated: { day: '2025-03-10', key: 'lastmod' } })
    expect(record.expires).toMatchObject({ day: '2026-05-31', key: 'expiry' })
  })

  test('is read from keys that the config names, before all others', () => {
    const keys = { updated: ['stand'], owner: ['team'], expires: ['bis'] }
    const source = '---\ndate: 2020-01-01\nstand: 03/04/2026\nteam: [voice, mei]\nbis: 2026-12-31\n---\n'
    const { record } = factsIn(source, { keys, dayOrder: 'day-first' })
    expect(record).toMatchObject({
      owner: 'voice, mei',
      updated: { day: '2026-04-03', key: 'stand' },
      expires: { day: '2026-12-31' },
    })
  })

  test('has nothing where nothing is, or what is there is no day', () => {
    const { record } = factsIn(
      '---\ndate: soon\nexpires: never\nowner:\nreaders: many\n---\n\n`<!-- expires 2026-12-31 -->`\n',
    )
    expect(record).toEqual({ owner: null, readers: null, updated: undefined, expires: undefined })
  })
})

describe('what is superseded', () => {
  const names = (source: string, house?: HouseConfig) => factsIn(source, house).superseded.map(({ old }) => old)

  test('is told once, where it says most', () => {
    const source =
      '---\ntitle: How do I set up Windows 7?\nproduct: Windows 7\n---\n\nStart Windows 7. Choose a theme of Windows 7.\n'
    expect(factsIn(source).superseded).toMatchObject([{ old: 'Windows 7', where: 'title', more: 3 }])
  })

  test('is left alone in code, names, addresses and where the text knows', () => {
    expect(
      names(
        'Run `SSLv3`. Open https://example.com/windows-7. Get an SSL certificate. Skype for Business is there. TLS 1.0 is not accepted. Windows 7 or later. Windows 10 and 11. Any ssl.\n',
      ),
    ).toEqual([])
  })

  test('is left alone where the article is about its successors too', () => {
    expect(names('In Windows 7, press Start. In Windows 11, press Start.\n')).toEqual([])
    expect(names('In Windows 7, press Start. In Windows 8.1, press Start.\n')).toEqual(['Windows 7', 'Windows 8.1'])
  })

  test('is what the house says, over what is so for everybody', () => {
    const superseded = parseSuperseded(
      '- old: [Classic Dialer, CD2]\n  new: Call Desk\n  since: 2025-06-30\n- keep: Windows 7\n',
      'superseded.yml',
    )
    expect(names('Open Classic Dialer on Windows 7 or CD2 with TLS 1.0.\n', { superseded })).toEqual([
      'Classic Dialer',
      'TLS 1.0',
    ])
  })

  test.each([
    ['- old: X\n', 'two characters or more'],
    ['- new: Call Desk\n', 'expected `old`'],
    ['- old: Dialer\n  since: soon\n', 'a day, as `YYYY-MM-DD`'],
    ['- old: Dialer\n  keep: Desk\n', '`keep` alone'],
    ['old: Dialer\n', 'line 1'],
  ])('is refused in %j', (text, because) => {
    expect(() => parseSuperseded(text, 'superseded.yml')).toThrow(/^Cannot use the list of what is superseded/)
    expect(() => parseSuperseded(text, 'superseded.yml')).toThrow(because)
  })
})

describe('an article that tells what was', () => {
  const text =
    'From 28 Nov 2025, keys must be long. We recently launched Call Desk. Get Internet Explorer. Open Call Desk.\n'
  const found = (title: string, file = 'a.md') => {
    const { deadlines, moments, superseded, uses } = factsOf(articleOf(`# ${title}\n\n${text}`, undefined, file))
    return [deadlines, moments, superseded, uses].map((some) => some.length > 0)
  }
  const all = [true, true, true, true]

  test('by its title or its folder has nothing that is over', () => {
    expect(found('How do I read the release notes?')).toEqual(all)
    expect(found('What is new in the archive of calls?', 'archiving/a.md')).toEqual(all)
    expect(found('Release notes 29')).not.toContain(true)
    expect(found('Call Desk changelog')).not.toContain(true)
    expect(found('Version 2', 'docs/release-notes/a.md')).not.toContain(true)
    expect(found('Version 2', 'docs/_archive/a.md')).not.toContain(true)
  })
})

describe('what is retired', () => {
  const names = (text: string) => factsIn(`# What is new?\n\n${text}\n`).retirements.map(({ name }) => name)

  test.each([
    'Classic Dialer has been retired.',
    'The Classic Dialer app will be discontinued on 1 May 2026.',
    'On 3 May 2025, we retired the Classic Dialer.',
    'As Classic Dialer is no longer supported, use Call Desk.',
    'Classic Dialer (deprecated)',
    'Classic Dialer reaches end of life in 2025.',
  ])('%s', (text) => expect(names(text)).toEqual(['Classic Dialer']))

  test.each([
    'If Classic Dialer is retired, tell us.',
    'Classic Dialer is not deprecated.',
    'You shut down Classic Dialer by its menu.',
    'This has been retired.',
    'Is Classic Dialer deprecated?',
    'The number was retired.',
  ])('%s says nothing', (text) => expect(names(text)).toEqual([]))
})

const settings = resolveSettings({}, { today: '2026-11-23' })
const deadline = 'From 28 Nov 2025, all new webhooks must use POST.\n'
const page = (title: string, text: string, more = '') => `---\ntitle: ${title}\n${more}---\n\n${text}`
const reportOf = (files: Record<string, string>): Report =>
  lint(
    Object.entries(files).map(([name, source]) => ({ path: name, source })),
    settings,
  )

describe('the queue', () => {
  test('has the strongest evidence first, with reasons, owner and what to do', () => {
    const report = reportOf({
      'a.md': page('How long?', 'For a year.\n', 'last_verified: 2025-01-01\n'),
      'b.md': page('What changes?', deadline, 'owner: mei\nreaders: 12\n'),
      'c.md': page('What stays?', 'All.\n', 'last_verified: 2026-11-01\n'),
    })
    expect(
      queueOf(report).map(({ rank, path: file, owner, readers, todo }) => [rank, file, owner, readers, todo]),
    ).toEqual([
      [1, 'b.md', 'mei', 12, 'Say what holds now, or retire the article'],
      [2, 'a.md', null, null, 'Check it against the product, then run `deskcheck verify`'],
    ])
    expect(queueOf(report)[0]!.reasons.map(({ rule, line, quote }) => [rule, line, quote])).toEqual([
      ['freshness/passed-deadline', 7, deadline.trim()],
      ['freshness/never-verified', 2, ''],
    ])
  })

  test('gives a second piece of the same evidence half', () => {
    const of = (text: string) => queueOf(reportOf({ 'a.md': page('What changes?', text) }))[0]!.score
    const [one, two] = [of(deadline), of(`${deadline}\n${deadline.replace('webhooks', 'keys')}`)]
    expect(two).toBeCloseTo(1.5 * one, 1)
  })

  test('weighs by readers, where they are known', () => {
    const file = (readers: string) => page('What changes?', deadline, readers)
    const report = reportOf({
      'few.md': file('readers: 10\n'),
      'many.md': file('readers: 4000\n'),
      'median.md': file('readers: 100\n'),
      'unknown.md': file(''),
    })
    const scores = Object.fromEntries(queueOf(report).map(({ path: name, score }) => [name, score]))
    expect(queueOf(report).map((one) => one.path)).toEqual(['many.md', 'median.md', 'unknown.md', 'few.md'])
    expect(scores['many.md']! / scores['unknown.md']!).toBeCloseTo(4, 1)
    expect(scores['median.md']).toBe(scores['unknown.md'])
  })

  test('has the points that the page about it names', () => {
    const page = readFileSync(new URL('../.github/FRESHNESS.md', import.meta.url), 'utf8')
    const named = [...page.matchAll(/^\| `([\w-]+\/[\w-]+)` \|.*\| (\d+) \|$/gm)].map(([, rule, points]) => [
      rule,
      Number(points),
    ])
    expect(named).toEqual(Object.entries(defaultWeights))
  })

  test('takes weights, of which 0 says nothing', () => {
    const report = reportOf({ 'b.md': page('What changes?', deadline) })
    expect(queueOf(report, { 'freshness/passed-deadline': 0 })).toEqual([])
    const [one] = queueOf(report, { 'freshness/passed-deadline': 100 })
    expect(one!.score).toBeGreaterThan(100)
  })

  test('is a table that a spreadsheet can read, and runs nothing', () => {
    const report = reportOf({ 'b.md': page('"=HYPERLINK(1)"', deadline, 'owner: "@mei, voice"\n') })
    const rows = parse(queueCsv({ ...report, queue: queueOf(report) }), { columns: true }) as Record<string, string>[]
    expect(rows).toMatchObject([{ rank: '1', path: 'b.md', title: "'=HYPERLINK(1)", owner: "'@mei, voice" }])
  })

  test('reads back as it was, whatever it holds', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string()), { minLength: 1 }), (rows) => {
        const safe = rows.map((row) => row.map((cell) => cell.replace(/^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/, '_$&')))
        expect(parse(rowsAsCsv(['a', 'b'], safe), { record_delimiter: '\r\n' })).toEqual([['a', 'b'], ...safe])
      }),
    )
  })
})

describe('readers', () => {
  const of = (text: string, file: string, title: string | null = null) =>
    readersOf(parseReaders(text, 'views.csv'), { path: file, title })

  test.each([
    ['path,views\ncontent/a.md,12\n', 'content/a.md', 12],
    ['URL;Page views\nhttps://help.example.com/en/a?x=1;1,234\n/en/a/;6\n', 'help/en/a.md', 1240],
    ['\uFEFF"Title","Visitors"\r\n"How, then?",7\r\n', 'x.md', 7],
    ['slug\tusers\nA\t1 200\n', 'content/a.md', 1200],
    ['path,views\nother,12\n', 'content/a.md', undefined],
  ])('of %j', (text, file, readers) => expect(of(text, file, 'How, then?')).toBe(readers))

  test.each([
    ['', 'it has no two columns'],
    ['path,likes\na,1\n', 'no column of its header counts readers'],
    ['id,views\na,1\n', 'no column of its header names articles'],
    ['path,views\na,many\n', 'row 2 has `many`'],
    ['path,views\n"a,1\n', 'Quote Not Closed'],
  ])('are refused in %j', (text, because) => {
    expect(() => parseReaders(text, 'views.csv')).toThrow(/^Cannot use the readers in `views\.csv`/)
    expect(() => parseReaders(text, 'views.csv')).toThrow(because)
  })
})

describe('a verification', () => {
  const marked = (source: string, by?: string, house?: HouseConfig) =>
    markVerified(articleOf(source, house), '2026-11-03', by)

  test.each([
    ['---\nlast_verified: 2025-03-01 # by hand\n---\n', '---\nlast_verified: 2026-11-03 # by hand\n---\n'],
    ['---\nreviewed: "July 25, 2025"\n---\n', '---\nreviewed: "November 3, 2026"\n---\n'],
    ['---\nreviewed: 25 Jul 2025\n---\n', '---\nreviewed: 3 Nov 2026\n---\n'],
    ['---\nreviewed: 07/25/2025\n---\n', '---\nreviewed: 2026-11-03\n---\n'],
    ['---\nreviewed: 25.7.2025\n---\n', '---\nreviewed: 2026-11-03\n---\n'],
    ['# T\n\nLast verified: July 25, 2025\n', '# T\n\nLast verified: November 3, 2026\n'],
    ['---\ntitle: T\nlast_verified:\n---\n', '---\ntitle: T\nlast_verified: 2026-11-03\n---\n'],
    ['---\ntitle: T\n---\n\nText\n', '---\ntitle: T\nlast_verified: 2026-11-03\n---\n\nText\n'],
    ['\uFEFF---\r\ntitle: T\r\n---\r\n', '\uFEFF---\r\ntitle: T\r\nlast_verified: 2026-11-03\r\n---\r\n'],
    ['+++\ntitle = "T"\n+++\n', '+++\ntitle = "T"\nlast_verified = 2026-11-03\n+++\n'],
    ['# T\n', '---\nlast_verified: 2026-11-03\n---\n\n# T\n'],
  ])('in %j', (before, after) => {
    expect(marked(before)).toBe(after)
    expect(reviewRecordOf(articleOf(after))?.verified).toBe('2026-11-03')
    expect(marked(after), 'a second time').toBe(after)
  })

  test('says by whom, in quotation marks where they are needed', () => {
    expect(marked('---\nlast_verified: 2025-03-01\n---\n', 'Mei Ling')).toBe(
      '---\nlast_verified: 2026-11-03\nverified_by: Mei Ling\n---\n',
    )
    expect(marked('---\nverified_by: jonas\nlast_verified: 2025-03-01\n---\n', '#1: mei')).toBe(
      '---\nverified_by: "#1: mei"\nlast_verified: 2026-11-03\n---\n',
    )
  })

  test('stands where the house has it', () => {
    const house: HouseConfig = { keys: { last_verified: ['ms.date'] }, dayOrder: 'month-first' }
    expect(marked('---\nms.date: 3/4/2025\n---\n', undefined, house)).toBe('---\nms.date: 11/3/2026\n---\n')
  })

  test('stands in figures only where they can be read in one way', () => {
    const source = '---\nreviewed: 25.7.2025\n---\n'
    expect(markVerified(articleOf(source), '2026-11-23')).toBe('---\nreviewed: 23.11.2026\n---\n')
    expect(marked(source, undefined, { dayOrder: 'day-first' })).toBe('---\nreviewed: 3.11.2026\n---\n')
  })

  test('changes nothing else of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (body, hasFrontMatter) => {
        const source = hasFrontMatter ? `---\ntitle: T\n---\n${body}` : body
        const after = marked(source)
        if (hasFrontMatter) expect(after.replace('last_verified: 2026-11-03\n', '')).toBe(source)
        else expect(after.endsWith(source.replace(/^\uFEFF/, ''))).toBe(true)
      }),
    )
  })
})

describe('the past, from git', () => {
  const top = mkdtempSync(path.join(tmpdir(), 'deskcheck-git-'))
  afterAll(() => rmSync(top, { recursive: true, force: true }))
  let cwd = top
  let cases = 0
  const git = (...args: string[]) =>
    execFileSync(
      'git',
      ['-c', 'user.email=a@example.com', '-c', 'user.name=a', '-c', 'commit.gpgsign=false', ...args],
      {
        cwd,
        stdio: 'ignore',
        env: { ...process.env, GIT_AUTHOR_DATE: `${day}T12:00:00Z`, GIT_COMMITTER_DATE: `${day}T12:00:00Z` },
      },
    )
  let day = '2024-01-01'
  const write = (name: string, text: string) => {
    mkdirSync(path.dirname(path.join(cwd, name)), { recursive: true })
    writeFileSync(path.join(cwd, name), text)
  }
  const commit = (on: string) => {
    day = on
    git('add', '-A')
    git('commit', '-qm', on)
  }
  const days = async (all: string[], paths = all) => (await readHistory(paths, { all, cwd, today: '2026-11-23' })).days
  beforeEach(() => {
    cwd = path.join(top, `case-${cases++}`)
    mkdirSync(cwd)
  })
  const start = () => {
    git('init', '-q')
    write('content/a.md', '---\nupdated: 2024-01-01\n---\n\nOpen **Numbers**.\n')
    write('content/b.md', 'Open Users.\n')
    commit('2024-01-01')
  }

  test('is when the words were last changed, and not when only their form was', async () => {
    start()
    write('content/a.md', '---\nupdated: 2025-01-01\n---\n\nOpen *Numbers*,\n[here](x.md).\n')
    commit('2025-01-01')
    write('content/a.md', '---\nupdated: 2026-01-01\n---\n\n* Open Numbers, [here](../y.md)\n\n<!-- new -->\n')
    commit('2026-01-01')
    expect(await days(['content/a.md', 'content/b.md'])).toEqual({
      'content/a.md': '2025-01-01',
      'content/b.md': '2024-01-01',
    })
  })

  test('follows a file that was moved', async () => {
    start()
    git('mv', 'content/b.md', 'content/users.md')
    commit('2025-01-01')
    expect(await days(['content/a.md', 'content/users.md'])).toMatchObject({ 'content/users.md': '2024-01-01' })
  })

  test('leaves out a few words of a sweep, and takes what it brings or rewrites', async () => {
    git('init', '-q')
    const files = Array.from({ length: 30 }, (_, index) => `content/${index}.md`)
    for (const file of files) write(file, `Open Numbers, file ${file}.\n`)
    commit('2024-01-01')
    for (const file of files) write(file, `Open Lines, file ${file}.\n`)
    write('content/0.md', `${'Everything is new and different here today. '.repeat(10)}\n`)
    commit('2025-01-01')
    expect(await days(files)).toMatchObject({ 'content/0.md': '2025-01-01', 'content/1.md': '2024-01-01' })
  })

  test('is today for what is changed and not committed, and unknown for what git does not know', async () => {
    start()
    write('content/a.md', 'Open Lines.\n')
    write('content/b.md', '# Open *Users*\n')
    write('content/c.md', 'New.\n')
    expect(await days(['content/a.md', 'content/b.md', 'content/c.md'])).toEqual({
      'content/a.md': '2026-11-23',
      'content/b.md': '2024-01-01',
    })
  })

  test('is unknown without git, without a commit, and before a shallow clone begins', async () => {
    write('a.md', 'Text.\n')
    expect(await days(['a.md'])).toEqual({})
    start()
    write('content/b.md', 'Open all users.\n')
    commit('2025-01-01')
    const origin = cwd
    cwd = path.join(top, `case-${cases++}`)
    mkdirSync(cwd)
    git('clone', '-q', '--depth', '1', `file://${origin}`, '.')
    expect(await days(['content/a.md', 'content/b.md'])).toEqual({})
    cwd = path.join(top, `case-${cases++}`)
    mkdirSync(cwd)
    git('init', '-q')
    write('a.md', 'Text.\n')
    expect(await days(['a.md'])).toEqual({})
  })

  test('is remembered for a commit, and a broken memory is none', async () => {
    start()
    const cacheFolder = path.join(top, 'cache')
    const all = ['content/a.md', 'content/b.md']
    const ask = () => readHistory(all, { all, cwd, today: '2026-11-23', cacheFolder })
    const first = await ask()
    expect(await ask()).toMatchObject({ digest: first.digest, days: first.days })
    const [file] = readdirSync(cacheFolder)
    writeFileSync(path.join(cacheFolder, file!), 'broken')
    expect((await ask()).digest).toBe(first.digest)
    write('content/b.md', 'Open all users.\n')
    commit('2025-01-01')
    expect((await ask()).changedOn('content/b.md')).toBe('2025-01-01')
  })

  test('is the same for a part of the articles', async () => {
    start()
    const all = ['content/a.md', 'content/b.md']
    const parts = { ...(await days(all, all.slice(0, 1))), ...(await days(all, all.slice(1))) }
    expect(parts).toEqual(await days(all))
  })

  test('compares the words of any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(substanceOf(`${text}\n\n`)).toBe(substanceOf(text))
      }),
    )
  })
})

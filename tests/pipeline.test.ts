import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wholeSight } from '../src/corpus/sight.ts'
import { createSession, lint, resolveSettings, type Report } from '../src/index.ts'
import { pack, unpack } from '../src/node/pack.ts'
import { checkArticle, reportOf, type SourceFile } from '../src/pipeline.ts'
import { sketchOf } from '../src/facts/shingles.ts'
import { fixArticle } from '../src/lint/fix-article.ts'
import { parseBaseline, renderBaseline, type Baseline, type Sight } from '../src/report/baseline.ts'
import { matchBaseline } from '../src/report/match-baseline.ts'
import { withFindings } from '../src/report/build-report.ts'
import { exitCodeOf } from '../src/report/exit-code.ts'
import { json } from '../src/reporters/json.ts'

const settings = resolveSettings({}, { today: '2026-11-23' })
const all: Sight = {
  rules: new Set(settings.rules.map(({ rule }) => rule.id)),
  paths: undefined,
  pathOf: (path) => path,
  sketches: new Map(),
}
/** What a run over some files could see. */
const sightOf = (files: SourceFile[]): Sight => ({
  ...all,
  sketches: new Map(files.map((file) => [file.path, sketchOf(checkArticle(file, settings).facts.shingles)])),
})
const content = readdirSync(new URL('../content', import.meta.url))
  .sort()
  .map((name) => ({
    path: `content/${name}`,
    source: readFileSync(new URL(`../content/${name}`, import.meta.url), 'utf8'),
  }))

const article = fc
  .array(
    fc.constantFrom(
      '---\ntitle: How do I pause?\n---\n',
      '---\ntitle: [\n---\n',
      '# How do I pause a number?\n',
      '**Quick answer:** Switch it off in Numbers.\n',
      '**Short answer:** Yes.\n',
      '## TL;DR\n',
      '> [!TIP]\n> Quick answer\n> Yes\n',
      '## When should I use this guide?\n',
      '## Prerequisites\n',
      '1. Open\n2. Find\n3. Click\n',
      'From 28 Nov 2025, all must change.\n',
      `${'Calls ring one after the other, all at once or in turn, as the owner has chosen. '.repeat(3)}\n`,
      'Last verified: July 25, 2025\n',
      '<!-- deskcheck-disable -->\n',
      '| a | b |\n| - | - |\n| 1 | 2 |\n',
      '```\ncode\n',
      '\u0000\uD800\uFEFF',
      '\r\n',
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join('\n'))
const corpus = fc
  .uniqueArray(fc.tuple(fc.constantFrom('a.md', 'b.md', 'c/d.md', 'e.md'), article), { selector: ([path]) => path })
  .map((entries) => entries.map(([path, source]) => ({ path, source })))

test('what is checked can be packed and unpacked', () => {
  const checked = content.map((file) => checkArticle(file, settings))
  expect(unpack(pack(checked))).toEqual(checked)
  expect(reportOf(unpack(pack(checked)), settings)).toEqual(reportOf(checked, settings))
})

describe('any corpus', () => {
  test('gives the same bytes in whatever order its files come, by a run or by a session', () => {
    fc.assert(
      fc.property(corpus, fc.infiniteStream(fc.nat()), (files, order) => {
        const keys = order[Symbol.iterator]()
        const shuffled = files
          .map((file) => ({ file, key: keys.next().value! }))
          .sort((a, b) => a.key - b.key)
          .map(({ file }) => file)
        const expected = json(lint(files, settings))
        expect(json(lint(shuffled, settings))).toBe(expected)

        const session = createSession(settings)
        session.set('gone.md', '# Gone\n')
        for (const { path } of shuffled) session.set(path, 'something else')
        session.report()
        for (const { path, source } of shuffled) session.set(path, source)
        session.delete('gone.md')
        expect(json(session.report())).toBe(expected)
      }),
      { numRuns: 60 },
    )
  })

  test('has findings within its files, in order', () => {
    fc.assert(
      fc.property(corpus, (files) => {
        const { findings } = lint(files, settings)
        for (const { path, start, end, fingerprint } of findings) {
          const { source } = files.find((file) => file.path === path)!
          expect(start.offset).toBeLessThanOrEqual(end.offset)
          expect(end.offset).toBeLessThanOrEqual(source.length)
          expect(fingerprint).toMatch(/^[0-9a-f]{16}$/)
        }
        const order = findings.map(({ path, start }) => [path, start.offset] as const)
        expect(order).toEqual([...order].sort(([a, x], [b, y]) => (a < b ? -1 : a > b ? 1 : x - y)))
      }),
      { numRuns: 60 },
    )
  })

  test('has nothing to fix once it is fixed', () => {
    fc.assert(
      fc.property(article, (source) => {
        const fixed = fixArticle({ path: 'a.md', source }, settings)
        expect(fixArticle({ path: 'a.md', source: fixed }, settings)).toBe(fixed)
        expect(lint([{ path: 'a.md', source: fixed }], settings).findings.filter(({ fixable }) => fixable)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  test('of any bytes at all does not crash', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        lint([{ path: 'a.md', source: new TextDecoder().decode(bytes) }], settings)
      }),
    )
  })
})

test('three near-duplicates, each better than the next in its own way, end in one that is kept', () => {
  const words = (number: number) => Array.from({ length: number }, (_, index) => `word${index}`).join(' ')
  const files = [
    { path: 'answered.md', source: `# Why?\n\n## Quick answer\n\n${words(100)}\n` },
    { path: 'verified.md', source: `---\ntitle: How?\nlast_verified: 2026-05-01\n---\n\n${words(145)}\n` },
    { path: 'longest.md', source: `---\ntitle: What?\nlast_verified: 2026-01-01\n---\n\n${words(160)}\n` },
  ]
  const near = lint(files, settings).findings.filter(({ rule }) => rule === 'duplicates/near')
  expect(near.map(({ path, data }) => [path, data.keep])).toEqual([
    ['answered.md', 'verified.md'],
    ['longest.md', 'verified.md'],
  ])
})

const withBaseline = (report: Report, baseline: Baseline) =>
  withFindings(report, matchBaseline(report, baseline, all).findings)

describe('the baseline', () => {
  const report = lint(content, settings)
  const baseline = parseBaseline(renderBaseline(report, all), 'baseline.json')

  test('knows every finding that it was made from', () => {
    const known = withBaseline(report, baseline)
    expect(known.summary.new).toBe(0)
    expect(exitCodeOf(report)).toBe(1)
    expect(exitCodeOf(known, 0)).toBe(0)
  })

  test('knows them still when lines move', () => {
    const moved = content.map(({ path, source }) => ({
      path,
      source: source.replace(/\n---\n/, '\nowner: docs\n---\n\n<!-- moved -->\n\n'),
    }))
    expect(withBaseline(lint(moved, settings), baseline).summary.new).toBe(0)
  })

  test('knows them still on a later day', () => {
    const later = lint(content, resolveSettings({}, { today: '2026-12-24' }))
    expect(withBaseline(later, baseline).summary.new).toBe(0)
  })

  test('counts: one more of the same is new', () => {
    const file = {
      path: 'a.md',
      source:
        '# What?\n\n**Quick answer:** Yes.\n\n## When to use this\n\nToday.\n\n#### Notes\n\nNone.\n\n## More\n\nSoon.\n\n',
    }
    const once = lint([file], settings)
    const twice = lint([{ ...file, source: `${file.source}#### Notes\n\nNone.\n` }], settings)
    expect(once.findings.map(({ rule }) => rule)).toEqual(['structure/heading-increment'])
    expect(withBaseline(twice, parseBaseline(renderBaseline(once, all), 'b')).summary).toMatchObject({
      new: 1,
      known: 1,
    })
  })

  test('tells what is gone', () => {
    const fewer = lint(
      content.filter(({ path }) => !path.includes('data-storage')),
      settings,
    )
    const { gone } = matchBaseline(fewer, baseline, all)
    expect(gone.map(({ path }) => path)).toEqual(Array(3).fill('content/data-storage-policy.md'))
  })

  describe('with articles that say the same', () => {
    const text =
      'Calls can ring agents in a fixed order, all at once, or in turn, and the choice is made for each department by an admin in its settings page, or by the owner of the account.'
    const copy = (path: string, more = '') => ({
      path,
      source: `# What about ${path.replace('.md', '')}?\n\n${text} ${more}\n`,
    })
    const near = resolveSettings({ rules: { 'structure/*': 'off', 'title/*': 'off' } }, { today: '2026-11-23' })
    const told = (before: SourceFile[], after: SourceFile[]) => {
      const known = parseBaseline(renderBaseline(lint(before, near), sightOf(before)), 'b')
      const { findings, gone } = matchBaseline(lint(after, near), known, sightOf(after))
      return { fresh: findings.filter(({ status }) => status === 'new').map(({ path }) => path), gone: gone.length }
    }
    const pair = [copy('b.md', 'It is free.'), copy('c.md', 'There is no limit to that, and no fee.')]

    test('a third copy is new, the pair is known, whichever is to be kept', () => {
      expect(told(pair, pair)).toEqual({ fresh: [], gone: 0 })
      expect(told(pair, [...pair, copy('d.md', 'Ask us.')])).toEqual({ fresh: ['d.md'], gone: 0 })
      const longest = copy(
        'a.md',
        'There is no limit to that, and no fee, and nobody has to be asked for it, at any hour of any day.',
      )
      expect(told(pair, [longest, ...pair]).fresh).toHaveLength(1)
    })

    test('a pair is known where the other one of them is to be kept now', () => {
      const other = [
        copy('b.md', 'It is free, as is all that has to do with it, for everybody, and for ever.'),
        pair[1]!,
      ]
      const [one] = lint(pair, near).findings
      const [two] = lint(other, near).findings
      expect([one!.path, two!.path]).toEqual(['b.md', 'c.md'])
      expect(told(pair, other)).toEqual({ fresh: [], gone: 0 })
    })

    test('a pair is known where one of them is moved', () => {
      expect(told(pair, [pair[0]!, { ...pair[1]!, path: 'z/moved.md' }])).toEqual({ fresh: [], gone: 0 })
      expect(told(pair, [{ ...pair[0]!, path: 'z/moved.md' }, pair[1]!])).toEqual({ fresh: [], gone: 0 })
    })

    test('another pair with one of them is new, where the first is no pair any more', () => {
      const rewritten = { ...pair[1]!, source: '# Prices\n\nA number is ten euros a month, and more abroad.\n' }
      expect(told(pair, [pair[0]!, rewritten, copy('d.md', 'Ask us.')]).fresh).toHaveLength(1)
    })

    test('a passage that another article has too, in a place of its own, is new', () => {
      const long = (name: string) => Array.from({ length: 55 }, (_, index) => `${name}${index}`).join(' ')
      const page = (path: string, ...parts: string[]) => ({
        path,
        source: `# About ${path}\n\n${parts.map(long).join('.\n\n')}\n`,
      })
      const [x, y] = [page('x.md', 'own', 'one', 'two', 'more', 'less'), page('a.md', 'one', 'ay', 'bee', 'cee', 'dee')]
      const z = page('b.md', 'two', 'zed', 'ypsilon', 'ex', 'we')
      expect(told([x, y], [x, y])).toEqual({ fresh: [], gone: 0 })
      expect(lint([x, y], near).findings.map(({ rule }) => rule)).toEqual(['duplicates/passage'])
      expect(told([x, y], [x, y, z]).fresh).toEqual(['x.md'])
    })

    test('what is gone from it is told', () => {
      expect(told(pair, [pair[0]!])).toEqual({ fresh: [], gone: 1 })
    })
  })

  test('knows an article that was moved, and takes no other for it', () => {
    const files = content.slice(0, 12)
    const known = parseBaseline(renderBaseline(lint(files, settings), sightOf(files)), 'b')
    const number = known.findings.reduce((sum, { count }) => sum + count, 0)
    expect(number).toBeGreaterThan(3)
    const after = (files: SourceFile[]) => {
      const { findings, gone } = matchBaseline(lint(files, settings), known, sightOf(files))
      return { fresh: findings.filter(({ status }) => status === 'new').length, gone: gone.length }
    }
    const renamed = files.map(({ source }, index) => ({ path: `help/renamed-${index}.md`, source }))
    expect(after(renamed)).toEqual({ fresh: 0, gone: 0 })
    const moved = files.map(({ path, source }) => ({ path: `archive/${path}`, source: `${source}\n<!-- moved -->\n` }))
    expect(after(moved)).toEqual({ fresh: 0, gone: 0 })
    // The same faults in another text, in the place of an article that is gone, are new.
    const other = { path: 'content/other.md', source: '# Prices\n\nA number is ten euros a month, and more abroad.\n' }
    const before = parseBaseline(
      renderBaseline(lint([{ path: 'content/gone.md', source: '# Costs\n\nNothing at all here.\n' }], settings), all),
      'b',
    )
    const { findings } = matchBaseline(lint([other], settings), before, sightOf([other]))
    expect(findings.map(({ status }) => status)).toEqual(findings.map(() => 'new'))
    const named = { ...other, path: 'prices/index.md' }
    const index = { path: 'costs/index.md', source: '# Costs\n\nNothing at all here, today or tomorrow.\n' }
    const costs = parseBaseline(renderBaseline(lint([index], settings), sightOf([index])), 'b')
    const beside = matchBaseline(lint([named], settings), costs, sightOf([named])).findings
    expect(beside.map(({ status }) => status)).toEqual(beside.map(() => 'new'))
  })

  test('knows many that were moved at once, whatever the names of their files', () => {
    const many = (folder: string) =>
      Array.from({ length: 600 }, (_, index) => ({
        path: `${folder}/topic-${index}/index.md`,
        source: `# Topic ${index}\n\nNumber ${index} is said to be ${index * 7} of what ${index + 1} is, and so on.\n`,
      }))
    const near = resolveSettings({ rules: { 'duplicates/*': 'off', 'conflicts/*': 'off' } }, { today: '2026-11-23' })
    const [old, now] = [many('old'), many('new')]
    const known = parseBaseline(renderBaseline(lint(old, near), sightOf(old)), 'b')
    const { findings, gone } = matchBaseline(lint(now, near), known, sightOf(now))
    expect({ fresh: findings.filter(({ status }) => status === 'new').length, gone: gone.length }).toEqual({
      fresh: 0,
      gone: 0,
    })
  })

  test('takes an article of the same template, or of a name that every folder has, for no other', () => {
    const footer =
      'Write to support when it does not work, and say which browser you use, as well as the day and the hour of it.'
    const page = (path: string, text: string) => ({ path, source: `# ${path}\n\n${text}\n\n${footer}\n` })
    const texts = [
      'Faxes are sent from the page of the line.',
      'Texts go out at once, to a hundred people at most.',
      'Voice mail is kept for a month.',
    ]
    const others = ['a', 'b', 'c', 'd'].map((name, index) =>
      page(`help/${name}.md`, `Number ${index} of ${name} is of another kind than all that there are.`),
    )
    const gone = page('help/fax/index.md', texts[0]!)
    const known = parseBaseline(renderBaseline(lint([...others, gone], settings), sightOf([...others, gone])), 'b')
    for (const path of ['help/sms/index.md', 'help/sms.md']) {
      const files = [...others, page(path, texts[1]!)]
      const { findings } = matchBaseline(lint(files, settings), known, sightOf(files))
      const own = findings.filter((finding) => finding.path === path && finding.rule.startsWith('structure/'))
      expect(own.map(({ status }) => status)).toEqual(own.map(() => 'new'))
      expect(own.length).toBeGreaterThan(0)
    }
  })

  test('takes no article for gone that the run did not look at', () => {
    const text =
      'Calls can ring agents in a fixed order, all at once, or in turn, and the choice is made for each department by an admin.'
    const copy = (path: string) => ({ path, source: `# What about ${path}?\n\n${text}\n` })
    const [a, b, c] = [copy('a.md'), copy('b.md'), copy('aa.md')]
    const known = parseBaseline(renderBaseline(lint([a, b], settings), sightOf([a, b])), 'b')
    const some = { ...sightOf([b, c]), paths: new Set(['b.md', 'aa.md']) }
    const { findings } = matchBaseline(lint([b, c], settings), known, some)
    expect(findings.find(({ rule }) => rule === 'duplicates/exact')!.status).toBe('new')
  })

  test('takes one broken link for no other', () => {
    const articles = (target: string) => [
      { path: 'a.md', source: `# Why?\n\n[Refunds](${target}) and [prices](b.md), as well as [costs](c.md).\n` },
      { path: 'b.md', source: '# How?\n\nSee [more](a.md) and [costs](c.md).\n' },
      { path: 'c.md', source: '# What?\n\nSee [more](a.md) and [prices](b.md).\n' },
    ]
    const known = parseBaseline(renderBaseline(lint(articles('refunds-and-credit-notes.md'), settings), all), 'b')
    expect(known.findings.map(({ rule }) => rule)).toContain('links/target')
    const { findings } = matchBaseline(lint(articles('refunds-and_credit-notes.md'), settings), known, all)
    expect(findings.find(({ rule }) => rule === 'links/target')!.status).toBe('new')
  })

  test('knows a sentence in which only mark-up has changed', () => {
    const source = (sentence: string) => `# Why?\n\n**Quick answer:** Yes.\n\n## When to use this\n\n${sentence}\n`
    const words =
      'Organisational administrators possessing appropriate authorisation should subsequently reconfigure their individual telecommunication availability preferences, notwithstanding alternative departmental configuration requirements previously established'
    const before = lint([{ path: 'a.md', source: source(`${words} somewhere else altogether.`) }], settings)
    expect(before.findings.map(({ rule }) => rule)).toContain('prose/readability')
    const known = parseBaseline(renderBaseline(before, all), 'b')
    for (const end of [
      '[somewhere](https://example.com/a_(b)) else altogether.',
      'somewhere **else** altogether.',
      'somewhere else<br>altogether.',
    ])
      expect(
        matchBaseline(lint([{ path: 'a.md', source: source(`${words} ${end}`) }], settings), known, all).gone,
      ).toEqual([])
    const { findings } = matchBaseline(
      lint([{ path: 'a.md', source: source(`${words} in another department.`) }], settings),
      known,
      all,
    )
    expect(findings.find(({ rule }) => rule === 'prose/readability')!.status).toBe('new')
  })

  test('is refused where an earlier version wrote it', () => {
    expect(() => parseBaseline('{"version":1,"findings":[]}', 'b.json')).toThrow(
      /Cannot read the baseline `b.json`: an earlier deskcheck/,
    )
  })

  test('is renewed only as far as the run could see', () => {
    const path = content[0]!.path
    const rules = new Set(['structure/quick-answer'])
    const some = parseBaseline(renderBaseline(lint([], settings), { ...all, paths: new Set([path]) }, baseline), 'b')
    expect(some.findings).toEqual(baseline.findings.filter((entry) => entry.path !== path))
    const one = parseBaseline(renderBaseline(lint([], settings), { ...all, rules }, baseline), 'b')
    expect(one.findings).toEqual(baseline.findings.filter((entry) => !rules.has(entry.rule)))
    expect(matchBaseline(lint([], settings), baseline, { ...all, rules }).gone).toHaveLength(12)
  })

  test('holds wherever the run starts', () => {
    const inside = content.map(({ path, source }) => ({ path: path.replace('content/', ''), source }))
    const fromContent = lint(inside, resolveSettings({}, { today: '2026-11-23', base: 'content' }))
    const fromBeside = lint(
      content.map(({ path, source }) => ({ path: `../${path}`, source })),
      resolveSettings({}, { today: '2026-11-23', base: 'src' }),
    )
    for (const other of [fromContent, fromBeside])
      expect(other.findings.map((finding) => finding.fingerprint).sort()).toEqual(
        report.findings.map((finding) => finding.fingerprint).sort(),
      )
  })

  test('that is broken says where', () => {
    expect(() => parseBaseline('{', 'b.json')).toThrow(/^Cannot read the baseline `b.json`: /)
    expect(() => parseBaseline('{"version":3,"findings":[]}', 'b.json')).toThrow(/`version`/)
  })
})

describe('suppressions', () => {
  const found = (source: string) => lint([{ path: 'a.md', source }], settings).findings.map(({ rule }) => rule)
  const body = 'Text.\n\n## Prerequisites\n\n## Steps\n\n#### Deep\n\nMore.\n'

  test('speak for a line, a stretch or a file', () => {
    expect(found(`# Topic\n\n${body}`)).toEqual([
      'title/question',
      'structure/quick-answer',
      'structure/prerequisites',
      'structure/when-to-use',
      'structure/heading-increment',
    ])
    expect(
      found(
        `# Topic\n\n${body.replace('#### Deep', '<!-- deskcheck-disable-next-line structure/heading-increment: it is a figure -->\n\n#### Deep')}`,
      ),
    ).not.toContain('structure/heading-increment')
    expect(found(`<!-- deskcheck-disable -->\n\n# Topic\n\n${body}`)).toEqual([])
    expect(found(`<!-- deskcheck-disable structure/* -->\n\n# Topic\n\n${body}`)).toEqual(['title/question'])
    expect(
      found(`<!-- deskcheck-disable structure/* -->\n\n# Topic\n\n<!-- deskcheck-enable structure/* -->\n\n${body}`),
    ).toContain('structure/prerequisites')
  })

  test('say exactly what they speak of', () => {
    const all = found(`# Topic\n\n${body}`)
    expect(found(`<!-- deskcheck-disable quick-answer -->\n\n# Topic\n\n${body}`)).toEqual([
      'suppressions/unused',
      ...all,
    ])
    expect(found(`<!-- deskcheck-disable title/question:meant so -->\n\n# Topic\n\n${body}`)).toEqual(all.slice(1))
    expect(found(`<!-- deskcheck-disable title/question, structure/quick-answer -->\n\n# Topic\n\n${body}`)).toEqual(
      all.slice(2),
    )
    expect(
      found(
        `<!-- deskcheck-disable structure/quick-answer, structure/prerequisites -->\n\n# Topic\n\n<!-- deskcheck-enable structure/prerequisites -->\n\n${body}`,
      ),
    ).toEqual(['suppressions/unused', ...all.filter((rule) => rule !== 'structure/quick-answer')])
    const lines = body.replace(
      '#### Deep',
      '<!--\ndeskcheck-disable-next-line structure/heading-increment:\na figure\n-->\n\n#### Deep',
    )
    expect(found(`# Topic\n\n${lines}`)).not.toContain('structure/heading-increment')
  })

  test('that suppress nothing are known as such only where everything is seen', () => {
    const source = '<!-- deskcheck-disable duplicates/near -->\n\n# How?\n\n**Quick answer:** So.\n'
    const of = (isAll: boolean) =>
      reportOf([checkArticle({ path: 'a.md', source }, settings)], settings, undefined, undefined, {
        ...wholeSight,
        isAll,
      }).findings.map(({ rule }) => rule)
    expect(of(true)).toContain('suppressions/unused')
    expect(of(false)).not.toContain('suppressions/unused')
    const off = resolveSettings({ rules: { 'duplicates/near': 'off' } }, { today: '2026-11-23' })
    expect(lint([{ path: 'a.md', source }], off).findings.map(({ rule }) => rule)).not.toContain('suppressions/unused')
  })

  test('at either side hold for findings about two articles', () => {
    const long =
      'Calls can ring agents in a fixed order, all at once, or in turn, and the choice is made for each department by an admin in its settings page, or by the owner of the account.'
    const pair = (first: string, second: string) =>
      lint(
        [
          { path: 'a.md', source: `${first}# How?\n\n${long}\n` },
          { path: 'b.md', source: `${second}# Why?\n\n${long}\n` },
        ],
        settings,
      ).findings.filter(({ rule }) => rule === 'duplicates/exact')
    const comment = '<!-- deskcheck-disable duplicates/exact: both are linked from the app -->\n\n'
    expect(pair('', '')).toHaveLength(1)
    expect(pair(comment, '')).toEqual([])
    expect(pair('', comment)).toEqual([])
  })
})

describe('settings', () => {
  test('groups, single rules and options', () => {
    const { rules } = resolveSettings(
      {
        rules: {
          'structure/quick-answer': ['suggestion', { maxWords: 50 }],
          'structure/*': 'off',
          'title/question': 'error',
        },
      },
      { today: '2026-11-23', levels: [['freshness/*', 'off']] },
    )
    const levels = Object.fromEntries(rules.map(({ rule, severity }) => [rule.id, severity]))
    expect(levels).toMatchObject({ 'structure/quick-answer': 'suggestion', 'title/question': 'error' })
    expect(Object.keys(levels).filter((id) => /^(?:structure|freshness)\//.test(id))).toEqual([
      'structure/quick-answer',
    ])
    expect(rules.find(({ rule }) => rule.id === 'structure/quick-answer')?.options).toEqual({ maxWords: 50 })
  })

  test.each([
    [{ rules: { 'structure/quick-anser': 'off' } }, /did you mean `structure\/quick-answer`/],
    [
      { rules: { 'structure/quick-answer': ['error', { maxWord: 3 }] } },
      /Cannot use the options of `structure\/quick-answer`/,
    ],
    [{ rules: { 'structure/quick-answer': 'fatal' } }, /Cannot use the config/],
    [{ contents: [] }, /contents/],
  ])('%j is refused', (config, message) => {
    expect(() => resolveSettings(config as never)).toThrow(message)
  })
})

import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv2020 } from 'ajv/dist/2020.js'
import AjvDraft4 from 'ajv-draft-04'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import type { Log } from 'sarif'
import { visit } from 'unist-util-visit'
import { beforeAll, describe, expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import * as z from 'zod'
import { parseArticle } from '../src/article/parse-article.ts'
import { sideBySide } from '../src/compare/compare.ts'
import { lint, reporters, resolveSettings, type Report } from '../src/index.ts'
import { applyFixes } from '../src/lint/apply-fixes.ts'
import { parseBaseline, renderBaseline, type Baseline } from '../src/report/baseline.ts'
import { matchBaseline } from '../src/report/match-baseline.ts'
import { withFindings } from '../src/report/build-report.ts'
import { withLines } from '../src/report/quote-lines.ts'
import { reportSchema } from '../src/report/schema.ts'
import { changesBetween, trendBefore } from '../src/report/tally.ts'
import { editors } from '../src/reporters/editors.ts'
import { pretty } from '../src/reporters/pretty.ts'
import { shellWord } from '../src/reporters/shell-word.ts'

const settings = resolveSettings({}, { today: '2026-11-23' })
const method =
  'Calls can ring agents in a fixed order, all at once, or in turn, and the choice is made for each department by an admin on its settings page, or by the owner of the account.'
const files = [
  {
    path: 'help/routing.md',
    source: `# How can calls be routed?\n\n**Short answer:** ${method}\n\n## Who is this for?\n\nAdmins.\n`,
  },
  {
    path: 'help/routing-methods.md',
    source: `---\ntitle: Routing <script>alert(1)</script> | methods, 100%\n---\n\n${method}\n`,
  },
  {
    path: 'help/webhooks.md',
    source:
      '# What changes in webhooks?\n\n**Quick answer:** From 28 Nov 2025, all new webhooks must use POST.\n\n## Last verified: 1 May 2025\n\nLast verified: 1 May 2025\n',
  },
]
const all = {
  rules: new Set(settings.rules.map(({ rule }) => rule.id)),
  paths: undefined,
  pathOf: (path: string) => path,
  sketches: new Map<string, string>(),
}
const withBaseline = (report: Report, baseline: Baseline) =>
  withFindings(report, matchBaseline(report, baseline, all).findings)
const sourceOf = (path: string) => files.find((file) => file.path === path)?.source
const report = lint(files, settings)
const known = withLines(
  withBaseline(report, parseBaseline(renderBaseline(lint(files.slice(0, 1), settings), all), 'b')),
  sourceOf,
)
const [first, second] = files.map(({ path, source }) => parseArticle(path, source))
/** Everything that a report can have. */
const full: Report = {
  ...known,
  pairs: [sideBySide(second!, first!)],
  source: '../{path}#L{line}',
  trend: [{ today: '2026-11-16', articles: 2, findings: { error: 4, warning: 1, suggestion: 0 }, queue: 1 }],
}
/** Text that would do harm where it is not escaped, and bytes that are no text. */
const evil = [
  {
    path: 'a/<img src=x onerror=alert(1)>.md',
    source: '# </script><script>alert(1)</script> \u0000\u001B[31m & ]]> "\'\n',
  },
  {
    path: 'a/b c#?%.md',
    source: '---\ntitle: "[x](javascript:alert(1)) \uD800"\nowner: "<b>"\n---\n\n{{ evil }} [x](1)\n',
  },
  { path: 'e\n::error::x.md', source: '# \u001B[31mred\u202E %0A\n' },
]

describe.each(Object.keys(reporters))('%s', (name) => {
  test('shows a report', async () => {
    await expect(reporters[name]!(full)).toMatchFileSnapshot(`fixtures/golden/${name}.txt`)
  })
  test('shows a report without anything in it', async () => {
    await expect(reporters[name]!(lint([], settings))).toMatchFileSnapshot(`fixtures/golden/${name}-empty.txt`)
  })
  test('takes a report alone, and leaves it as it is', () => {
    const before = structuredClone(full)
    expect(reporters[name]!(full)).toBe(reporters[name]!(JSON.parse(JSON.stringify(full)) as Report))
    expect(full).toEqual(before)
  })
})

test("the editors' files", async () => {
  const texts = Object.entries(editors(full)).filter(([name]) => name !== 'report.json' && name !== 'index.html')
  await expect(texts.map(([name, text]) => `==> ${name}\n${text}`).join('\n')).toMatchFileSnapshot(
    'fixtures/golden/editors.txt',
  )
})

test('reports/sample/ is what `deskcheck report` writes for content/', async () => {
  const folder = new URL('../content/', import.meta.url)
  const content = readdirSync(folder).map((name) => ({
    path: `content/${name}`,
    source: readFileSync(new URL(name, folder), 'utf8'),
  }))
  const baseline = parseBaseline(
    readFileSync(new URL('../reports/baseline.json', import.meta.url), 'utf8'),
    'reports/baseline.json',
  )
  const found = withBaseline(lint(content, settings), baseline)
  const articles = new Map(content.map(({ path, source }) => [path, parseArticle(path, source, settings)]))
  const detailed: Report = {
    ...withLines(found, (path) => articles.get(path)!.source),
    pairs: found.findings
      .filter(({ rule }) => rule === 'duplicates/near')
      .map(({ path, related }) => sideBySide(articles.get(path)!, articles.get(related[0]!.path)!)),
    source: '../../{path}',
  }
  for (const [name, text] of Object.entries(editors(found, detailed)))
    await expect(text).toMatchFileSnapshot(`../reports/sample/${name}`)
})

/** A schema that takes nothing but what it names. */
function closed(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodObject)
    return z.strictObject(
      Object.fromEntries(Object.entries(schema.shape).map(([name, one]) => [name, closed(one as z.ZodType)])),
    )
  if (schema instanceof z.ZodArray) return z.array(closed(schema.element as z.ZodType))
  if (schema instanceof z.ZodOptional) return closed(schema.unwrap() as z.ZodType).optional()
  return schema
}

describe('published schemas', () => {
  const require = createRequire(import.meta.url)
  const reports: [string, Report][] = [
    ['a report', full],
    ['an empty report', lint([], settings)],
    ['text that wants escaping', lint(evil, settings)],
  ]

  test('the JSON schema is that of the zod schema', async () => {
    const schema = z.toJSONSchema(reportSchema, { io: 'input' })
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot('../src/report/report.schema.json')
  })

  test.each(reports)('JSON: %s', (_, given) => {
    const schema: object = JSON.parse(
      readFileSync(new URL('../src/report/report.schema.json', import.meta.url), 'utf8'),
    )
    const validate = new Ajv2020({ strict: false }).compile(schema)
    const text = reporters.json!(given)
    expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).toBe(true)
    // It names all that there is: nothing that only a page shows has slipped in.
    expect(closed(reportSchema).safeParse(JSON.parse(text)).error).toBeUndefined()
    expect(validate({ ...given, findings: [{}] })).toBe(false)
  })

  describe('SARIF', () => {
    let validate: ReturnType<AjvDraft4.default['compile']>
    beforeAll(() => {
      const ajv = new AjvDraft4.default({ strict: false, allErrors: true, unicodeRegExp: false })
      addFormats.default(ajv)
      validate = ajv.compile(require('@microsoft/sarif-matcher-utils/lib/schemas/sarif-2.1.0-rtm.5.json') as object)
    })

    test.each(reports)('%s', (_, given) => {
      expect(validate(JSON.parse(reporters.sarif!(given))), JSON.stringify(validate.errors)).toBe(true)
    })

    test('is not valid whatever it says', () => {
      expect(validate({ version: '2.1.0', runs: [{ results: [{}] }] })).toBe(false)
    })
  })

  test.each(reports)('JUnit: %s', async (_, given) => {
    const schema = readFileSync(new URL('fixtures/junit.xsd', import.meta.url), 'utf8')
    const { valid, errors } = await validateXML({
      xml: [{ fileName: 'report.xml', contents: reporters.junit!(given) }],
      schema: [schema],
    })
    expect(valid, JSON.stringify(errors)).toBe(true)
  })

  test.each(reports)('GitLab: %s', (_, given) => {
    // What the documentation of the format asks for.
    const issue = z.object({
      description: z.string().min(1),
      check_name: z.string().min(1),
      fingerprint: z.string().min(1),
      severity: z.enum(['info', 'minor', 'major', 'critical', 'blocker']),
      location: z.object({
        path: z.string().regex(/^(?!\.\/)/),
        lines: z.object({ begin: z.int().positive(), end: z.int().positive() }),
      }),
    })
    const issues = z.array(issue).parse(JSON.parse(reporters.gitlab!(given)))
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(given.findings.length)
  })
})

describe('SARIF', () => {
  const [run] = (JSON.parse(reporters.sarif!(full)) as Log).runs
  const result = (rule: string) => run!.results!.find(({ ruleId }) => ruleId === rule)!

  test('says what each rule asks, and why', () => {
    for (const { ruleId, ruleIndex } of run!.results!) expect(run!.tool.driver.rules![ruleIndex!]!.id).toBe(ruleId)
    expect(run!.tool.driver.rules!.find(({ id }) => id === 'structure/quick-answer')!.help!.markdown).toMatch(
      /\*\*Why:\*\* \w/,
    )
  })

  test('takes brackets of an article for no link, and gives as context only what stands there', () => {
    const [finding] = known.findings.filter(({ rule }) => rule === 'duplicates/near')
    const given = { ...finding!, message: 'Unexpected `[x](1)` and [' }
    const cut = { text: '… cut', start: 2, end: 3, isCut: true as const }
    const of = (some: Report['findings'][number]) =>
      (JSON.parse(reporters.sarif!(withFindings(known, [some]))) as Log).runs[0]!.results![0]!
    expect(of(given).message.text).toMatch(/^Unexpected `\\\[x\]\(1\)` and \[\n/)
    const context = (some: typeof given) => of(some).locations![0]!.physicalLocation!.contextRegion
    expect(context(given)?.snippet?.text).toBe(given.quoted!.text)
    expect(context({ ...given, quoted: cut })).toBeUndefined()
    expect(context({ ...given, end: { ...given.end, line: given.end.line + 1 } })).toBeUndefined()
  })

  test('leads to both sides of what is about two articles', () => {
    const { message, relatedLocations } = result('duplicates/near')
    expect(message.text).toContain('[help/routing.md:1](1)')
    expect(relatedLocations).toMatchObject([
      { id: 1, physicalLocation: { artifactLocation: { uri: 'help/routing.md' } } },
    ])
  })

  test('has the fixes that --fix applies', () => {
    const { ruleId, fixes, locations } = result('structure/quick-answer-label')
    const [change] = fixes![0]!.artifactChanges
    const source = sourceOf(decodeURIComponent(locations![0]!.physicalLocation!.artifactLocation!.uri!))!
    const edits = change!.replacements.map(({ deletedRegion, insertedContent }) => ({
      start: deletedRegion.charOffset!,
      end: deletedRegion.charOffset! + deletedRegion.charLength!,
      text: insertedContent!.text!,
    }))
    const again = lint([{ path: 'help/routing.md', source: applyFixes(source, [edits]) }], settings)
    expect(again.findings.map(({ rule }) => rule)).not.toContain(ruleId)
  })

  test('tells known from new, and the second of the same from the first', () => {
    expect(new Set(run!.results!.map(({ baselineState }) => baselineState))).toEqual(new Set(['new', 'unchanged']))
    const twice = lint(
      [{ path: 'a.md', source: '# Why?\n\nClick on the bar.\n\nClick on the bar.\n\nSee e.g. that, and e.g. this.\n' }],
      settings,
    )
    const [{ results }] = (JSON.parse(reporters.sarif!(twice)) as Log).runs as [Log['runs'][number]]
    const ids = results!.map(({ partialFingerprints }) => partialFingerprints!['deskcheck/v1'])
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.some((id) => id!.endsWith('-2'))).toBe(true)
    expect(results![0]!.baselineState).toBeUndefined()
  })
})

describe('limits', () => {
  const many = lint(
    Array.from({ length: 300 }, (_, index) => ({
      path: `help/a-rather-long-name-of-a-folder/article-number-${index}.md`,
      source: `# Number ${index}\n\nClick on it e.g. number ${index} and so on.\n${index === 250 ? '\n##\n\n## More\n' : ''}`,
    })),
    settings,
  )

  test('GitHub gets as many annotations as it shows, of every kind, and the log has the others', () => {
    const lines = reporters.github!(many).trim().split('\n')
    const annotations = lines.filter((line) => /^::(?:error|warning|notice)/.test(line))
    for (const level of ['error', 'warning', 'notice'])
      expect(annotations.filter((line) => line.startsWith(`::${level} `)).length).toBeLessThanOrEqual(10)
    const listed = lines.filter((line) => line.startsWith('- ')).length
    expect(annotations.length + listed).toBe(many.findings.length)
    expect(lines).toContain(`::group::${listed.toLocaleString('en')} findings more than GitHub shows as annotations`)
    const rulesOf = (severity: string) =>
      new Set(many.findings.filter((one) => one.severity === severity).map(({ rule }) => rule))
    for (const rule of [...rulesOf('error'), ...rulesOf('warning')])
      expect(
        annotations.some((line) => line.includes(`title=${rule}`)),
        rule,
      ).toBe(true)
  })

  test('the log of GitHub takes no text of an article for a command, and any number of findings', () => {
    const [one] = many.findings
    const steering = { ...one!, path: 'a\n::error::b.md', message: '##[stop-commands]x\n::add-mask::y' }
    const huge = withFindings(
      many,
      Array.from({ length: 150_000 }, () => steering),
    )
    const lines = reporters.github!(huge).trim().split('\n')
    expect(lines).toHaveLength(150_000 + 3)
    for (const line of new Set(lines)) {
      expect(line).toMatch(/^(?:::(?:error|warning|notice) file=|::group::|::endgroup::|- |deskcheck: )/)
      if (line.startsWith('- ')) expect(line).not.toContain('##[')
    }
  })

  test('Markdown fits in a comment, and counts exactly what it leaves out', () => {
    const text = reporters.markdown!(many)
    expect(text.length).toBeLessThan(65_536)
    for (const [rule, number] of Object.entries(many.summary.byRule)) {
      const [, own] = text.split(`## ${rule} (`)
      expect(own, rule).toMatch(new RegExp(`^${number.toLocaleString('en')} `))
      const rows = own!.split(/\n## |<\/details>/)[0]!.match(/^\| `/gm)?.length ?? 0
      const left = Number(/… and ([\d,]+) more/.exec(own!.split(/\n## /)[0]!)?.[1]?.replace(',', '') ?? 0)
      expect(rows + left, rule).toBe(number)
    }
  })

  test('Markdown is cut in the end where not even one row of each rule fits', () => {
    const long = withFindings(
      many,
      many.findings.map((finding) => ({ ...finding, message: 'x'.repeat(5000) })),
    )
    expect(reporters.markdown!(long).length).toBeLessThan(65_536)
  })
})

test('the terminal shows known findings, caps each rule and colours when asked', async () => {
  await expect(pretty(known, { known: true, perRule: 1 })).toMatchFileSnapshot('fixtures/golden/pretty-capped.txt')
  expect(pretty(known, { color: true })).toContain('\u001B[')
  expect(pretty(known)).not.toContain('\u001B')
})

test('the terminal can open what it names', () => {
  const text = pretty(known, { color: true, addressOf: (path) => `file:///house/${path}` })
  expect(text).toContain('\u001B]8;;file:///house/help/webhooks.md\u0007')
  expect(pretty(known, { color: true })).not.toContain('\u001B]8')
})

test('the last line says what to do next', () => {
  const fixable = lint([{ path: 'a.md', source: '# Why?\n\n**Short answer:** Yes, in order to see.\n' }], settings)
  const number = fixable.findings.filter((finding) => finding.fixable).length
  expect(number).toBeGreaterThan(0)
  expect(pretty(fixable)).toMatch(new RegExp(`\\n${number} of ${fixable.findings.length} can be fixed with --fix\\n$`))
  expect(pretty(lint([{ path: 'a.md', source: '# Why?\n\nYes.\n' }], settings))).toMatch(
    /\nWhat a rule asks, and why: deskcheck explain [\w/-]+\n$/,
  )
  expect(pretty(lint([], settings))).toBe('0 articles: nothing to report\n')
})

describe('quoted lines', () => {
  test('hold what the finding is about, whatever the text', () => {
    const piece = fc.constantFrom(
      'Click on it. ',
      'e.g. ',
      '\n',
      '\r\n',
      '\r',
      '\t',
      '😀',
      '\u2028',
      'word '.repeat(30),
      '# A\n\n',
      '**b** ',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const source = pieces.join('')
        const quoting = withLines(lint([{ path: 'a.md', source }], settings), () => source)
        for (const { quoted, start, end } of quoting.findings) {
          if (!quoted) continue
          const { text } = quoted
          expect(0 <= quoted.start && quoted.start <= quoted.end && quoted.end <= text.length).toBe(true)
          expect(text).not.toMatch(/[\r\n]/)
          expect(text.length).toBeLessThan(170)
          const own = text.slice(quoted.start, quoted.end)
          expect(source.slice(start.offset, end.offset)).toContain(own)
        }
      }),
    )
  })

  test('are left out where the article is not there any more, or is another', () => {
    for (const source of [
      undefined,
      '',
      'x',
      'Quite another text in one line, which is long enough for most of it. '.repeat(9),
    ])
      for (const { quoted, start } of withLines(report, () => source).findings)
        if (start.line > 1) expect(quoted).toBeUndefined()
  })

  test('pass over the marker of an alert', () => {
    const source = '# Why?\n\n> [!NOTE]\n> Click on the bar.\n'
    const at = { line: 3, column: 3, offset: source.indexOf('[!NOTE]') }
    const range = { start: at, end: { line: 4, column: 20, offset: source.length - 1 } }
    const [{ quoted }] = withLines({ ...report, findings: [{ ...report.findings[0]!, ...range }] }, () => source)
      .findings as [Report['findings'][number]]
    expect(quoted).toEqual({ text: '> Click on the bar.', start: 2, end: 19 })
  })

  test('show what the message names, where the range is too long for it', () => {
    const source = `# Why?\n\n${'So many words before it. '.repeat(12)}There are \`four\` of them at 10 MB, ${'and more after that '.repeat(9)}.\n`
    const at = (text: string) => ({ line: 3, column: 1 + source.indexOf(text) - 8, offset: source.indexOf(text) })
    const long = { start: at('So many'), end: { line: 3, column: source.length - 8, offset: source.length - 1 } }
    const finding = { ...report.findings[0]!, ...long, message: 'Unexpected `10 MB`, expected `20 MB`' }
    const [{ quoted }] = withLines({ ...report, findings: [finding] }, () => source).findings as [
      Report['findings'][number],
    ]
    expect(quoted!.text.slice(quoted!.start, quoted!.end)).toBe('10 MB')
  })
})

test('what has come and gone since the last report is told by article', () => {
  const last = lint([files[0]!, { path: 'help/old.md', source: files[2]!.source }], settings)
  const { came, went } = changesBetween(last, report)
  expect(new Set(came.map(({ path }) => path))).toEqual(new Set(['help/routing-methods.md', 'help/webhooks.md']))
  expect(went.length).toBeGreaterThan(0)
  expect(went.every((one) => !report.findings.some(({ fingerprint }) => fingerprint === one.fingerprint))).toBe(true)
  expect(went.map(({ path }) => path)).toContain('help/old.md')
  expect(changesBetween(report, report)).toEqual({ came: [], went: [] })
  const page = reporters.html!({ ...report, last: { ...last, today: '2026-11-16' } })
  expect(page).toContain(`${came.length} new since 2026-11-16`)
  expect(page).toContain(`${went.length} gone since 2026-11-16`)
})

test.each([
  ['content/a.md:7', 'content/a.md:7'],
  ['About us/it.md:7', "'About us/it.md:7'"],
  ["it's; rm -rf.md", "'it'\\''s; rm -rf.md'"],
])('a path in a command is one word: %s', (path, word) => expect(shellWord(path)).toBe(word))

test('the trend goes on from report to report, one a day', () => {
  const day = (today: string, trend?: Report['trend']): Report => ({ ...report, today, ...(trend ? { trend } : {}) })
  const one = trendBefore('2026-11-09', day('2026-11-02'))
  expect(one).toEqual([{ today: '2026-11-02', articles: 3, findings: report.summary.findings, queue: 0 }])
  expect(trendBefore('2026-11-16', day('2026-11-09', one)).map(({ today }) => today)).toEqual([
    '2026-11-02',
    '2026-11-09',
  ])
  expect(trendBefore('2026-11-09', day('2026-11-09', one)).map(({ today }) => today)).toEqual(['2026-11-02'])
  expect(trendBefore('2026-11-02', day('2026-11-09', one))).toEqual([])
})

test.each(['`` <img src=x>', '``![a](https://evil.example/x.png)', '`a` <b>`', '<script>', '|x|', '``` `` ` <i>'])(
  'text from an article is text in Markdown: %s',
  (title) => {
    const texts = editors(
      lint(
        [{ path: 'e.md', source: `---\ntitle: ${JSON.stringify(title)}\n---\n\nFrom 28 Nov 2025, all must change.\n` }],
        settings,
      ),
    )
    for (const text of [texts['findings.md']!, texts['freshness.md']!]) {
      const values: string[] = []
      visit(parseArticle('x.md', text).tree, (node) => {
        if (node.type === 'image') values.push(node.url)
        if (node.type === 'html') values.push(node.value)
      })
      expect(values.filter((value) => !/^<\/?(?:details|summary)>/.test(value))).toEqual([])
    }
  },
)

test('text from an article pings nobody, and a path stays in its place', () => {
  const given = lint([{ path: 'x\n\n# Hi <img src=x> @org\n.md', source: '# @octocat sees #12 @\n' }], settings)
  const text = reporters.markdown!(given)
  expect(text.replace(/`[^`]*`/g, '')).not.toMatch(/[@#](?=\w)/)
  const kinds: string[] = []
  visit(
    parseArticle('x.md', text).tree,
    (node) => void kinds.push(node.type === 'heading' ? `h${node.depth}` : node.type),
  )
  expect(kinds.filter((kind) => kind === 'h1')).toHaveLength(1)
  expect(kinds).not.toContain('html')
})

test('a path may hold half a character', () => {
  for (const reporter of Object.values(reporters))
    expect(reporter(lint([{ path: 'a\uD800.md', source: '# A\n' }], settings))).toContain('quick-answer')
})

test('text from an article cannot steer a terminal or a workflow', () => {
  const steering = lint(evil.slice(2), settings)
  expect(pretty(steering)).not.toMatch(/\u001B|\u202E/)
  for (const line of reporters.github!(steering).trim().split('\n'))
    expect(line).toMatch(/^(?:::(?:error|warning|notice) file=e%0A|deskcheck: )/)
})

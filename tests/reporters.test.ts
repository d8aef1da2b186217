import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { visit } from 'unist-util-visit'
import { parseArticle } from '../src/article/parse-article.ts'
import { lint, reporters, resolveSettings } from '../src/index.ts'
import { parseBaseline, renderBaseline } from '../src/report/baseline.ts'
import { withBaseline } from '../src/report/build-report.ts'
import { editors } from '../src/reporters/editors.ts'
import { pretty } from '../src/reporters/pretty.ts'

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
}
const report = lint(files, settings)
const known = withBaseline(report, parseBaseline(renderBaseline(lint(files.slice(0, 1), settings), all), 'b'))

describe.each(Object.keys(reporters))('%s', (name) => {
  test('shows a report', async () => {
    await expect(reporters[name]!(known)).toMatchFileSnapshot(`fixtures/golden/${name}.txt`)
  })
  test('shows a report without anything in it', async () => {
    await expect(reporters[name]!(lint([], settings))).toMatchFileSnapshot(`fixtures/golden/${name}-empty.txt`)
  })
})

test("the editors' files", async () => {
  const texts = Object.entries(editors(known)).filter(([name]) => name !== 'report.json')
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
  const written = editors(withBaseline(lint(content, settings), baseline))
  for (const [name, text] of Object.entries(written))
    await expect(text).toMatchFileSnapshot(`../reports/sample/${name}`)
})

test('the terminal shows known findings, caps each rule and colours when asked', async () => {
  await expect(pretty(known, { known: true, perRule: 1 })).toMatchFileSnapshot('fixtures/golden/pretty-capped.txt')
  expect(pretty(known, { color: true })).toContain('\u001B[')
  expect(pretty(known)).not.toContain('\u001B')
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
      const types: string[] = []
      visit(parseArticle('x.md', text).tree, (node) => void types.push(node.type))
      expect(types.filter((type) => ['html', 'image'].includes(type))).toEqual([])
    }
  },
)

test('text from an article cannot steer a terminal or a workflow', () => {
  const evil = lint([{ path: 'e\n::error::x.md', source: '# \u001B[31mred\u202E %0A\n' }], settings)
  expect(pretty(evil)).not.toMatch(/\u001B|\u202E/)
  for (const line of reporters.github!(evil).trim().split('\n'))
    expect(line).toMatch(/^(?:::(?:error|warning|notice) file=e%0A|deskcheck: )/)
})

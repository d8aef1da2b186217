import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { AxeResults } from 'axe-core'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseArticle } from '../src/article/parse-article.ts'
import { compareArticles, sideBySide } from '../src/compare/compare.ts'
import { lint, resolveSettings, type Report } from '../src/index.ts'
import { withLines } from '../src/report/quote-lines.ts'
import { queueOf } from '../src/report/queue.ts'
import { comparisonPage } from '../src/reporters/html/comparison.ts'
import { html } from '../src/reporters/html/page.ts'

// The page runs in a real browser. Where none is installed, this is left out; `.ci/run` sees to it that there is one.
const browsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const executablePath = browsers.find((file) => existsSync(file))

test.skipIf(!process.env.BROWSER_REQUIRED)('there is a browser where one must be', () =>
  expect(executablePath).toBeDefined(),
)

const settings = resolveSettings({}, { today: '2026-11-23' })

interface File {
  path: string
  source: string
}

/** The report of an editors' page, as `deskcheck report` has it. */
function reportOf(files: File[]): Report {
  const found = lint(files, settings)
  const articles = new Map(files.map(({ path, source }) => [path, parseArticle(path, source, settings)]))
  return {
    ...withLines(found, (file) => articles.get(file)!.source),
    queue: queueOf(found),
    pairs: found.findings
      .filter(({ rule, related }) => /^duplicates\/(?!passage)/.test(rule) && related.length > 0)
      .map(({ path, related }) => sideBySide(articles.get(path)!, articles.get(related[0]!.path)!)),
    source: '../{path}#L{line}',
    trend: [{ today: '2026-11-16', articles: 70, findings: { error: 14, warning: 40, suggestion: 20 }, queue: 9 }],
  }
}

const folder = new URL('../content/', import.meta.url)
const content = readdirSync(folder).map((name) => ({
  path: `content/${name}`,
  source: readFileSync(new URL(name, folder), 'utf8'),
}))
const same =
  'Calls can ring agents in a fixed order, all at once, or in turn, and the choice is made for each department by an admin in its settings page, or by the owner.'
const attack = '</script><script>window.hit = 1</script><img src=x onerror="window.hit = 1">'
const evil: File[] = [
  {
    path: 'a/<img src=x onerror=hit()> "\'.md',
    source: `---\ntitle: ${JSON.stringify(`Why ${attack}?`)}\nowner: "<script>window.hit = 1</script>"\n---\n\n${same} ${attack}\n\n[x](javascript:window.hit=1) From 28 Nov 2025, all ${attack} must change.\n`,
  },
  { path: 'a/b#c?%20.md', source: `# "><svg onload=window.hit=1>\n\n${same} The limit is 30 days.\n` },
  { path: "a/'; window.hit = 1; '.md", source: `# ${attack}\n\n${same} The limit is 60 days. ${attack}\n` },
]
const many: File[] = Array.from({ length: 400 }, (_, index) => ({
  path: `help/${index % 7 === 0 ? 'billing' : 'calls'}/article-${index}.md`,
  source: `---\ntitle: What is number ${index}?\nowner: ${['Mei', 'Ana'][index % 2]}\nlast_verified: ${2020 + (index % 6)}-05-01\n---\n\nNumber ${index} is as good as any.\n`,
}))

describe.skipIf(executablePath === undefined)('the page', { timeout: 60_000 }, () => {
  let browser: Browser
  let at: string
  beforeAll(async () => {
    at = mkdtempSync(path.join(tmpdir(), 'deskcheck-page-'))
    browser = await chromium.launch({ executablePath: executablePath!, args: ['--no-sandbox'] })
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    rmSync(at, { recursive: true, force: true })
  })

  /** Opens a page from the disk. @param complaints gets whatever the browser has to say, and every request */
  async function open(
    text: string,
    hash = '',
    complaints: string[] = [],
    options: { width?: number; dark?: boolean } = {},
  ) {
    const file = path.join(at, 'page.html')
    writeFileSync(file, text)
    const page = await browser.newPage({
      viewport: { width: options.width ?? 1280, height: 900 },
      colorScheme: options.dark ? 'dark' : 'light',
    })
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    const address = pathToFileURL(file).href
    page.on('request', (request) => {
      if (request.url().split('#')[0] !== address) complaints.push(`request to ${request.url()}`)
    })
    await page.goto(address + hash)
    return page
  }

  const shown = (page: Page, selector = '.view.current .list > li') => page.locator(`${selector}:visible`)

  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  async function violations(page: Page): Promise<string[]> {
    // As a tool of the browser, which the policy of the page does not hold back.
    await page.evaluate(axe)
    const { violations: all } = await page.evaluate(() =>
      (globalThis as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
    )
    return all
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  }

  const own = html(reportOf(content))

  test.each([
    ['content/', own],
    ['no article', html(lint([], settings))],
    ['text that attacks it', html(reportOf(evil))],
    [
      'the comparison of two articles',
      comparisonPage(compareArticles(parseArticle('a.md', evil[1]!.source), parseArticle('b.md', evil[2]!.source))),
    ],
  ])('of %s opens without a complaint, a request or a barrier', async (name, text) => {
    const hashes = name.startsWith('the comparison')
      ? ['']
      : ['', '#duplicates', '#conflicts', '#freshness', '#rules', '#articles']
    for (const hash of hashes) {
      for (const options of [{}, { width: 390, dark: true }]) {
        const complaints: string[] = []
        const page = await open(text, hash, complaints, options)
        expect(await violations(page), `${hash} ${JSON.stringify(options)}`).toEqual([])
        expect(complaints).toEqual([])
        expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), hash).toBeLessThanOrEqual(0)
        expect(await page.evaluate('"hit" in window')).toBe(false)
        await page.close()
      }
    }
  })

  test('holds what an article says as text, whatever that is', async () => {
    const page = await open(html(reportOf(evil)), '#articles')
    expect(await shown(page).count()).toBe(3)
    expect(await page.locator('.article .title').allTextContents()).toContain(`Why ${attack}?`)
    expect(await page.locator('img, svg[onload], .view script').count()).toBe(0)
    expect(await page.locator('a[href^="javascript"]').count()).toBe(0)
    await page.close()
  })

  test('shows one part at a time, by its address', async () => {
    const page = await open(own)
    expect(await page.locator('.view:visible').evaluateAll((all) => all.map(({ id }) => id))).toEqual(['overview'])
    await page.locator('nav a', { hasText: 'Conflicts' }).click()
    expect(await page.locator('.view:visible').evaluateAll((all) => all.map(({ id }) => id))).toEqual(['conflicts'])
    expect(await page.title()).toBe('Conflicts | Help centre on 2026-11-23')
    await page.goBack()
    expect(await page.locator('#overview').isVisible()).toBe(true)
    await page.close()
  })

  test('sets both sides of a conflict and of a duplicate beside each other, with what differs marked', async () => {
    const page = await open(own, '#conflicts')
    const conflict = shown(page).first()
    expect(await conflict.locator('blockquote').count()).toBe(2)
    expect(await conflict.locator('mark').first().textContent()).toContain('connect.myoperator.com')
    await conflict.locator('.row a').first().click()
    expect(await page.locator('.article:visible').count()).toBe(1)
    await page.goto(`${page.url().split('#')[0]}#duplicates`)
    expect(await shown(page, '#duplicates ins').first().textContent()).toContain('Contact-based')
    await page.close()
  })

  test('finds, narrows, sorts, and keeps that in its address', async () => {
    const text = html(reportOf(many))
    const page = await open(text, '#articles')
    expect(await shown(page).count()).toBe(100)
    await page.getByRole('button', { name: 'Show 100 more of 300' }).click()
    expect(await shown(page).count()).toBe(200)
    await page.getByLabel('Search').fill('number 399?')
    expect(await shown(page).count()).toBe(1)
    expect(page.url()).toContain('#articles?q=number+399%3F')
    await page.getByLabel('Search').fill('')
    await page.getByLabel('Owner').selectOption('Ana')
    await page.getByLabel('Folder').selectOption('help/billing')
    expect(await page.locator('output').textContent()).toBe('29 of 400')
    const address = page.url()
    await page.close()

    const again = await open(text, address.slice(address.indexOf('#')))
    expect(await again.getByLabel('Owner').inputValue()).toBe('Ana')
    expect(await shown(again).count()).toBe(29)
    await again.getByLabel('Sort').selectOption('day')
    expect(await shown(again).first().getAttribute('data-day')).toBe('2021-05-01')
    await again.getByRole('button', { name: 'Clear' }).click()
    expect(await again.locator('output').textContent()).toBe('400 in all')
    await again.close()
  })

  test('goes back to the place that was left, and on to the top', async () => {
    const page = await open(html(reportOf(many)), '#freshness')
    await page.getByRole('button', { name: 'Show 100 more' }).click()
    const link = shown(page).nth(150).locator('h3 a')
    await link.scrollIntoViewIfNeeded()
    const top = await page.evaluate<number>('scrollY')
    expect(top).toBeGreaterThan(3000)
    await link.click()
    await page.locator('.single').waitFor()
    expect(await page.evaluate('scrollY')).toBe(0)
    expect(await page.evaluate('document.activeElement.tagName')).toBe('SUMMARY')
    await page.keyboard.press('Escape')
    await page.locator('#freshness').waitFor()
    expect(await shown(page).count()).toBe(200)
    await expect.poll(() => page.evaluate<number>('scrollY')).toBeGreaterThan(top - 400)
    await page.locator('nav a', { hasText: 'Rules' }).click()
    await page.locator('#rules').waitFor()
    await page.goBack()
    await page.locator('#freshness').waitFor()
    expect(await shown(page).count()).toBe(200)
    await expect.poll(() => page.evaluate<number>('scrollY')).toBeGreaterThan(top - 400)
    await page.close()
  })

  test('is not left by Escape, and its skip link leads to its text', async () => {
    const page = await open(own, '#article/content/zendesk-integration.md')
    await page.keyboard.press('Escape')
    await page.locator('#articles').waitFor()
    expect(page.url()).toContain('page.html#articles')
    await page.locator('.skip').focus()
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.id')).toBe('main')
    expect(await page.locator('#articles').isVisible()).toBe(true)
    await page.close()
  })

  test('follows its own links where there is but one of a kind', async () => {
    const page = await open(html(reportOf(many.slice(0, 30).map((file) => ({ ...file, path: `x-${file.path}` })))))
    await page.locator('.tiles a', { hasText: 'errors' }).click()
    await page.locator('#articles').waitFor()
    expect(await page.locator('.note').isVisible()).toBe(false)
    expect(await page.locator('.tiles a', { hasText: 'conflicts' }).count()).toBe(0)
    await page.close()
  })

  test('narrows findings to one severity, duplicates to one kind, and keeps an owner from part to part', async () => {
    const page = await open(own)
    await page.getByRole('link', { name: /^12 errors/ }).click()
    await page.locator('#articles').waitFor()
    expect(await page.locator('output').textContent()).toBe('12 of 72')
    const severities = await shown(page, '.findings > li').evaluateAll((all) =>
      all.map((one) => one.getAttribute('data-severity')),
    )
    expect([...new Set(severities)]).toEqual(['error'])
    await page.close()
    const again = await open(html(reportOf(many)), '#articles?owner=Ana&sort=path')
    await again.locator('nav a', { hasText: 'Freshness' }).click()
    await again.locator('#freshness').waitFor()
    expect(await again.getByLabel('Owner').inputValue()).toBe('Ana')
    await again.close()
  })

  test('says so where nothing matches, or an address names what is not there', async () => {
    const page = await open(own, '#articles?q=nonesuch')
    const note = page.locator('.note')
    expect(await note.textContent()).toBe('Nothing matches what is asked for.')
    await page.goto(`${page.url().split('#')[0]}#article/content/none.md`)
    await expect.poll(() => note.textContent()).toContain('no such article')
    await page.goto(`${page.url().split('#')[0]}#articles?type=poem`)
    await expect.poll(() => note.textContent()).toBe('Not in this report: poem')
    expect(await shown(page).count()).toBe(72)
    await page.close()
  })

  test('leads from a rule to its findings alone', async () => {
    const page = await open(own, '#rules')
    await page.getByRole('link', { name: 'structure/when-to-use' }).click()
    expect(await page.locator('output').textContent()).toBe('15 of 72, by structure/when-to-use')
    const rules = await shown(page, '.findings > li').evaluateAll((all) =>
      all.map((one) => one.getAttribute('data-rule')),
    )
    expect([...new Set(rules)]).toEqual(['structure/when-to-use'])
    await page.close()
  })

  test('has a page for each article, whatever its name', async () => {
    const text = html(reportOf(evil))
    const page = await open(text, '#articles')
    const names = await page.locator('.article').evaluateAll((all) => all.map(({ id }) => id))
    for (const id of names) {
      await page.goto(`${page.url().split('#')[0]}#${id}`)
      expect(await page.locator('.article:visible').evaluateAll((all) => all.map((one) => one.id))).toEqual([id])
      expect(await page.locator('.article:visible .findings').isVisible()).toBe(true)
    }
    await page.close()
  })

  test('is used by the keyboard', async () => {
    const page = await open(own)
    await page.keyboard.press('/')
    expect(await page.evaluate('document.activeElement.name')).toBe('q')
    await page.keyboard.type('zoho')
    expect(await shown(page).count()).toBeLessThan(72)
    await page.keyboard.press('Escape')
    expect(await page.locator('output').textContent()).toBe('72 in all')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    expect(await page.locator('details[open]:visible').count()).toBe(1)
    await page.keyboard.press('2')
    await page.locator('#duplicates').waitFor()
    await page.close()
  })

  test('prints what is shown, and all of it', async () => {
    const page = await open(html(reportOf(many)), '#articles?owner=Mei')
    await page.emulateMedia({ media: 'print' })
    await page.evaluate(`dispatchEvent(new Event('beforeprint'))`)
    expect(await shown(page).count()).toBe(200)
    expect(await page.locator('nav').isVisible()).toBe(false)
    await page.evaluate(`dispatchEvent(new Event('afterprint'))`)
    expect(await shown(page).count()).toBe(100)
    await page.close()
  })

  test('can be read without its script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    writeFileSync(path.join(at, 'page.html'), own)
    await page.goto(pathToFileURL(path.join(at, 'page.html')).href)
    expect(await page.locator('.view:visible').count()).toBe(6)
    expect(await page.locator('form.filters').isVisible()).toBe(false)
    await context.close()
  })
})

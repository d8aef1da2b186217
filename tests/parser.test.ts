import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
// @ts-expect-error: it has no types.
import spec from 'commonmark-spec'
import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { nativeParser } from '../src/article/native-parser.ts'
import { isNativeParserThere, parseMarkdown, type ParserChoice } from '../src/article/parse-markdown.ts'

// The slower parser may take its time on a slow machine.
vi.setConfig({ testTimeout: 120_000 })

/** Every node of the tree, or why there is none: one line a node, with its place and fields, whatever their order. */
function drawn(source: string, parser: ParserChoice): string[] {
  const lines: string[] = []
  const draw = (node: Nodes, depth: number) => {
    const { type, position, children, ...fields } = node as Nodes & { children?: Nodes[] }
    const known = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined)
    const { start, end } = position ?? {}
    const place = `${start?.offset}-${end?.offset} ${start?.line}:${start?.column}-${end?.line}:${end?.column}`
    lines.push(`${' '.repeat(depth)}${type} ${place} ${JSON.stringify(Object.fromEntries(known.sort()))}`)
    for (const child of children ?? []) draw(child, depth + 1)
  }
  try {
    draw(parseMarkdown(source, parser), 0)
  } catch (error) {
    lines.push((error as Error).message)
  }
  return lines
}

function expectSame(source: string, label = source): void {
  expect(drawn(source, 'native'), label).toEqual(drawn(source, 'remark'))
}

/** The share of texts that the native parser leaves to the other one. */
function leftOver(sources: string[]): number {
  const parse = nativeParser()!
  return sources.filter((source) => parse(source.replace(/^\uFEFF/, '')) === undefined).length / sources.length
}

describe.runIf(isNativeParserThere())('both parsers give the same tree', () => {
  test('of the examples of CommonMark', () => {
    const sources = (spec.tests as { markdown: string }[]).map(({ markdown }) => markdown.replaceAll('→', '\t'))
    expect(sources.length).toBeGreaterThan(600)
    for (const source of sources) expectSame(source)
    // All that open with a thematic break, which could be front matter, are left to the other parser.
    expect(leftOver(sources)).toBeLessThan(0.05)
  })

  test.each([
    '| Plan | Price |\n| :--- | ---: |\n| Basic | 10 |\n| Plus\n\nAfter.\n',
    '| `a\\|b` | [c](d) |\n|--|--|\n| https://a.example/b | x@y.example |\n> | e |\n',
    '- [ ] Open the box\n- [x]   https://a.example closes it\n- [ ]\n\n  Later\n',
    '1. [x] **Bold** first\n   - [ ] `code` first\n',
    'One ~struck~ and ~~two~~, ~~~three~~~ and ~not~~.\n',
    'See www.a.example, https://b.example/c_d_(e). and <https://c.example>; write to a.b@c.example.\n',
    'In brackets [!VIDEO https://a.example/b] and [SMTP:a@b.example, x\\@y.example &amp; c@d.example] too.\n',
    '**[http://a.example b**, *[www.a.example*, # [a@b.example ##\n\n# [a@b.example ##\n',
    'A note[^1] and another[^b].\n\n[^1]: The first\ngoes on.\n\n    And on.\n\n[^b]: > quoted\n',
    '---\ntitle: A\n---\n\n# A\n',
    '+++\ntitle = "A"\n+++\n\n# A\n',
    '---\ntitle: never closed\n\n# A\n',
    '\uFEFF---\ntitle: A\n---\n\nB https://a.example\n',
    'NUL \0, halves \uD800 and \uDC00, a whole 😀 https://a.example 👉https://b.example\n',
    'a  \r\nb\\\r\nc\rd\r\n\r\n- e\r\n\r\n  f\r\n',
    '> ```\n> never closed\n\n- <!-- never closed\n\n- ```\n  x\n\n\n',
    '<div>\n\n\n<p>  \n\n> <b>\n> c\n>\n\n    code\n\n    more\n\n\n',
  ])('of %j', (source) => expectSame(source))

  // Where version 0.10.5 differs by itself, and is recognised.
  test.each([
    ['a mark after the same mark escaped', '\\**a**\n'],
    ['an address after a character of two units', '[😀http://a.example\n'],
    ['an address that runs out of its cell', '| a |\n|---|\n| (https://a.example|b`\n'],
    ['an address with its scheme in brackets', '[mailto:a@b.example\n'],
    ['a tag that ends a table', '| a |\n|---|\n<b>\n'],
    ['a definition that is the head of a table', '[a]:\n-|\n'],
    ['code that is split in two', '- \n---\n    a\n    b\n'],
    ['a tag that goes on with a footnote', '[^a]:\\\n<b>\n'],
    ['an opening fence of front matter alone', '---\n*\n'],
    ['two stars after an underscore, closed by one', '_**a*\n'],
  ])('of %s', (_, source) => expectSame(source))

  const content = path.resolve(import.meta.dirname, '../content')

  test('of the articles of this project', () => {
    const sources = readdirSync(content).map((file) => readFileSync(path.join(content, file), 'utf8'))
    for (const source of sources) expectSame(source)
    expect(leftOver(sources)).toBeLessThan(0.02)
  })

  // prettier-ignore
  const fragments = [
    'a', 'b c', 'word', '.', ':', '"', '(', ')', '1', 'é', '😀', '\u00a0', ' ', '  ', '    ', '\t', '\n', '\n', '\n\n', '  \n', '\\\n', '\r\n', '\r',
    '- ', '* ', '1. ', '2) ', '> ', '# ', '---\n', '***\n', '===\n', '*', '**', '_', '~', '~~', '`', '``', '```\n', '~~~\n', '    code\n',
    '[', ']', '![', '](u)', '[a]', '[a]: u\n', '[^a]', '[^a]: b\n', '[ ] ', '[x] ', '<div>\n', '<b>', '</b>', '<!--', '-->', '<a', '>', '<script>\n',
    '&amp;', '&', '|', '| a | b |\n|---|---|\n', '|-|\n', '\\', 'http://a.b', 'www.a.b', 'x@y.z', 'https://a.b/c_d', 'mailto:a@b.c', '<http://a.b>', '+++\n',
  ]

  test('of random documents', () => {
    const documents = fc.array(fc.constantFrom(...fragments), { maxLength: 30 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(documents, (source) => expectSame(source)),
      { seed: 1, numRuns: 4000 },
    )
  })

  test('of random code units', () => {
    const unit = fc.oneof(fc.nat(127), fc.nat(255), fc.nat(0xffff))
    const sources = fc.array(unit, { maxLength: 60 }).map((units) => String.fromCharCode(...units))
    fc.assert(
      fc.property(sources, (source) => expectSame(source)),
      { seed: 1, numRuns: 3000 },
    )
  })
})

describe.each([
  ['office-support.tar.gz', 20],
  ['vba-docs.tar.xz', 400],
])('%s (needs ../shared)', (name, every) => {
  const archive = fileURLToPath(new URL(`../../shared/data/${name}`, import.meta.url))
  const folder = mkdtempSync(path.join(tmpdir(), 'deskcheck-parser-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  test.skipIf(!existsSync(archive) || !isNativeParserThere())(
    'has the same trees, nearly all from the native parser',
    () => {
      const options = { encoding: 'utf8', maxBuffer: 2 ** 26 } as const
      const files = execFileSync('tar', ['-tf', archive], options)
        .split('\n')
        .filter((file) => file.endsWith('.md'))
        .filter((_, index) => index % every === 0)
      execFileSync('tar', ['-xf', archive, '-C', folder, '-T', '-'], { input: files.join('\n') })
      const sources = files.map((file) => readFileSync(path.join(folder, file), 'utf8'))
      expect(sources.length).toBeGreaterThan(50)
      sources.forEach((source, index) => expectSame(source, files[index]))
      expect(leftOver(sources)).toBeLessThan(0.02)
    },
    60_000,
  )
})

describe('a text that holds too much', () => {
  const n = 30_000
  test.each([
    ['blocks nested more than 200 deep', '> '.repeat(n)],
    ['blocks nested more than 200 deep', '1. '.repeat(n)],
    [
      'blocks nested more than 200 deep',
      Array.from({ length: 300 }, (_, depth) => `${'  '.repeat(depth)}- a\n`).join(''),
    ],
    ['emphasis nested more than 200 deep', '*a '.repeat(2000) + 'b*'.repeat(2000)],
    ['brackets nested more than 200 deep', '['.repeat(2000) + 'a' + '](b)'.repeat(2000)],
    ['more than 5,000 marks in one paragraph', '&amp;'.repeat(n)],
    ['more than 5,000 marks in one paragraph', '[a]'.repeat(n)],
    ['more than 5,000 marks in one paragraph', 'a**b '.repeat(n)],
    ['more than 5,000 marks in one paragraph', 'a  \n'.repeat(n)],
    ['more than 5,000 marks in one paragraph', '> a\n' + 'b\n'.repeat(n)],
    ['more than 30,000 bars in one table', '|a|b|\n|-|-|\n' + '|a|b|\n'.repeat(n)],
    ['more than 2,500 tables', '# a\n|a|\n|-|\n'.repeat(4000)],
    ['more than 6,000 list items', '- a\n'.repeat(n)],
    ['more than 3,000 quotations', '> a\n\n'.repeat(n)],
    ['more than 2,000 definitions', '[^a]: b\n\n'.repeat(n)],
    ['more than 2,500 underlines', 'a\n===\n\n'.repeat(n)],
    ['more than 50,000 lines', 'a\n'.repeat(60_000)],
    ['more than 500,000 characters in one line', 'a'.repeat(600_000)],
    ['more than 5,000,000 characters', 'a\n'.repeat(3_000_000)],
  ])('is refused, with either parser: %s', (message, source) => {
    for (const parser of ['auto', 'remark'] as const) expect(() => parseMarkdown(source, parser)).toThrow(message)
  })

  test('is not what an article is, a long one with long listings and tables included', () => {
    const prose = 'Open **Settings**, then choose [Billing](https://a.example/billing) and `Save`.\n'
    for (const source of [
      prose.repeat(400),
      `${prose}\n`.repeat(1500),
      `- ${prose}`.repeat(1500),
      `- ${prose}\n  - ${prose}\n    > ${prose}\n`.repeat(300),
      `- ${'- '.repeat(400)}\n`,
      '```xml\n' + '<a><b c="d">[*_e_*]</b></a>\n'.repeat(4000) + '```\n',
      '| a | b |\n|---|---|\n' + '| `a` | [b](https://a.example) |\n'.repeat(2000),
      '---\n' + 'key: https://a.example\n'.repeat(1000) + '---\n',
      'word '.repeat(20_000),
    ])
      expect(() => parseMarkdown(source)).not.toThrow()
  })
})

test.skipIf(isNativeParserThere())('without the native parser, the other reads all', () => {
  expect(parseMarkdown('# A\n').children[0]?.type).toBe('heading')
  expect(() => parseMarkdown('# A\n', 'native')).toThrow('native parser')
})

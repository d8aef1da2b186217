import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import path from 'node:path'
import remarkLint from 'remark-lint'
import remarkParse from 'remark-parse'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { describe, expect, test } from 'vitest'
import type { Report } from '../src/report/report.ts'
import quickAnswer from '../rules/structure/quick-answer.ts'
import { version } from '../src/version.ts'

const root = path.resolve(import.meta.dirname, '..')
const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(path.join(root, file)))
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')
const manifest = JSON.parse(read('package.json')) as { version: string; dependencies: object; devDependencies: object }

/** What a file imports, as paths from the root; the text of examples is not looked at. */
function importsOf(file: string): string[] {
  const statements = read(file).matchAll(
    /^(?:import|export)\b[^;'`()=]*?\bfrom\s*'(\.[^']+)'|^import\s*'(\.[^']+)'|\bimport\('(\.[^']+)'\)/gm,
  )
  return [...statements].map((match) => path.posix.join(path.posix.dirname(file), (match[1] ?? match[2] ?? match[3])!))
}

test('the root holds what its drawing shows', () => {
  const entries = new Set(tracked.map((file) => file.split('/')[0]))
  expect([...entries].sort()).toEqual([
    '.ci',
    '.github',
    '.gitignore',
    'LICENSE',
    'README.md',
    'content',
    'deskcheck.config.ts',
    'package-lock.json',
    'package.json',
    'reports',
    'rules',
    'src',
    'tests',
    'tsconfig.json',
  ])
})

describe('layers', () => {
  const sources = tracked.filter((file) => /^(?:src|rules)\/.*\.ts$/.test(file))
  /** Folder, and the folders of `src` that it may import from. */
  const allowed: Record<string, string[]> = {
    'src/article/': ['src/article/'],
    'src/facts/': ['src/facts/', 'src/article/'],
    'src/corpus/': ['src/corpus/', 'src/facts/', 'src/article/'],
    'src/rule/': ['src/rule/', 'src/corpus/', 'src/facts/', 'src/article/', 'src/report/report.ts'],
    'src/report/': ['src/report/', 'src/compare/compare.ts', 'src/corpus/', 'src/facts/', 'src/article/'],
    'src/reporters/': ['src/reporters/', 'src/report/', 'src/compare/compare.ts', 'src/corpus/'],
    'src/compare/': ['src/compare/', 'src/corpus/', 'src/facts/', 'src/article/'],
    'src/importers/': ['src/importers/', 'src/article/'],
    'src/init/': ['src/init/', 'src/article/', 'src/config/schema.ts'],
    'src/config/': ['src/config/', 'src/rule/', 'src/report/', 'src/facts/', 'src/article/', 'rules/index.ts'],
    'src/lint/': ['src/lint/', 'src/rule/', 'src/config/', 'src/corpus/', 'src/facts/', 'src/article/', 'src/report/'],
    'src/pipeline.ts': ['src/article/', 'src/facts/', 'src/corpus/', 'src/config/', 'src/lint/', 'src/report/'],
    'src/session.ts': ['src/pipeline.ts', 'src/config/', 'src/corpus/', 'src/report/'],
    'src/node/': ['src/node/', 'src/config/', 'src/rule/', 'src/pipeline.ts', 'src/report/report.ts'],
  }
  const everywhere = new Set(['src/errors.ts', 'src/load.ts', 'src/printable.ts', 'src/timer.ts', 'src/version.ts'])

  test.each(Object.entries(allowed))('%s imports one way', (folder, targets) => {
    const bad = sources
      .filter((file) => file.startsWith(folder))
      .flatMap((file) => importsOf(file).map((target) => ({ file, target })))
      .filter(({ target }) => !everywhere.has(target) && !targets.some((name) => target.startsWith(name)))
    expect(bad).toEqual([])
  })

  test('imports are seen in all their forms', () => {
    expect(importsOf('src/cli.ts')).toEqual(
      expect.arrayContaining(['src/commands/gather.ts', 'src/commands/lint.ts', 'src/errors.ts']),
    )
    expect(importsOf('src/commands/lint.ts').length).toBeGreaterThan(8)
    for (const file of sources)
      for (const target of importsOf(file)) expect(existsSync(path.join(root, target)), `${file}: ${target}`).toBe(true)
  })

  test('a rule imports only what src/rule hands it', () => {
    const rules = sources.filter((file) => /^rules\/.+\/.+\.ts$/.test(file))
    expect(rules.length).toBeGreaterThan(5)
    expect(rules.flatMap(importsOf).filter((target) => !target.startsWith('src/rule/'))).toEqual([])
  })

  test('only src/node and the commands touch the machine, and only the entry the process', () => {
    for (const file of sources) {
      const text = read(file)
      expect(text, file).not.toMatch(/console\.\w/)
      if (file !== 'src/cli.ts' && file !== 'src/node/write-files.ts') expect(text, file).not.toMatch(/\bprocess\.\w/)
      if (!/^src\/(?:bundle|cli|node\/|commands\/)/.test(file))
        // It loads packages, and no file of the machine.
        expect(text, file).not.toMatch(file === 'src/load.ts' ? /'node:(?!module')/ : /'node:(?!crypto'|path\/posix')/)
      if (file !== 'src/config/resolve-settings.ts')
        expect(text, file).not.toMatch(/new Date\(\)|Date\.now|Temporal\.Now|Math\.random/)
    }
  })
})

test('`npm run update` runs every test that writes a file', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  const writing = tracked
    .filter((file) => /^tests\/.*\.test\.ts$/.test(file))
    .filter((file) => /\.toMatchFileSnapshot\((?:$|[`'"])/m.test(read(file)))
  expect(writing.length).toBeGreaterThan(3)
  for (const file of writing) expect(scripts.update).toContain(file)
})

test('the version is that of the package', () => expect(version).toBe(manifest.version))

test('the lockfile holds no download addresses', () => expect(read('package-lock.json')).not.toContain('"resolved"'))

test('every dependency says why it is there', () => {
  const text = read('.github/CONTRIBUTING.md')
  const names = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)]
  expect(names.filter((name) => !text.includes(`\`${name}\``))).toEqual([])
})

test('the README shows what is really found', () => {
  const { findings } = JSON.parse(read('reports/sample/report.json')) as Report
  const shown = [...read('README.md').matchAll(/^ +(\d+:\d+) +\w+ +(Unexpected .+?) {2}(\S+)$/gm)]
  expect(shown.length).toBeGreaterThan(3)
  for (const [, place, message, rule] of shown) {
    const same = findings.find(
      (finding) =>
        finding.message === message &&
        finding.rule === rule &&
        `${finding.start.line}:${finding.start.column}` === place,
    )
    expect(same, `${place} ${message}`).toBeDefined()
  }
})

test('documents link to what is there', () => {
  for (const file of tracked.filter((name) => name.endsWith('.md') && !/^(?:content|tests)\//.test(name))) {
    for (const [, target] of read(file)
      .replace(/`{3,}[^]*?\n`{3,}/g, '')
      .matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)) {
      expect(existsSync(path.join(root, path.dirname(file), target!)), `${file} links to ${target}`).toBe(true)
    }
  }
})

test('a rule about one article is a remark plugin too, under remark-lint', async () => {
  const processor = unified().use(remarkParse).use(remarkStringify).use(remarkLint).use(quickAnswer, { maxWords: 10 })
  const messages = async (text: string) =>
    (await processor.process(text)).messages.map(({ line, ruleId, source }) => ({ line, ruleId, source }))
  expect(await messages('# Why?\n\nBecause.\n')).toEqual([
    { line: 3, ruleId: 'structure/quick-answer', source: 'deskcheck' },
  ])
  expect(await messages('# Why?\n\n**Quick answer:** Because.\n')).toEqual([])
  expect(() => unified().use(quickAnswer, { maxWord: 10 }).freeze()).toThrow()
})

const shared = path.resolve(root, '../shared/data/listing')

test.skipIf(!existsSync(shared))('fixtures and content hold no text of others (needs ../shared)', () => {
  // Names of products and menus may be the same, and begin with a capital; so may labels and addresses. Sentences may not.
  const shingles = (text: string) => {
    const prose = text.replace(/When should I use this guide\?|\bUse it if you \w+ to:|https?:\S+/g, '.')
    const words = prose.match(/(?<![\p{L}\p{N}])\p{Ll}[\p{L}’']*/gu) ?? []
    return words.map((_, index) => words.slice(index, index + 10).join(' ')).slice(0, -9)
  }
  const theirs = new Set(readdirSync(shared).flatMap((file) => shingles(readFileSync(path.join(shared, file), 'utf8'))))
  const copied = tracked
    .filter((file) => /\.(?:md|txt|json|ts)$/.test(file))
    .flatMap((file) =>
      shingles(read(file))
        .filter((shingle) => theirs.has(shingle))
        .map((shingle) => `${file}: ${shingle}`),
    )
  expect(copied).toEqual([])
})

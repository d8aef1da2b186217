import { execFile, execFileSync } from 'node:child_process'
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Comparison } from '../src/compare/compare.ts'
import { resolveSettings } from '../src/config/resolve-settings.ts'
import { checkFiles } from '../src/node/check-files.ts'
import { settingsFrom, type Recipe } from '../src/node/settings-from.ts'
import type { Report } from '../src/report/report.ts'

// A process each, some tests several: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 120_000 })

const root = path.resolve(import.meta.dirname, '..')
const cli = path.join(root, 'src/cli.ts')
const loader = pathToFileURL(path.join(root, 'node_modules/tsx/dist/loader.mjs')).href
const top = mkdtempSync(path.join(tmpdir(), 'deskcheck-'))
let cwd = top
let runs = 0

beforeEach(() => {
  cwd = path.join(top, `case-${runs++}`)
  mkdirSync(cwd)
})
afterAll(() => rmSync(top, { recursive: true, force: true }))

interface Result {
  code: number
  stdout: string
  stderr: string
}

function deskcheck(...args: string[]): Promise<Result> {
  return new Promise((resolve) => {
    const cache = path.join(top, 'cache')
    const env = { ...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined, XDG_CACHE_HOME: cache }
    execFile(
      process.execPath,
      ['--import', loader, cli, ...args],
      { cwd, env: env as NodeJS.ProcessEnv, maxBuffer: 1e8 },
      (error, stdout, stderr) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, stdout, stderr }),
    )
  })
}

function write(name: string, text: string | Uint8Array): void {
  mkdirSync(path.dirname(path.join(cwd, name)), { recursive: true })
  writeFileSync(path.join(cwd, name), text)
}

const good =
  '# How do I pause a number?\n\n**Quick answer:** In Numbers.\n\n## When to use this guide\n\nOn holidays.\n'
const bad = '# How do I move a number?\n\nIn Numbers.\n\n## When to use this guide\n\nOn holidays.\n'
const named = good.replace('Quick answer', 'Short answer')

describe('freshness', () => {
  const git = (day: string, ...args: string[]) =>
    execFileSync('git', ['-c', 'user.email=a@example.com', '-c', 'user.name=a', ...args], {
      cwd,
      stdio: 'ignore',
      env: { ...process.env, GIT_AUTHOR_DATE: `${day}T12:00:00Z`, GIT_COMMITTER_DATE: `${day}T12:00:00Z` },
    })
  const dated = (day: string, text: string) => good.replace(/^# (.*)$/m, `---\ntitle: $1\nupdated: ${day}\n---`) + text

  test('verify records the day, and refuses an article with errors', async () => {
    write('a.md', good)
    write('b.md', bad)
    const both = await deskcheck('verify', 'a.md', 'b.md', '--today', '2026-11-23')
    expect(both.code).toBe(2)
    expect(both.stderr).toMatch(/^Cannot verify `b\.md`: it has an error: b\.md:3: Unexpected missing quick answer, /)
    expect(readFileSync(path.join(cwd, 'a.md'), 'utf8')).toBe(good)
    const forced = await deskcheck('verify', 'a.md', 'b.md', '--force', '--by', 'Mei', '--today', '2026-11-23')
    expect(forced).toMatchObject({
      code: 0,
      stdout: 'Verified `a.md` on 2026-11-23 by Mei.\nVerified `b.md` on 2026-11-23 by Mei.\n',
    })
    expect(readFileSync(path.join(cwd, 'b.md'), 'utf8')).toBe(
      `---\nlast_verified: 2026-11-23\nverified_by: Mei\n---\n\n${bad}`,
    )
    const again = await deskcheck('verify', 'a.md', '--today', '2026-11-23')
    expect(again.stdout).toBe('`a.md` says already that it was verified on 2026-11-23.\n')
    for (const [args, because] of [
      [['none.md'], 'there is no such file'],
      [['.'], 'it is a folder'],
      [['a.md', '--by', ' '], 'it names nobody'],
      [['a.md', '--today', 'monday'], 'it is not a day'],
    ] as const) {
      const refused = await deskcheck('verify', ...args)
      expect(refused.code, args.join(' ')).toBe(2)
      expect(refused.stderr).toContain(because)
    }
  })

  test('verify passes over errors that the baseline knows', async () => {
    write('b.md', bad)
    await deskcheck('b.md', '--baseline', 'known.json', '--update-baseline')
    const result = await deskcheck('verify', 'b.md', '--baseline', 'known.json', '--today', '2026-11-23')
    expect(result).toMatchObject({ code: 0, stdout: 'Verified `b.md` on 2026-11-23.\n' })
  })

  test('report prints the queue as CSV, by readers', async () => {
    const old = 'From 28 Nov 2025, all new webhooks must use POST.\n'
    write('content/a.md', `${good}\n${old}`)
    write('content/b.md', `${named.replace('pause', 'rename')}\n${old}`)
    write('views.csv', 'path,views\n/b,900\n/a,10\n')
    const result = await deskcheck('report', '--format', 'csv', '--readers', 'views.csv', '--today', '2026-11-23')
    expect(result.code).toBe(0)
    expect(result.stderr).toContain('Readers of 2 articles of 2 are in `views.csv`.\n')
    expect(result.stdout.split('\r\n').map((line) => line.split(',').slice(0, 3).join())).toMatchObject([
      'rank,score,path',
      expect.stringMatching(/^1,[\d.]+,content\/b\.md$/),
      expect.stringMatching(/^2,[\d.]+,content\/a\.md$/),
      '',
    ])
    expect(readFileSync(path.join(cwd, 'reports/latest/freshness.csv'), 'utf8')).toBe(result.stdout)
    write(
      'deskcheck.config.json',
      '{ "queue": { "readers": "views.csv", "weights": { "freshness/passed-deadline": 0 } } }',
    )
    const weighed = await deskcheck('report', '--format', 'csv', '--today', '2026-11-23')
    expect(weighed.stdout.split('\r\n')).toHaveLength(2)
    const missing = await deskcheck('report', '--readers', 'none.csv')
    expect(missing).toMatchObject({ code: 2, stdout: '' })
    expect(missing.stderr).toContain('Cannot read the readers in `none.csv`: there is no such file\n')
    const broken = await deskcheck('report', '--readers', 'content/a.md')
    expect(broken.code).toBe(2)
    expect(broken.stderr).toMatch(/^Cannot use the readers in `content\/a\.md`: /)
  })

  test('a list of what is superseded is read from the file that the config names', async () => {
    write('content/a.md', `${good}\nOpen Classic Dialer with TLS 1.0.\n`)
    write('deskcheck.config.json', '{ "superseded": "superseded.yml" }')
    write('superseded.yml', '- old: Classic Dialer\n  new: Call Desk\n- keep: TLS 1.0\n')
    const result = await deskcheck('--format', 'csv', '--today', '2026-11-23')
    expect(result.stdout).toContain('`Classic Dialer`, expected `Call Desk`, bring the article up to date"')
    expect(result.stdout).not.toContain('TLS')
    write('superseded.yml', '- new: Call Desk\n')
    const broken = await deskcheck()
    expect(broken.code).toBe(2)
    expect(broken.stderr).toMatch(
      /^Cannot use the list of what is superseded in `superseded\.yml`: line 1: expected `old`/,
    )
  })

  test('what git knows is used, is the same in parts, and can be left out', async () => {
    git('2023-03-01', 'init', '-q')
    const more = 'We recently launched a page of its own for numbers that are paused.\n'
    write('content/a.md', dated('2023-03-01', more))
    write('content/b.md', dated('2023-03-01', 'Numbers are green.\n').replace('pause', 'rename'))
    git('2023-03-01', 'add', '-A')
    git('2023-03-01', 'commit', '-qm', 'one')
    write('content/a.md', dated('2026-09-01', more))
    git('2026-09-01', 'commit', '-qam', 'two')
    const args = ['--today', '2026-11-23', '--format', 'json']
    const whole = await deskcheck(...args)
    const rules = (text: string) => Object.keys((JSON.parse(text) as Report).summary.byRule)
    expect(rules(whole.stdout)).toEqual(
      expect.arrayContaining(['freshness/renewed-date', 'freshness/words-of-the-moment']),
    )
    expect((await deskcheck(...args)).stdout, 'a second time').toBe(whole.stdout)
    for (const part of ['1', '2'])
      await deskcheck('--shard', `${part}/2`, '--output', `${part}.part`, '--today', '2026-11-23')
    expect((await deskcheck('merge', '1.part', '2.part', '--format', 'json')).stdout).toBe(whole.stdout)
    const without = await deskcheck('--no-history', ...args)
    expect(rules(without.stdout)).not.toContain('freshness/renewed-date')
    write('deskcheck.config.json', '{ "history": false }')
    expect((await deskcheck(...args)).stdout).toBe(without.stdout)
  })
})

describe('lint', () => {
  test('passes a good article, fails a bad one, and prints findings on stdout only', async () => {
    write('content/good.md', good)
    expect(await deskcheck()).toMatchObject({ code: 0, stdout: '1 article: nothing to report\n', stderr: '' })
    write('content/bad.md', bad)
    const result = await deskcheck('lint')
    expect(result).toMatchObject({ code: 1, stderr: '' })
    expect(result.stdout).toBe(
      'content/bad.md\n  3:1  error  Unexpected missing quick answer, expected it right after the title, add a section `Quick answer`  structure/quick-answer\n              In Numbers.\n              ^\n\n2 articles: 1 error\nWhat a rule asks, and why: deskcheck explain structure/quick-answer\n',
    )
    expect(await deskcheck('content/bad.md', '--rule', 'structure/*=off')).toMatchObject({ code: 0 })
    expect(await deskcheck('content/bad.md', '--rule', 'structure/quick-answer=warning')).toMatchObject({ code: 0 })
    expect(
      await deskcheck('content/bad.md', '--rule', 'structure/quick-answer=warning', '--max-warnings', '0'),
    ).toMatchObject({ code: 1 })
  })

  test('takes files, folders and globs, and names them from the working directory', async () => {
    write('docs/a.md', bad)
    write('docs/deep/b.markdown', bad)
    write('docs/node_modules/c.md', bad)
    write('docs/d.txt', bad)
    write('docs/brackets [1]/e.md', bad)
    const paths = async (...args: string[]) =>
      (JSON.parse((await deskcheck(...args, '--format', 'json')).stdout) as Report).articles.map(
        (article) => article.path,
      )
    expect(await paths('docs')).toEqual(['docs/a.md', 'docs/brackets [1]/e.md', 'docs/deep/b.markdown'])
    expect(await paths('docs/d.txt', './docs/a.md', 'docs/a.md')).toEqual(['docs/a.md', 'docs/d.txt'])
    expect(await paths('docs/*/*.m*')).toEqual(['docs/brackets [1]/e.md', 'docs/deep/b.markdown'])
    symlinkSync('.', path.join(cwd, 'docs/loop'))
    write('deskcheck.config.json', '{ "content": ["docs"], "exclude": ["docs/deep/**", "**/brackets*/**"] }')
    expect(await paths()).toEqual(['docs/a.md'])
    expect(await paths('docs')).toEqual(['docs/a.md'])
    expect(await paths('docs/deep/b.markdown')).toEqual(['docs/deep/b.markdown'])
  })

  test('writes reports to files, whole', async () => {
    write('content/bad.md', bad)
    const result = await deskcheck(
      '--format',
      'json',
      '--output',
      'out/report.json',
      '--report',
      'github:out/github.txt',
    )
    expect(result).toMatchObject({ code: 1, stdout: '', stderr: '' })
    const report = JSON.parse(readFileSync(path.join(cwd, 'out/report.json'), 'utf8')) as Report
    expect(report).toMatchObject({
      schemaVersion: 1,
      tool: { name: 'deskcheck' },
      summary: { articles: 1, new: 1, known: 0 },
    })
    expect(report.findings[0]).toMatchObject({
      rule: 'structure/quick-answer',
      path: 'content/bad.md',
      status: 'new',
      related: [],
    })
    expect(readFileSync(path.join(cwd, 'out/github.txt'), 'utf8')).toMatch(/^::error file=content\/bad\.md,line=3,/)
    expect(readdirSync(path.join(cwd, 'out')).sort()).toEqual(['github.txt', 'report.json'])
  })

  test('judges freshness on the day that it is told', async () => {
    write('content/a.md', good.replace('In Numbers.', 'From 28 Nov 2025, all must change.'))
    expect((await deskcheck('--today', '2026-11-23')).stdout).toContain('freshness/passed-deadline')
    expect((await deskcheck('--today', '2025-11-28')).stdout).toContain('nothing to report')
  })

  test('fixes, or shows what it would fix', async () => {
    write('content/a.md', named)
    const dry = await deskcheck('--fix-dry-run')
    expect(dry.stdout).toContain('-**Short answer:** In Numbers.\n+**Quick answer:** In Numbers.')
    expect(readFileSync(path.join(cwd, 'content/a.md'), 'utf8')).toBe(named)
    expect(await deskcheck('--fix')).toMatchObject({
      code: 0,
      stdout: '1 article: nothing to report\n',
      stderr: 'Fixed 1 file.\n',
    })
    expect(readFileSync(path.join(cwd, 'content/a.md'), 'utf8')).toBe(good)
  })

  test('knows a baseline', async () => {
    write('content/bad.md', bad)
    expect(await deskcheck('--update-baseline')).toMatchObject({ code: 2 })
    expect(await deskcheck('--baseline', 'known.json')).toMatchObject({ code: 2 })
    expect(await deskcheck('--baseline', 'known.json', '--update-baseline')).toMatchObject({ code: 0 })
    expect(await deskcheck('--baseline', 'known.json')).toMatchObject({
      code: 0,
      stdout: '1 article: 1 error (all known: in the baseline)\n',
    })
    write('content/bad.md', good)
    expect((await deskcheck('--baseline', 'known.json')).stderr).toContain(
      '1 finding of the baseline is gone: prune it with --update-baseline.\n  content/bad.md  structure/quick-answer\n',
    )
    write('deskcheck.config.json', '{ "baseline": "known.json" }')
    write('content/bad.md', bad)
    expect(await deskcheck()).toMatchObject({ code: 0 })
    expect(await deskcheck('--no-baseline')).toMatchObject({ code: 1 })
    // What is gone is pruned, what has come is added, and what was moved is neither.
    write('content/moved/bad.md', bad)
    rmSync(path.join(cwd, 'content/bad.md'))
    expect(await deskcheck()).toMatchObject({ code: 0, stderr: '' })
    write('content/moved/bad.md', good)
    write('content/other.md', bad.replace('move', 'port'))
    expect(await deskcheck('--update-baseline')).toMatchObject({
      code: 0,
      stderr:
        'Updated the baseline `known.json`: 1 known finding (1 added, 1 gone and pruned).\n  content/bad.md  structure/quick-answer\n',
    })
    expect(JSON.parse(readFileSync(path.join(cwd, 'known.json'), 'utf8'))).toMatchObject({
      findings: [{ path: 'content/other.md', rule: 'structure/quick-answer' }],
    })
  })

  test('calls nothing of a baseline gone that it could not see', async () => {
    const text =
      'Calls can ring agents in a fixed order, all at once, or in turn, and the choice is made for each department by an admin in its settings page, or by the owner.'
    write('content/a.md', good.replace('On holidays.', `${text} [More of that](none.md)`))
    write('content/b.md', good.replace('pause', 'route').replace('On holidays.', text))
    write('content/c.md', '# Where?\n\nSee [pauses](a.md) and [routes](b.md), or [pauses of routes](a.md).\n')
    write('content/d.md', '# Who?\n\nSee [pauses](a.md), [routes](b.md) and [places](c.md).\n')
    write('deskcheck.config.json', '{ "baseline": "known.json" }')
    await deskcheck('--update-baseline')
    const before = readFileSync(path.join(cwd, 'known.json'), 'utf8')
    expect(before).toMatch(/duplicates\/near.*"with"/)
    expect(before).toContain('links/target')
    expect(await deskcheck('content/a.md')).toMatchObject({ stderr: '' })
    for (const name of ['content/a.md', 'content/b.md']) await deskcheck(name, '--update-baseline')
    expect(readFileSync(path.join(cwd, 'known.json'), 'utf8')).toBe(before)
    // An article that cannot be read has lost nothing.
    write('content/a.md', Uint8Array.of(0xff, 0xfe, 0))
    expect(await deskcheck('--update-baseline')).toMatchObject({ code: 2 })
    expect(readFileSync(path.join(cwd, 'known.json'), 'utf8')).toContain('"content/a.md"')
    expect((await deskcheck()).stderr).not.toContain('gone')
  })

  test('writes any format to any file in one run', async () => {
    write('content/bad.md', bad)
    write('deskcheck.config.json', '{ "source": "https://example.com/blob/main/{path}#L{line}" }')
    const formats = ['json', 'sarif', 'junit', 'github', 'gitlab', 'markdown', 'html', 'csv']
    const asked = formats.flatMap((name) => ['--report', `${name}:out/${name}.txt`])
    expect(await deskcheck('--format', 'pretty', '--output', 'out/pretty.txt', ...asked)).toMatchObject({ stdout: '' })
    const text = (name: string) => readFileSync(path.join(cwd, `out/${name}.txt`), 'utf8')
    for (const name of [...formats, 'pretty']) expect(text(name), name).toContain('structure/quick-answer')
    expect(text('html')).toContain('<a class="place" href="https://example.com/blob/main/content/bad.md#L3">3:1</a>')
    expect(text('sarif')).toContain('"text": "In Numbers."')
    expect(text('json')).not.toContain('quoted')
    expect((await deskcheck('--format', 'html', '--source', 'https://example.org/{path}')).stdout).toContain(
      'href="https://example.org/content/bad.md"',
    )
    expect(await deskcheck('--source', 'javascript:{path}')).toMatchObject({ code: 2 })
    for (const source of ['javascript:{path}', 'https://example.com/'])
      expect((await deskcheck('--config', (write('c.json', JSON.stringify({ source })), 'c.json'))).code).toBe(2)
  })

  test('keeps of a baseline what it did not look at, wherever it starts', async () => {
    write('content/one.md', bad)
    write('content/two.md', bad.replace('move', 'port'))
    write('deskcheck.config.json', '{ "baseline": "known.json" }')
    await deskcheck('--update-baseline')
    const before = readFileSync(path.join(cwd, 'known.json'), 'utf8')
    expect(await deskcheck('content/one.md', '--update-baseline')).toMatchObject({ code: 0 })
    expect(await deskcheck('--rule', 'structure/*=off', '--update-baseline')).toMatchObject({
      code: 0,
      stderr: 'Updated the baseline `known.json`: 2 known findings.\n',
    })
    expect(readFileSync(path.join(cwd, 'known.json'), 'utf8')).toBe(before)
    expect((await deskcheck('--rule', 'structure/*=off')).stderr).toBe('')
    cwd = path.join(cwd, 'content')
    expect(await deskcheck('one.md')).toMatchObject({ code: 0, stderr: '' })
  })

  test('changes nothing when it cannot go through', async () => {
    write('content/a.md', named)
    expect(await deskcheck('--fix', '--baseline', 'none.json')).toMatchObject({ code: 2 })
    expect(await deskcheck('--fix', '--update-baseline')).toMatchObject({ code: 2 })
    mkdirSync(path.join(cwd, 'folder'))
    expect(await deskcheck('--report', 'json:a.json', '--report', 'json:folder')).toMatchObject({ code: 2 })
    expect(await deskcheck('--output', 'a.json', '--report', 'json:a.json')).toMatchObject({ code: 2 })
    expect(readdirSync(cwd).sort()).toEqual(['content', 'folder'])
    expect(readFileSync(path.join(cwd, 'content/a.md'), 'utf8')).toBe(named)
  })

  test.skipIf(process.platform === 'win32')('fixes what a link leads to, and keeps the mode', async () => {
    write('real.md', named)
    chmodSync(path.join(cwd, 'real.md'), 0o600)
    mkdirSync(path.join(cwd, 'content'))
    symlinkSync('../real.md', path.join(cwd, 'content/a.md'))
    expect(await deskcheck('--fix')).toMatchObject({ code: 0 })
    expect(readFileSync(path.join(cwd, 'real.md'), 'utf8')).toBe(good)
    expect(lstatSync(path.join(cwd, 'content/a.md')).isSymbolicLink()).toBe(true)
    expect(statSync(path.join(cwd, 'real.md')).mode & 0o777).toBe(0o600)
  })

  test('gives the same bytes twice', async () => {
    const run = () => deskcheck(path.join(root, 'content'), '--format', 'json', '--today', '2026-11-23')
    const [first, second] = await Promise.all([run(), run()])
    expect(first.stdout).toBe(second.stdout)
    expect(first.stdout.length).toBeGreaterThan(10_000)
  })
})

describe('the way the work is done changes nothing of what is found', () => {
  const day = ['--today', '2026-11-23', '--format', 'json']
  const report = async (...args: string[]) => {
    const { code, stdout, stderr } = await deskcheck('content', ...day, ...args)
    expect(stderr).toBe('')
    return `${code}\n${stdout}`
  }
  const text =
    'Calls ring agents one after the other, all at once, or in turn, as the owner of a department has chosen.'

  test('threads, either parser', async () => {
    for (let index = 0; index < 520; index++) {
      write(`content/${index % 7}/${index}.md`, index % 3 ? good : `${bad}\n${text} ${text} ${index % 5}\n`)
    }
    const one = await report('--no-cache', '--threads', '1')
    expect(await report('--no-cache', '--threads', '2')).toBe(one)
    expect(await report('--no-cache', '--parser', 'remark')).toBe(one)
    write('content/3/broken.md', Uint8Array.of(0xff, 0xfe, 0x41))
    const broken = await deskcheck('content', ...day, '--no-cache', '--threads', '2')
    expect(broken).toMatchObject({ code: 2, stdout: one.slice(2) })
    expect(broken.stderr).toBe(
      'Cannot read `content/3/broken.md`: it is not UTF-8 text\nSave it as UTF-8 text, or leave it out with `exclude` in the config. 520 other articles checked.\n',
    )
  })

  test('a cache, full, broken, of another version, or in the way', async () => {
    write('content/good.md', good)
    write('content/bad.md', bad)
    const cold = await report('--no-cache')
    expect(await report('--cache-dir', 'cache')).toBe(cold)
    const [file] = readdirSync(path.join(cwd, 'cache'))
    const bytes = readFileSync(path.join(cwd, 'cache', file!))
    expect(await report('--cache-dir', 'cache')).toBe(cold)
    expect(readFileSync(path.join(cwd, 'cache', file!))).toEqual(bytes)

    write('content/bad.md', good)
    const mended = await report('--no-cache')
    expect(mended).not.toBe(cold)
    expect(await report('--cache-dir', 'cache')).toBe(mended)
    write('content/bad.md', bad)
    expect(await report('--cache-dir', 'cache', '--rule', 'structure/quick-answer=off')).not.toBe(cold)

    const last = bytes.length - 1
    for (const [harm, because] of [
      [bytes.subarray(0, 10), /JSON/],
      [bytes.subarray(0, bytes.length - 5), /it is broken/],
      [Buffer.concat([bytes.subarray(0, last), Buffer.from([bytes[last]! ^ 1])]), /it is broken/],
      [
        Buffer.from(bytes.toString('latin1').replace(/"madeBy":"[^"]*"/, '"madeBy":"other"'), 'latin1'),
        /another version/,
      ],
    ] as const) {
      write(`cache/${file}`, harm)
      const harmed = await deskcheck('content', ...day, '--cache-dir', 'cache')
      expect(`${harmed.code}\n${harmed.stdout}`).toBe(cold)
      expect(harmed.stderr).toMatch(/^Cannot use the cache `.+`: .+ Everything is checked anew\.\n$/)
      expect(harmed.stderr).toMatch(because)
      expect(await report('--cache-dir', 'cache')).toBe(cold)
    }
    write('in-the-way', 'a file')
    const blocked = await deskcheck('content', ...day, '--cache-dir', 'in-the-way')
    expect(`${blocked.code}\n${blocked.stdout}`).toBe(cold)
    expect(blocked.stderr).toMatch(/^Cannot write /)
  })

  test('parts in several jobs, and what is no part of the same run', async () => {
    for (let index = 0; index < 7; index++) write(`content/${index}.md`, `${index % 2 ? good : bad}\n${text} ${text}\n`)
    const whole = await report()
    const part = (shard: string, ...args: string[]) =>
      deskcheck(
        'content',
        '--today',
        '2026-11-23',
        '--shard',
        shard,
        '--output',
        `${shard.replace('/', '-')}.json`,
        ...args,
      )
    expect(await part('1/3')).toMatchObject({ code: 0, stdout: '', stderr: 'Checked part 1 of 3: 3 articles of 7.\n' })
    expect(await part('2/3')).toMatchObject({ code: 0 })
    expect(await part('3/3', '--parser', 'remark')).toMatchObject({ code: 0 })
    const files = ['3-3.json', '1-3.json', '2-3.json']
    const merged = await deskcheck('merge', ...files, '--format', 'json')
    expect(`${merged.code}\n${merged.stdout}`).toBe(whole)
    expect(merged.stderr).toBe('')

    const refused = async (because: RegExp, ...args: string[]) => {
      const result = await deskcheck(...args)
      expect(result).toMatchObject({ code: 2, stdout: '' })
      expect(result.stderr).toMatch(/^Cannot (?:merge|use) .+\n.+\n$/)
      expect(result.stderr).toMatch(because)
    }
    await refused(/these are missing: `3\/3`/, 'merge', '1-3.json', '2-3.json')
    await refused(/are the same part/, 'merge', '1-3.json', './1-3.json')
    await refused(/there is no such file/, 'merge', 'gone.json')
    await refused(/made with other settings/, 'merge', ...files, '--rule', 'title/question=off')
    write('cut.json', readFileSync(path.join(cwd, '1-3.json')).subarray(0, 400))
    await refused(/it is no part of a run, or was cut/, 'merge', 'cut.json')
    write('changed.json', readFileSync(path.join(cwd, '1-3.json'), 'utf8').replace('quick', 'quack'))
    await refused(/it is broken/, 'merge', 'changed.json')
    write('report.json', merged.stdout)
    await refused(/it is no part of a run/, 'merge', 'report.json')
    write('content/7.md', good)
    await part('2/3')
    await refused(/not of one run: the articles differ/, 'merge', ...files)
    await refused(/it is no part of a whole/, 'content', '--shard', '4/3')
    await refused(/a part of a run is no report yet/, 'content', '--shard', '1/3', '--format', 'json')
  })

  test('and --timing tells where the time went', async () => {
    write('content/good.md', good)
    write('content/bad.md', bad)
    const plain = await deskcheck('content', ...day)
    const timed = await deskcheck('content', ...day, '--timing', '--no-cache')
    expect(timed).toMatchObject({ code: plain.code, stdout: plain.stdout })
    for (const step of ['reading files', 'parsing', 'structure/quick-answer', 'duplicates/near']) {
      expect(timed.stderr).toMatch(new RegExp(`^  ${step} +\\d+\\.\\d$`, 'm'))
    }
  })

  test('a signal stops it between two files', async () => {
    for (let index = 0; index < 3; index++) write(`${index}.md`, good)
    const recipe: Recipe = { config: {}, given: { today: '2026-11-23' }, plugins: { names: [], folder: cwd } }
    const checking = { cwd, recipe, settings: settingsFrom(recipe), threads: 1 }
    const paths = ['0.md', '1.md', '2.md']
    const reason = new Error('enough')
    await expect(checkFiles(paths, { ...checking, signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
    expect((await checkFiles(paths, checking)).checked.map(({ facts }) => facts.path)).toEqual(paths)
  })

  test('what no thread and no parser is, is said', async () => {
    write('content/good.md', good)
    expect((await deskcheck('--threads', 'many')).stderr).toMatch(/^Cannot use `--threads many`: /)
    expect((await deskcheck('--parser', 'other')).stderr).toMatch(/^Cannot use `--parser other`: /)
  })
})

describe('what cannot be done', () => {
  const cases: [string, string[], RegExp][] = [
    ['an unknown option', ['--frmat', 'json'], /^Cannot read the command line: unknown option `--frmat`/],
    ['an unknown format', ['content', '--format', 'yaml'], /^Cannot use the format `yaml`: .*\nChoose one of `pretty`/],
    ['a path that is not there', ['nowhere'], /^Cannot find `nowhere`: there is no such file or folder\n/],
    ['an unknown rule', ['--rule', 'structure/quick=off'], /^Cannot find the rule `structure\/quick`: did you mean/],
    [
      'an unknown level',
      ['--rule', 'structure/quick-answer=loud'],
      /^Cannot use `--rule structure\/quick-answer=loud`: `loud` is no level/,
    ],
    ['a day that is none', ['--today', '2026-02-30'], /^Cannot use `2026-02-30` as today/],
    ['a maximum that is none', ['--max-warnings', 'few'], /^Cannot use `--max-warnings few`/],
    ['an article that is not there', ['explain', 'none.md'], /^Cannot find `none.md`: there is no such file/],
    ['a folder without articles', ['init', 'none'], /^Cannot find `none`/],
    ['a question that asks nothing', ['new', '?!'], /^Cannot write an article on `\?!`: it asks nothing/],
    ['a type that is none', ['new', 'Why?', '--type', 'x'], /^Cannot use `--type x`: there is no such type/],
    ['a model that is not there', ['new', 'Why?', '--like', 'x.md'], /^Cannot find `x.md`/],
    ['a config that is not there', ['--config', 'none.json'], /^Cannot find the config `none.json`/],
    ['a glob that matches nothing', ['nowhere/*.md'], /^Cannot find `nowhere\/\*.md`: no file matches it/],
    ['a path that is empty', [''], /^Cannot find ``/],
    ['a level twice', ['--rule', 'title/question=off=error'], /^Cannot use `--rule title\/question=off=error`/],
    [
      'a report over an article',
      ['--output', 'content/good.md'],
      /^Cannot write `content\/good.md`: it is one of the articles/,
    ],
    ['a report without a file', ['--report', 'json'], /^Cannot use `--report json`/],
    [
      'an import without its format',
      ['import', 'x.txt', '--out', 'y'],
      /^Cannot read the command line: required option/,
    ],
    ['an import from nothing', ['import', 'x.txt', '--from', 'listing', '--out', 'y'], /^Cannot read `x.txt`/],
    ['an explanation of nothing', ['explain', 'structure/quik-answer'], /did you mean `structure\/quick-answer`/],
  ]
  test.each(cases)('%s', async (_, args, message) => {
    write('content/good.md', good)
    const { code, stdout, stderr } = await deskcheck(...args)
    expect(stderr).toMatch(message)
    expect(stderr).not.toMatch(/^\s+at /m)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  })

  test.each([
    ['deskcheck.config.json', '{', /^Cannot load the config `deskcheck.config.json`: /],
    [
      'deskcheck.config.json',
      '{ "contents": [] }',
      /^Cannot use the config `deskcheck.config.json`: line 1: `contents` is none of its keys: did you mean `content`\?\nIt may set `content`/,
    ],
    ['deskcheck.config.js', 'export default {', /^Cannot load the config `deskcheck.config.js`: /],
    ['deskcheck.config.ts', 'throw new Error("boom")', /^Cannot load the config `deskcheck.config.ts`: boom\n/],
    [
      'deskcheck.config.ts',
      'export default { rules: { "title/question": "loud" } }',
      /^Cannot use the config `deskcheck.config.ts`: line 1: `rules.title\/question`: expected `error`, `warning`/,
    ],
    [
      'deskcheck.config.ts',
      'export default { rules: { "title/qestion": "off" } }',
      /^Cannot find the rule `title\/qestion`/,
    ],
    [
      'deskcheck.config.json',
      '{ "types": { "how-to": { "sections": [{ "role": "step" }] } } }',
      /^Cannot use the config: `types.how-to.sections` names the role `step`, which is none: did you mean `steps`\?\nGive a new role its words/,
    ],
    [
      'deskcheck.config.json',
      '{ "types": { "how-to": { "sections": [{ "role": "steps" }, { "role": "steps" }] } } }',
      /^Cannot use the config: `types.how-to.sections` names `steps` twice/,
    ],
    ['deskcheck.config.json', '{ "types": { "howto": {} } }', /^Cannot use the config `deskcheck.config.json`: /],
    [
      'deskcheck.config.json',
      '{ "labels": { "cause": [] } }',
      /^Cannot use the config `deskcheck.config.json`: line 1: `labels.cause`/,
    ],
  ])('a broken config: %s %s', async (name, text, message) => {
    write('content/good.md', good)
    write(name, text)
    const { code, stdout, stderr } = await deskcheck()
    expect(stderr).toMatch(message)
    expect(stderr).not.toMatch(/^\s+at /m)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  })

  test('a file that is no text: the others are checked all the same', async () => {
    write('content/bad.md', bad)
    write('content/image.md', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]))
    write('content/latin.md', new Uint8Array([0x23, 0x20, 0xe9, 0x0a]))
    const { code, stdout, stderr } = await deskcheck()
    expect(code).toBe(2)
    expect(stdout).toContain('content/bad.md')
    expect(stderr).toMatch(
      /^Cannot read `content\/image.md` \(and 1 more: `content\/latin.md`\): it is not a text file\n.* 1 other article checked\.\n$/,
    )
  })

  test('an empty folder is no failure, but is said', async () => {
    mkdirSync(path.join(cwd, 'content'))
    expect(await deskcheck()).toEqual({
      code: 0,
      stdout: '0 articles: nothing to report\n',
      stderr: 'No articles in `content`: no Markdown file was found there.\n',
    })
  })

  test('a place that cannot be written loses nothing', async () => {
    write('content/bad.md', bad)
    write('out', 'a file')
    const { code, stderr } = await deskcheck('--report', 'json:a.json', '--report', 'json:out/b.json')
    expect(code).toBe(2)
    expect(stderr).toMatch(/^Cannot write `out\/b.json`: /)
    expect(readdirSync(cwd).sort()).toEqual(['content', 'out'])
  })
})

describe('config', () => {
  test('is found upwards, in TypeScript too, and may import the package', async () => {
    write(
      'deskcheck.config.ts',
      "import { rules, type Config } from 'deskcheck'\nexport default { content: ['docs'], rules: { [rules[0]!.id]: 'off', 'structure/*': 'off' } } satisfies Config\n",
    )
    write('docs/bad.md', bad)
    write('docs/deep/more.md', good)
    cwd = path.join(cwd, 'docs/deep')
    const { code, stdout, stderr } = await deskcheck('--format', 'json')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect((JSON.parse(stdout) as Report).articles.map((article) => article.path)).toEqual(['../bad.md', 'more.md'])
  })
})

describe('a config that extends others', () => {
  const levelsOf = async () => {
    const { stdout, stderr } = await deskcheck('--format', 'json')
    expect(stderr).toBe('')
    return (JSON.parse(stdout) as Report).findings.map(({ rule, severity }) => `${severity} ${rule}`)
  }

  test('takes files and packages, the later over the earlier, and its own word over all', async () => {
    write('content/bad.md', `${bad}\nLog in.\n`)
    write('node_modules/house-style/package.json', '{ "name": "house-style", "main": "rules.json" }')
    write(
      'node_modules/house-style/rules.json',
      '{ "rules": { "structure/quick-answer": "warning" }, "terms": "terms.yml" }',
    )
    write('node_modules/house-style/terms.yml', '- use: sign in\n  not: log in\n')
    write('shared/base.json', '{ "rules": { "structure/*": "suggestion", "style/terms": "error" } }')
    write('deskcheck.config.json', '{ "extends": ["./shared/base.json", "house-style"] }')
    expect(await levelsOf()).toEqual(['warning structure/quick-answer', 'error style/terms'])
    write(
      'deskcheck.config.json',
      '{ "extends": ["house-style", "./shared/base.json"], "rules": { "style/terms": "off" } }',
    )
    expect((await deskcheck()).stderr).toBe('Settings without effect in the config:\n  `terms`: `style/terms` is off\n')
  })

  test.each([
    [
      { 'deskcheck.config.json': '{ "extends": "./none.json" }' },
      /^Cannot find the config `.\/none.json`, which `deskcheck.config.json` extends: there is no such file or package\n/,
    ],
    [{ 'deskcheck.config.json': '{ "extends": "none" }' }, /^Cannot find the config `none`, which/],
    [
      { 'deskcheck.config.json': '{ "extends": "./a.json" }', 'a.json': '{ "extends": "./deskcheck.config.json" }' },
      /^Cannot use the config `deskcheck.config.json`: it extends itself: `deskcheck.config.json` extends `a.json` extends `deskcheck.config.json`\n/,
    ],
    [
      { 'deskcheck.config.json': '{ "extends": "./a.json" }', 'a.json': '{\n"ruls": {} }' },
      /^Cannot use the config `a.json`: line 2: `ruls` is none of its keys: did you mean `rules`\?/,
    ],
    [
      { 'deskcheck.config.json': '{ "redirects": "none" }' },
      /^Cannot read the redirects in `none`: there is no such file\nCorrect `redirects`/,
    ],
  ])('%j', async (files, message) => {
    write('content/good.md', good)
    for (const [name, text] of Object.entries(files)) write(name, text)
    const { code, stdout, stderr } = await deskcheck()
    expect(stderr).toMatch(message)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  })
})

test('links to what has moved are told from broken ones by the redirects of the site', async () => {
  const link = (to: string) => `${good}\nSee [this](${to}) and [that](good.md).\n`
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f'])
    write(`content/${name}.md`, link(name === 'a' ? 'moved.md' : name === 'b' ? 'vanished.md' : 'a.md'))
  write('content/good.md', good)
  write(
    'deskcheck.config.json',
    '{ "redirects": "site/_redirects", "rules": { "duplicates/near": "off", "title/duplicate": "off" } }',
  )
  write('site/_redirects', '/content/moved /content/good 301\n')
  const { stdout } = await deskcheck('--format', 'json')
  const found = (JSON.parse(stdout) as Report).findings.filter(({ rule }) => rule === 'links/target')
  expect(found.map(({ path: file, message }) => `${file}: ${message}`)).toEqual([
    'content/b.md: Unexpected link to `vanished.md`, expected an article that is there, link to another or remove the link',
  ])
})

describe('plugins', () => {
  const plugin = (name: string, version: string, body: string) => {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version, type: 'module', exports: './index.js' }))
    write(`node_modules/${name}/index.js`, `export default ${body}\n`)
  }
  const shouting = (what: string) =>
    `function (mark = '!') { return (tree, file) => { for (const node of tree.children) if (node.type === 'heading') file.message('${what}' + mark, node) } }`

  test('of remark-lint and retext are rules, whichever way the work is done', async () => {
    plugin('remark-lint-no-headings', '1.0.0', shouting('No headings'))
    plugin(
      'retext-no-prose',
      '1.0.0',
      `() => (tree, file) => { for (const { children } of tree.children) file.message('No prose', children[0]) }`,
    )
    write(
      'deskcheck.config.json',
      `{ "plugins": ["remark-lint-no-headings", "retext-no-prose"], "preset": "minimal", "rules": { "structure/*": "off", "plugin/remark-lint-no-headings": ["error", { "options": ["?"] }], "plugin/retext-no-prose": "warning" } }`,
    )
    for (let index = 0; index < 510; index++) write(`content/${index}.md`, '# One\n\nSome prose.\n')
    const run = async (...args: string[]) => JSON.parse((await deskcheck('--format', 'json', ...args)).stdout) as Report
    const report = await run('--threads', '2')
    expect(report.findings.length).toBe(1020)
    expect(
      report.findings.slice(0, 2).map(({ rule, severity, message, start }) => [rule, severity, message, start.line]),
    ).toEqual([
      ['plugin/remark-lint-no-headings', 'error', 'No headings?', 1],
      ['plugin/retext-no-prose', 'warning', 'No prose', 3],
    ])
    expect(await run('--threads', '1', '--no-cache')).toEqual(report)
    plugin('remark-lint-no-headings', '1.0.1', shouting('None'))
    expect((await run()).findings[0]!.message).toBe('None?')
  })

  test('that cannot be used are refused', async () => {
    write('content/a.md', good)
    const use = async (name: string) => {
      write('deskcheck.config.json', JSON.stringify({ plugins: [name] }))
      return deskcheck()
    }
    expect(await use('remark-lint-nowhere')).toMatchObject({
      code: 2,
      stderr:
        'Cannot use the plugin `remark-lint-nowhere`: it is not installed\nInstall it beside the config: `npm install remark-lint-nowhere`.\n',
    })
    expect((await use('eslint')).stderr).toMatch(/^Cannot use the plugin `eslint`: it is named neither/)
    plugin('retext-nothing', '1.0.0', '7')
    expect((await use('retext-nothing')).stderr).toMatch(/^Cannot use the plugin `retext-nothing`: it is no plugin/)
  })
})

describe('terms', () => {
  const config = JSON.stringify({
    terms: 'words/terms.yml',
    rules: { 'structure/*': 'off', 'front-matter/*': 'off', 'title/*': 'off' },
  })
  const findingsIn = async (...args: string[]) => {
    const { code, stdout, stderr } = await deskcheck('--format', 'json', ...args)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    return (JSON.parse(stdout) as Report).findings.map(({ message }) => message)
  }

  test('are read from beside the config, and no cache outlives a change of theirs', async () => {
    write('deskcheck.config.json', config)
    write('words/terms.yml', '# Ours.\n- use: sign in\n  not: log in\n')
    write('content/a.md', 'Log in.\n')
    write('content/b.md', 'Add it to the denylist.\n')
    const logIn = 'Unexpected `Log in`, expected `Sign in`, replace it'
    expect(await findingsIn()).toEqual([logIn])
    expect(await findingsIn()).toEqual([logIn])
    write('words/terms.yml', '- use: sign in\n  not: [log in]\n- avoid: denylist\n  because: say who is blocked\n')
    const both = [logIn, 'Unexpected `denylist`, expected another word, rewrite it (say who is blocked)']
    expect(await findingsIn()).toEqual(both)
    cwd = path.join(cwd, 'content')
    expect(await findingsIn()).toEqual(both)
    expect(await findingsIn('--rule', 'style/*=off')).toEqual([])
    expect(await deskcheck('--fix')).toMatchObject({ code: 0 })
    expect(readFileSync(path.join(cwd, 'a.md'), 'utf8')).toBe('Sign in.\n')
  })

  test('reach every thread', async () => {
    write('deskcheck.config.json', config)
    write('words/terms.yml', '- use: sign in\n  not: log in\n')
    for (let index = 0; index < 600; index++) write(`content/${index}.md`, 'Log in.\n')
    expect(await findingsIn('--threads', '2', '--no-cache')).toHaveLength(600)
  })

  test('may be an empty list', async () => {
    write('deskcheck.config.json', config)
    write('words/terms.yml', '# None yet.\n')
    write('content/a.md', 'Log in.\n')
    expect(await findingsIn()).toEqual([])
  })

  test.each([
    ['- use: sign in\n  not: [log in\n', /^Cannot use the terms in `words\/terms.yml`: line \d: /],
    ['sign in: log in\n', /: line 1: expected a list of terms, each after `- `\n/],
    ['- log in\n', /: line 1: /],
    [
      '- use: sign in\n  not: log in\n- not: number\n',
      /: line 3: expected `use`, or `avoid` with `because`\nWrite a list/,
    ],
    ['- avoid: denylist\n', /: line 1: expected `because`: /],
    ['- use: a\n  avoid: b\n', /: line 1: expected either `use` or `avoid`, in an entry each\n/],
    ['- because: no\n', /: line 1: expected `use`, or `avoid` with `because`\n/],
    ['- use: sign in\n  instead: log in\n  not: log in\n', /: line \d: `instead` is no part of a term/],
    ['- use: sign in\n\n  not:\n    - log in\n    - "?"\n', /: line 5: `not`: expected a word\n/],
    ['- use: sign in\n  not: []\n', /: line 2: `not`: expected at least one\n/],
    ['- use: a\n  not: b\n- use: b\n  not: c\n', /: line 1: `b` is preferred elsewhere\n/],
    ['- use: a\n  not: b\n- use: c\n  not: b\n', /: line 3: `b` is there twice\n/],
    [new Uint8Array([0x2d, 0x20, 0xe9, 0x0a]), /^Cannot read the terms in `words\/terms.yml`: it is not UTF-8 text\n/],
    [undefined, /^Cannot read the terms in `words\/terms.yml`: there is no such file\nCorrect `terms` in the config/],
  ])('a broken list: %j', async (text, message) => {
    write('deskcheck.config.json', config)
    write('content/a.md', 'Log in.\n')
    if (text !== undefined) write('words/terms.yml', text)
    const { code, stdout, stderr } = await deskcheck()
    expect(stderr).toMatch(message)
    expect(stderr).not.toMatch(/^\s+at /m)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  })

  test('are a list for the library', () => {
    const { rules } = resolveSettings({ terms: [{ use: 'sign in', not: 'log in' }] })
    expect(rules.find(({ rule }) => rule.id === 'style/terms')?.options).toMatchObject({ terms: [{ use: 'sign in' }] })
    expect(() => resolveSettings({ terms: 'terms.yml' })).toThrow(
      /^Cannot use the config: `terms`: `terms.yml` was not read/,
    )
    expect(() => resolveSettings({ terms: [{ not: 'sign in' }] })).toThrow(
      /^Cannot use the options of `style\/terms`: `terms.0`: /,
    )
  })
})

describe('other commands', () => {
  test('new writes what the house asks for, once, and what it wrote wants to be filled in', async () => {
    write(
      'deskcheck.config.json',
      '{ "content": ["docs/**/*.md"], "labels": { "prerequisites": ["Before you begin"] }, "types": { "how-to": { "sections": [{ "role": "quick-answer", "required": true, "form": "lead" }, { "role": "prerequisites", "required": true, "minItems": 2 }] } } }',
    )
    const { code, stdout } = await deskcheck('new', 'How do I pause: a number?')
    expect(code).toBe(0)
    expect(stdout).toBe(
      'Wrote `docs/how-do-i-pause-a-number.md`: how-to, the title asks how to do something. Fill it in, then check it with `deskcheck docs/how-do-i-pause-a-number.md`.\n',
    )
    const file = path.join(cwd, 'docs/how-do-i-pause-a-number.md')
    const text = readFileSync(file, 'utf8')
    expect(text).toBe(
      '---\ntitle: "How do I pause: a number?"\ntype: how-to\n---\n\n**Quick answer:** <!-- the answer in one or two sentences -->\n\n## Before you begin\n\n- <!-- what must be in place before the first step: a role, a plan, a device; at least 2 items -->\n',
    )
    const report = JSON.parse((await deskcheck('--format', 'json')).stdout) as Report
    expect(report.findings.map(({ rule }) => rule)).toEqual(['structure/quick-answer', 'structure/prerequisites'])
    expect(await deskcheck('new', 'How do I pause a number?')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^Cannot write `docs\/how-do-i-pause-a-number.md`: an article is there already/),
    })
    expect(readFileSync(file, 'utf8')).toBe(text)
    expect((await deskcheck('new', 'Can I pay by card?', '--like', 'docs/how-do-i-pause-a-number.md')).code).toBe(0)
    expect(readFileSync(path.join(cwd, 'docs/can-i-pay-by-card.md'), 'utf8')).toContain('yes or no first')
  })

  test('init writes a config that fits the articles', async () => {
    const article = (index: number, extra = '') =>
      `---\ntitle: ${index % 2 ? 'Calls are dropped' : 'Access is denied error'} ${index}\nteam: voice\naudit_date: 05/${13 + (index % 9)}/2026\n---\n\n## What you see\n\nNo sound ${index}.\n\n## How to get out of it\n\nCall again.\n${extra}`
    for (let index = 0; index < 40; index++) {
      write(`docs/${index}.md`, article(index, index < 30 ? '' : "\n## It's ours\n\nYes.\n"))
    }
    write('docs/pieces (old)/note.md', '> A note.\n')
    write('docs/security.md', 'Tell us.\n')
    write('docs/readme.md', '# Our docs\n')
    write('static/_redirects', '/old /new\n')
    write('README.md', '# Our docs\n')
    const { code, stdout, stderr } = await deskcheck('init')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^Wrote `deskcheck.config.ts` from 40 articles \(20 troubleshooting, 20 concept\)\.\n/)
    const config = readFileSync(path.join(cwd, 'deskcheck.config.ts'), 'utf8')
    expect(config).toContain("content: ['docs'],")
    expect(config).toContain("exclude: ['docs/pieces \\\\(old\\\\)/**', 'docs/readme.md', 'docs/security.md'],")
    expect(config).toContain("redirects: 'static/_redirects',")
    expect(config).toContain("// Front matter: audit_date (40), team (40), title (40).\n  dayOrder: 'month-first',\n")
    expect(config).toContain("  // keys: { last_verified: ['audit_date'] },\n")
    expect(config).toContain("'what-you-see': ['What you see'],")
    expect(config).toContain("{ role: 'what-you-see', required: true }, // 100 %")
    expect(config).toContain("'it-s-ours': ['It\\'s ours'],")
    expect(config).toContain("{ role: 'it-s-ours' }, // 25 %")
    expect(config).toContain("'title/question': 'off', // in 40 articles")
    write('docs/41.md', article(41).replace('## What you see', '## Background'))
    const run = await deskcheck('--format', 'json')
    expect((JSON.parse(run.stdout) as Report).findings.map(({ message }) => message)).toEqual([
      'Unexpected missing section on what you see, expected it before `How to get out of it`, add `What you see`',
    ])
    expect(await deskcheck('init')).toMatchObject({ code: 2, stderr: expect.stringMatching(/^Cannot write/) })
    expect(readFileSync(path.join(cwd, 'deskcheck.config.ts'), 'utf8')).toBe(config)
  })

  test('explain tells how an article is read', async () => {
    write('a.md', '# How do I pause a number?\n\n## Steps\n\n1. Open Numbers.\n\n## Background\n\nNumbers.\n')
    const { code, stdout } = await deskcheck('explain', 'a.md')
    expect(code).toBe(0)
    expect(stdout).toContain('Type: how-to, as the title asks how to do something\n')
    expect(stdout).toContain('  prerequisites     required with steps  missing\n')
    expect(stdout).toContain('  steps             welcome              line 3: `Steps`, heading, 2 words\n')
    expect(stdout).toContain('Other sections:\n  line 7: `Background`, heading\n')
  })

  test('report writes the editors’ files and does not fail on findings', async () => {
    write('content/bad.md', bad)
    const { code, stdout, stderr } = await deskcheck('report', '--out', 'reports/now', '--today', '2026-11-23')
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr:
        'Wrote `reports/now/index.html`, `reports/now/overview.md`, `reports/now/duplicates.md`, `reports/now/freshness.md`, `reports/now/freshness.csv`, `reports/now/findings.md`, `reports/now/report.json`.\n',
    })
    expect(stdout).toContain('structure/quick-answer')
    expect(readdirSync(path.join(cwd, 'reports/now')).sort()).toEqual([
      'duplicates.md',
      'findings.md',
      'freshness.csv',
      'freshness.md',
      'index.html',
      'overview.md',
      'report.json',
    ])
    const page = readFileSync(path.join(cwd, 'reports/now/index.html'), 'utf8')
    expect(page).toContain('<a class="place" href="../../content/bad.md">3:1</a>')
  })

  test('report tells how the numbers move from report to report', async () => {
    const trend = () => (JSON.parse(readFileSync(path.join(cwd, 'reports/latest/report.json'), 'utf8')) as Report).trend
    write('content/bad.md', bad)
    await deskcheck('report', '--today', '2026-11-16')
    expect(trend()).toBeUndefined()
    write('content/bad.md', good)
    await deskcheck('report', '--today', '2026-11-23')
    await deskcheck('report', '--today', '2026-11-23')
    expect(trend()).toEqual([
      { today: '2026-11-16', articles: 1, findings: { error: 1, warning: 0, suggestion: 0 }, queue: 0 },
    ])
    expect(readFileSync(path.join(cwd, 'reports/latest/index.html'), 'utf8')).toContain('−1 since 2026-11-16')
    write('reports/latest/report.json', '{ "schemaVersion": 0 }')
    expect(await deskcheck('report', '--today', '2026-11-30')).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(
        /^There is no trend: `reports\/latest\/report.json` is no report of this version/,
      ) as string,
    })
  })

  test('import writes once, changes nothing the second time, and never overwrites unasked', async () => {
    write('listing.txt', readFileSync(fileURLToPath(new URL('fixtures/listing/small.txt', import.meta.url))))
    const run = (...more: string[]) =>
      deskcheck('import', 'listing.txt', '--from', 'listing', '--out', 'content', ...more)
    expect((await run()).stdout).toMatch(/^4 articles in `content`: 4 written, 0 unchanged/)
    const file = path.join(cwd, 'content/how-do-i-pause-a-number.md')
    const imported = readFileSync(file, 'utf8')
    expect((await run()).stdout).toMatch(/^4 articles in `content`: 0 written, 4 unchanged/)
    write('content/how-do-i-pause-a-number.md', 'edited')
    expect(await run()).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^Cannot import over `content\/how-do-i-pause-a-number.md`/),
    })
    expect(readFileSync(file, 'utf8')).toBe('edited')
    expect((await run('--overwrite')).stdout).toMatch(/1 written, 3 unchanged/)
    expect(readFileSync(file, 'utf8')).toBe(imported)
    expect(await deskcheck('content')).toMatchObject({ code: 1 })
  })

  test('rules and explain', async () => {
    expect((await deskcheck('rules')).stdout).toMatch(
      /^conflicts\/answer\s+warning\s+Articles do not deny what others say\.\n/,
    )
    const { stdout } = await deskcheck('explain', 'structure/quick-answer')
    expect(stdout).toMatch(/^# structure\/quick-answer\n/)
    expect(stdout).toContain('`maxWords`')
    expect(stdout).not.toContain('Generated from')
  })

  test('help and version', async () => {
    expect(await deskcheck('--version')).toMatchObject({ code: 0, stdout: '0.1.0\n' })
    expect((await deskcheck('--help')).stdout).toMatch(/lint.*report.*import.*rules.*explain/s)
  })
})

describe('articles beside each other', () => {
  const pause =
    'Open **Numbers**, choose the number, and press **Pause**. Callers hear that nobody can take the call for 30 days, and no bill is sent for the number in this time. Press **Go on** to end the pause whenever you like.'

  test('compare: in the terminal, as a page, and never over an article', async () => {
    write('a.md', `# How do I pause a number?\n\n${pause}\n`)
    write('b.md', `# Pausing a number\n\n${pause.replace('30', '60')}\n`)
    const { code, stdout } = await deskcheck('compare', 'a.md', 'b.md')
    expect(code).toBe(0)
    expect(stdout).toContain('[-30-] {+60+}')
    expect(stdout).toContain('They cannot both be right:\n  hear nobody bill sent: [-30 days-] against {+60 days+}')
    expect(await deskcheck('compare', 'a.md', 'b.md', '--output', 'both.html')).toMatchObject({ code: 0, stdout: '' })
    expect(readFileSync(path.join(cwd, 'both.html'), 'utf8')).toContain('<del>30</del>')
    const same = await deskcheck('compare', 'a.md', './a.md')
    expect(same).toMatchObject({ code: 2, stdout: '' })
    expect(same.stderr).toMatch(/^Cannot compare `a\.md` with itself: /)
    expect((await deskcheck('compare', 'a.md', 'b.md', '--output', 'b.md')).stderr).toMatch(/^Cannot write `b\.md`: /)
    expect((await deskcheck('compare', 'a.md', 'c.md')).stderr).toMatch(/^Cannot find `c\.md`: /)
  })

  test('compare: tells first where two articles cannot both be right, unless that is meant', async () => {
    write('a.md', '# How do I attach a file?\n\nAttachments of an invoice may have up to 25 MB.\n')
    write(
      'b.md',
      '# Why was my file <refused>?\n\nIt is too large.\n\nAttachments of an invoice may have up to 10 MB.\n',
    )
    const { code, stdout } = await deskcheck('compare', 'a.md', 'b.md')
    expect(code).toBe(0)
    expect(stdout).toContain(
      [
        'They cannot both be right:',
        '  Attachments invoice: [-25 MB-] against {+10 MB+}  conflicts/number',
        '    A: a.md:3:1 Attachments of an invoice may have up to [-25 MB-].',
        '    B: b.md:5:1 Attachments of an invoice may have up to {+10 MB+}.',
        '  Agree on one, or say in both what each holds for',
      ].join('\n'),
    )
    expect(stdout).not.toMatch(/They (?:disagree|differ)/)
    const { conflicts } = JSON.parse(
      (await deskcheck('compare', 'b.md', 'a.md', '--format', 'json')).stdout,
    ) as Comparison
    expect(conflicts).toMatchObject([{ here: { value: '10 MB', line: 5 }, there: { value: '25 MB', line: 3 } }])
    await deskcheck('compare', 'a.md', 'b.md', '--output', 'both.html')
    expect(readFileSync(path.join(cwd, 'both.html'), 'utf8')).toContain('may have up to <mark>10 MB</mark>.')
    write(
      'b.md',
      '---\ndistinct_from: a.md\n---\n\n# Why was my file refused?\n\nAttachments of an invoice may have up to 10 MB.\n',
    )
    expect((await deskcheck('compare', 'a.md', 'b.md')).stdout).not.toContain('They cannot both be right')
  })

  test('settle: lists what is open, records the right side, and holds articles to it', async () => {
    write('content/a.md', '# How do I attach a file?\n\nAttachments of an invoice may have up to 25 MB.\n')
    write('content/b.md', '# Why was my file refused?\n\nAttachments of an invoice may have up to 10 MB.\n')
    const open = await deskcheck('settle')
    expect(open).toMatchObject({ code: 0 })
    expect(open.stdout).toContain('content/b.md:3  conflicts/number  Attachments invoice')
    expect(open.stdout).toContain('  1  10 MB  (content/b.md:3)\n  2  25 MB  (content/a.md:3)')
    const undecided = await deskcheck('settle', 'content/b.md:3')
    expect(undecided).toMatchObject({ code: 2, stdout: '' })
    expect(undecided.stderr).toMatch(/^Cannot settle `content\/b\.md:3`: nobody has said/)
    expect((await deskcheck('settle', 'content/a.md')).stderr).toMatch(/no conflict is open there/)
    expect((await deskcheck('settle', 'content/b.md', '--keep', '30 MB')).stderr).toMatch(/no side says `30 MB`/)
    const settled = ['settle', 'content/b.md', '--keep', '25 MB', '--by', 'Billing', '--today', '2026-11-23']
    expect(await deskcheck(...settled)).toMatchObject({ code: 0 })
    expect(readFileSync(path.join(cwd, 'settled.yaml'), 'utf8')).toBe(
      '- subject: Attachments invoice\n  value: 25 MB\n  not:\n    - 10 MB\n  since: 2026-11-23\n  by: Billing\n',
    )
    write('deskcheck.config.json', '{ "settled": "settled.yaml" }')
    expect((await deskcheck(...settled)).stderr).toMatch(/says already that it is `25 MB`/)
    const { stdout } = await deskcheck('lint')
    expect(stdout).toContain('expected `25 MB`, as is settled for `Attachments invoice` since 2026-11-23, by Billing')
    write('settled.yaml', '- subject: files\n  valeu: 3\n')
    expect(await deskcheck('lint')).toMatchObject({ code: 2, stdout: '' })
    expect((await deskcheck('lint')).stderr).toMatch(/^Cannot use the settled facts in `settled\.yaml`: line 1: /)
  })

  test('similar: the nearest to a draft, which may be one of them', async () => {
    write('content/pause.md', `# How do I pause a number?\n\n${pause}\n`)
    write('content/bill.md', '# When is my bill sent?\n\nOn the first of the month.\n')
    write('draft.md', `# Pausing a number\n\n${pause.replace('30', '60')}\n`)
    const { code, stdout } = await deskcheck('similar', 'draft.md')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Nearest to draft\.md, “Pausing a number”:\n\n {2}0\.\d\d {2}content\/pause\.md /)
    expect(stdout).toContain('much of the text is the same')
    expect(stdout).toContain('deskcheck compare draft.md content/pause.md')
    const own = JSON.parse((await deskcheck('similar', 'content/pause.md', '--format', 'json')).stdout) as {
      similar: { path: string }[]
    }
    expect(own.similar.map((one) => one.path)).toEqual(['content/bill.md'])
    expect(await deskcheck('similar', 'draft.md', '--limit', '0')).toMatchObject({ code: 2, stdout: '' })
    expect((await deskcheck('similar', 'gone.md')).stderr).toMatch(/^Cannot find `gone\.md`: /)
  })

  test('--since: a copy of what was there is told at the new article, and nothing else is', async () => {
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.email=a@example.com', '-c', 'user.name=a', ...args], { cwd, stdio: 'ignore' })
    write('content/pause.md', `# How do I pause a number?\n\n${pause}\n`)
    write('content/bad.md', bad)
    git('init', '-q')
    git('add', '.')
    git('commit', '-qm', 'one')
    expect((await deskcheck('--since', 'HEAD')).stdout).toBe('2 articles: nothing to report\n')
    write('content/a-new-one.md', `# How do I pause a number?\n\n${pause}\n`)
    const { stdout } = await deskcheck('--since', 'HEAD', '--format', 'json')
    const about = (JSON.parse(stdout) as Report).findings.filter(({ rule }) => /duplicate/.test(rule))
    expect(about.map(({ rule, path: file }) => `${rule} ${file}`)).toEqual([
      'duplicates/exact content/a-new-one.md',
      'title/duplicate content/a-new-one.md',
    ])
    expect(about[0]!.message).toContain('which was there before')
    // In a clone without all that is compared, nothing is said to be unchanged.
    execFileSync(
      'bash',
      ['-c', 'rm -f "$(git rev-parse --git-path objects)/$(git rev-parse HEAD^{tree} | sed "s#^..#&/#")"'],
      { cwd },
    )
    expect(await deskcheck('--since', 'HEAD')).toMatchObject({ code: 2, stdout: '' })
    const unknown = await deskcheck('--since', 'nowhere')
    expect(unknown).toMatchObject({ code: 2, stdout: '' })
    expect(unknown.stderr).toMatch(/^Cannot use `--since nowhere`: git knows of no such commit\n/)
    expect((await deskcheck('--since', 'HEAD', '--update-baseline')).code).toBe(2)
  })
})

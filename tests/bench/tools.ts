import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { version } from '../../src/version.ts'

/** A command that checks or parses the articles of its working directory, and how to tell that it did. */
export interface Tool {
  name: string
  /** Program and arguments. */
  command: string[]
  /** Exit codes of a run that did its work, with and without findings. */
  ok: number[]
  /** Makes what has to be so before every run; not in the time. */
  prepare?: () => void
}

const modules = path.join(import.meta.dirname, 'node_modules')
const cli = path.resolve(import.meta.dirname, '../../dist/bin/cli.js')
const script = (file: string, ...args: string[]) => [process.execPath, file, ...args]
const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))
const versionIn = (manifest: string) => (readJson(manifest) as { version: string }).version
const wanted = (readJson(path.join(import.meta.dirname, 'package.json')) as { dependencies: Record<string, string> })
  .dependencies
const inModules = (file: string) => path.join(modules, file)

/**
 * Deskcheck as it was built, with its own defaults, whatever config or baseline there may be.
 *
 * @param report file that the report is written to, as JSON
 * @param what articles, relative to the working directory
 */
export function deskcheck(name: string, report: string, args: string[], what = '.'): Tool {
  const command = script(cli, '--no-baseline', '--format', 'json', '--output', report, ...args, what)
  return { name, command, ok: [0, 1] }
}

/**
 * Deskcheck with its cache, its threads and a single article, in the order in which they have to run: the first fills the
 * cache that the two after it use.
 *
 * @param article absolute path of the article that gets a sentence more before each run on a changed file
 */
export function variants({
  report,
  cache,
  folder,
  article,
}: Record<'report' | 'cache' | 'folder' | 'article', string>) {
  const cached = (name: string, prepare: () => void) => ({
    ...deskcheck(name, report, ['--cache-dir', cache]),
    prepare,
  })
  return [
    cached('deskcheck, cache empty', () => rmSync(cache, { recursive: true, force: true })),
    cached('deskcheck, cache full, nothing changed', () => {}),
    cached('deskcheck, cache full, one article changed', () => appendFileSync(article, '\nThis sentence is new.\n')),
    deskcheck('deskcheck, cold, 1 thread', report, ['--no-cache', '--threads', '1']),
    deskcheck('deskcheck, cold, 2 threads', report, ['--no-cache', '--threads', '2']),
    deskcheck('deskcheck, cold, one article alone', report, ['--no-cache'], path.relative(folder, article)),
  ]
}

/** The other tools, each with its usual rules and no config or cache of the machine, and the two bare parsers. */
export function others(): Tool[] {
  const plugins = ['remark-frontmatter', 'remark-gfm', 'remark-preset-lint-recommended']
  const used = plugins.flatMap((name) => ['--use', inModules(`${name}/index.js`)])
  const bare = path.join(import.meta.dirname, 'bare-parse.mjs')
  return [
    {
      name: 'remark-cli, preset recommended',
      command: script(inModules('remark-cli/cli.js'), '.', '--no-color', '--no-config', '--no-ignore', ...used),
      // It ends with 0 when it only warns; 1 means that an article could not be processed.
      ok: [0],
    },
    {
      name: 'markdownlint-cli2',
      command: script(inModules('markdownlint-cli2/markdownlint-cli2-bin.mjs'), '**/*.md'),
      ok: [0, 1],
    },
    {
      name: 'textlint, terminology alone',
      command: script(
        inModules('textlint/bin/textlint.js'),
        '.',
        '--no-color',
        '--no-textlintrc',
        '--rule',
        'terminology',
      ),
      ok: [0, 1],
    },
    { name: 'rumdl', command: [rumdl(), 'check', '--no-cache', '--no-config', '.'], ok: [0, 1] },
    { name: 'parsing alone, remark', command: script(bare, 'remark'), ok: [0] },
    { name: 'parsing alone, satteri', command: script(bare, 'satteri'), ok: [0] },
  ]
}

/** The native program: the script of the package starts Node first, which takes longer than checking a small folder. */
function rumdl(): string {
  const scope = inModules('@rumdl')
  const [build = 'none'] = existsSync(scope) ? readdirSync(scope) : []
  return path.join(scope, build, process.platform === 'win32' ? 'rumdl.exe' : 'rumdl')
}

/** Whether every tool is installed in the version that package.json asks for. */
export function areInstalled(): boolean {
  return Object.entries(wanted).every(([name, asked]) => {
    const manifest = inModules(`${name}/package.json`)
    return existsSync(manifest) && versionIn(manifest) === asked
  })
}

/** Names with versions, as in `rumdl 0.2.22`, of all that is compared. */
export function versions(): string[] {
  const names = ['remark-cli', 'markdownlint-cli2', 'textlint', 'rumdl', 'remark-parse', 'satteri']
  return [`deskcheck ${version}`, ...names.map((name) => `${name} ${wanted[name]}`)]
}

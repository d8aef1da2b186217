import path from 'node:path'
import picomatch from 'picomatch'
import { parseArticle } from '../article/parse-article.ts'
import { resolveSettings } from '../config/resolve-settings.ts'
import { UserError } from '../errors.ts'
import { configFrom, houseFrom, renderConfig, type Quieted } from '../init/render-config.ts'
import { strangersIn, surveyOf } from '../init/survey.ts'
import { findFiles } from '../node/find-files.ts'
import { configIn } from '../node/load-config.ts'
import { readFile, readIfThere } from '../node/read-files.ts'
import { writeFiles } from '../node/write-files.ts'
import { lint, type SourceFile } from '../pipeline.ts'
import { count } from '../reporters/count.ts'
import type { Machine } from './gather.ts'

/** More articles than it takes to see the habits of a house. */
const mostSurveyed = 2000
/** What is found in this share of the articles is how the house writes, and no slip. */
const wallOfNoise = 0.3

const file = 'deskcheck.config.ts'

/**
 * `deskcheck init`: looks at the articles of a folder, and writes a config that fits how they are built.
 *
 * @param named folders of articles; with none, the whole working directory
 * @throws UserError where there is a config already, or no article
 */
export function init(named: string[], { cwd, out, err }: Machine): number {
  const there = configIn(cwd)
  if (there !== undefined) {
    throw new UserError(`Cannot write \`${file}\``, {
      because: `\`${there}\` is there already`,
      hint: 'Change that one, or remove it first.',
    })
  }
  const sought = named.length > 0 ? named : ['.']
  const paths = findFiles(sought, { from: cwd, cwd, exclude: [], excludeFrom: cwd })
  const folders = named.length > 0 ? named : foldersOf(paths)
  const articles = named.length > 0 ? paths : paths.filter((one) => folders.some((folder) => isIn(one, folder)))
  const part = Math.min(1, mostSurveyed / articles.length)
  const files: SourceFile[] = []
  for (const one of articles.filter((_, index) => Math.floor((index + 1) * part) > Math.floor(index * part))) {
    const read = readFile(one, cwd)
    if ('because' in read) err(`Cannot read \`${one}\`: ${read.because}. It is passed over.\n`)
    else files.push(read)
  }
  if (files.length === 0) {
    throw new UserError(`Cannot make a config for ${sought.map((one) => `\`${one}\``).join(', ')}`, {
      because: 'no Markdown file was found there',
      hint: 'Name the folder of the articles: `deskcheck init docs`. A help centre in one text file comes in with `deskcheck import`.',
    })
  }

  const parsed = files.map(({ path: name, source }) => parseArticle(name, source))
  const exclude = strangersIn(parsed)
  const isStranger = picomatch(exclude, { dot: true })
  // A folder that holds nothing but what is left out is no content.
  const content = named.length > 0 ? named : foldersOf(articles.filter((one) => !isStranger(one)))
  const survey = surveyOf(parsed.filter(({ path: name }) => !isStranger(name)))
  const house = houseFrom(survey)
  const quieted = noiseIn(
    files.filter(({ path: name }) => !isStranger(name)),
    configFrom(house, content, []),
  )
  const redirects = redirectsBeside(content, cwd)
  writeFiles([{ path: file, text: renderConfig(survey, house, { content, exclude, redirects }, quieted) }], cwd)
  const types = survey.types.map(({ type, articles: number }) => `${number.toLocaleString('en-US')} ${type}`).join(', ')
  out(
    `Wrote \`${file}\` from ${count(survey.articles, 'article')}${part < 1 ? ` of ${articles.length.toLocaleString('en-US')}` : ''}${types === '' ? '' : ` (${types})`}.\n` +
      'Read it, then run `deskcheck`. To take what it finds now as known: `deskcheck --baseline known.json --update-baseline`.\n',
  )
  return 0
}

/** The list of redirects that a site keeps, where it is in one of the usual places. */
function redirectsBeside(content: readonly string[], cwd: string): string | undefined {
  const names = ['.openpublishing.redirection.json', '_redirects', 'static/_redirects', 'public/_redirects']
  const places = ['.', ...content].flatMap((folder) => names.map((name) => path.posix.join(folder, name)))
  return places.find((place) => readIfThere(place, cwd) !== undefined)
}

/** Rules at warning level or above that find something in so many articles that it must be meant. */
function noiseIn(files: SourceFile[], config: Parameters<typeof resolveSettings>[0]): Quieted[] {
  // The rules about age and about several articles say what is so, however often.
  const report = lint(files, resolveSettings(config))
  const articles = new Map<string, Set<string>>()
  for (const { rule, severity, path: name } of report.findings) {
    if (severity === 'suggestion' || /^(?:duplicates|conflicts|freshness)\//.test(rule)) continue
    articles.set(rule, (articles.get(rule) ?? new Set()).add(name))
  }
  return [...articles]
    .filter(([, having]) => having.size > wallOfNoise * files.length)
    .map(([rule, having]) => ({ rule, level: 'off' as const, articles: having.size }))
    .sort((a, b) => (a.rule < b.rule ? -1 : 1))
}

/** The folders at the top that hold articles; files at the top itself, such as a read-me, are none where there are folders. */
function foldersOf(paths: string[]): string[] {
  const folders = [...new Set(paths.filter((one) => one.includes('/')).map((one) => one.split('/')[0]!))]
  return folders.length > 0 ? folders : ['.']
}

function isIn(file: string, folder: string): boolean {
  return folder === '.' || path.posix.dirname(file) === folder || file.startsWith(`${folder}/`)
}

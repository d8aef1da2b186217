import path from 'node:path'
import type { Article } from '../article/article.ts'
import { compareArticles, type ConflictBetween } from '../compare/compare.ts'
import { renderForTerminal } from '../compare/terminal.ts'
import type { Settings } from '../config/resolve-settings.ts'
import { UserError } from '../errors.ts'
import { writeFiles } from '../node/write-files.ts'
import { lint } from '../pipeline.ts'
import { claimsOf } from '../report/claims-of.ts'
import { comparisonPage } from '../reporters/html/comparison.ts'
import { formatNamed } from './format-named.ts'
import { readArticle, settle, type Machine, type SettleOptions } from './gather.ts'

export interface CompareOptions extends SettleOptions {
  format?: string
  output?: string
}

/** `deskcheck compare A B`: two articles side by side. @throws UserError where one cannot be read, or both are one */
export async function compare(a: string, b: string, options: CompareOptions, machine: Machine): Promise<number> {
  const { cwd, out } = machine
  const { settings } = await settle(options, cwd)
  const render = formatNamed(
    formats,
    options.format ?? (options.output?.endsWith('.html') ? 'html' : 'pretty'),
    'Cannot use the format',
  )
  if (path.resolve(cwd, a) === path.resolve(cwd, b)) {
    throw new UserError(`Cannot compare \`${a}\` with itself`, {
      because: 'both names lead to the same file',
      hint: 'Name two articles.',
    })
  }
  const [here, there] = [readArticle(a, cwd, settings), readArticle(b, cwd, settings)]
  const comparison = compareArticles(here, there, conflictsBetween(here, there, settings))
  if (options.output === undefined) out(render(comparison, { color: machine.color }))
  else {
    const target = path.resolve(cwd, options.output)
    if ([a, b].some((file) => path.resolve(cwd, file) === target)) {
      throw new UserError(`Cannot write \`${options.output}\``, {
        because: 'it is one of the articles that are compared',
        hint: 'Choose another place for the comparison.',
      })
    }
    writeFiles([{ path: options.output, text: render(comparison) }], cwd)
  }
  return 0
}

/** What the rules about conflicts find between two articles, as if there were no others. */
function conflictsBetween(a: Article, b: Article, settings: Settings): ConflictBetween[] {
  const { findings } = lint([a, b], settings)
  return findings.flatMap((finding) => {
    const claims = claimsOf(finding)
    if (!claims) return []
    const [own, other] = claims.sides
    if (own.path === other.path) return []
    const [here, there] = own.path === a.path ? [own, other] : [other, own]
    return [{ rule: finding.rule, subject: claims.subject, here, there }]
  })
}

const formats: Record<string, (...given: Parameters<typeof renderForTerminal>) => string> = {
  pretty: renderForTerminal,
  html: (comparison) => comparisonPage(comparison),
  json: (comparison) => `${JSON.stringify(comparison, null, 2)}\n`,
}

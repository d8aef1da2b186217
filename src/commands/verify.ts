import type { Article } from '../article/article.ts'
import { parseArticle } from '../article/parse-article.ts'
import { wholeSight } from '../corpus/sight.ts'
import { UserError } from '../errors.ts'
import { baselineOf, sightOf, withBaseline } from './baseline.ts'
import { reviewRecordOf } from '../facts/review.ts'
import { markVerified } from '../lint/mark-verified.ts'
import { writeFiles } from '../node/write-files.ts'
import { checkArticle, reportOf } from '../pipeline.ts'
import type { Report } from '../report/report.ts'
import { count } from '../reporters/count.ts'
import { readArticle, settle, type Machine, type SettleOptions } from './gather.ts'

export interface VerifyOptions extends SettleOptions {
  by?: string
  force?: boolean
}

/**
 * `deskcheck verify ARTICLE…`: records that articles were checked today, and by whom. All of them are written, or none.
 *
 * @throws UserError where an article cannot be read, or has errors and nobody said `--force`
 */
export async function verify(paths: string[], options: VerifyOptions, { cwd, out }: Machine): Promise<number> {
  const by = options.by?.replace(/\s+/g, ' ').trim()
  if (by === '') {
    throw new UserError('Cannot use `--by`', { because: 'it names nobody', hint: 'Write `--by "Mei Ling"`.' })
  }
  const { settings, baselinePath } = await settle(options, cwd)
  const { today } = settings
  const articles = [...new Set(paths)].map((path) => readArticle(path, cwd, settings))
  if (!options.force) {
    const checked = articles.map(({ path, source }) => checkArticle({ path, source }, settings))
    const fresh = reportOf(checked, settings, undefined, undefined, { ...wholeSight, isAll: false })
    refuseErrors(withBaseline(fresh, baselineOf(baselinePath, false, cwd), sightOf(settings, checked, false)))
  }
  const marked = articles.map((article) => ({ path: article.path, text: marking(article, today, by), article }))
  writeFiles(
    marked.filter(({ text, article }) => text !== article.source),
    cwd,
  )
  for (const { path, text, article } of marked) {
    const whom = by === undefined ? '' : ` by ${by}`
    out(
      text === article.source
        ? `\`${path}\` says already that it was verified on ${today}${whom}.\n`
        : `Verified \`${path}\` on ${today}${whom}.\n`,
    )
  }
  return 0
}

/** An article's text with the day. @throws UserError where it could not be read back from there */
function marking(article: Article, today: string, by: string | undefined): string {
  const text = markVerified(article, today, by)
  const again = parseArticle(article.path, text, article)
  if (reviewRecordOf(again)?.verified === today) return text
  throw new UserError(`Cannot verify \`${article.path}\``, {
    because: 'its front matter has no place for the day that could be read again',
    hint: `Write \`last_verified: ${today}\` there by hand.`,
  })
}

function refuseErrors({ findings }: Report): void {
  const errors = findings.filter(({ severity, status }) => severity === 'error' && status === 'new')
  const [first] = errors
  if (!first) return
  const many = errors.length === 1 ? 'it has an error' : `there are ${count(errors.length, 'error')}`
  throw new UserError(`Cannot verify \`${first.path}\``, {
    because: `${many}: ${first.path}:${first.start.line}: ${first.message} (${first.rule})`,
    hint: 'Mend what is wrong, or say `--force` if it is right after all. No article was changed.',
  })
}

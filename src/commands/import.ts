import path from 'node:path'
import { UserError } from '../errors.ts'
import { formatNamed } from './format-named.ts'
import { importListing, type ImportedArticle } from '../importers/listing.ts'
import { slashed } from '../node/find-files.ts'
import { readFile, readIfThere } from '../node/read-files.ts'
import { writeFiles } from '../node/write-files.ts'
import { count } from '../reporters/count.ts'
import type { Machine } from './gather.ts'

export interface ImportOptions {
  from: string
  out: string
  separator?: string
  overwrite?: boolean
}

/** Importers by the name that `--from` takes. */
const importers: Record<
  string,
  (text: string, options: { name: string; separator?: string | undefined }) => ImportedArticle[]
> = {
  listing: importListing,
}

/**
 * `deskcheck import SOURCE`: writes one Markdown file an article, all or none. An article that is there already and the
 * same is left alone; one that differs is never overwritten unasked.
 */
export function importArticles(source: string, options: ImportOptions, { cwd, out, err }: Machine): number {
  const importer = formatNamed(importers, options.from, 'Cannot import from')
  const file = readFile(source, cwd)
  if ('because' in file) throw new UserError(`Cannot read \`${source}\``, { because: file.because })

  const articles = importer(file.source, { name: path.basename(source), separator: options.separator })
  const targets = articles.map((article) => ({ article, path: slashed(path.join(options.out, `${article.slug}.md`)) }))
  const present = new Map(targets.map((target) => [target.path, readIfThere(target.path, cwd)]))
  const changed = targets.filter(
    (target) => present.get(target.path) !== undefined && present.get(target.path) !== target.article.markdown,
  )
  if (changed.length > 0 && !options.overwrite) {
    throw new UserError(
      `Cannot import over \`${changed[0]!.path}\`${changed.length > 1 ? ` and ${changed.length - 1} more` : ''}`,
      {
        because: 'the file is there and differs from the import',
        hint: 'Choose another `--out`, or replace what is there with `--overwrite`.',
      },
    )
  }
  const written = targets.filter((target) => present.get(target.path) !== target.article.markdown)
  writeFiles(
    written.map((target) => ({ path: target.path, text: target.article.markdown })),
    cwd,
  )

  for (const { article, path: target } of targets) for (const doubt of article.unsure) err(`${target}: ${doubt}\n`)
  const doubts = articles.filter((article) => article.unsure.length > 0).length
  out(
    `${count(articles.length, 'article')} in \`${slashed(options.out)}\`: ${written.length} written, ${articles.length - written.length} unchanged` +
      `${doubts > 0 ? `; ${doubts} with places to look at (see above)` : ''}\n`,
  )
  return 0
}

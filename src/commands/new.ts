import path from 'node:path'
import { slug } from 'github-slugger'
import { articleTypes } from '../article/article.ts'
import { namedType, typeOf } from '../article/article-type.ts'
import { draftArticle } from '../article/draft.ts'
import { UserError } from '../errors.ts'
import { slashed } from '../node/find-files.ts'
import { readIfThere } from '../node/read-files.ts'
import { writeFiles } from '../node/write-files.ts'
import { readArticle, settle, type Machine, type SettleOptions } from './gather.ts'

export interface NewOptions extends SettleOptions {
  type?: string
  like?: string
  out?: string
}

/**
 * `deskcheck new QUESTION`: writes the article that the house asks for, ready to be filled in.
 *
 * @throws UserError where there is a file already, or no such type or article to be like
 */
export async function newArticle(question: string, options: NewOptions, { cwd, out }: Machine): Promise<number> {
  const title = question.replace(/\s+/g, ' ').trim()
  if (!/[\p{L}\p{N}]/u.test(title)) {
    throw new UserError(`Cannot write an article on \`${question}\``, {
      because: 'it asks nothing',
      hint: 'Write the question that it answers: `deskcheck new "How do I pause a number?"`.',
    })
  }
  const { settings, loaded } = await settle(options, cwd)
  const { house } = settings
  const like = options.like === undefined ? undefined : readArticle(options.like, cwd, settings)
  const none = { entries: new Map(), errors: [], at: undefined }
  const type =
    options.type === undefined
      ? like
        ? { name: like.type.name, because: `as \`${options.like}\`` }
        : typeOf(none, title)
      : readType(options.type)
  // The first folder of the config, as it is where a run without paths looks.
  const folder =
    options.out ?? path.relative(cwd, path.join(loaded.folder, loaded.config.content[0]!.replace(/\/?[*{[!][^]*$/, '')))
  const file = slashed(
    path.join(
      /\.(?:md|markdown|mdx)$/i.test(folder) ? path.dirname(folder) : folder,
      `${slug(title.normalize('NFKD').replace(/\p{M}/gu, ''))}.md`,
    ),
  )
  if (readIfThere(file, cwd) !== undefined) {
    throw new UserError(`Cannot write \`${file}\``, {
      because: 'an article is there already',
      hint: 'Change that one, ask another question, or choose another folder with `--out`.',
    })
  }
  writeFiles([{ path: file, text: draftArticle(title, { type: type.name, house, like }) }], cwd)
  out(`Wrote \`${file}\`: ${type.name}, ${type.because}. Fill it in, then check it with \`deskcheck ${file}\`.\n`)
  return 0
}

function readType(name: string) {
  const type = namedType(name)
  if (type) return { name: type, because: 'as you said' }
  throw new UserError(`Cannot use \`--type ${name}\``, {
    because: 'there is no such type of article',
    hint: `Choose one of ${articleTypes.map((known) => `\`${known}\``).join(', ')}.`,
  })
}

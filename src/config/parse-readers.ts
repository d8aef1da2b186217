import { UserError } from '../errors.ts'
import { load } from '../load.ts'

/** Readers of articles by what a table calls these: a path, an address, a slug or a title, in small letters. */
export type ReadersTable = ReadonlyMap<string, number>

const countName = /^(?:unique[ _-]?)?(?:page ?)?(?:views?|readers?|visits?|visitors?|users?|sessions?|hits|count)$/i
const articleName = /^(?:path|page(?: path)?|url|address|article|slug|title|file|landing page)\b/i

/**
 * Reads a table of views, as analytics and help-centre products export it: CSV with a header, a column that names the article
 * and one that counts.
 *
 * @param name of the file, for messages
 * @throws UserError where it is no such table
 */
export function parseReaders(text: string, name: string): ReadersTable {
  const refuse = (because: string) =>
    new UserError(`Cannot use the readers in \`${name}\``, {
      because,
      hint: 'Give it a header and two columns, such as `path,views`.',
    })
  const { parse } = load<typeof import('csv-parse/sync')>('csv-parse/sync')
  let rows: string[][]
  try {
    rows = parse(text, {
      bom: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
      delimiter: delimiterOf(text),
    })
  } catch (error) {
    throw refuse((error as Error).message.replace(/\s+/g, ' '))
  }
  const [header, ...rest] = rows
  if (!header || header.length < 2) throw refuse('it has no two columns')
  const counts = header.findIndex((cell) => countName.test(cell))
  const articles = header.findIndex((cell) => articleName.test(cell))
  if (counts < 0) throw refuse('no column of its header counts readers')
  if (articles < 0) throw refuse('no column of its header names articles')
  const table = new Map<string, number>()
  rest.forEach((row, index) => {
    const written = row[counts] ?? ''
    const readers = Number(written.replace(/[\s,._'](?=\d{3}\b)/g, ''))
    if (written === '' || !Number.isFinite(readers) || readers < 0) {
      throw refuse(`row ${index + 2} has \`${written}\` for \`${header[counts]}\`, which is no number`)
    }
    const key = keyOf(row[articles] ?? '')
    // An article may stand there under several addresses.
    table.set(key, (table.get(key) ?? 0) + readers)
  })
  return table
}

/** The readers that a table has for an article: by its path, the end of it, its slug, or its title. */
export function readersOf(
  table: ReadersTable,
  { path, title }: { path: string; title: string | null },
): number | undefined {
  const bare = keyOf(path)
  const parts = bare.split('/')
  for (let from = 0; from < parts.length; from++) {
    const found = table.get(parts.slice(from).join('/'))
    if (found !== undefined) return found
  }
  return title === null ? undefined : table.get(keyOf(title))
}

/** An address without its site, query and ending. */
function keyOf(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\/[^/]+/, '')
    .replace(/[?#].*$/, text.includes('/') ? '' : '$&')
    .replace(/\.(?:md|markdown|mdx|html?)$/, '')
    .replace(/^\/+|\/+$/g, '')
}

/** The mark that stands in the header most often. */
function delimiterOf(text: string): string {
  const header = /^[^\r\n]*/.exec(text)![0]
  const count = (mark: string) => header.split(mark).length
  return [',', ';', '\t'].sort((a, b) => count(b) - count(a))[0]!
}

import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { diffArrays, diffWordsWithSpace } from 'diff'
import { afterAll, describe, expect, test } from 'vitest'
import { parseArticle } from '../src/article/parse-article.ts'
import { importListing } from '../src/importers/listing.ts'
import { lint, resolveSettings, type SourceFile } from '../src/index.ts'
import { fixArticle } from '../src/lint/fix-article.ts'

const settings = resolveSettings({}, { today: '2026-11-23' })

/** The texts of an article's blocks, in order, with what they are. */
function blocksOf({ path: name, source }: SourceFile): string[] {
  return parseArticle(name, source).blocks.map(({ kind, text }) => `${kind}: ${text}`)
}

/** How many items of a list are not in another one in the same order. */
function gone(before: string[], after: string[]): number {
  return diffArrays(before, after).reduce((sum, { removed, value }) => sum + (removed ? value.length : 0), 0)
}

/** How many characters of a text stand in another in the same order. */
function kept(before: string, after: string): number {
  const parts = diffWordsWithSpace(before, after)
  return parts.reduce((sum, { value, added, removed }) => sum + (added || removed ? 0 : value.length), 0)
}

function expectSafe(files: SourceFile[]): number {
  let fixed = 0
  for (const file of files) {
    const source = fixArticle(file, settings)
    if (source === file.source) continue
    fixed++
    const fixes = lint([file], settings).findings.filter((finding) => finding.fixable).length
    // A fix touches the block that it stands in, and no other.
    expect(gone(blocksOf(file), blocksOf({ ...file, source })), file.path).toBeLessThanOrEqual(fixes)
    // It is a matter of words.
    expect(kept(file.source, source) / file.source.length, file.path).toBeGreaterThan(0.9)
    const left = lint([{ ...file, source }], settings).findings.filter((finding) => finding.fixable)
    expect(left, file.path).toEqual([])
  }
  return fixed
}

const read = (folder: string, names: string[]): SourceFile[] =>
  names.map((name) => ({ path: name, source: readFileSync(path.join(folder, name), 'utf8') }))

describe('what is fixed is fixed at once, and all else stays as it was', () => {
  test('in content/', () => {
    const folder = fileURLToPath(new URL('../content', import.meta.url))
    expect(expectSafe(read(folder, readdirSync(folder)))).toBeGreaterThan(0)
  })

  const listing = new URL('../../shared/data/listing/000_bfdd6ac5b70fb362.txt', import.meta.url)
  test.runIf(existsSync(listing))('in the real listing (needs ../shared)', () => {
    const articles = importListing(readFileSync(listing, 'utf8'), { name: 'listing.txt' })
    expect(
      expectSafe(articles.map(({ slug, markdown }) => ({ path: `${slug}.md`, source: markdown }))),
    ).toBeGreaterThan(0)
  })

  const archive = fileURLToPath(new URL('../../shared/data/office-support.tar.gz', import.meta.url))
  const folder = mkdtempSync(path.join(tmpdir(), 'deskcheck-fixes-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  test.runIf(existsSync(archive))(
    'in another help centre (needs ../shared)',
    () => {
      const options = { encoding: 'utf8', maxBuffer: 2 ** 26 } as const
      const files = execFileSync('tar', ['-tf', archive], options)
        .split('\n')
        .filter((file) => file.endsWith('.md'))
        .filter((_, index) => index % 4 === 0)
      execFileSync('tar', ['-xf', archive, '-C', folder, '-T', '-'], { input: files.join('\n') })
      expectSafe(read(folder, files))
    },
    60_000,
  )
})

import { existsSync, readFileSync } from 'node:fs'
import { toString } from 'mdast-util-to-string'
import { describe, expect, test } from 'vitest'
import { parseArticle } from '../src/article/parse-article.ts'
import { importListing } from '../src/importers/listing.ts'

const small = readFileSync(new URL('fixtures/listing/small.txt', import.meta.url), 'utf8')
const shared = new URL('../../shared/data/listing/000_bfdd6ac5b70fb362.txt', import.meta.url)

/** The text of an imported article without its mark-up, white space folded. */
function textOf(markdown: string): string {
  const article = parseArticle('article.md', markdown)
  const blocks = article.tree.children
    .filter((node) => node.type !== 'yaml')
    .flatMap((node) => (node.type === 'list' ? node.children.map((item) => toString(item)) : [toString(node)]))
  return fold([article.title?.text, ...blocks].join(' '))
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

describe('a listing', () => {
  test('becomes articles', async () => {
    const articles = importListing(small, { name: 'small.txt' })
    const all = articles.map(({ slug, markdown, unsure }) =>
      [`==> ${slug}.md`, markdown, ...unsure.map((doubt) => `? ${doubt}`)].join('\n'),
    )
    await expect(`${all.join('\n')}\n`).toMatchFileSnapshot('fixtures/listing/small.imported.md')
  })

  test('keeps every word, and adds none', () => {
    const articles = importListing(small, { name: 'small.txt' })
    const expected = small
      .split(/(?:Few|Many|120) readers/)
      .map(fold)
      .filter(Boolean)
    expect(articles.map(({ markdown }) => textOf(markdown))).toEqual(expected)
  })

  test('is cut at badges with any count word, glued to what stands before', () => {
    const titles = ['One?', 'Two?', 'Three?', 'Four?', 'Five?']
    const text = `${titles[0]}\nabcFew readers${titles[1]}\nCRMSome readers${titles[2]}\nEnd.1,204 readers${titles[3]}\nxMany readers${titles[4]}\nNine readers\n`
    const imported = importListing(text, { name: 'x' }).map(({ markdown }) => parseArticle('x.md', markdown))
    expect(imported.map((article) => article.title?.text)).toEqual(titles)
    expect(imported.map((article) => article.frontMatter.entries.get('readers')?.value)).toEqual([
      'few',
      'some',
      1204,
      'many',
      'nine',
    ])
  })

  test('is not cut where prose speaks of readers', () => {
    expect(importListing('Who reads?\nMany readers ask. Few readers answer.Few readers', { name: 'x' })).toHaveLength(1)
  })

  test('is cut before titles that begin in small letters, and after counts of several words', () => {
    const text =
      'One?\nA.Few readersiPhone: why?\nB.Less than 10 readerseSIM?\nC.20–50 readersFour?\nD.\nMany readers\nE.Few readers'
    const imported = importListing(text, { name: 'x' }).map(({ markdown }) => parseArticle('x.md', markdown))
    expect(imported.map((article) => article.title?.text)).toEqual(['One?', 'iPhone: why?', 'eSIM?', 'Four?'])
    expect(imported.map((article) => article.frontMatter.entries.get('readers')?.value)).toEqual([
      'few',
      'less than 10',
      '20–50',
      'few',
    ])
  })

  test('has headings between lists', () => {
    const [article] = importListing(
      'How?\nUse it:\nFor audits\nFor taxes\nSteps\nOpen Billing.\nClick Export.\nSelect a month.\nTroubleshooting\nAsk us.Few readers',
      { name: 'x' },
    )
    expect(article!.markdown).toContain(
      '- For taxes\n\n## Steps\n\n1. Open Billing.\n2. Click Export.\n3. Select a month.\n\n## Troubleshooting\n\nAsk us.',
    )
  })

  test('is cut at a separator of its own', () => {
    const imported = importListing('One?\nYes.\n***\nTwo?\nNo.\n***\n', { name: 'x', separator: '***' })
    expect(imported.map(({ slug }) => slug)).toEqual(['one', 'two'])
    expect(imported[0]!.markdown).not.toContain('readers')
  })

  test('gives each article a file of its own', () => {
    const imported = importListing('Same?\nA.Few readersSame?\nB.Few readersSame 2?\nD.Few readers???\nC.Few readers', {
      name: 'x',
    })
    expect(imported.map(({ slug }) => slug)).toEqual(['same', 'same-2', 'same-2-2', 'article-4'])
  })

  test('without anything that ends an article is refused', () => {
    expect(() => importListing('Just a text.', { name: 'x' })).toThrow(
      /^Cannot import the listing: no article in it ends in a badge/,
    )
    expect(() => importListing('One?Few readers', { name: 'x', separator: '***' })).toThrow(/`\*\*\*` does not occur/)
  })
})

describe.runIf(existsSync(shared))('the real listing (needs ../shared)', () => {
  const text = existsSync(shared) ? readFileSync(shared, 'utf8') : ''
  const articles = existsSync(shared) ? importListing(text, { name: 'listing.txt' }) : []

  test('has 72 articles, all cut', () => {
    expect(articles).toHaveLength(72)
    expect(new Set(articles.map(({ slug }) => slug)).size).toBe(72)
    for (const { markdown } of articles) expect(parseArticle('x.md', markdown).excerpt).toBe(true)
  })

  test('keeps every character but white space', () => {
    const parts = text.split('Few readers').map(fold).filter(Boolean)
    expect(articles.map(({ markdown }) => textOf(markdown))).toEqual(parts)
  })
})

import { slug } from 'github-slugger'
import type { Article } from '../article/article.ts'
import { targetRangeOf, type Range } from '../article/links.ts'
import type { Position } from '../article/position.ts'
import { textOf } from '../article/text-of.ts'

/**
 * A link to something of the same site: its target as written (`../setup.md#roles`), which never holds a line end, and the
 * line, the column and the offset where that begins. A list, as there are many to keep.
 */
export type SiteLink = [to: string, line: number, column: number, offset: number]

/** Where a link's target stands. */
export function placeOfLink([to, line, column, offset]: SiteLink): Position {
  const end = { line, column: column + to.length, offset: offset + to.length }
  return { start: { line, column, offset }, end }
}

/** A scheme, another host, what a template fills in, or an alias that only the site's generator knows. */
const elsewhere = /^(?:[a-z][a-z\d+.-]*:|\/\/|\\\\|@|www\.)|[{}<>$|]/i

/** The links of an article to what may be an article of its site; pictures and other sites are left out. */
export function siteLinksOf(article: Article): SiteLink[] {
  const { source, locate } = article
  const { links, definitions, html } = article.links
  const found: SiteLink[] = []
  const add = ({ start, end }: Range) => {
    const to = source.slice(start, end)
    if (to === '' || to === '#' || /[\r\n]/.test(to)) return
    const { line, column } = locate(start, start).start
    found.push([to, line, column, start])
  }
  for (const node of [...links, ...definitions]) {
    if (node.type === 'linkReference' || node.url === '' || elsewhere.test(node.url)) continue
    const range = targetRangeOf(node, source)
    if (range) add(range)
  }
  for (const { value, position } of html) {
    const start = position?.start.offset
    if (start === undefined || !value.includes('href')) continue
    for (const match of value.matchAll(/<a\s[^>]{0,200}?\bhref=(["'])([^"'\s]*)\1/gi)) {
      const from = start + match.index + match[0].length - 1 - match[2]!.length
      if (source.startsWith(match[2]!, from) && !elsewhere.test(match[2]!)) {
        add({ start: from, end: from + match[2]!.length })
      }
    }
  }
  return found
}

/** What takes in another text when the site is built, and anchors with it. */
const include = /\[!INCLUDE|\{%-?\s{1,3}(?:include|render|content)|\{\{[<%]|<!--\s?#include/i

/**
 * The anchors of an article, with spaces between them: of its headings as GitHub makes them, and those that are written out.
 *
 * @returns null where not all of them can be known: of an excerpt, or a text that takes in another
 */
export function anchorsOf({ blocks, links, path, excerpt, failure }: Article): string | null {
  if (excerpt || failure !== undefined || path.endsWith('.mdx')) return null
  const anchors = new Set<string>()
  for (const { kind, node, text } of blocks) {
    if (kind === 'heading') addSlug(slugOf(text.includes('\uFFFC') ? textOf(node) : text), anchors)
    if (text.includes('{') || text.startsWith('[!')) {
      if (include.test(text)) return null
      for (const [, written] of text.matchAll(/\{:?\s?#([\w.:-]{1,200})/g)) anchors.add(written!)
    }
  }
  for (const { value } of links.html) {
    if (include.test(value)) return null
    if (!value.includes('=') && !value.includes('</h')) continue
    for (const [, written] of value.matchAll(/\b(?:id|name)\s?=\s?["']?([^"'\s<>=]{1,200})/g)) anchors.add(written!)
    for (const [, inner] of value.matchAll(/<h[1-6]\b[^<>]{0,200}>([^<]{1,200})</gi)) anchors.add(slugOf(inner!))
  }
  return [...anchors].join(' ')
}

const isPlain = /^[\w -]*$/

/** As GitHub does it; most headings need none of its tables. */
function slugOf(heading: string): string {
  if (isPlain.test(heading)) return heading.trim().toLowerCase().replaceAll(' ', '-')
  return slug(heading.replace(/\{:?\s?#[\w.:-]+\s?\}\s*$/, '').trim()).replace(/\s/g, '-')
}

/** Adds a slug, with a number behind it where it is there already. */
function addSlug(first: string, anchors: Set<string>): void {
  let name = first
  for (let count = 1; anchors.has(name); count++) name = `${first}-${count}`
  if (name !== '') anchors.add(name)
}

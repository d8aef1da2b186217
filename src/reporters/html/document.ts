import { hash } from 'node:crypto'
import type { Element } from 'hast'
import { load } from '../../load.ts'
import { h } from './h.ts'

/** A page that is one file: nothing is loaded from elsewhere, and no script runs in it but its own. */
export interface Page {
  title: string
  style: string
  /** What the page does; none for a page that only shows. */
  script?: string
  body: Element[]
}

/** The text of a page. */
export function renderDocument({ title, style, script, body }: Page): string {
  const { toHtml } = load<typeof import('hast-util-to-html')>('hast-util-to-html')
  const own = script === undefined ? "'none'" : `'sha256-${hash('sha256', script, 'base64')}'`
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src ${own}; base-uri 'none'; form-action 'none'`
  const raw = (tagName: string, text: string): Element => ({
    type: 'element',
    tagName,
    properties: {},
    children: [{ type: 'text', value: text }],
  })
  const head = h(
    'head',
    {},
    h('meta', { charSet: 'utf-8' }),
    h('meta', { httpEquiv: 'Content-Security-Policy', content: policy }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'color-scheme', content: 'light dark' }),
    h('title', {}, title),
    raw('style', `\n${style}\n`),
  )
  const page = h(
    'html',
    { lang: 'en' },
    head,
    h('body', {}, ...body, ...(script === undefined ? [] : [raw('script', script)])),
  )
  const text = toHtml(page, { characterReferences: { useNamedReferences: true } })
  return `<!doctype html>\n${inLines(text)}\n`
}

/** A block a line, so that a diff can be read; in text, an angle bracket is escaped. */
function inLines(text: string): string {
  return text.replace(/(<\/(?:head|style|header|section|li|tr|figure|details)>|<body>|<main[^>]*>)(?=<)/g, '$1\n')
}

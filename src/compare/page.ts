import { inParts, type ClaimSide, type Comparison, type Piece, type SectionPair, type Side } from './compare.ts'

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => escapes[sign]!)

/** A comparison as a page of its own: no script, nothing loaded from elsewhere, readable in light and dark and on paper. */
export function renderPage(comparison: Comparison): string {
  const { here, there, sections } = comparison
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(here.title)} | ${escaped(there.title)}</title>
<style>
${style}
</style>
</head>
<body>
<main>
<h1>Two articles side by side</h1>
<div class="row head">${headOf('A', here)}${headOf('B', there)}</div>
${conflictList(comparison)}${disagreementList(comparison)}
${sections.map(rowOf).join('\n')}
<p class="key"><del>Only in A</del> <ins>Only in B</ins> The rest stands in both.</p>
</main>
</body>
</html>
`
}

const headOf = (name: string, { path, title, words, shared }: Side) =>
  `<div><p class="path">${name} · ${escaped(path)}</p><h2>${escaped(title)}</h2><p>${words} words, ${words - shared} of its own</p></div>`

function conflictList({ conflicts }: Comparison): string {
  if (conflicts.length === 0) return ''
  const side = ({ path, line, column, quote, value }: ClaimSide, tag: 'del' | 'ins') => {
    const text = inParts(quote, value).map((part) =>
      part.isValue ? `<${tag}>${escaped(part.text)}</${tag}>` : escaped(part.text),
    )
    return `<div><p class="path">${escaped(path)}:${line}:${column}</p><p>${text.join('')}</p></div>`
  }
  const items = conflicts.map(
    (one) =>
      `<li>${escaped(one.subject)}: <del>${escaped(one.here.value)}</del> against <ins>${escaped(one.there.value)}</ins> <code>${escaped(one.rule)}</code><div class="row quote">${side(one.here, 'del')}${side(one.there, 'ins')}</div></li>`,
  )
  return `<section class="disagree"><h2>They cannot both be right</h2><ul>${items.join('')}</ul><p>Agree on one, or say in both what each holds for.</p></section>\n`
}

function disagreementList({ disagreements, conflicts }: Comparison): string {
  if (disagreements.length === 0 && conflicts.length > 0) return ''
  if (disagreements.length === 0)
    return '<p>No number, date, address or negation in which sentences of the two differ.</p>'
  const items = disagreements.map(
    ({ here, there }) =>
      `<li><del>${escaped(here.value) || 'nothing'}</del> against <ins>${escaped(there.value) || 'nothing'}</ins><div class="row quote"><p>${escaped(here.quote)}</p><p>${escaped(there.quote)}</p></div></li>`,
  )
  return `<section class="disagree"><h2>${conflicts.length > 0 ? 'They differ, too, in sentences that are alike' : 'They disagree'}</h2><ul>${items.join('')}</ul></section>`
}

function rowOf({ here, there, pieces }: SectionPair): string {
  const column = (label: string | undefined, own: Piece['in']) => {
    if (label === undefined) return '<div class="missing">Nothing here</div>'
    const text = pieces
      .filter((piece) => piece.in === 'both' || piece.in === own)
      .map((piece) => {
        if (piece.in === 'both') return escaped((own === 'there' ? piece.textThere : undefined) ?? piece.text)
        const tag = own === 'here' ? 'del' : 'ins'
        return `<${tag}>${escaped(piece.text)}</${tag}>`
      })
      .join(' ')
    return `<div>${label === '' ? '' : `<h3>${escaped(label)}</h3>`}<p>${text}</p></div>`
  }
  return `<section class="row">${column(here, 'here')}${column(there, 'there')}</section>`
}

const style = `:root { color-scheme: light dark; --only-a: #ffe0dc; --only-b: #d9f2dc; --line: #d0d4da; --quiet: #5c6570 }
@media (prefers-color-scheme: dark) { :root { --only-a: #5a2420; --only-b: #1d4a26; --line: #3c434c; --quiet: #a4adb8 } }
body { font: 1rem/1.55 system-ui, sans-serif; margin: 0 }
main { max-width: 72rem; margin: 0 auto; padding: 1.5rem }
h1 { font-size: 1.1rem; color: var(--quiet) }
h2 { font-size: 1.25rem; margin: 0.2rem 0 }
h3 { font-size: 1rem; margin: 0 0 0.3rem }
p { margin: 0 0 0.4rem }
.path, .missing, .key, .quote { color: var(--quiet); font-size: 0.9rem; overflow-wrap: anywhere }
.row { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2rem; padding: 0.8rem 0; border-top: 1px solid var(--line) }
.row > * { min-width: 0; overflow-wrap: anywhere }
.head { border: 0 }
.quote { border: 0; padding: 0.2rem 0 }
.disagree { border-top: 1px solid var(--line); padding: 0.8rem 0 }
del { background: var(--only-a); text-decoration: none; padding: 0 0.15em; border-radius: 0.2em }
ins { background: var(--only-b); text-decoration: none; padding: 0 0.15em; border-radius: 0.2em }
@media (max-width: 40rem) { .row { grid-template-columns: 1fr; gap: 0.8rem } }
@media print { body { font-size: 10pt } }`

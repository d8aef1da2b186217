/** How pages look: in light and dark, on a phone and on paper. Every pair of colours has a contrast of 4.5 and more. */
export const style = `:root {
  color-scheme: light dark;
  --paper: #fbfbf9; --card: #fff; --ink: #1d2127; --quiet: #59616b; --line: #dcdfe3; --link: #1a4f9c;
  --error: #b3261e; --warning: #8a5a00; --suggestion: #1f6470; --aged: #b8560f; --sound: #8fa9c4; --merge: #4a6fb5; --variant: #a7a18f;
  --mark: #ffe9a8; --only-a: #ffdfda; --only-b: #d6f1da
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16191d; --card: #1f2429; --ink: #e7e9ec; --quiet: #a5aeb8; --line: #363d45; --link: #8fb8f5;
    --error: #ff8a80; --warning: #f0bd5c; --suggestion: #7fcad6; --aged: #f2a365; --sound: #5c7692; --merge: #86a8e8; --variant: #8a8574;
    --mark: #5c4a12; --only-a: #5e2720; --only-b: #1f4d29
  }
}
* { box-sizing: border-box }
body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); overflow-wrap: anywhere }
a { color: var(--link) }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 0.2em }
h1, h2, h3, h4, p, ul, ol, figure, blockquote { margin: 0 }
h3, .title { overflow-wrap: break-word }
h1 { font-size: 1.15rem }
h2 { font-size: 1.5rem; margin: 0.3rem 0 }
h3 { font-size: 1.05rem; line-height: 1.35 }
h4 { font-size: 0.95rem }
ul, ol { padding: 0; list-style: none }
code { font: 0.88em ui-monospace, monospace; background: color-mix(in srgb, var(--line) 45%, transparent); padding: 0 0.25em; border-radius: 0.25em }
mark { background: var(--mark); color: inherit; border-radius: 0.2em; padding: 0 0.1em }
del, ins { color: var(--ink); text-decoration: none; border-radius: 0.2em; padding: 0 0.15em }
del { background: var(--only-a) }
ins { background: var(--only-b) }
kbd { font: 0.85em ui-monospace, monospace; border: 1px solid var(--line); border-radius: 0.3em; padding: 0 0.35em }
.skip { position: absolute; left: -99rem }
.skip:focus { left: 1rem; top: 0.5rem; background: var(--card); padding: 0.3rem 0.6rem; z-index: 3 }
.top { position: sticky; top: 0; z-index: 2; background: var(--card); border-bottom: 1px solid var(--line); padding: 0.6rem max(1rem, 50% - 37rem); display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.2rem 1rem }
.top > p { color: var(--quiet) }
nav { display: flex; flex-wrap: wrap; gap: 0.2rem; width: 100%; margin-left: -0.7rem }
nav a { padding: 0.25rem 0.7rem; border-radius: 1rem; text-decoration: none; color: inherit }
nav a:hover { background: var(--paper) }
nav a[aria-current] { background: var(--ink); color: var(--card) }
@media (forced-colors: active) {
  nav a[aria-current] { outline: 2px solid }
  .key i, rect, circle, line, polyline { forced-color-adjust: none }
}
.note { max-width: 76rem; margin: 0.6rem auto 0; padding: 0.5rem 1rem; font-weight: 600 }
.note[hidden] { display: none }
.count { margin-left: 0.4em; font-size: 0.85em; opacity: 0.85 }
.filters { display: flex; flex-wrap: wrap; gap: 0.4rem 0.9rem; align-items: center; width: 100%; font-size: 0.9rem }
.filters[hidden], .filters [hidden] { display: none }
.filters input, .filters select, button { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--line); border-radius: 0.4rem; padding: 0.25rem 0.5rem; max-width: 15rem }
.filters input { width: 15rem }
button { cursor: pointer }
output { color: var(--quiet) }
main { max-width: 76rem; margin: 0 auto; padding: 1rem; outline: none }
.about, .places, .why, .path, .since, figcaption, footer, caption { color: var(--quiet) }
.places, .path, .since, figcaption, footer { font-size: 0.88em }
a.place { color: inherit; text-decoration-color: var(--line) }
.view { padding-bottom: 2rem; scroll-margin-top: 12rem }
.js .view:not(.current) { display: none }
/* Not as items of a list: numbering them takes the square of their number. */
.list > li { display: block; content-visibility: auto; contain-intrinsic-size: auto 4rem }
.list > li[hidden] { display: none }
/* Room for the ring of what is in focus, which is cut off at the edge. */
.list > li:not(.card) { padding: 0 0.3rem; margin: 0 -0.3rem }
.card, .article { background: var(--card); border: 1px solid var(--line); border-radius: 0.6rem; padding: 0.8rem 1rem; margin: 0.6rem 0 }
.card > header { display: flex; flex-wrap: wrap; gap: 0.3rem 0.5rem; align-items: center }
.card > header h3 { width: 100% }
.card > * + *, .article > * + * { margin-top: 0.35rem }
.badge { font-size: 0.8em; border: 1px solid currentColor; border-radius: 1rem; padding: 0 0.55em; white-space: nowrap }
.badge.quiet { color: var(--quiet); border-color: var(--line) }
.error { color: var(--error) }
.warning { color: var(--warning) }
.suggestion { color: var(--suggestion) }
.todo { font-weight: 600 }
blockquote, .line { display: block; border-left: 3px solid var(--line); padding: 0.1rem 0.7rem; margin: 0.25rem 0; quotes: none }
.line { font: 0.85em/1.5 ui-monospace, monospace; white-space: pre-wrap; color: var(--quiet) }
.line mark { color: var(--ink) }
.gap { display: inline-block; width: 0.5em; height: 1em; border-bottom: 2px solid var(--error); vertical-align: text-bottom }
.row { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2rem; padding: 0.5rem 0; border-top: 1px solid var(--line) }
.row > * { min-width: 0 }
.card > .row { border: 0; padding: 0.2rem 0 }
.missing { color: var(--quiet); font-style: italic }
.pair summary { cursor: pointer; font-size: 0.9em }
meter { width: 7rem; height: 0.9rem }
meter::-webkit-meter-bar { background: var(--line); border: 0; border-radius: 0.5rem; height: 0.6rem }
meter::-webkit-meter-optimum-value { background: var(--aged) }
meter::-moz-meter-bar { background: var(--aged) }
.reasons li, .findings > li { padding: 0.3rem 0; border-top: 1px solid var(--line) }
.article { padding: 0 }
.article > summary { cursor: pointer; position: relative; padding: 0.6rem 1rem 0.6rem 2.2rem; display: flex; flex-wrap: wrap; gap: 0.2rem 0.5rem; align-items: baseline; list-style: none }
.article > summary::-webkit-details-marker { display: none }
.article > summary::before { content: '▸'; color: var(--quiet); position: absolute; left: 1rem }
.article[open] > summary::before { content: '▾' }
.article .title { font-weight: 600 }
.article .path { width: 100% }
.article > :not(summary) { padding: 0 1rem 0.5rem }
.findings .places { padding-left: 1rem }
.single .article { border-width: 2px }
.tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr)); gap: 0.6rem; margin: 0.6rem 0 }
.tiles li { background: var(--card); border: 1px solid var(--line); border-radius: 0.6rem; padding: 0.7rem 0.9rem }
.tiles a { text-decoration: none; color: inherit }
.tiles strong { display: block; font-size: 1.7rem; line-height: 1.2; font-variant-numeric: tabular-nums }
.since { display: block }
.first { display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: 0.6rem; margin: 0.6rem 0 }
.first section, figure, table { background: var(--card); border: 1px solid var(--line); border-radius: 0.6rem; padding: 0.8rem 1rem }
.first ul { font-size: 0.95em }
.first ol { list-style: decimal; padding-left: 1.3rem }
.first li { margin: 0.3rem 0; color: var(--quiet) }
figure { margin: 0.6rem 0 }
.scroll { overflow-x: auto }
svg { display: block; width: 100%; min-width: 40rem; margin-top: 0.5rem }
svg text { font: 12px system-ui, sans-serif; fill: var(--quiet) }
rect.aged { fill: var(--aged) }
rect.sound { fill: var(--sound) }
line.merge { stroke: var(--merge) }
line.variant { stroke: var(--variant); stroke-dasharray: 3 3 }
circle { fill: var(--merge); stroke: var(--card); stroke-width: 2 }
a:hover circle, a:focus circle { fill: var(--aged) }
.trends { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: 0.6rem 1.5rem }
.trends svg { min-width: 0 }
polyline { fill: none; stroke-width: 2.5 }
polyline.error { stroke: var(--error) }
polyline.warning { stroke: var(--warning) }
polyline.suggestion { stroke: var(--suggestion) }
polyline.aged { stroke: var(--aged) }
.key { margin-right: 0.8em; white-space: nowrap }
.key i { display: inline-block; width: 0.9em; height: 0.9em; border-radius: 0.2em; margin-right: 0.35em; vertical-align: -0.1em }
i.aged { background: var(--aged) }
i.sound { background: var(--sound) }
i.merge { background: var(--merge) }
i.variant { background: var(--variant) }
.tables { border: 0; align-items: start }
table { border-collapse: collapse; width: 100% }
caption { text-align: left; padding: 0.3rem 0 }
th, td { overflow-wrap: normal; text-align: left; padding: 0.25rem 0.6rem; border-top: 1px solid var(--line); font-weight: 400 }
thead th { border: 0; font-size: 0.85rem; color: var(--quiet); vertical-align: bottom }
td, thead th:not(:first-child) { text-align: right; font-variant-numeric: tabular-nums }
footer { max-width: 76rem; margin: 0 auto; padding: 1rem }
html:not(.js) .keys { display: none }
@media (max-height: 42rem) { .top { position: static } }
@media (max-width: 44rem) {
  .row { grid-template-columns: 1fr; gap: 0.6rem }
  .top { position: static }
  th, td { padding: 0.25rem 0.3rem; font-size: 0.9rem }
  .filters label { flex: 1 1 9rem }
  .filters input, .filters select { width: 100%; max-width: none }
}
@media print {
  .top { position: static }
  nav, .filters, .more, footer, .skip { display: none !important }
  body { font-size: 9.5pt; background: none }
  .card header, .article summary, blockquote, .findings > li, figure { break-inside: avoid }
  .card, .article, figure { border-color: #999 }
  mark, del, ins { print-color-adjust: exact; -webkit-print-color-adjust: exact; text-decoration: underline }
  .list > li { content-visibility: visible }
}`

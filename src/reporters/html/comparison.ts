import type { Element } from 'hast'
import type { ClaimSide, Comparison, Side } from '../../compare/compare.ts'
import { count } from '../count.ts'
import { renderDocument } from './document.ts'
import { h } from './h.ts'
import { claimText } from './quotes.ts'
import { columnsOf } from './side-by-side.ts'
import { style } from './style.ts'

/** Two articles side by side as a page of its own: no script, nothing loaded from elsewhere. */
export function comparisonPage(comparison: Comparison): string {
  const { here, there } = comparison
  return renderDocument({
    title: `${here.title} | ${there.title}`,
    style,
    body: [
      h(
        'main',
        {},
        h('h1', {}, 'Two articles side by side'),
        h('div.row.head', {}, headOf('A', here), headOf('B', there)),
        ...conflicts(comparison),
        ...disagreements(comparison),
        ...columnsOf(comparison, true),
        h('p.about', {}, h('del', {}, 'Only in A'), ' ', h('ins', {}, 'Only in B'), ' The rest stands in both.'),
      ),
    ],
  })
}

function headOf(name: string, { path, title, words, shared }: Side): Element {
  return h(
    'div',
    {},
    h('p.places', {}, `${name} · ${path}`),
    h('h2', {}, title),
    h('p', {}, `${count(words, 'word')}, ${words - shared} of its own`),
  )
}

function conflicts({ conflicts: found }: Comparison): Element[] {
  if (found.length === 0) return []
  const side = (claim: ClaimSide, other: ClaimSide) =>
    h(
      'div',
      {},
      h('p.places', {}, `${claim.path}:${claim.line}:${claim.column}`),
      h('blockquote', {}, ...claimText(claim, other)),
    )
  return [
    h(
      'section.card',
      {},
      h('h2', {}, 'They cannot both be right'),
      ...found.map(({ subject, rule, here, there }) =>
        h(
          'div',
          {},
          h('p', {}, `${subject}: `, ...against(here.value, there.value), ' ', h('code', {}, rule)),
          h('div.row', {}, side(here, there), side(there, here)),
        ),
      ),
      h('p.todo', {}, 'Agree on one, or say in both what each holds for.'),
    ),
  ]
}

function disagreements({ disagreements: found, conflicts: told }: Comparison): Element[] {
  if (found.length === 0 && told.length > 0) return []
  if (found.length === 0)
    return [h('p', {}, 'No number, date, address or negation in which sentences of the two differ.')]
  return [
    h(
      'section.card',
      {},
      h('h2', {}, told.length > 0 ? 'They differ, too, in sentences that are alike' : 'They disagree'),
      ...found.map(({ here, there }) =>
        h(
          'div',
          {},
          h('p', {}, ...against(here.value || 'nothing', there.value || 'nothing')),
          h('div.row', {}, h('blockquote', {}, here.quote), h('blockquote', {}, there.quote)),
        ),
      ),
    ),
  ]
}

const against = (here: string, there: string) => [h('del', {}, here), ' against ', h('ins', {}, there)]

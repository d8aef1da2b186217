import type { Element } from 'hast'
import type { Report } from '../../report/report.ts'
import { count } from '../count.ts'
import type { Facets } from './facets.ts'
import { h, withCode } from './h.ts'
import { articleLink, placeLink } from './quotes.ts'

/** The articles that want a review, as the queue has them: who is asked, what speaks for it, what to do. */
export function freshnessList({ queue = [], source }: Report, facets: Facets): Element[] {
  const most = Math.max(...queue.map(({ score }) => score), 1)
  return queue.map(({ rank, path, title, owner, readers, verified, score, reasons, todo }) => {
    const known = [
      ...(owner === null ? [] : [`owner ${owner}`]),
      ...(readers === null ? [] : [count(readers, 'reader')]),
      ...(verified === null ? [] : [`verified ${verified}`]),
    ]
    return h(
      'li.card',
      {
        ...facets.of([path], ['freshness']),
        dataScore: String(Math.round(score * 10)),
        dataPath: path,
        dataReaders: String(readers ?? -1),
        dataDay: verified ?? '',
      },
      h(
        'header',
        {},
        h('span.badge', {}, `${rank}.`),
        h('meter', { min: 0, max: most, value: score, ariaLabel: `score ${score}` }),
        h('span.badge.quiet', {}, `score ${score}`),
        h('h3', {}, articleLink(path, title ?? path)),
      ),
      h(
        'p.places',
        {},
        placeLink(source, { path, start: { line: 1, column: 1, offset: 0 } }, path),
        known.length > 0 ? ` · ${known.join(' · ')}` : '',
      ),
      h('p.todo', {}, `${todo}.`.replace(/`/g, '')),
      h(
        'ul.reasons',
        {},
        ...reasons.map(({ message, quote, line }) =>
          h(
            'li',
            {},
            placeLink(source, { path, start: { line, column: 1, offset: 0 } }, String(line)),
            ' ',
            ...withCode(message),
            quote === '' ? undefined : h('blockquote', {}, quote),
          ),
        ),
      ),
    )
  })
}

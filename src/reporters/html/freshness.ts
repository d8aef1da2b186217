import type { Element } from 'hast'
import type { Report } from '../../report/report.ts'
import { aboutOf } from './articles.ts'
import { lastTouched } from '../../report/queue.ts'
import type { Facets } from './facets.ts'
import { h, withCode } from './h.ts'
import { articleLink, placeLink } from './quotes.ts'

/** The articles that want a review, as the queue has them: who is asked, what speaks for it, what to do. */
export function freshnessList({ queue = [], articles, source }: Report, facets: Facets): Element[] {
  const known = new Map(articles.map((article) => [article.path, article]))
  const most = Math.max(...queue.map(({ score }) => score), 1)
  return queue.map(({ rank, path, title, readers, verified, score, reasons, todo }) => {
    const article = known.get(path)
    return h(
      'li.card',
      {
        ...facets.of([path]),
        dataPath: path,
        dataReaders: readers === null ? undefined : String(readers),
        dataDay: article && lastTouched(article),
        dataWords: article && String(article.words),
      },
      h(
        'header',
        {},
        h('span.badge', {}, `${rank}.`),
        h('meter', { min: 0, max: most, value: score, ariaLabel: `score ${score}` }),
        h('span.badge.quiet', {}, `score ${score}`),
        h('h3', {}, articleLink(path, title ?? path)),
      ),
      h('p.places', {}, path),
      article ? aboutOf(article, source) : undefined,
      h('p.todo', {}, `${todo}.`.replace(/`/g, '')),
      h(
        'ul.reasons',
        {},
        ...reasons.map(({ message, quote, line }) =>
          h(
            'li',
            {},
            placeLink(source, { path, start: { line } }, String(line)),
            ' ',
            ...withCode(message),
            quote === '' ? undefined : h('blockquote', {}, quote),
          ),
        ),
      ),
    )
  })
}

import type { Element } from 'hast'
import { queueOf } from '../../report/queue.ts'
import { severities, type Report } from '../../report/report.ts'
import { count, digits } from '../count.ts'
import { articlesList } from './articles.ts'
import { conflictsList } from './conflicts.ts'
import { renderDocument } from './document.ts'
import { kindOf } from '../duplicates.ts'
import { duplicatesList } from './duplicates.ts'
import { facetIn, facetsOf, type Facet, type Facets } from './facets.ts'
import { freshnessList } from './freshness.ts'
import { h } from './h.ts'
import { overview } from './overview.ts'
import { rulesList } from './rules.ts'
import { script } from './script.ts'
import { style } from './style.ts'

/**
 * The editors' page: one file that holds all of a report, to read, search and print, with nothing loaded from elsewhere. What
 * it says stands in its text, so that it can be read without its script, which narrows and sorts the lists.
 */
export function html(given: Report): string {
  const report = given.queue ? given : { ...given, queue: queueOf(given) }
  const facets = facetsOf(report)
  const views: View[] = [
    { id: 'overview', name: 'Overview', about: '', items: undefined },
    {
      id: 'duplicates',
      name: 'Duplicates',
      about:
        'Articles that say the same. Those to merge come first, the most alike at the top; what only one of them holds is marked.',
      items: duplicatesList(report, facets),
    },
    {
      id: 'conflicts',
      name: 'Conflicts',
      about: 'Claims that cannot both be right, the surest first.',
      items: conflictsList(report, facets),
    },
    {
      id: 'freshness',
      name: 'Freshness',
      about: 'Articles with evidence that they have aged, those that want a review most first.',
      items: freshnessList(report, facets),
    },
    { id: 'rules', name: 'Rules', about: 'What was found, by rule, the gravest first.', items: rulesList(report) },
    {
      id: 'articles',
      name: 'Articles',
      about: 'Every article with what was found in it, the gravest first.',
      items: articlesList(report, facets),
    },
  ]
  const { summary, today, tool } = report
  const known =
    summary.known > 0
      ? `, ${count(summary.known, 'finding')} known from the baseline and ${digits(summary.new)} new`
      : ''
  return renderDocument({
    title: `Help centre on ${today}`,
    style,
    script,
    body: [
      h('a.skip', { href: '#main' }, 'To the report'),
      h(
        'header.top',
        {},
        h('h1', {}, 'Help centre'),
        h('p', {}, `${count(summary.articles, 'article')} on ${today}${known}`),
        h('nav', { ariaLabel: 'Parts of the report' }, ...views.map(navLink)),
        filters(facets, report),
      ),
      h('p.note', { role: 'status', hidden: true }),
      h('main', { id: 'main', tabIndex: -1 }, ...views.map((view) => section(view, report))),
      h('footer', {}, `deskcheck ${tool.version}. `, h('span.keys', {}, ...keys())),
    ],
  })
}

interface View {
  id: string
  name: string
  about: string
  items: Element[] | undefined
}

function navLink({ id, name, items }: View): Element {
  return h(
    'a',
    { href: `#${id}`, dataPart: id },
    name,
    items === undefined ? undefined : h('span.count', {}, digits(items.length)),
  )
}

function section({ id, name, about, items }: View, report: Report): Element {
  const content =
    items === undefined
      ? overview(report)
      : items.length === 0
        ? [h('p.empty', {}, 'Nothing found.')]
        : [h('ol.list', {}, ...items), h('p.more', { hidden: true }, h('button', { type: 'button' }, 'Show more'))]
  return h(
    'section.view',
    { id, ariaLabelledBy: `${id}-name` },
    h('h2', { id: `${id}-name` }, name),
    about === '' ? undefined : h('p.about', {}, about),
    ...content,
  )
}

function filters({ owners, types, folders, groups }: Facets, { summary, findings }: Report): Element {
  return h(
    'form.filters',
    { role: 'search', hidden: true },
    h(
      'label',
      {},
      'Search ',
      h('input', { type: 'search', name: 'q', autoComplete: 'off', placeholder: 'words, a path, a rule' }),
    ),
    choice('owner', 'Owner', owners),
    choice('type', 'Type', types),
    choice('folder', 'Folder', folders),
    choice('kind', 'Kind', facetIn(findings.flatMap((finding) => kindOf(finding) ?? [])), true),
    choice('group', 'Group', groups),
    choice('severity', 'Severity', severityFacet(findings), true),
    summary.known > 0 ? choice('status', 'Status', facetIn(findings.map(({ status }) => status))) : undefined,
    h(
      'label',
      {},
      'Sort ',
      h(
        'select',
        { name: 'sort' },
        h('option', { value: '' }, 'worst first'),
        h('option', { value: 'path' }, 'by path'),
        h('option', { value: 'readers' }, 'most readers first'),
        h('option', { value: 'day' }, 'oldest first'),
        h('option', { value: 'words' }, 'longest first'),
      ),
    ),
    h('button', { type: 'button', name: 'clear' }, 'Clear'),
    h('output', { name: 'shown' }),
  )
}

/** How many articles have findings of each severity. */
function severityFacet(findings: Report['findings']): Facet {
  const paths = severities.map((severity) => findings.filter((finding) => finding.severity === severity))
  return { values: [...severities], counts: paths.map((own) => new Set(own.map(({ path }) => path)).size) }
}

/**
 * A field to choose one value of a facet; none where there is nothing to choose.
 *
 * @param isAsked whether a link of the page asks for a value: then the field is there, and not shown
 */
function choice(name: string, label: string, { values, counts }: Facet, isAsked = false): Element | undefined {
  if (values.length < 2 && !isAsked) return undefined
  return h(
    'label',
    values.length < 2 ? { dataFew: '' } : {},
    `${label} `,
    h(
      'select',
      { name },
      h('option', { value: '' }, 'all'),
      ...values.map((value, index) =>
        h('option', { value, dataId: String(index) }, `${value} (${digits(counts[index]!)})`),
      ),
    ),
  )
}

function keys(): (Element | string)[] {
  const key = (name: string, what: string) => [h('kbd', {}, name), ` ${what} `]
  return [
    ...key('/', 'search'),
    ...key('1', 'to'),
    ...key('6', 'parts'),
    ...key('j', 'next'),
    ...key('k', 'previous'),
    ...key('Esc', 'clear'),
  ]
}

import { comparePaths } from '../corpus/by-path.ts'
import { queueOf } from '../report/queue.ts'
import type { Report } from '../report/report.ts'
import { count } from './count.ts'
import { queueCsv } from './csv.ts'
import { html } from './html/page.ts'
import { json } from './json.ts'
import { escapeCell, markdown, placeOf } from './markdown.ts'

/**
 * The files that `deskcheck report` writes: by name, with their text. Known findings are in them too.
 *
 * @param detailed the same report, with what the page shows besides
 */
export function editors(given: Report, detailed = given): Record<string, string> {
  const report: Report = given.queue ? given : { ...given, queue: queueOf(given) }
  const open: Report = {
    ...report,
    findings: report.findings.map((finding) => ({ ...finding, status: 'new' as const })),
  }
  return {
    'index.html': html({ ...detailed, queue: report.queue }),
    'overview.md': overview(report),
    'duplicates.md': duplicates(report),
    'freshness.md': freshness(report),
    'freshness.csv': queueCsv(report),
    'findings.md': markdown({ ...open, summary: { ...report.summary, new: report.findings.length, known: 0 } }),
    'report.json': json(report),
  }
}

function overview({ today, summary, articles, findings }: Report): string {
  const lines = ['# The help centre at a glance', '', `${count(summary.articles, 'article')} on ${today}.`, '']
  lines.push('| type | articles | with findings |', '| --- | --- | --- |')
  const touched = new Set(findings.filter(({ severity }) => severity !== 'suggestion').map(({ path }) => path))
  for (const type of [...new Set(articles.map((article) => article.type))].sort()) {
    const ofType = articles.filter((article) => article.type === type)
    lines.push(`| ${type} | ${ofType.length} | ${ofType.filter(({ path }) => touched.has(path)).length} |`)
  }
  lines.push('', '| rule | findings |', '| --- | --- |')
  for (const [rule, number] of Object.entries(summary.byRule)) lines.push(`| ${rule} | ${number} |`)
  return `${lines.join('\n')}\n`
}

function duplicates({ findings, today }: Report): string {
  const pairs = findings
    .filter(({ rule }) => rule.startsWith('duplicates/'))
    .sort((a, b) => Number(b.data.similarity ?? 0) - Number(a.data.similarity ?? 0) || comparePaths(a.path, b.path))
  const lines = ['# Articles to merge', '', `${count(pairs.length, 'pair')} on ${today}, the most alike first.`]
  if (pairs.length > 0) lines.push('', '| merge | into | alike | what to do |', '| --- | --- | --- | --- |')
  for (const pair of pairs) {
    const keep = pair.related[0]
    const alike = `${Math.round(Number(pair.data.similarity ?? 0) * 100)} %`
    lines.push(`| ${placeOf(pair)} | ${keep ? placeOf(keep) : ''} | ${alike} | ${escapeCell(pair.message)} |`)
  }
  return `${lines.join('\n')}\n`
}

/** Articles with evidence that they have aged, as the queue has them. */
function freshness({ queue = [], today }: Report): string {
  const lines = [
    '# Articles to review',
    '',
    `${count(queue.length, 'article')} with evidence on ${today}, the strongest first.`,
  ]
  for (const { rank, score, path, title, owner, readers, reasons, todo } of queue) {
    const known = [
      `score ${score}`,
      ...(owner === null ? [] : [`owner ${escapeCell(owner)}`]),
      ...(readers === null ? [] : [`${count(readers, 'reader')}`]),
    ]
    lines.push('', `## ${rank}. ${escapeCell(title ?? path)}`, '', `${known.join(' · ')}. ${escapeCell(todo)}.`, '')
    for (const { line, message, quote } of reasons) {
      lines.push(`- ${placeOf({ path, start: { line } })}: ${escapeCell(message)}`)
      if (quote !== '') lines.push(`  > ${escapeCell(quote)}`)
    }
  }
  return `${lines.join('\n')}\n`
}

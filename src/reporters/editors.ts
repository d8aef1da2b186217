import { queueOf } from '../report/queue.ts'
import { severities, type Report } from '../report/report.ts'
import { byType, withGrave } from './by-type.ts'
import { count, digits } from './count.ts'
import { queueCsv } from './csv.ts'
import { duplicatesIn, kindOf, likeness } from './duplicates.ts'
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

function overview(report: Report): string {
  const { today, summary, findings } = report
  const lines = ['# The help centre at a glance', '', `${count(summary.articles, 'article')} on ${today}.`, '']
  lines.push('| type | articles | with errors or warnings |', '| --- | --- | --- |')
  for (const { type, counts } of byType(report, [withGrave(report)])) lines.push(`| ${type} | ${counts.join(' | ')} |`)
  const heads = severities.map((severity) => `${severity}s`).join(' | ')
  lines.push('', `| rule | ${heads} |`, `| --- |${' --- |'.repeat(severities.length)}`)
  for (const rule of Object.keys(summary.byRule)) {
    const own = findings.filter((finding) => finding.rule === rule)
    const counts = severities.map((severity) => own.filter((finding) => finding.severity === severity).length)
    lines.push(`| ${rule} | ${counts.join(' | ')} |`)
  }
  return `${lines.join('\n')}\n`
}

/** What is to be done about articles that are alike, by the kind of it. */
const duplicateLists: Record<string, { title: string; head: string }> = {
  merge: { title: 'To merge', head: '| merge | into | alike | what to do |' },
  'perhaps merge': { title: 'The same question, as far as words tell', head: '| merge | into | alike | what to do |' },
  'keep in step': { title: 'To keep in step', head: '| article | with | alike | what to do |' },
  'shared passage': { title: 'Passages that stand in several', head: '| article | with | alike | what to do |' },
}

function duplicates(report: Report): string {
  const found = duplicatesIn(report)
  const lines = ['# Articles that are alike', '', `${count(found.length, 'finding')} on ${report.today}.`]
  for (const [kind, { title, head }] of Object.entries(duplicateLists)) {
    const own = found.filter((finding) => kindOf(finding) === kind)
    if (own.length === 0) continue
    lines.push('', `## ${title} (${digits(own.length)})`, '', head, '| --- | --- | --- | --- |')
    for (const finding of own) {
      const others = finding.related.map(placeOf).join(', ')
      const alike = `${Math.round(likeness(finding) * 100)} %`
      lines.push(`| ${placeOf(finding)} | ${others} | ${alike} | ${escapeCell(finding.message)} |`)
    }
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

import { rules } from '../../rules/index.ts'
import type { Article } from '../article/article.ts'
import { bareEnd } from '../article/bare-end.ts'
import { nameOf, requires, sectionRulesOf } from '../article/section-rules.ts'
import { unknownRule } from '../config/resolve-settings.ts'
import { renderRulePage } from '../rule/render-docs.ts'
import { count } from '../reporters/count.ts'
import { readArticle, settle, type Machine, type SettleOptions } from './gather.ts'

/**
 * `deskcheck explain RULE`: what a rule asks and why, its examples and options. `deskcheck explain ARTICLE`: how an article
 * is read, its type and sections.
 *
 * @throws UserError where there is no such rule or article
 */
export async function explain(name: string, options: SettleOptions, { cwd, out }: Machine): Promise<number> {
  const rule = rules.find((candidate) => candidate.id === name)
  if (rule) {
    out(renderRulePage(rule).replace(/^<!--.*-->\n\n?/m, ''))
    return 0
  }
  if (!/\.(?:md|markdown|mdx)$/i.test(name)) {
    throw unknownRule(name)
  }
  const { settings } = await settle(options, cwd)
  out(explainArticle(readArticle(name, cwd, settings)))
  return 0
}

/** How an article is read: why it is of its type, what that asks for, and which of its sections is what. */
function explainArticle(article: Article): string {
  const { path, title, type, sections, excerpt } = article
  const rows = sectionRulesOf(article).map(({ role, required }): [string, string, string] => {
    const section = sections.find((one) => one.role === role)
    const asked = required === 'with-steps' ? 'required with steps' : required ? 'required' : 'welcome'
    const missing = requires(article, role) ? (excerpt ? 'not seen in this excerpt' : 'missing') : 'none'
    return [
      nameOf(role),
      asked,
      section
        ? `line ${section.at.start.line}: \`${bareEnd(section.label)}\`, ${section.form}, ${count(section.words, 'word')}`
        : missing,
    ]
  })
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]!.length), 0))
  const known = new Set(sectionRulesOf(article).map(({ role }) => role))
  const others = sections.filter(({ role }) => role === undefined || !known.has(role))
  return [
    `${path}: ${title ? `\`${title.text}\`` : 'no title'}`,
    '',
    `Type: ${type.name}, as ${type.because}`,
    '',
    rows.length > 0 ? `Sections of a ${type.name}, in their order:` : `No sections are asked of a ${type.name}.`,
    ...rows.map((row) => `  ${row[0].padEnd(widths[0]!)}  ${row[1].padEnd(widths[1]!)}  ${row[2]}`),
    ...(others.length > 0 ? ['', 'Other sections:'] : []),
    ...others.map(
      ({ at, label, role, form }) =>
        `  line ${at.start.line}: \`${bareEnd(label)}\`, ${role ? `${nameOf(role)}, ` : ''}${form}`,
    ),
    '',
  ].join('\n')
}

import { load } from '../load.ts'
import type { Finding, Report } from '../report/report.ts'
import { byArticle } from './by-article.ts'
import { numbered } from './numbered.ts'

type Element = ReturnType<(typeof import('xastscript'))['x']>

/**
 * Test results in the XML that JUnit made common: a suite for each article, a case for each finding. What fails the run, a new
 * error, is a failure; what does not is skipped, with the reason as its text. An article without findings is one case that passes.
 *
 * The format: https://github.com/windyroad/JUnit-Schema, and as far as it is more strict,
 * https://github.com/jenkinsci/xunit-plugin (`junit-10.xsd`).
 */
export function junit({ tool, today, articles, findings }: Report): string {
  const { x } = load<typeof import('xastscript')>('xastscript')
  const { toXml } = load<typeof import('xast-util-to-xml')>('xast-util-to-xml')
  const byPath = byArticle(findings)
  const testcase = (name: string, path: string, result: Element[] = []) =>
    x('testcase', { name, classname: allowed(path), time: '0' }, result)
  const caseOf = (finding: Finding, number: number) => {
    const { rule, path } = finding
    // Without a line, so that a history of tests can follow it.
    const name = number === 1 ? rule : `${rule} ${number}`
    const text = textOf(finding)
    const message = allowed(finding.message)
    return testcase(name, path, [
      fails(finding) ? x('failure', { type: rule, message }, text) : x('skipped', `${reasonOf(finding)}: ${text}`),
    ])
  }
  const suites = articles.map(({ path }, index) => {
    const own = byPath.get(path) ?? []
    const failures = own.filter(fails).length
    return x(
      'testsuite',
      {
        name: allowed(path),
        package: tool.name,
        id: String(index),
        hostname: 'localhost',
        timestamp: `${today}T00:00:00`,
        tests: String(Math.max(1, own.length)),
        failures: String(failures),
        errors: '0',
        skipped: String(own.length - failures),
        time: '0',
      },
      [
        x('properties', [x('property', { name: 'deskcheck', value: tool.version })]),
        ...(own.length > 0
          ? numbered(own, ({ rule }) => rule).map(({ finding, number }) => caseOf(finding, number))
          : [testcase('nothing to report', path)]),
        x('system-out'),
        x('system-err'),
      ],
    )
  })
  // A suite a line, so that a diff can be read. XML takes `]]>` for the end of what we do not write.
  const lines = suites.map((suite) => toXml(suite, { closeEmptyElements: true }).replaceAll(']]>', ']]&gt;'))
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<testsuites>', ...lines, '</testsuites>', ''].join('\n')
}

const fails = ({ severity, status }: Finding) => severity === 'error' && status === 'new'

const reasonOf = ({ severity, status }: Finding) => (status === 'known' ? `known ${severity}` : severity)

function textOf({ path, start, message, related }: Finding): string {
  const places = related.map((other) => `${other.message}: ${other.path}:${other.start.line}:${other.start.column}`)
  return allowed([`${path}:${start.line}:${start.column}: ${message}`, ...places].join('\n'))
}

/** Text without what XML 1.0 has no way to write. */
function allowed(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
}

import type { Location, Log, Region, ReportingDescriptor, Result } from 'sarif'
import type { Finding, Report, ReportedRule, Severity } from '../report/report.ts'
import { encodePath } from './encode-path.ts'
import { withIds } from './with-ids.ts'

const levels: Record<Severity, Result.level> = { error: 'error', warning: 'warning', suggestion: 'note' }

/**
 * SARIF 2.1.0, for code scanning: what each rule asks and why, both sides of what is about two articles, fixes, and
 * fingerprints that stay when lines move. Where there are known findings, each says whether it is one.
 *
 * The format: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html; what GitHub takes of it:
 * https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
export function sarif({ tool, rules, findings, summary }: Report): string {
  const places = new Map(Object.keys(rules).map((id, place) => [id, place]))
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: tool.name,
            version: tool.version,
            semanticVersion: tool.version,
            rules: Object.entries(rules).map(([id, rule]) => descriptorOf(id, rule)),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: withIds(findings).map(({ finding, id }): Result => {
          const place = places.get(finding.rule)
          return {
            ruleId: finding.rule,
            ...(place === undefined ? {} : { ruleIndex: place }),
            level: levels[finding.severity],
            ...resultOf(finding),
            partialFingerprints: { 'deskcheck/v1': id },
            ...(summary.known > 0 ? { baselineState: finding.status === 'known' ? 'unchanged' : 'new' } : {}),
          }
        }),
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

function descriptorOf(id: string, { description, why, fixable }: ReportedRule): ReportingDescriptor {
  const more = [
    `\`deskcheck explain ${id}\` shows examples.`,
    ...(fixable ? ['`deskcheck --fix` mends what it can.'] : []),
  ]
  return {
    id,
    // A name in one word, as the format wants it.
    name: id.replace(/(?:^|[/-]+)(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: description },
    fullDescription: { text: why },
    help: {
      text: [description, why, ...more].join('\n').replaceAll('`', ''),
      markdown: [description, `**Why:** ${why}`, ...more].join('\n\n'),
    },
    properties: { tags: [id.split('/')[0]!] },
  }
}

function resultOf(finding: Finding) {
  const { path, start, end, message, fix, related, data } = finding
  const text = [
    withoutLinks(message),
    ...related.map((other, index) => `[${labelOf(other)}](${index + 1}): ${withoutLinks(other.message)}`),
  ].join('\n')
  return {
    message: { text },
    locations: [locationOf(path, regionOf(start, end), contextOf(finding))],
    ...(related.length > 0
      ? {
          relatedLocations: related.map((other, index) => ({
            id: index + 1,
            ...locationOf(other.path, regionOf(other.start, other.end)),
            message: { text: `${other.message}: “${other.quote}”` },
          })),
        }
      : {}),
    ...(fix
      ? {
          fixes: [
            {
              description: { text: 'What deskcheck --fix does' },
              artifactChanges: [
                {
                  artifactLocation: { uri: encodePath(path) },
                  replacements: fix.map((edit) => ({
                    deletedRegion: { charOffset: edit.start, charLength: edit.end - edit.start },
                    insertedContent: { text: edit.text },
                  })),
                },
              ],
            },
          ],
        }
      : {}),
    properties: data,
  }
}

type Place = Finding['start']

function regionOf(start: Place, end: Place): Region {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column }
}

/** The line around a finding; of more than one line, and of a line that was cut, the place alone has to do. */
function contextOf({ quoted, start, end }: Finding): Region | undefined {
  if (!quoted || quoted.isCut || start.line !== end.line) return undefined
  return { startLine: start.line, endLine: start.line, snippet: { text: quoted.text } }
}

function locationOf(path: string, region: Region, contextRegion?: Region): Location {
  return {
    physicalLocation: {
      artifactLocation: { uri: encodePath(path) },
      region,
      ...(contextRegion ? { contextRegion } : {}),
    },
  }
}

const labelOf = ({ path, start }: { path: string; start: Place }) => `${path}:${start.line}`.replace(/[[\]\\]/g, '\\$&')

/** Text of an article must not be read as one of the format's links. */
function withoutLinks(text: string): string {
  return text.replace(/\[(?=[^[\]]*\]\()/g, '\\[')
}

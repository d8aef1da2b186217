import * as z from 'zod'
import type { Rule } from './rule.ts'

const generated = (from: string) => `<!-- Generated from ${from} by \`npm run update\`; do not edit. -->\n`

/** The page of a rule: what, why, examples and options. */
export function renderRulePage(rule: Rule): string {
  const name = rule.id.split('/')[1]!
  const lines = [
    `# ${rule.id}`,
    generated(`${name}.ts`),
    rule.description,
    '',
    `**Why:** ${rule.why}`,
    '',
    `**Severity:** ${rule.severity}${rule.fixable ? ' · can be fixed with `--fix`' : ''}`,
    '',
    '## Examples',
    '',
  ]
  for (const example of rule.examples) {
    const files: Record<string, string> = 'files' in example ? example.files : { '': example.input }
    lines.push(`### ${example.name}`, '')
    if (example.options) lines.push(`With options \`${JSON.stringify(example.options)}\`.`, '')
    if ('house' in example && example.house)
      lines.push('With this in the config:', '', '```json', JSON.stringify(example.house, null, 2), '```', '')
    if ('today' in example && example.today) lines.push(`On ${example.today}.`, '')
    if ('history' in example && example.history) {
      const days = Object.entries(example.history).map(([path, day]) => `\`${path}\` on ${day}`)
      lines.push(`Last changed, as git tells: ${days.join(', ')}.`, '')
    }
    for (const [path, text] of Object.entries(files)) {
      if (path) lines.push(`\`${path}\`:`, '')
      lines.push('````markdown', shorten(text), '````', '')
    }
    if (example.findings.length === 0) lines.push('Nothing to report.', '')
    else lines.push('Reported:', '', '````text', ...example.findings, '````', '')
    if ('fixed' in example && example.fixed !== undefined)
      lines.push('Fixed:', '', '````markdown', example.fixed.trimEnd(), '````', '')
  }
  const options = optionsOf(rule)
  if (options.length > 0) {
    lines.push('## Options', '', '| option | what it sets | default |', '| --- | --- | --- |')
    for (const { name, description, fallback } of options)
      lines.push(`| \`${name}\` | ${description} | \`${fallback}\` |`)
    lines.push('')
  }
  return lines.join('\n').replace(/\n+$/, '\n')
}

/** The options of a rule with their descriptions and defaults, from its schema. */
export function optionsOf(rule: Rule): { name: string; description: string; fallback: string }[] {
  const schema = z.toJSONSchema(rule.options, { io: 'input', unrepresentable: 'any' }) as {
    properties?: Record<string, { description?: string; default?: unknown }>
  }
  return Object.entries(schema.properties ?? {}).map(([name, { description, default: fallback }]) => ({
    name,
    description: description ?? '',
    fallback: JSON.stringify(fallback),
  }))
}

/** The catalogue of all rules, by group. */
export function renderCatalogue(rules: readonly Rule[]): string {
  const lines = [
    '# Rules',
    '',
    generated('the rules'),
    `${rules.length} rules. \`deskcheck explain RULE\` shows one in the terminal.`,
  ]
  for (const group of new Set(rules.map((rule) => rule.id.split('/')[0]!))) {
    lines.push('', `## ${group}`, '', '| rule | what it asks | severity | fixes |', '| --- | --- | --- | --- |')
    for (const rule of rules.filter(({ id }) => id.startsWith(`${group}/`))) {
      lines.push(
        `| [\`${rule.id}\`](${rule.id}.md) | ${rule.description} | ${rule.severity} | ${rule.fixable ? 'yes' : ''} |`,
      )
    }
  }
  return `${lines.join('\n')}\n`
}

/** The source of `rules/index.ts`: the list of all rules. */
export function renderRuleIndex(ids: readonly string[]): string {
  const nameOf = (id: string) => id.replace(/[/-](\w)/g, (_, letter: string) => letter.toUpperCase())
  return [
    '// Generated from the files in this folder by `npm run update`; do not edit.',
    "import type { Rule } from '../src/rule/rule.ts'",
    ...ids.map((id) => `import ${nameOf(id)} from './${id}.ts'`),
    '',
    '/** Every rule, in the order of the ids. */',
    'export const rules: readonly Rule[] = [',
    ...ids.map((id) => `  ${nameOf(id)},`),
    ']',
    '',
  ].join('\n')
}

function shorten(text: string): string {
  return text.trimEnd().replace(/(.)\1{59,}/g, (run) => `${run.slice(0, 20)}…`)
}

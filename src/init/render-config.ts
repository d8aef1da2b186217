import { articleTypes } from '../article/article.ts'
import { isRole, type HouseConfig } from '../article/house.ts'
import type { Config, Level } from '../config/schema.ts'
import { isHabitOfAll, type Survey } from './survey.ts'

/** A house as its articles show it. */
export interface SurveyedHouse extends HouseConfig {
  labels: Record<string, string[]>
  types: NonNullable<HouseConfig['types']>
}

/** A rule that is turned down, and why. */
export interface Quieted {
  rule: string
  level: Level
  /** Articles that it found something in. */
  articles: number
}

/**
 * How the articles of a survey are built, for the config: the sections that are a habit of each type, those that nearly all
 * have required; where there are no habits, nothing is asked.
 */
export function houseFrom({ types, common, articles }: Survey): SurveyedHouse {
  const labels: Record<string, string[]> = {}
  const schemas: NonNullable<HouseConfig['types']> = {}
  for (const type of articleTypes) {
    // Types that few articles are of have what all have.
    const own = types.find((one) => one.type === type)
    const sections = own?.sections ?? common
    for (const { role, labels: written } of sections)
      if (!isRole(role)) labels[role] = [...new Set([...(labels[role] ?? []), written[0]!])]
    const all = own?.articles ?? articles
    schemas[type] = {
      sections: sections.map((section) => ({ role: section.role, required: isHabitOfAll(section, all) })),
    }
  }
  return { labels, types: schemas }
}

/** Where a help centre has what. */
export interface Files {
  /** What is checked, and what of it is not. */
  content: string[]
  exclude: readonly string[]
  /** The list of redirects of its site. */
  redirects: string | undefined
}

/**
 * The text of a config file, with what was found in comments.
 *
 * @param quieted rules that find something in most articles
 */
export function renderConfig(
  survey: Survey,
  house: SurveyedHouse,
  { content, exclude, redirects }: Files,
  quieted: readonly Quieted[],
): string {
  const percent = (share: number) => `${Math.round(share * 100)} %`
  const lines = [
    "import type { Config } from 'deskcheck'",
    '',
    `// Made from ${survey.articles.toLocaleString('en-US')} articles. Change what you like: \`deskcheck rules\` lists every rule, \`deskcheck explain RULE\` tells`,
    '// what one asks, `deskcheck explain ARTICLE` how an article is read.',
    'export default {',
    `  content: ${listOf(content)},`,
    ...(exclude.length > 0
      ? [
          '  // Files without a title, which others include or the repository has for itself.',
          `  exclude: ${listOf(exclude)},`,
        ]
      : []),
    ...(redirects === undefined
      ? []
      : ['  // Links to what has moved are no broken links.', `  redirects: ${quote(redirects)},`]),
  ]
  if (survey.keys.length > 0) {
    const keys = survey.keys.slice(0, 8).map(([key, articles]) => `${key} (${articles.toLocaleString('en-US')})`)
    lines.push('', `  // Front matter: ${keys.join(', ')}.`)
  }
  if (survey.dayOrder !== 'either') lines.push(`  dayOrder: '${survey.dayOrder}',`)
  const [dayKey] = survey.dayKeys
  if (dayKey) {
    lines.push(
      `  // Does \`${dayKey[0]}\` hold the day when somebody last went through an article? Then old ones are found with:`,
      `  // keys: { last_verified: [${quote(dayKey[0])}] },`,
    )
  }
  const labels = Object.entries(house.labels)
  if (labels.length > 0) {
    lines.push('', '  // Sections of this house, each with its label and, after it, other words for it.', '  labels: {')
    for (const [role, words] of labels) lines.push(`    ${keyOf(role)}: ${listOf(words)},`)
    lines.push('  },')
  }
  lines.push('', '  // Which sections an article has, by its type, in their order, and how many have it.', '  types: {')
  for (const [type, schema] of Object.entries(house.types)) {
    const surveyed = survey.types.find((one) => one.type === type)
    const sections = schema?.sections ?? []
    lines.push(
      `    // ${surveyed ? `${surveyed.articles.toLocaleString('en-US')} articles` : 'few articles: as all others'}`,
    )
    if (sections.length === 0) {
      lines.push(`    ${keyOf(type)}: { sections: [] },`)
      continue
    }
    lines.push(`    ${keyOf(type)}: {`, '      sections: [')
    for (const { role, required } of sections) {
      const share = (surveyed?.sections ?? survey.common).find((section) => section.role === role)!.share
      lines.push(`        { role: '${role}'${required === true ? ', required: true' : ''} }, // ${percent(share)}`)
    }
    lines.push('      ],', '    },')
  }
  lines.push('  },')
  if (quieted.length > 0) {
    lines.push(
      '',
      '  // These find something in many articles: turn them on when you are ready for them.',
      '  rules: {',
    )
    for (const { rule, level, articles } of quieted)
      lines.push(`    '${rule}': '${level}', // in ${articles.toLocaleString('en-US')} articles`)
    lines.push('  },')
  }
  lines.push('} satisfies Config', '')
  return lines.join('\n')
}

/** The same as a config, for a first look. */
export function configFrom(house: HouseConfig, content: string[], quieted: readonly Quieted[]): Config {
  return {
    content,
    labels: house.labels,
    types: house.types as Config['types'],
    rules: Object.fromEntries(quieted.map(({ rule, level }) => [rule, level])),
  }
}

const listOf = (texts: readonly string[]) => `[${texts.map(quote).join(', ')}]`
const quote = (text: string) => `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`
const keyOf = (name: string) => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : quote(name))

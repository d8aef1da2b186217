import { stringify } from 'yaml'
import type { Article, ArticleType, SectionForm } from './article.ts'
import { bareEnd } from './bare-end.ts'
import type { House, RoleName, SectionRule } from './house.ts'
import { nameOf } from './section-rules.ts'

/** What a new article is made from. */
export interface DraftOptions {
  type: ArticleType
  house: House
  /** A good article of its kind: the draft gets its sections, labels and owner. */
  like?: Article | undefined
}

interface DraftSection {
  role: RoleName
  label: string
  form: SectionForm
  rule: SectionRule | undefined
}

/** What stands in a section until it is written; a comment, so that the section counts as empty. */
const hints: Record<string, string> = {
  'quick-answer': 'the answer in one or two sentences',
  'when-to-use': 'who needs this article, and when',
  prerequisites: 'what must be in place before the first step: a role, a plan, a device',
  steps: 'one action a step',
  verify: 'what the reader sees when it worked',
  limitations: 'what does not work, and for whom',
  related: 'articles that answer the next question',
}

/** Roles whose sections are lists. */
const lists: Record<string, string> = { prerequisites: '- ', steps: '1. ', related: '- ' }

/**
 * The text of a new article: its front matter, and the sections that the house asks of its type, each with a comment that
 * says what belongs there.
 *
 * @param question its title
 */
export function draftArticle(question: string, { type, house, like }: DraftOptions): string {
  const keys: Record<string, unknown> = { title: question, type }
  for (const key of ['owner', 'review_every']) {
    const value = like?.frontMatter.entries.get(key)?.value
    if (value !== undefined) keys[key] = value
  }
  const sections = like ? sectionsLike(like, house, type) : sectionsOf(house, type)
  const parts = sections.map((section) => textOfSection(section, question))
  return `---\n${stringify(keys, { lineWidth: 0 })}---\n\n${parts.join('\n')}`
}

/** What every article of the type has, and steps where it may have some. */
function sectionsOf(house: House, type: ArticleType): DraftSection[] {
  const rules = house.sections[type]
  const hasSteps = rules.some(({ required }) => required === 'with-steps')
  return rules
    .filter(({ role, required }) => required !== false || (role === 'steps' && hasSteps))
    .map((rule) => ({
      role: rule.role,
      label: house.labelOf(rule.role),
      form: rule.form === 'any' || rule.form === 'majority' ? 'heading' : rule.form,
      rule,
    }))
}

/** The sections of another article that name a role, each once; what it has besides is its own. */
function sectionsLike({ sections }: Article, house: House, type: ArticleType): DraftSection[] {
  const roles = new Set<string>()
  return sections.flatMap(({ role, label, form }) => {
    if (role === undefined || role === 'contents' || roles.has(role)) return []
    roles.add(role)
    return [{ role, label: bareEnd(label), form, rule: house.sections[type].find((rule) => rule.role === role) }]
  })
}

function textOfSection({ role, label, form, rule }: DraftSection, question: string): string {
  const bounds = [
    rule?.minWords && `at least ${rule.minWords} words`,
    rule?.maxWords && `at most ${rule.maxWords} words`,
    rule?.minItems && `at least ${rule.minItems} items`,
    rule?.maxItems && `at most ${rule.maxItems} items`,
  ].filter((bound) => bound !== undefined)
  const asksWhether =
    role === 'quick-answer' && /^(?:can|could|is|are|do|does|did|will|should|may|must|has|have)\b/i.test(question)
  const hint = [hints[role] ?? nameOf(role), ...(asksWhether ? ['yes or no first'] : []), ...bounds]
  const comment = `<!-- ${hint.join('; ')} -->`
  if (form === 'lead') return `**${label}:** ${comment}\n`
  if (form === 'callout') return `> **${label}:** ${comment}\n`
  return `## ${label}\n\n${lists[role] ?? ''}${comment}\n`
}

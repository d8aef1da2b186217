import type { Article, Section } from './article.ts'
import { isRole, type House, type RoleName } from './house.ts'
import { roles } from './roles.ts'
import { textOf } from './text-of.ts'

/**
 * Whether an article certainly has no section of a role. A whole article without one has none. Of an excerpt that is
 * certain only when a later section came first, or when its own table of contents does not list the role.
 */
export function lacksRole(article: Article, role: RoleName): boolean {
  const { sections } = article
  if (sections.some((section) => section.role === role)) return false
  if (!article.excerpt) return true
  const contents = sections.find((section) => section.role === 'contents')
  if (contents && listsWithout(contents, role, article.house)) return true
  const answer = sections.findIndex((section) => section.role === 'quick-answer')
  return sections.some((section, index) => {
    // The label of the last section may be cut itself, and what stands before the answer says nothing.
    if (section.last && section.role === undefined && section.content.length === 0) return false
    if (section.role === 'contents' || section.role === 'quick-answer') return false
    if (section.role !== undefined) return comesAfter(section.role, role, article)
    return role === 'when-to-use' && answer >= 0 && index > answer
  })
}

/** Whether sections of a role stand after those of another: as the house has them, else as they are best read. */
function comesAfter(role: RoleName, other: RoleName, { house, type }: Article): boolean {
  const order = house.sections[type.name].map((rule) => rule.role)
  if (order.includes(role) && order.includes(other)) return order.indexOf(role) > order.indexOf(other)
  return isRole(role) && isRole(other) && roles.indexOf(role) > roles.indexOf(other)
}

/** Whether a table of contents has entries, none of them of the role. The last may be cut. */
function listsWithout(contents: Section, role: RoleName, { roleOf }: House): boolean {
  const entries = contents.content.flatMap((node) =>
    node.type === 'list' ? node.children.map((item) => textOf(item)) : [],
  )
  if (contents.last) entries.pop()
  return entries.length > 2 && entries.every((entry) => roleOf(entry) !== role)
}

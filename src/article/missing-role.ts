import type { Article, Section } from './article.ts'
import { roleOf, roles, type Role } from './roles.ts'
import { textOf } from './text-of.ts'

/**
 * Whether an article certainly has no section of a role. A whole article without one has none. Of an excerpt that is
 * certain only when a later section came first, or when its own table of contents does not list the role.
 */
export function lacksRole(article: Article, role: Role): boolean {
  const { sections } = article
  if (sections.some((section) => section.role === role)) return false
  if (!article.excerpt) return true
  const contents = sections.find((section) => section.role === 'contents')
  if (contents && listsWithout(contents, role)) return true
  const answer = sections.findIndex((section) => section.role === 'quick-answer')
  return sections.some((section, index) => {
    // The label of the last section may be cut itself, and what stands before the answer says nothing.
    if (section.last && section.role === undefined && section.content.length === 0) return false
    if (section.role === 'contents' || section.role === 'quick-answer') return false
    if (section.role !== undefined) return roles.indexOf(section.role) > roles.indexOf(role)
    return role === 'when-to-use' && answer >= 0 && index > answer
  })
}

/** Whether a table of contents has entries, none of them of the role. The last may be cut. */
function listsWithout(contents: Section, role: Role): boolean {
  const entries = contents.content.flatMap((node) =>
    node.type === 'list' ? node.children.map((item) => textOf(item)) : [],
  )
  if (contents.last) entries.pop()
  return entries.length > 2 && entries.every((entry) => roleOf(entry) !== role)
}

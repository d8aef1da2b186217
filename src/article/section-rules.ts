import type { Article } from './article.ts'
import { isRole, type RoleName, type SectionRule } from './house.ts'
import { procedureIn } from './instruction.ts'
import { roleNames } from './roles.ts'

/** What an article of this type should have, section by section, in their order. */
export function sectionRulesOf({ house, type }: Article): readonly SectionRule[] {
  return house.sections[type.name]
}

/** Whether an article has to have a section of a role. */
export function requires(article: Article, role: RoleName): boolean {
  const required = sectionRulesOf(article).find((rule) => rule.role === role)?.required
  return required === 'with-steps' ? procedureIn(article) !== undefined : required === true
}

/** The name of a role as a writer would say it. */
export function nameOf(role: RoleName): string {
  return isRole(role) ? roleNames[role] : role.replace(/[-_]/g, ' ')
}

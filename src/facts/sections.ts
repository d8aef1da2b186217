import type { Article, SectionForm } from '../article/article.ts'
import type { RoleName } from '../article/house.ts'
import type { Position } from '../article/position.ts'
import { sectionRulesOf } from '../article/section-rules.ts'

/** A section: its role, its form, and where its label stands: line, column, offset and length. A list, as there are many. */
export type SectionFact = [
  role: RoleName,
  form: SectionForm,
  line: number,
  column: number,
  offset: number,
  length: number,
]

/** The first section of each role, but for those whose form the house has laid down. */
export function sectionFactsOf(article: Article): SectionFact[] {
  const free = new Set<RoleName>()
  for (const { role, form } of sectionRulesOf(article)) if (form === 'majority') free.add(role)
  const facts: SectionFact[] = []
  for (const { role, form, at } of article.sections) {
    if (role === undefined || !free.delete(role)) continue
    const { line, column, offset } = at.start
    facts.push([role, form, line, column, offset, at.end.offset - offset])
  }
  return facts
}

/** Where the label of a section stands. */
export function placeOfSection([, , line, column, offset, length]: SectionFact): Position {
  return { start: { line, column, offset }, end: { line, column: column + length, offset: offset + length } }
}

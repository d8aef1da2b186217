import type { List } from 'mdast'
import type { Article } from './article.ts'
import { textOf } from './text-of.ts'

/** Verbs that steps in software begin with; a list, as grammar cannot tell `Open the page` from `Open numbers are …`. */
const verbs = new Set(
  'accept activate add allow answer apply approve ask assign attach call cancel change check choose clear click close complete configure confirm connect contact copy create deduct define delete disable download drag edit email enable ensure enter export fill find finish follow gather generate give go grant import insert install invite keep launch link locate log map match move name navigate open paste pass pay pick place press publish reload remove rename repeat replace request reset restart review run save scan schedule search select send set share sign start stop submit switch sync tap test toggle turn type unblock update upgrade upload use validate verify view visit wait write'.split(
    ' ',
  ),
)

/** Whether a text begins as an instruction does: `Open Numbers`, `Then click Save`. */
export function startsAsInstruction(text: string): boolean {
  const first = /^(?:(?:then|next|now|finally|please|first)[, ]+)?[^\p{L}]{0,4}(\p{L}+)/iu.exec(text)?.[1]
  return first !== undefined && verbs.has(first.toLowerCase())
}

/** Whether a list is a procedure: at least half of its items begin as instructions do. */
export function isProcedure(list: List): boolean {
  return list.children.filter((item) => startsAsInstruction(textOf(item))).length * 2 >= list.children.length
}

/** The first procedure of an article that is not part of its quick answer. @param minSteps a shorter list is none */
export function procedureIn({ tree, sections }: Article, minSteps = 1): List | undefined {
  const answers = sections.filter(({ role }) => role === 'quick-answer' || role === 'when-to-use')
  return tree.children.find(
    (node): node is List =>
      node.type === 'list' &&
      node.ordered === true &&
      node.children.length >= minSteps &&
      isProcedure(node) &&
      !answers.some(({ content }) => content.includes(node)),
  )
}

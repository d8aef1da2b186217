import { startsAsInstruction } from './instruction.ts'

/**
 * What readers of a title want: to be rid of a `trouble`, to know what something `is`, to `do` or know something else. A title
 * that only gives a `name` says nothing of that.
 */
export type TitleKind = 'trouble' | 'is' | 'do' | 'name'

const trouble =
  /\b(?:not|cannot|unable|un(?:available|expected|responsive)|fail(?:s|ed|ing|ure|ures)?|errors?|missing|issues?|problems?|wrong|incorrect(?:ly)?|invalid|blocked|denied|rejected|refused|crash(?:es|ed|ing)?|stuck|slow(?:ly)?|lost|exceptions?|conflicts?|trouble\w*|too (?:few|large|long|many|much|small)|stop(?:s|ped) \w+ing|corrupt(?:ed)?|broken?|disappear(?:s|ed)?|gone)\b|n['’]t\b/i
const is = /^\W*(?:what(?:['’]s| is| are| about)\b|about\b|overview\b|introduc|understand|meaning\b)|\boverview\W*$/i
/** Words that hold a sentence together and do not only tie names: `Calls in a queue` has none, `How to queue calls` has. */
const says =
  /[?？]|\b(?:how|why|what|when|where|which|whose|who|whom|can|could|may|must|should|will|is|are|was|were|do|does|did|has|have|had|be|been|to|if|while|you|your|i|my|we|our|by using|without)\b/i

/** Of which kind a title is. */
export function kindOfTitle(title: string): TitleKind {
  if (trouble.test(title)) return 'trouble'
  if (is.test(title)) return 'is'
  return says.test(title) || startsAsInstruction(title) ? 'do' : 'name'
}

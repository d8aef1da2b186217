import type { Article } from '../article/article.ts'
import { bareLabel } from '../article/roles.ts'

/** Sections that tell what was, by their bare labels. */
const ofSection =
  /^(?:change ?log|release notes?|(?:release|version|revision|document|change|update) history|history|what'?s new|archive)$/
/** The same as a title, which may name a version or a product besides. */
const ofTitle =
  /^(?:change ?logs?|release notes?|(?:release|version|revision) history|what['’]?s new)\b|^(?!(?:how|where|why|when|which|who|what|can|do|does|is|are)\b).*\b(?:change ?log|release notes?|version history)$/
const ofPath = /(?:^|[\/_-])(?:change-?logs?|release-?notes?|version-history|whats-new|_?archiv(?:e|ed)?)(?=$|[\/._-])/i

/** Whether what stands below a heading tells what was. */
export function isHistorySection(heading: string): boolean {
  return ofSection.test(bareLabel(heading))
}

/** Whether all of an article tells what was, as release notes do: that something in it is over is no fault. */
export function tellsHistory({ title, path }: Article): boolean {
  return (title !== undefined && ofTitle.test(bareLabel(title.text))) || ofPath.test(path)
}

import type { Settings } from '../config/resolve-settings.ts'
import { parseArticle } from '../article/parse-article.ts'
import { suppressionsIn } from '../facts/suppressions.ts'
import { applyFixes } from './apply-fixes.ts'
import { lintWhole } from './lint-article.ts'

/** More passes than any chain of fixes needs; rules that undo each other would go on for ever. */
const mostPasses = 10

/** The text of an article after all safe fixes: fixed, checked again and fixed again until nothing is left to fix. */
export function fixArticle({ path, source }: { path: string; source: string }, settings: Settings): string {
  let text = source
  for (let pass = 0; pass < mostPasses; pass++) {
    const article = parseArticle(path, text, settings)
    const fixes = lintWhole(article, settings, suppressionsIn(article)).flatMap(({ fix }) => (fix ? [fix] : []))
    const next = applyFixes(text, fixes)
    if (next === text) break
    text = next
  }
  return text
}

import type { Settings } from './config/resolve-settings.ts'
import { createByPath } from './corpus/by-path.ts'
import { createCorpus } from './corpus/corpus.ts'
import type { Similar } from './corpus/similar.ts'
import { checkArticle, reportOn, similarTo, type CheckedArticle } from './pipeline.ts'
import type { Report } from './report/report.ts'

/** The pipeline with a memory: for editors, watchers and services. */
export interface Session {
  /** Adds an article, or replaces the one at that path; it is checked at once. */
  set: (path: string, source: string) => void
  /** Forgets the article at a path; nothing happens where there is none. */
  delete: (path: string) => void
  /** What one run over the same files would give. After a change, only what the change touches is looked at again. */
  report: () => Report
  /** The articles that are nearest to a draft, nearest first. @param draft `body` in Markdown, may be empty */
  similar: (draft: { title: string; body?: string }) => Similar[]
}

/** Opens a session without articles. */
export function createSession(settings: Settings): Session {
  const corpus = createCorpus()
  const articles = createByPath<CheckedArticle>([], ({ facts }) => facts.path)
  return {
    set(path, source) {
      const checked = checkArticle({ path, source }, settings)
      articles.put(path, checked)
      corpus.put(checked.facts)
    },
    delete(path) {
      articles.delete(path)
      corpus.delete(path)
    },
    report: () => reportOn(corpus, articles.all(), settings),
    similar: (draft) => similarTo(draft, corpus.articles, settings),
  }
}

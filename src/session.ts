import type { Settings } from './config/resolve-settings.ts'
import { checkArticle, reportOf, type CheckedArticle } from './pipeline.ts'
import type { Report } from './report/report.ts'

/** The pipeline with a memory: for editors, watchers and services. */
export interface Session {
  /** Adds an article, or replaces the one at that path; it is checked at once. */
  set: (path: string, source: string) => void
  /** Forgets the article at a path; nothing happens where there is none. */
  delete: (path: string) => void
  /** What one run over the same files would give. */
  report: () => Report
}

/** Opens a session without articles. */
export function createSession(settings: Settings): Session {
  const checked = new Map<string, CheckedArticle>()
  return {
    set: (path, source) => void checked.set(path, checkArticle({ path, source }, settings)),
    delete: (path) => void checked.delete(path),
    report: () => reportOf([...checked.values()], settings),
  }
}

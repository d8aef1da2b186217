import { noHistory, type History } from './history.ts'

/** What a run sees. */
export interface Sight {
  /** Whether the corpus is the whole help centre: of a part, what stands elsewhere is unknown. */
  isAll: boolean
  /** Whether an article has come with the change that is looked at: of two copies, the finding is on the new one. */
  isNew: (path: string) => boolean
  /** What is known of the past of the articles. */
  history: History
}

/** A run over everything, of which nothing is new. */
export const wholeSight: Sight = { isAll: true, isNew: () => false, history: noHistory }

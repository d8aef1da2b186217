/** What is known of the past of articles, as from git. */
export interface History {
  /** When the text of an article was last changed in substance, `YYYY-MM-DD`; undefined where that is not known. */
  changedOn: (path: string) => string | undefined
  /** Set where nothing is known of any article. */
  isEmpty?: boolean
}

/** Where there is no record of the past. */
export const noHistory: History = { changedOn: () => undefined, isEmpty: true }

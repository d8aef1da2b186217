import type { Report } from '../../report/report.ts'

/** What an article is called on the page, by its path: its title, else the path itself. */
export function titlesOf({ articles }: Pick<Report, 'articles'>): (path: string) => string {
  const titles = new Map(articles.map(({ path, title }) => [path, title]))
  return (path) => titles.get(path) ?? path
}

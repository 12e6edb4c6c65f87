// Which pages the published mini-program has: what codes, messages and links are checked against.
import type { Tables } from '../tables'

const KEY = 'pages'

/** Keeps the list that a code's or message's page must be on. */
export function publishPages(tables: Tables, pages: readonly string[]): void {
  tables.published.put(KEY, [...pages])
}

export function listPages(tables: Tables): readonly string[] {
  return tables.published.get(KEY) ?? tables.defaultPages
}

/** Without any list every page counts as published. An empty path is the home page. */
export function isPublished(tables: Tables, page: string): boolean {
  const pages = listPages(tables)
  return page === '' || pages.length === 0 || pages.includes(page)
}

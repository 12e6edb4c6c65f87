/** Addresses of pages as navigation takes them: `/pages/a/a?x=1`, or relative to the page that stands on top. */
import { resolveFrom } from './load-module'

export interface PageUrl {
  route: string
  query: Record<string, string>
}

/** A query's members as they were written: WeChat decodes nothing. */
export function readQuery(text: string): Record<string, string> {
  const query: Record<string, string> = {}
  for (const part of text.split('&')) {
    if (part === '') continue
    const at = part.indexOf('=')
    if (at < 0) query[part] = ''
    else query[part.slice(0, at)] = part.slice(at + 1)
  }
  return query
}

export const writeQuery = (query: Readonly<Record<string, string>>): string =>
  Object.entries(query)
    .map(([name, value]) => `${name}=${value}`)
    .join('&')

/** @param base the route of the page on top; relative addresses start in its folder */
export function readUrl(url: string, base: string): PageUrl {
  const at = url.indexOf('?')
  const path = at < 0 ? url : url.slice(0, at)
  return { route: resolveFrom(base, path), query: readQuery(at < 0 ? '' : url.slice(at + 1)) }
}

/** How the browser preview was opened: the hash carries path and query as WeChat's launch options would. */
import type { Entry } from './platform'

export function entryOfHash(hash: string): Entry {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?')
  const query: Record<string, string> = {}
  for (const part of search.split('&').filter(Boolean)) {
    const at = part.indexOf('=')
    const name = at < 0 ? part : part.slice(0, at)
    const value = at < 0 ? '' : part.slice(at + 1)
    // As in WeChat, `scene` reaches the app still encoded.
    query[name] = name === 'scene' ? value : decodeURIComponent(value)
  }
  return { path, query, scene: query['scene'] === undefined ? 1007 : 1047 }
}

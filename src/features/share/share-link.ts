/** The address a friend can open in a browser: none inside WeChat, where only cards and codes lead somewhere. */

export function shareLink(_path: string): string | null {
  return null
}

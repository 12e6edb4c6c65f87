/** The address a friend can open in a browser: the preview's own, without whose phone this is. */

export function shareLink(path: string): string | null {
  return `${window.location.origin}${window.location.pathname}#${path}`
}

/** Which paths a file may be stored under: the rules of the documents, with the reason when one is broken. */

/** Bytes of the path, percent-encoded. */
const MOST_BYTES = 850

/** What is wrong with the path; null when nothing is. */
export function checkPath(path: unknown): string | null {
  if (typeof path !== 'string' || path === '') return 'a path must not be empty'
  if (path.startsWith('/')) return 'a path must not begin with /'
  if (path.includes('//')) return 'a path must not hold //'
  if (path.split('/').some((part) => part === '.' || part === '..')) {
    return 'a path must not hold . or .. as a folder'
  }

  if (/[\x18-\x1b]/.test(path)) return 'a path must not hold control characters'
  if (encodeLength(path) > MOST_BYTES) return `a path may have ${MOST_BYTES} bytes, encoded`
  return null
}

function encodeLength(path: string): number {
  try {
    return encodeURIComponent(path).length
  } catch {
    // Half a surrogate pair.
    return Infinity
  }
}

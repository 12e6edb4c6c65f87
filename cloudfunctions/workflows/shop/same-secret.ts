// Compares two secrets without telling by its duration how much of them agrees.

/** Both texts must be fingerprints of equal length; others are never the same. */
export function isSameSecret(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  let difference = 0
  for (let i = 0; i < a.length; i += 1) difference |= a.charCodeAt(i) ^ b.charCodeAt(i)
  return difference === 0
}

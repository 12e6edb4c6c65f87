/** Accessibility attributes under the names each platform reads; a spread keeps components free of the difference. */

/** @param label what a screen reader says instead of the content; @param role the part it plays */
export function aria(label?: string, role?: string): Record<string, string> {
  const attributes: Record<string, string> = {}
  if (label !== undefined) attributes['aria-label'] = label
  if (role !== undefined) attributes[process.env.TARO_ENV === 'weapp' ? 'aria-role' : 'role'] = role
  return attributes
}

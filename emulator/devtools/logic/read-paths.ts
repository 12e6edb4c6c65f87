/** Data paths as setData and page.data spell them: `a.b[0].c`. */

export function keysOf(path: string): string[] {
  return path
    .replace(/\[(\w+)\]/g, '.$1')
    .split('.')
    .filter(Boolean)
}

export function readPath(from: unknown, path?: string): unknown {
  let at = from
  for (const key of keysOf(path ?? '')) {
    if (at === null || at === undefined) return undefined
    at = (at as Record<string, unknown>)[key]
  }
  return at
}

/** Makes the objects and arrays on the way. */
export function writePath(into: Record<string, unknown>, path: string, value: unknown): void {
  const keys = keysOf(path)
  const last = keys.pop()
  if (last === undefined) return
  let at = into
  keys.forEach((key, index) => {
    const next = at[key]
    if (next === null || typeof next !== 'object')
      at[key] = /^\d+$/.test(keys[index + 1] ?? last) ? [] : {}
    at = at[key] as Record<string, unknown>
  })
  at[last] = value
}

/** Plain objects and arrays copied through; everything else is shared. */
export function copyDeep<T>(value: T): T {
  if (Array.isArray(value)) return value.map((one: unknown) => copyDeep(one)) as T
  if (value === null || typeof value !== 'object') return value
  const prototype = Object.getPrototypeOf(value) as object | null
  if (prototype !== null && prototype !== Object.prototype) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, copyDeep(one)])) as T
}

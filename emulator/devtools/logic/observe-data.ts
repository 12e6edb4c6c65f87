/** `observers` of a Component used as a page: each runs when a field it names was set. */
import { keysOf, readPath } from './read-paths'

type Observer = (this: unknown, ...values: unknown[]) => void

const isTouched = (pattern: string, path: string): boolean => {
  if (pattern === '**') return true
  const deep = pattern.endsWith('.**')
  const watched = keysOf(deep ? pattern.slice(0, -3) : pattern)
  const set = keysOf(path)
  const shared = Math.min(watched.length, set.length)
  const isSame = watched.slice(0, shared).every((key, at) => key === set[at])
  return isSame && (deep || set.length <= watched.length)
}

/** @param set the data paths that were set */
export function observe(
  instance: Record<string, unknown> & { data: Record<string, unknown> },
  set: readonly string[],
  report: (error: unknown) => void,
): void {
  const observers = instance['observers'] as Record<string, Observer> | undefined
  if (!observers) return
  for (const [names, observer] of Object.entries(observers)) {
    const patterns = names.split(',').map((name) => name.trim())
    if (!patterns.some((pattern) => set.some((path) => isTouched(pattern, path)))) continue
    const values = patterns.map((one) => readPath(instance.data, one.replace(/\.?\*\*$/, '')))
    try {
      observer.apply(instance, values)
    } catch (error) {
      report(error)
    }
  }
}

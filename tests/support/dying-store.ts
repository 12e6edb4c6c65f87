// The store of a function that is killed: so many calls are answered, then none.
import type { Store } from '../../cloudfunctions/ports/store'

export class Killed extends Error {}

export interface Fate {
  /** Calls that are still answered; a transaction's calls count, and so do its begin and commit. */
  left: number
  /** Calls so far, by name and collection: `find distributors`. */
  readonly calls: Record<string, number>
}

/** What a transaction had done when the function was killed is undone, as by the database when nobody commits. */
export function dying<S extends Store>(store: S, left: number): { store: S; fate: Fate } {
  const fate: Fate = { left, calls: {} }
  const take = (name: string, about: unknown) => {
    if (fate.left <= 0) throw new Killed(name)
    fate.left -= 1
    const key = typeof about === 'string' ? `${name} ${about}` : name
    fate.calls[key] = (fate.calls[key] ?? 0) + 1
  }
  const watch = <T extends object>(of: T): T =>
    new Proxy(of, {
      get(target, name, receiver) {
        const method: unknown = Reflect.get(target, name, receiver)
        if (typeof method !== 'function') return method
        return async (...given: unknown[]) => {
          take(String(name), given[0])
          if (name !== 'transaction') return (await method.apply(target, given)) as unknown
          const work = given[0] as (tx: object) => Promise<unknown>
          return (await method.call(target, async (tx: object) => {
            const answer = await work(watch(tx))
            take('commit', undefined)
            return answer
          })) as unknown
        }
      },
    })
  return { store: watch(store), fate }
}

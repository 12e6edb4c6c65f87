/** App-wide events: `wx.on<name>` listens, whoever knows fires. */

export interface AppEvents {
  on: (name: string, listener: (value: unknown) => void) => void
  off: (name: string, listener?: (value: unknown) => void) => void
  fire: (name: string, value: unknown) => void
  /** Whether anybody listens. */
  has: (name: string) => boolean
}

/** @param report is told of an error in a listener; the others are still called */
export function makeEvents(report: (error: unknown) => void): AppEvents {
  const listeners = new Map<string, Set<(value: unknown) => void>>()
  return {
    on(name, listener) {
      const some = listeners.get(name) ?? new Set()
      listeners.set(name, some.add(listener))
    },
    off(name, listener) {
      if (listener) listeners.get(name)?.delete(listener)
      else listeners.delete(name)
    },
    fire(name, value) {
      for (const listener of [...(listeners.get(name) ?? [])]) {
        try {
          listener(value)
        } catch (error) {
          report(error)
        }
      }
    },
    has: (name) => (listeners.get(name)?.size ?? 0) > 0,
  }
}

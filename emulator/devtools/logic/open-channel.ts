/** An event channel: what one end emits the other end hears. */

type Listener = (...args: unknown[]) => void

export interface EventChannel {
  on(name: string, listener: Listener): void
  once(name: string, listener: Listener): void
  off(name: string, listener?: Listener): void
  emit(name: string, ...args: unknown[]): void
}

class End {
  readonly listeners: { name: string; listener: Listener; isOnce: boolean }[] = []

  hear(name: string, args: unknown[]): void {
    for (const one of this.listeners.filter((each) => each.name === name)) {
      if (one.isOnce) this.listeners.splice(this.listeners.indexOf(one), 1)
      one.listener(...args)
    }
  }

  facing(other: End): EventChannel {
    return {
      on: (name, listener) => void this.listeners.push({ name, listener, isOnce: false }),
      once: (name, listener) => void this.listeners.push({ name, listener, isOnce: true }),
      off: (name, listener) => {
        const kept = this.listeners.filter(
          (one) => one.name !== name || (listener !== undefined && one.listener !== listener),
        )
        this.listeners.splice(0, this.listeners.length, ...kept)
      },
      emit: (name, ...args) => other.hear(name, args),
    }
  }
}

/** @param events what the opener listens to from the start: navigateTo's `events` */
export function openChannel(events: Readonly<Record<string, Listener>> = {}): {
  opener: EventChannel
  opened: EventChannel
} {
  const ends = [new End(), new End()] as const
  const opener = ends[0].facing(ends[1])
  for (const [name, listener] of Object.entries(events)) opener.on(name, listener)
  return { opener, opened: ends[1].facing(ends[0]) }
}

// What is still to happen in the demo year, in the order of time; an event may add later ones.

export interface Event {
  readonly at: number
  run(): Promise<void>
}

export class Agenda {
  private readonly events: Event[] = []

  get length(): number {
    return this.events.length
  }

  /** Puts an event in its place; of two at the same moment the one added first comes first. */
  add(at: number, run: () => Promise<void>): void {
    let low = 0
    let high = this.events.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const other = this.events[middle]
      if (other && other.at <= at) low = middle + 1
      else high = middle
    }
    this.events.splice(low, 0, { at, run })
  }

  /** Takes the next event that happens before a moment. */
  takeBefore(at: number): Event | null {
    const next = this.events[0]
    if (!next || next.at >= at) return null
    this.events.shift()
    return next
  }
}

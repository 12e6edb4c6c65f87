/** The shared clock: real time plus an offset, or frozen; one small shared memory that function instances read too. */
import type { Clock } from '../types'

/** Layout of the shared memory: [frozen? 1 : 0, offset in ms, or the frozen moment]. */
export type ClockMemory = SharedArrayBuffer

export class SharedClock implements Clock {
  readonly memory: ClockMemory = new SharedArrayBuffer(16)
  private readonly cells = new Float64Array(this.memory)

  constructor(startAt?: number) {
    if (startAt !== undefined) this.set(startAt)
  }

  now(): number {
    const value = this.cells[1] as number
    return this.cells[0] === 1 ? value : Date.now() + value
  }

  set(ms: number): void {
    this.cells[1] = this.isFrozen() ? ms : ms - Date.now()
  }

  advance(ms: number): void {
    this.cells[1] = (this.cells[1] as number) + ms
  }

  freeze(ms?: number): void {
    const moment = ms ?? this.now()
    this.cells[0] = 1
    this.cells[1] = moment
  }

  resume(): void {
    if (!this.isFrozen()) return
    const moment = this.now()
    this.cells[0] = 0
    this.set(moment)
  }

  isFrozen(): boolean {
    return this.cells[0] === 1
  }

  /** What must be kept to go on after a restart with the same shift. */
  saved(): { isFrozen: boolean; value: number } {
    return { isFrozen: this.isFrozen(), value: this.cells[1] as number }
  }

  load(saved: { isFrozen: boolean; value: number }): void {
    this.cells[0] = saved.isFrozen ? 1 : 0
    this.cells[1] = saved.value
  }
}

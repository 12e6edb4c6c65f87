/** The instances of one function: grows to a limit, queues beyond it, replaces them when the bundle changes. */
import { statSync } from 'node:fs'
import { Instance } from './instance'
import type { DeployedFunction } from './function-settings'

const IDLE_MS = 5 * 60_000

interface Slot {
  instance: Instance
  build: string
  isBusy: boolean
  isNew: boolean
  idleTimer: NodeJS.Timeout | null
}

export interface PoolOptions {
  limit: number
  clock: SharedArrayBuffer
  hosts: string[]
  env: (deployed: DeployedFunction) => Record<string, string>
}

export interface Lease {
  instance: Instance
  /** The instance was started for this request. */
  isCold: boolean
  release: () => void
}

export class Pool {
  private slots: Slot[] = []
  private queue: (() => void)[] = []

  constructor(
    private deployed: DeployedFunction,
    private readonly options: PoolOptions,
  ) {}

  get size(): number {
    return this.slots.length
  }

  /** An instance for one request, at once or when one becomes free. */
  async lease(deployed: DeployedFunction): Promise<Lease> {
    this.deployed = deployed
    for (;;) {
      const slot = this.freeSlot()
      if (slot) return this.take(slot)
      await new Promise<void>((resolve) => this.queue.push(resolve))
    }
  }

  private freeSlot(): Slot | null {
    const build = buildOf(this.deployed.file)
    for (const slot of [...this.slots]) {
      if (!slot.isBusy && slot.build !== build) this.retire(slot)
    }
    const free = this.slots.find((slot) => !slot.isBusy)
    if (free) return free
    return this.slots.length < this.options.limit ? this.start(build) : null
  }

  private start(build: string): Slot {
    const { clock, hosts, env } = this.options
    const instance: Instance = new Instance({
      deployed: this.deployed,
      env: env(this.deployed),
      clock,
      hosts,
      onExit: () => {
        this.slots = this.slots.filter((slot) => slot.instance !== instance)
        this.queue.shift()?.()
      },
    })
    const slot: Slot = { instance, build, isBusy: false, isNew: true, idleTimer: null }
    this.slots.push(slot)
    return slot
  }

  private take(slot: Slot): Lease {
    slot.isBusy = true
    if (slot.idleTimer) clearTimeout(slot.idleTimer)
    const isCold = slot.isNew
    slot.isNew = false
    return { instance: slot.instance, isCold, release: () => this.release(slot) }
  }

  private release(slot: Slot): void {
    slot.isBusy = false
    if (slot.instance.isDead) return
    slot.idleTimer = setTimeout(() => this.retire(slot), IDLE_MS)
    slot.idleTimer.unref()
    this.queue.shift()?.()
  }

  private retire(slot: Slot): void {
    this.slots = this.slots.filter((other) => other !== slot)
    if (slot.idleTimer) clearTimeout(slot.idleTimer)
    void slot.instance.stop()
  }

  async stop(): Promise<void> {
    const slots = this.slots
    this.slots = []
    for (const slot of slots) if (slot.idleTimer) clearTimeout(slot.idleTimer)
    await Promise.all(slots.map((slot) => slot.instance.stop()))
  }
}

/** What tells one build of a bundle from the next. */
function buildOf(file: string): string {
  const { mtimeMs, size } = statSync(file)
  return `${mtimeMs}:${size}`
}

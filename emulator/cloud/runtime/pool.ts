/** The instances of one function: grows to a limit, queues beyond it, replaces them when the bundle changes. */
import { FunctionError, functionNotFound } from './function-error'
import { Instance } from './instance'
import type { DeployedFunction } from './function-settings'
import { readBuild } from './read-build'

interface Slot {
  instance: Instance
  build: string
  isBusy: boolean
  isNew: boolean
  idleTimer: NodeJS.Timeout | null
}

interface Waiter {
  deployed: DeployedFunction
  /** Instances this request may use beyond the limit. */
  beyond: number
  resolve: (lease: Lease) => void
  reject: (error: Error) => void
}

export interface PoolOptions {
  limit: number
  /** An instance unused for so long (real time) is ended. */
  idleMs: number
  clock: SharedArrayBuffer
  hosts: string[]
  env: (deployed: DeployedFunction) => Record<string, string>
  print: (line: string) => void
}

export interface Lease {
  instance: Instance
  /** Which build of the function it runs. */
  build: string
  /** The instance was started for this request. */
  isCold: boolean
  release: () => void
}

export class Pool {
  private slots: Slot[] = []
  private queue: Waiter[] = []
  private isStopped = false
  coldStarts = 0
  /** What the last start took, ms. */
  lastColdStartMs: number | null = null

  constructor(private readonly options: PoolOptions) {}

  get size(): number {
    return this.slots.length
  }

  get queued(): number {
    return this.queue.length
  }

  /**
   * An instance for one request, at once or when one becomes free; first come, first served. `beyond` lets a request
   * pass the limit: one made by a call that itself holds an instance here must not wait for its own caller.
   */
  lease(deployed: DeployedFunction, beyond = 0): Promise<Lease> {
    return new Promise((resolve, reject) => {
      this.queue.push({ deployed, beyond, resolve, reject })
      this.serveQueue()
    })
  }

  /** One look at the folder serves all who wait: a crowd is as many looks, not as many times as many. */
  private serveQueue(): void {
    let build: string | null = null
    /** The most that a waiter may go beyond the limit and still found nothing. */
    let leftOut = -1
    for (const waiter of [...this.queue]) {
      if (this.isStopped) return
      if (waiter.beyond <= leftOut) continue
      try {
        build ??= readBuild(waiter.deployed.folder)
        const slot = this.freeSlot(waiter, build)
        if (!slot) {
          leftOut = waiter.beyond
          continue
        }
        this.leaveQueue(waiter)
        waiter.resolve(this.take(slot))
      } catch (error) {
        this.leaveQueue(waiter)
        const { deployed } = waiter
        const isGone = (error as NodeJS.ErrnoException).code === 'ENOENT'
        waiter.reject(isGone ? functionNotFound(deployed.name, []) : (error as Error))
      }
    }
  }

  private leaveQueue(waiter: Waiter): void {
    this.queue = this.queue.filter((other) => other !== waiter)
  }

  private freeSlot({ deployed, beyond }: Waiter, build: string): Slot | null {
    for (const slot of [...this.slots]) {
      if (!slot.isBusy && slot.build !== build) this.retire(slot)
    }
    const free = this.slots.find((slot) => !slot.isBusy)
    if (free) return free
    return this.slots.length < this.options.limit + beyond ? this.start(deployed, build) : null
  }

  private start(deployed: DeployedFunction, build: string): Slot {
    const { clock, hosts, env, print } = this.options
    const instance: Instance = new Instance({
      deployed,
      env: env(deployed),
      clock,
      hosts,
      print,
      onReady: (ms) => {
        this.coldStarts++
        this.lastColdStartMs = ms
      },
      onExit: () => {
        this.slots = this.slots.filter((slot) => slot.instance !== instance)
        this.serveQueue()
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
    const { instance, build } = slot
    return { instance, build, isCold, release: () => this.release(slot) }
  }

  private release(slot: Slot): void {
    slot.isBusy = false
    if (slot.instance.isDead) return
    slot.idleTimer = setTimeout(() => this.retire(slot), this.options.idleMs)
    slot.idleTimer.unref()
    this.serveQueue()
  }

  private retire(slot: Slot): void {
    this.slots = this.slots.filter((other) => other !== slot)
    if (slot.idleTimer) clearTimeout(slot.idleTimer)
    void slot.instance.stop()
  }

  /** Ends the instances that are idle now, and those at work after their answer; tells how many. */
  recycle(): number {
    const count = this.slots.length
    for (const slot of [...this.slots]) {
      if (slot.isBusy) slot.build = 'recycled'
      else this.retire(slot)
    }
    return count
  }

  async stop(): Promise<void> {
    this.isStopped = true
    const { slots, queue } = this
    this.slots = []
    this.queue = []
    for (const waiter of queue) {
      waiter.reject(new FunctionError('FUNCTIONS_EXECUTE_FAIL', 'the cloud is stopping'))
    }
    for (const slot of slots) if (slot.idleTimer) clearTimeout(slot.idleTimer)
    await Promise.all(slots.map((slot) => slot.instance.stop()))
  }
}

/** Declared misfortunes: which call is struck, how, how often; chance comes from each fault's own seed. */
import { randomUUID } from 'node:crypto'

const KINDS = ['fail', 'delay', 'drop-answer-after-work', 'conflict', 'kill-instance'] as const
export type FaultKind = (typeof KINDS)[number]

export interface FaultEffect {
  effect: FaultKind
  /** For `delay`, ms of real time at the most: `release` ends it. */
  delayMs?: number
  code?: string
  message?: string
  /** For `kill-instance`: after so many (matching) database calls of the invocation. */
  afterCalls?: number
  /** For `kill-instance`: count only database calls with this action. */
  action?: string
}

/**
 * `match` is compared member by member with the facts of a call: a nested object matches when it is a part of
 * the fact, an array when the fact is among its members. `target` is 'function', 'database', 'storage', 'openapi',
 * 'pay' or whatever an extension asks about.
 */
export interface FaultSpec extends Omit<FaultEffect, 'action'> {
  match: { target: string } & Record<string, unknown>
  /** 0 to 1; 1 unless given. */
  probability?: number
  /** How many times it strikes before it is spent; no limit unless given. */
  count?: number
  /** Lets so many matching calls pass before the first strike. */
  skip?: number
  seed?: number
}

interface Declared {
  id: string
  spec: FaultSpec
  left: number
  struck: number
  toSkip: number
  random: () => number
}

/** A small generator with a good enough spread (mulberry32). */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Whether `part` is found in `whole`: objects by member, everything else by equality. */
export function isPartOf(part: unknown, whole: unknown): boolean {
  if (part === null || typeof part !== 'object') return part === whole
  if (Array.isArray(part)) return part.some((one) => isPartOf(one, whole))
  if (whole === null || typeof whole !== 'object') return false
  return Object.entries(part).every(([key, value]) =>
    isPartOf(value, (whole as Record<string, unknown>)[key]),
  )
}

export class BadFault extends Error {
  override name = 'BadFault'
}

const MEMBERS = new Set([
  ...['match', 'effect', 'probability', 'count', 'skip', 'seed'],
  ...['delayMs', 'code', 'message', 'afterCalls'],
])

/** Throws BadFault, naming what is wrong: a misspelt fault would strike nobody, and a test would pass for nothing. */
function checkSpec(spec: FaultSpec): void {
  const target = (spec as FaultSpec | null)?.match?.target
  if (typeof target !== 'string' || !target) throw new BadFault('a fault needs match.target')
  if (!KINDS.includes(spec.effect)) throw new BadFault(`effect is one of ${KINDS.join(', ')}`)
  const unknown = Object.keys(spec).filter((name) => !MEMBERS.has(name))
  if (unknown.length) throw new BadFault(`a fault has no ${unknown.join(', ')}`)
  const { probability = 1 } = spec
  if (!(probability >= 0 && probability <= 1)) throw new BadFault('probability is from 0 to 1')
  for (const name of ['count', 'skip', 'seed', 'delayMs', 'afterCalls'] as const) {
    const value = spec[name]
    const low = name === 'count' ? 1 : 0
    if (value !== undefined && !(Number.isInteger(value) && value >= low)) {
      throw new BadFault(`${name} is a whole number from ${low}`)
    }
  }
}

export class Faults {
  private declared: Declared[] = []
  private readonly lingering = new Set<() => void>()

  /** Throws BadFault. */
  add(spec: FaultSpec): string {
    checkSpec(spec)
    const random = seededRandom(spec.seed ?? 1)
    const id = randomUUID()
    const { count = Infinity, skip = 0 } = spec
    this.declared.push({ id, spec, left: count, struck: 0, toSkip: skip, random })
    return id
  }

  /** False when there is no such fault (any more). */
  remove(id: string): boolean {
    const before = this.declared.length
    this.declared = this.declared.filter((fault) => fault.id !== id)
    return this.declared.length < before
  }

  clear(): void {
    this.declared = []
  }

  /** Suffers a `delay`: waits until its time is over, or until `release`. */
  linger({ delayMs = 1000 }: FaultEffect): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer)
        this.lingering.delete(end)
        resolve()
      }
      const timer = setTimeout(end, delayMs)
      this.lingering.add(end)
    })
  }

  /** Calls that a `delay` holds back now. */
  get held(): number {
    return this.lingering.size
  }

  /** Lets go of every call that a `delay` holds back now. */
  release(): void {
    for (const end of [...this.lingering]) end()
  }

  /** Those that may still strike. */
  get areDeclared(): boolean {
    return this.declared.length > 0
  }

  list(): { id: string; spec: FaultSpec; struck: number; left: number | null }[] {
    return this.declared.map(({ id, spec, struck, left }) => ({
      id,
      spec,
      struck,
      left: Number.isFinite(left) ? left : null,
    }))
  }

  /** The effect that strikes this call, if any; spends one of the fault's strikes. */
  strike(target: string, facts: Record<string, unknown>): FaultEffect | null {
    if (!this.declared.length) return null
    for (const fault of this.declared) {
      const { match, probability = 1, effect, delayMs, code, message, afterCalls } = fault.spec
      // For kill-instance the action says which calls are counted, not which invocation is struck.
      const { action, ...rest } = match
      const wanted = effect === 'kill-instance' ? rest : match
      if (!isPartOf(wanted, { ...facts, target })) continue
      if (fault.random() >= probability) continue
      if (fault.toSkip > 0) {
        fault.toSkip--
        continue
      }
      fault.struck++
      fault.left--
      if (fault.left <= 0) this.remove(fault.id)
      const counted = effect === 'kill-instance' && typeof action === 'string' ? { action } : {}
      return { effect, delayMs, code, message, afterCalls, ...counted }
    }
    return null
  }
}

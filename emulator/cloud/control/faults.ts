/** Declared misfortunes: which call is struck, how, how often; chance comes from each fault's own seed. */
import { randomUUID } from 'node:crypto'

export type FaultKind = 'fail' | 'delay' | 'drop-answer-after-work' | 'conflict' | 'kill-instance'

export interface FaultEffect {
  effect: FaultKind
  /** For `delay`, ms of real time. */
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

export class Faults {
  private declared: Declared[] = []

  add(spec: FaultSpec): string {
    if (!spec?.match?.target || !spec.effect)
      throw new Error('a fault needs match.target and effect')
    const random = seededRandom(spec.seed ?? 1)
    const id = randomUUID()
    this.declared.push({ id, spec, left: spec.count ?? Infinity, toSkip: spec.skip ?? 0, random })
    return id
  }

  remove(id: string): void {
    this.declared = this.declared.filter((fault) => fault.id !== id)
  }

  clear(): void {
    this.declared = []
  }

  list(): { id: string; spec: FaultSpec; left: number | null }[] {
    return this.declared.map(({ id, spec, left }) => ({
      id,
      spec,
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
      fault.left--
      if (fault.left <= 0) this.remove(fault.id)
      const counted = effect === 'kill-instance' && typeof action === 'string' ? { action } : {}
      return { effect, delayMs, code, message, afterCalls, ...counted }
    }
    return null
  }
}

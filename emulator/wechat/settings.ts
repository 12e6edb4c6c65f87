// Knobs of the fake WeChat that a test or a demo may turn; durable, so that a restart keeps the scene.
import type { Tables } from './tables'

export interface Settings {
  /** While true, notices wait until resumed or delivered by hand. */
  noticesPaused: boolean
  /** How long a transfer bill stays ACCEPTED before the person may confirm, in ms. */
  acceptMs: number
  /** How long a confirmed bill stays TRANSFERING, in ms. */
  transferMs: number
  /** How long a revoked bill stays CANCELING, in ms. */
  cancelMs: number
  /** How long a refund stays PROCESSING, in ms. */
  refundMs: number
  /** What the merchant may still pay out, in fen; absent means plenty. */
  balanceFen?: number | undefined
  /** Most that one person may receive in a Shanghai day, in fen. */
  dailyLimitFen: number
  /** Whether subscribeMessage.send needs a consent given in the app (43101 otherwise). */
  consentRequired: boolean
  /** Minimum time between two refunds of one order, in ms; WeChat speaks of one a minute, 0 turns it off. */
  refundIntervalMs: number
}

export const DEFAULT_SETTINGS: Settings = {
  noticesPaused: false,
  acceptMs: 0,
  transferMs: 0,
  cancelMs: 0,
  refundMs: 0,
  dailyLimitFen: 2_000_000,
  consentRequired: true,
  refundIntervalMs: 0,
}

export function readSettings(tables: Tables): Settings {
  return { ...tables.defaults, ...tables.settings.get('settings') }
}

/** Changes some knobs; an unknown name or a value of another kind is refused by name. */
export function changeSettings(tables: Tables, change: Record<string, unknown>): Settings {
  const allowed: Record<string, 'boolean' | 'number'> = {
    noticesPaused: 'boolean',
    acceptMs: 'number',
    transferMs: 'number',
    cancelMs: 'number',
    refundMs: 'number',
    balanceFen: 'number',
    dailyLimitFen: 'number',
    consentRequired: 'boolean',
    refundIntervalMs: 'number',
  }
  for (const [name, value] of Object.entries(change)) {
    const kind = allowed[name]
    if (kind === undefined) throw new RangeError(`unknown setting: ${name}`)
    if (typeof value !== kind) throw new RangeError(`setting ${name} must be a ${kind}`)
  }
  tables.settings.put('settings', { ...tables.settings.get('settings'), ...change })
  return readSettings(tables)
}

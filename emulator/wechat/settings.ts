// Knobs of the fake WeChat that a test or a demo may turn; durable, so that a restart keeps the scene.
import type { RefundOutcome } from './pay/refund-moves'
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
  /** What a refund becomes for which nothing else was ordered. */
  refundOutcome: RefundOutcome
  /** What the merchant may still pay out, in fen; absent means plenty. */
  balanceFen?: number | undefined
  /** Most that one person may receive in a Shanghai day, in fen. */
  dailyLimitFen: number
  /** Most that the merchant may pay out in a Shanghai day, in fen; absent means no limit. */
  merchantDailyLimitFen?: number | undefined
  /** How long after the end of its day a bill is there, in ms; a negative one is there before. */
  billReadyMs: number
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
  refundOutcome: 'SUCCESS',
  dailyLimitFen: 2_000_000,
  billReadyMs: 10 * 3_600_000,
  consentRequired: true,
  refundIntervalMs: 0,
}

/** What a value should have been, or null when it will do. */
type Check = (value: unknown) => string | null

const aBoolean: Check = (value) => (typeof value === 'boolean' ? null : 'a boolean')
const aNumber: Check = (value) => (Number.isFinite(value) ? null : 'a number')
/** Null takes the limit away again. */
const aLimit: Check = (value) => (value === null ? null : aNumber(value))
const anOutcome: Check = (value) =>
  value === 'SUCCESS' || value === 'CLOSED' || value === 'ABNORMAL'
    ? null
    : 'SUCCESS, CLOSED or ABNORMAL'

const CHECKS: Record<string, Check> = {
  noticesPaused: aBoolean,
  acceptMs: aNumber,
  transferMs: aNumber,
  cancelMs: aNumber,
  refundMs: aNumber,
  refundOutcome: anOutcome,
  balanceFen: aLimit,
  dailyLimitFen: aNumber,
  merchantDailyLimitFen: aLimit,
  billReadyMs: aNumber,
  consentRequired: aBoolean,
  refundIntervalMs: aNumber,
} satisfies Record<keyof Settings, Check>

export function readSettings(tables: Tables): Settings {
  return { ...tables.defaults, ...tables.settings.get('settings') }
}

/** Changes some knobs; an unknown name or a value of another kind is refused by name. */
export function changeSettings(tables: Tables, change: Record<string, unknown>): Settings {
  for (const [name, value] of Object.entries(change)) {
    const check = CHECKS[name]
    if (check === undefined) throw new RangeError(`unknown setting: ${name}`)
    const wanted = check(value)
    if (wanted !== null) throw new RangeError(`setting ${name} must be ${wanted}`)
  }
  const changed = Object.entries({ ...tables.settings.get('settings'), ...change })
  tables.settings.put('settings', Object.fromEntries(changed.filter(([, value]) => value !== null)))
  return readSettings(tables)
}

// Understands the faults that the local cloud hands over, and those that only a payment partner can have.
import { isRecord, text } from '../answers'
import type { Flaw } from './signing'

export type Effect =
  | { kind: 'fail'; status: number; code: string; message: string }
  | { kind: 'delay'; ms: number }
  /** The work is done but the answer is lost. */
  | { kind: 'drop' }
  | { kind: 'duplicate' }
  | { kind: 'flaw'; flaw: Flaw }

/** Codes of `fail` that spoil the answer's signature instead of replacing the answer. */
const FLAWS: Record<string, Flaw> = {
  ANSWER_FORGED: 'forged',
  ANSWER_UNSIGNED: 'unsigned',
  ANSWER_LATE: 'late',
  ANSWER_KEY_UNKNOWN: 'unknown-serial',
}

/** HTTP statuses of WeChat's codes, where they are not 400. */
const STATUSES: Record<string, number> = {
  SIGN_ERROR: 401,
  ACCOUNT_ERROR: 403,
  NO_AUTH: 403,
  NOT_ENOUGH: 403,
  OUT_TRADE_NO_USED: 403,
  REQUEST_BLOCKED: 403,
  RULE_LIMIT: 403,
  TRADE_ERROR: 403,
  USER_ACCOUNT_ABNORMAL: 403,
  NOT_FOUND: 404,
  ORDER_NOT_EXIST: 404,
  RESOURCE_NOT_EXISTS: 404,
  FREQUENCY_LIMITED: 429,
  RATELIMIT_EXCEEDED: 429,
  BANK_ERROR: 500,
  INVALID_TRANSACTIONID: 500,
  OPENID_MISMATCH: 500,
  SYSTEM_ERROR: 500,
}

/**
 * Reads `{ effect, delayMs?, code?, message? }`; null means no fault. `fail` without a code is a 500 SYSTEM_ERROR,
 * with a WeChat code that refusal, with ANSWER_FORGED, ANSWER_UNSIGNED, ANSWER_LATE or ANSWER_KEY_UNKNOWN an answer
 * that must not be believed; for notices DUPLICATE sends twice.
 */
export function readEffect(raw: unknown): Effect | null {
  if (!isRecord(raw)) return null
  const effect = text(raw['effect'])
  if (effect === 'delay') return { kind: 'delay', ms: Number(raw['delayMs'] ?? 1000) }
  if (effect === 'drop-answer-after-work') return { kind: 'drop' }
  const code = text(raw['code']) || 'SYSTEM_ERROR'
  const flaw = FLAWS[code]
  if (flaw) return { kind: 'flaw', flaw }
  if (code === 'DUPLICATE') return { kind: 'duplicate' }
  const message = text(raw['message']) || '系统异常，请稍后重试'
  return { kind: 'fail', status: STATUSES[code] ?? 400, code, message }
}

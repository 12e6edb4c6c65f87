// Understands the faults that the local cloud hands over, whatever their exact spelling.
import { isRecord, text } from '../answers'
import type { Flaw } from './signing'

export type Effect =
  | { kind: 'fail'; status: number; code: string; message: string }
  | { kind: 'delay'; ms: number }
  /** The work is done but the answer is lost. */
  | { kind: 'drop' }
  | { kind: 'duplicate' }
  | { kind: 'flaw'; flaw: Flaw }

const FLAWS: readonly string[] = ['forged', 'unsigned', 'late', 'unknown-serial'] satisfies Flaw[]

function number(value: unknown, fallback: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : fallback
}

/** Reads `'drop'` or `{ effect | kind: 'fail', status?, code?, message?, ms? }`; null means no fault. */
export function readEffect(raw: unknown): Effect | null {
  if (raw === null || raw === undefined) return null
  const fields = isRecord(raw) ? raw : { kind: raw }
  const kind = text(fields['effect']) || text(fields['kind'])
  if (kind === 'delay') return { kind: 'delay', ms: number(fields['ms'], 1000) }
  if (kind === 'drop' || kind === 'duplicate') return { kind }
  if (FLAWS.includes(kind)) return { kind: 'flaw', flaw: kind as Flaw }
  return {
    kind: 'fail',
    status: number(fields['status'], 500),
    code: text(fields['code']) || 'SYSTEM_ERROR',
    message: text(fields['message']) || '系统异常，请稍后重试',
  }
}

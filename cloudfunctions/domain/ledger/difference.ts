// What an audit found wrong, as facts: which record, by which rule, what was expected and what is there.
import { fenToText } from '@contract/money'
import { AUDIT_RULES, type AuditRule } from './audit-rules.data'

export interface Difference {
  readonly rule: AuditRule
  /** `collection/id`, and after a space the part of it: `wallets/dst_1 可提现`. */
  readonly record: string
  readonly expected: number | string
  readonly found: number | string
}

export function differ(
  rule: AuditRule,
  record: string,
  expected: Difference['expected'],
  found: Difference['found'],
): Difference {
  return { rule, record, expected, found }
}

/** One difference when the two are not the same, none when they are. */
export function expectSame(
  rule: AuditRule,
  record: string,
  expected: Difference['expected'],
  found: Difference['found'],
): Difference[] {
  return expected === found ? [] : [differ(rule, record, expected, found)]
}

/** `wallets/dst_1 可提现：钱包余额和分录合计不一致，应为 ¥0.00，实为 ¥0.01（WALLET_BALANCE）` */
export function differenceText(difference: Difference): string {
  const { rule, record } = difference
  const [expected, found] = [sayValue(difference, 'expected'), sayValue(difference, 'found')]
  return `${record}：${AUDIT_RULES[rule].text}，应为 ${expected}，实为 ${found}（${rule}）`
}

/** `¥12.01` or `-¥0.01` where the rule speaks of money, else as it is. */
export function sayValue(difference: Difference, which: 'expected' | 'found'): string {
  const value = difference[which]
  if (typeof value !== 'number' || AUDIT_RULES[difference.rule].unit !== 'fen') return String(value)
  return `${value < 0 ? '-' : ''}¥${fenToText(Math.abs(value))}`
}

/** A record that lacks something or contradicts itself is a finding too, not the end of the audit. */
export function guarded(record: string, check: () => Difference[]): Difference[] {
  try {
    return check()
  } catch (error) {
    return [differ('RECORD_BROKEN', record, '完整', error instanceof Error ? error.message : '?')]
  }
}

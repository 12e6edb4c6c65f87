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
export function differenceText({ rule, record, expected, found }: Difference): string {
  const { text, unit } = AUDIT_RULES[rule]
  const say = (value: Difference['expected']) =>
    typeof value === 'number' && unit === 'fen' ? yuan(value) : String(value)
  return `${record}：${text}，应为 ${say(expected)}，实为 ${say(found)}（${rule}）`
}

/** `¥12.01`, `-¥0.01`. */
function yuan(amountFen: number): string {
  return `${amountFen < 0 ? '-' : ''}¥${fenToText(Math.abs(amountFen))}`
}

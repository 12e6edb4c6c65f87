// Which way of withholding holds in a month, and from when another one may.
import type { TaxMode, TaxMonth, TaxRule } from '@contract/model/tax'
import { compareCodePoints } from '../text/compare-code-points'
import { CUMULATIVE_TABLES, LABOUR_TABLES } from './rates.data'

/** By the shop's dated rules; before the first of them, that one. */
export function modeOf(rules: readonly TaxRule[], month: string): TaxMode {
  const begun = rules.filter((rule) => rule.from <= month)
  return (begun.at(-1) ?? rules[0])?.mode ?? 'none'
}

/** A month keeps the mode in which a person was first paid in it: one month, one mode. */
export function modeFor(
  rules: readonly TaxRule[],
  months: readonly TaxMonth[],
  month: string,
): TaxMode {
  const begun = months.find((one) => one.month === month)
  return begun !== undefined && begun.incomeFen > 0 ? begun.mode : modeOf(rules, month)
}

/** The rules with another one from a month on: what was to begin then or later makes way, the past stays. */
export function addRule(rules: readonly TaxRule[], rule: TaxRule): TaxRule[] {
  const earlier = rules.filter((one) => one.from < rule.from)
  return [...earlier, rule].sort((a, b) => compareCodePoints(a.from, b.from))
}

/** The first month for which the law has a table of this mode; '' when it needs none. */
export function firstMonthOf(mode: TaxMode): string {
  const tables = { none: [], labour: LABOUR_TABLES, 'platform-cumulative': CUMULATIVE_TABLES }[mode]
  return tables.at(-1)?.from.slice(0, 7) ?? ''
}

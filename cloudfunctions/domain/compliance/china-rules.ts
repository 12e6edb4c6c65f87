// 合规: what no commission plan may do in China, one small rule each, in the order in which they are named.
// Source of law: 禁止传销条例 (State Council order 444) art. 7; WeChat mini-program operation rules §5.9.
import type { Facts, RefusalCode } from '@contract/refusals'

/** The ceiling of all commissions on a line, in bps of what was paid. */
export const MAX_CAP_BPS = 3000
export const MAX_LEVELS = 2

export type ComplianceCode = Extract<RefusalCode, `COMPLIANCE_${string}`>
/** A plan as it came in: nothing about it is known yet. */
export type Fields = Readonly<Record<string, unknown>>

/** A tier that somebody can reach by bringing people in. */
export interface HeadcountTier {
  readonly key: string
  readonly name: string
}

export interface ComplianceRule {
  readonly code: ComplianceCode
  /** What the rule asks, in a few words for the owner's page. */
  readonly title: string
  /** The facts of a breach, or null. Never throws, however malformed the plan is. */
  readonly breachOf: (plan: Fields, headcounts: readonly HeadcountTier[]) => Facts | null
}

const tooManyLevels: ComplianceRule = {
  code: 'COMPLIANCE_TOO_MANY_LEVELS',
  title: '最多两级佣金',
  breachOf: (plan) => {
    const overrides = valuesOf(plan['overrides']).filter(isFields)
    const rates = [
      plan['rateBps'],
      ...valuesOf(plan['tierBonusBps']),
      ...overrides.map((override) => override['rateBps']),
    ]
    const isBroken = rates.some((rate) => Array.isArray(rate) && rate.length > MAX_LEVELS)
    return isBroken ? { maxLevels: MAX_LEVELS } : null
  },
}

const capTooHigh: ComplianceRule = {
  code: 'COMPLIANCE_CAP_TOO_HIGH',
  title: '总佣金不超过实付的 30%',
  breachOf: (plan) => (isAbove(plan['capBps'], MAX_CAP_BPS) ? { maxBps: MAX_CAP_BPS } : null),
}

const entryFee: ComplianceRule = {
  code: 'COMPLIANCE_ENTRY_FEE',
  title: '不收入门费',
  breachOf: (plan) => (isAbove(plan['entryFeeFen'], 0) ? {} : null),
}

const headcountReward: ComplianceRule = {
  code: 'COMPLIANCE_HEADCOUNT_REWARD',
  title: '不按人头发奖励',
  breachOf: (plan) => (isAbove(plan['headcountRewardFen'], 0) ? {} : null),
}

/** A headcount may unlock a badge, never a rate: neither alone nor beside other conditions. */
const headcountPay: ComplianceRule = {
  code: 'COMPLIANCE_HEADCOUNT_PAY',
  title: '有人数条件的等级不加佣金',
  breachOf: (plan, headcounts) => {
    const bonuses = isFields(plan['tierBonusBps']) ? plan['tierBonusBps'] : {}
    const paid = headcounts.find(({ key }) => valuesOf(bonuses[key]).some((bps) => isAbove(bps, 0)))
    return paid ? { tier: paid.name } : null
  },
}

const RULES = {
  COMPLIANCE_TOO_MANY_LEVELS: tooManyLevels,
  COMPLIANCE_CAP_TOO_HIGH: capTooHigh,
  COMPLIANCE_ENTRY_FEE: entryFee,
  COMPLIANCE_HEADCOUNT_REWARD: headcountReward,
  COMPLIANCE_HEADCOUNT_PAY: headcountPay,
} as const satisfies Record<ComplianceCode, ComplianceRule>

/** The first that is broken is the one that is named. */
export const CHINA_RULES: readonly ComplianceRule[] = Object.values(RULES)

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function valuesOf(value: unknown): readonly unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value) : []
}

const isAbove = (value: unknown, limit: number) => typeof value === 'number' && value > limit

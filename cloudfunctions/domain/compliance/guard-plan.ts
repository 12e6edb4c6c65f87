// The compliance guard: what the law forbids is named before anything else, however malformed the rest of a plan is.
import { refuse } from '../refuse'
import { CHINA_RULES, type Fields, type HeadcountTier } from './china-rules'

/**
 * Throws the refusal of the first rule that is broken: COMPLIANCE_TOO_MANY_LEVELS, …_CAP_TOO_HIGH and so on.
 * `headcounts`: the shop's tiers that bringing people in can unlock.
 */
export function guardPlan(plan: Fields, headcounts: readonly HeadcountTier[] = []): void {
  for (const { code, breachOf } of CHINA_RULES) {
    const facts = breachOf(plan, headcounts)
    if (facts !== null) throw refuse(code, facts)
  }
}

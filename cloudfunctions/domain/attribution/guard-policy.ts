// Whether a binding policy makes sense: days that end, and a protection that ends with them at the latest.
import { BINDING_DAYS, type BindingPolicy } from '@contract/model/shop'
import { refuse } from '../refuse'

const { least, most } = BINDING_DAYS
const outside = (days: number) => days < least || days > most

type Rule = readonly [isBroken: (policy: BindingPolicy) => boolean, words: string]
const RULES: readonly Rule[] = [
  [({ expireDays }) => outside(expireDays), `归属 ${least} 到 ${most} 天`],
  [({ protectDays }) => outside(protectDays), `保护期 ${least} 到 ${most} 天`],
  [({ protectDays, expireDays }) => protectDays > expireDays, '保护期不能比归属的天数长'],
]

/**
 * The days of protection are checked under every rule, so that choosing protected-days later finds them sound. Refuses
 * BINDING_POLICY_INVALID with the first rule that is broken, in the words of the page.
 */
export function guardPolicy(policy: BindingPolicy): void {
  const broken = RULES.find(([isBroken]) => isBroken(policy))
  if (broken) throw refuse('BINDING_POLICY_INVALID', { field: broken[1] })
}

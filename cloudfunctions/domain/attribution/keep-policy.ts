// The policy that a binding keeps: the one of the day it was made, whatever the owner has set since.
import type { Attribution } from '@contract/model/distribution'
import type { BindingPolicy, Shop } from '@contract/model/shop'

/** What the shop was opened with; bindings made before they kept their own days go by it. */
export function openedPolicy({ binding, bindingChange }: Shop): BindingPolicy {
  return bindingChange?.opened ?? binding
}

export function keptPolicy(
  { rule, expireDays, protectDays }: Attribution,
  opened: BindingPolicy,
): BindingPolicy {
  return {
    rule,
    expireDays: expireDays ?? opened.expireDays,
    protectDays: protectDays ?? opened.protectDays,
  }
}

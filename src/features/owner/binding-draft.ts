/** The binding policy as it is written on the page, and what is wrong with it. Pure. */
import type { Api } from '@/api/call'
import type { Policy, Rule } from '@/features/binding/binding-words'
import { BINDING_DAYS } from '@contract/model/shop'

type Stored = Api['owner.getBindingPolicy']['output']
type Saved = Api['owner.saveBindingPolicy']['input']

export interface BindingDraft {
  /** The version it was written over. */
  basedOn: number
  rule: Rule
  /** Days as digits. */
  expireDays: string
  protectDays: string
}

export const bindingDraftOf = ({ version, policy }: Stored): BindingDraft => ({
  basedOn: version,
  rule: policy.rule,
  expireDays: String(policy.expireDays),
  protectDays: String(policy.protectDays),
})

const { least, most } = BINDING_DAYS
const RANGE = `写 ${least} 到 ${most}`

/** Null while it isn't a whole number of days within the range. */
function daysOf(text: string): number | null {
  const days = /^\d{1,4}$/.test(text.trim()) ? Number(text) : NaN
  return days >= least && days <= most ? days : null
}

export type BindingFaults = Partial<Record<'expireDays' | 'protectDays', string>>

/** What is wrong, field by field: protected days only where the rule uses them. The server checks it once more. */
export function bindingFaultsOf({ rule, ...written }: BindingDraft): BindingFaults {
  const expireDays = daysOf(written.expireDays)
  const faults: BindingFaults = expireDays === null ? { expireDays: RANGE } : {}
  if (rule !== 'protected-days') return faults
  const protectDays = daysOf(written.protectDays)
  if (protectDays === null) return { ...faults, protectDays: RANGE }
  if (expireDays === null || protectDays <= expireDays) return faults
  return { ...faults, protectDays: `不能比归属的 ${expireDays} 天长` }
}

/** The policy that is written; null while something is wrong. Days that the rule doesn't use are kept within bounds. */
function policyOfDraft(draft: BindingDraft): Policy | null {
  const expireDays = daysOf(draft.expireDays)
  if (expireDays === null || Object.keys(bindingFaultsOf(draft)).length > 0) return null
  const protectDays = Math.min(daysOf(draft.protectDays) ?? expireDays, expireDays)
  return { rule: draft.rule, expireDays, protectDays }
}

/** What it says: protected days say nothing where the rule doesn't use them. */
export const saidByBinding = ({ rule, expireDays, protectDays }: BindingDraft) =>
  rule === 'protected-days' ? [rule, expireDays, protectDays] : [rule, expireDays]

export function bindingInputOf(draft: BindingDraft): Saved | null {
  const policy = policyOfDraft(draft)
  return policy && { basedOn: draft.basedOn, policy }
}

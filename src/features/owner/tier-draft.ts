/** The tiers as the owner edits them: amounts are text until they are right. Pure. */
import type { Api } from '@/api/call'
import { isMoney } from '@/features/tier/tier-words'
import type { TierMeasure, TierWindow } from '@/features/tier/tier-words'
import { fen, fenFromText, fenToText } from '@contract/money'
import type { TierKey } from '@contract/model/shop'

export type OwnerTiers = Api['owner.getTiers']['output']
export type TiersInput = Api['owner.publishTiers']['input']
export type Keep = OwnerTiers['keep']

export interface ConditionDraft {
  measure: TierMeasure
  window: TierWindow
  /** Yuan for sales, else a count. */
  amount: string
}

export interface TierDraft {
  key: TierKey
  name: string
  need: 'all' | 'any'
  conditions: readonly ConditionDraft[]
}

export interface TiersDraft {
  tiers: readonly TierDraft[]
  keep: Keep
}

export function draftOf({ tiers, keep }: Pick<OwnerTiers, 'tiers' | 'keep'>): TiersDraft {
  return {
    tiers: tiers.map(({ key, name, need, conditions }) => ({
      key,
      name,
      need,
      conditions: conditions.map(({ measure, window, atLeast }) => ({
        measure,
        window,
        amount: isMoney(measure) ? fenToText(atLeast).replace(/\.00$/, '') : String(atLeast),
      })),
    })),
    keep: { ...keep },
  }
}

/** What a condition asks for; null when its amount is not one. */
export function readAmount({ measure, amount }: ConditionDraft): number | null {
  const read = isMoney(measure)
    ? fenFromText(amount)
    : /^\d{1,6}$/.test(amount.trim())
      ? Number(amount)
      : null
  return read === null || read <= 0 ? null : read
}

/** Why it can't be published yet; null when it can. */
export function faultOf({ tiers }: TiersDraft): string | null {
  const names = tiers.map(({ name }) => name.trim())
  if (names.some((name) => name === '')) return '每一级都要有名字'
  if (names.some((name) => [...name].length > 6)) return '名字最多 6 个字'
  if (new Set(names).size < names.length) return '名字不能重复'
  for (const { name, conditions } of tiers) {
    if (conditions.some((condition) => readAmount(condition) === null)) {
      return `${name}的条件没有填对`
    }
    const kinds = conditions.map(({ measure, window }) => `${measure}:${window}`)
    if (new Set(kinds).size < kinds.length) return `${name}有两个一样的条件`
  }
  return null
}

export function inputOf(draft: TiersDraft, basedOn: number): TiersInput {
  return {
    basedOn,
    tiers: draft.tiers.map(({ key, name, need, conditions }) => ({
      key,
      name: name.trim(),
      need,
      conditions: conditions.map((condition) => ({
        measure: condition.measure,
        window: condition.window,
        atLeast: fen(readAmount(condition) ?? 0),
      })),
    })),
    keep: draft.keep,
  }
}

export const isSameDraft = (a: TiersDraft, b: TiersDraft) => JSON.stringify(a) === JSON.stringify(b)

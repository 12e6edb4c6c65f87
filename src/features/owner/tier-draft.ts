/** The tiers as the owner edits them: amounts are text until they are right. Pure. */
import type { Api } from '@/api/call'
import { isMoney } from '@/features/tier/tier-words'
import type { TierMeasure, TierWindow } from '@/features/tier/tier-words'
import { MAX_MEMBER_OFF_BPS, MAX_PERKS, MAX_PERK_LENGTH } from '@contract/model/tier'
import { bps, fen, fenFromText, fenToText } from '@contract/money'
import type { TierKey } from '@contract/model/shop'
import { bpsFromText, bpsToText } from './percent'

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
  /** Percent that members of the tier pay less; empty = nothing. */
  memberOff: string
  /** What else it brings, one a line. */
  perks: string
}

export interface TiersDraft {
  /** The version it was written over. */
  basedOn: number
  tiers: readonly TierDraft[]
  keep: Keep
}

export function draftOf({ version, tiers, keep }: OwnerTiers): TiersDraft {
  return {
    basedOn: version,
    tiers: tiers.map(({ key, name, need, conditions, memberOffBps, perks }) => ({
      key,
      name,
      need,
      memberOff: memberOffBps === 0 ? '' : bpsToText(memberOffBps).replace(/\.00$/, ''),
      perks: perks.join('\n'),
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

/** The perks of a draft, one for each line that isn't empty. */
export const readPerks = ({ perks }: TierDraft): string[] =>
  perks
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** What the draft takes off, in bps; null when it isn't a percentage that may be taken off. */
export function readMemberOff({ memberOff }: TierDraft): number | null {
  if (memberOff.trim() === '') return 0
  const off = bpsFromText(memberOff)
  return off === null || off > MAX_MEMBER_OFF_BPS ? null : off
}

/** Why it can't be published yet; null when it can. */
export function faultOf({ tiers }: TiersDraft): string | null {
  const names = tiers.map(({ name }) => name.trim())
  if (names.some((name) => name === '')) return '每一级都要有名字'
  if (names.some((name) => [...name].length > 6)) return '名字最多 6 个字'
  if (new Set(names).size < names.length) return '名字不能重复'
  for (const tier of tiers) {
    const { name, conditions } = tier
    if (readMemberOff(tier) === null) return `${name}的会员价填 0 到 50 之间的数`
    const perks = readPerks(tier)
    if (perks.length > MAX_PERKS) return `${name}的其他好处最多 ${MAX_PERKS} 条`
    if (perks.some((perk) => [...perk].length > MAX_PERK_LENGTH)) {
      return `${name}的每条好处最多 ${MAX_PERK_LENGTH} 个字`
    }
    if (conditions.some((condition) => readAmount(condition) === null)) {
      return `${name}的条件没有填对`
    }
    const kinds = conditions.map(({ measure, window }) => `${measure}:${window}`)
    if (new Set(kinds).size < kinds.length) return `${name}有两个一样的条件`
  }
  return null
}

export function inputOf(draft: TiersDraft): TiersInput {
  return {
    basedOn: draft.basedOn,
    tiers: draft.tiers.map((tier) => ({
      key: tier.key,
      name: tier.name.trim(),
      need: tier.need,
      memberOffBps: bps(readMemberOff(tier) ?? 0),
      perks: readPerks(tier),
      conditions: tier.conditions.map((condition) => ({
        measure: condition.measure,
        window: condition.window,
        atLeast: fen(readAmount(condition) ?? 0),
      })),
    })),
    keep: draft.keep,
  }
}

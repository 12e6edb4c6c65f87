/** A commission plan while it is being written: percentages are text here and exact basis points in the rules. Pure. */
import type { Api } from '@/api/call'
import { TIER_KEYS } from '@contract/model/shop'
import type { TierKey } from '@contract/model/shop'
import { monthOf } from '@contract/time'
import { bpsFromText, bpsToText } from './percent'

export type PlanPage = Api['owner.getPlan']['output']
export type PlanVersion = NonNullable<PlanPage['inForce']>
export type Rules = Api['owner.savePlanDraft']['input']['rules']
export type Override = Rules['overrides'][number]
export type CapWarning = Api['owner.savePlanDraft']['output']['warnings'][number]

/** A level's bonus or rate as two texts; an empty second one of a rate means there is no level 2. */
export interface LevelTexts {
  one: string
  two: string
}

export interface PlanDraft {
  version: string
  rates: LevelTexts
  bonuses: Readonly<Record<TierKey, LevelTexts>>
  /** Of tiers this page does not know: kept as they are. */
  otherBonuses: Rules['tierBonusBps']
  overrides: readonly Override[]
  cap: string
  selfPurchase: Rules['selfPurchase']
  freezeDays: string
}

const texts = (rates: readonly number[], none = ''): LevelTexts => ({
  one: bpsToText(rates[0] ?? 0),
  two: rates[1] === undefined ? none : bpsToText(rates[1]),
})

const isKnownTier = (tier: string) => TIER_KEYS.some((key) => key === tier)

export function draftOfRules(rules: Rules): PlanDraft {
  const { version, rateBps, tierBonusBps, overrides, capBps, selfPurchase, freezeDays } = rules
  const bonuses = TIER_KEYS.map((tier) => [tier, texts(tierBonusBps[tier] ?? [0, 0], '0.00')])
  const others = Object.entries(tierBonusBps).filter(([tier]) => !isKnownTier(tier))
  return {
    version,
    rates: texts(rateBps),
    bonuses: Object.fromEntries(bonuses) as PlanDraft['bonuses'],
    otherBonuses: Object.fromEntries(others),
    overrides,
    cap: bpsToText(capBps),
    selfPurchase,
    freezeDays: String(freezeDays),
  }
}

/** Where a shop without a plan begins: two levels, a small bonus per tier, the legal cap. */
const beginning: Omit<Rules, 'version'> = {
  profile: 'china',
  rateBps: [1000, 300],
  tierBonusBps: { sprout: [0, 0], silver: [100, 0], gold: [200, 50], jade: [300, 100] },
  overrides: [],
  capBps: 3000,
  selfPurchase: 'none',
  freezeDays: 7,
}

/** `2026-12-A`, or the next letter that no version has taken. */
export function nextVersion(page: PlanPage, now: number): string {
  const { inForce, scheduled, history } = page
  const taken = new Set([inForce, ...scheduled, ...history].map((plan) => plan?.rules.version))
  const letter = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ').find(
    (one) => !taken.has(`${monthOf(now)}-${one}`),
  )
  return `${monthOf(now)}-${letter ?? String(taken.size)}`
}

/** The kept draft, else a new version of what is in force last, else the beginning. */
export function startDraft(page: PlanPage, now: number): PlanDraft {
  if (page.draft) return draftOfRules(page.draft.rules)
  const rules = (page.scheduled.at(-1) ?? page.inForce)?.rules ?? beginning
  return draftOfRules({ ...rules, version: nextVersion(page, now) })
}

const PERCENT = '写 0 到 100 的数，最多两位小数'

/** What is wrong, by field: `version`, `rate.one`, `bonus.gold.two`, `cap`, `freezeDays`. */
export function planFaults(draft: PlanDraft): Readonly<Record<string, string>> {
  const faults: Record<string, string> = {}
  const check = (at: string, text: string, mayBeEmpty = false) => {
    if (mayBeEmpty && text.trim() === '') return
    if (bpsFromText(text) === null) faults[at] = PERCENT
  }
  if (draft.version.trim() === '') faults['version'] = '给这一版起个名字'
  check('rate.one', draft.rates.one)
  check('rate.two', draft.rates.two, true)
  for (const tier of TIER_KEYS) {
    check(`bonus.${tier}.one`, draft.bonuses[tier].one, true)
    check(`bonus.${tier}.two`, draft.bonuses[tier].two, true)
  }
  check('cap', draft.cap)
  const days = draft.freezeDays.trim()
  if (!/^\d{1,3}$/.test(days) || Number(days) > 365) faults['freezeDays'] = '写 0 到 365 的整数'
  return faults
}

/** Both levels of a rate: a level 2 that is left out is none. */
export function ratesOf({ one, two }: LevelTexts): number[] | null {
  const first = bpsFromText(one)
  if (first === null) return null
  if (two.trim() === '') return [first]
  const second = bpsFromText(two)
  return second === null ? null : [first, second]
}

const bonusOf = ({ one, two }: LevelTexts) => [bpsFromText(one) ?? 0, bpsFromText(two) ?? 0]

/** What the server gets; null while something is wrong. */
export function rulesOf(draft: PlanDraft): Rules | null {
  const rateBps = ratesOf(draft.rates)
  const capBps = bpsFromText(draft.cap)
  if (Object.keys(planFaults(draft)).length > 0 || !rateBps || capBps === null) return null
  const bonuses = TIER_KEYS.map((tier) => [tier, bonusOf(draft.bonuses[tier])])
  return {
    version: draft.version.trim(),
    profile: 'china',
    rateBps,
    tierBonusBps: {
      ...draft.otherBonuses,
      ...Object.fromEntries(bonuses),
    } as Rules['tierBonusBps'],
    overrides: [...draft.overrides],
    capBps,
    selfPurchase: draft.selfPurchase,
    freezeDays: Number(draft.freezeDays),
  }
}

/** What the preview is asked with: a version without a name yet has margins too. */
export function previewRulesOf(draft: PlanDraft): Rules | null {
  return rulesOf({ ...draft, version: '预览' })
}

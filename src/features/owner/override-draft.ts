/** A rate of its own for a product, category, SKU or campaign while it is being written. Pure. */
import { dateTimeText, DAY_MS } from '@contract/time'
import { bpsToText } from './percent'
import { ratesOf } from './plan-draft'
import type { LevelTexts, Override } from './plan-draft'
import type { Scope } from './plan-words'

export interface OverrideDraft {
  scope: Scope
  id: string
  rates: LevelTexts
  productIds: readonly string[]
  /** `2026-12-20 00:00`, Shanghai time. */
  from: string
  to: string
}

export function blankOverride(now: number): OverrideDraft {
  const day = (at: number) => `${dateTimeText(at).slice(0, 10)} 00:00`
  return {
    scope: 'product',
    id: '',
    rates: { one: '', two: '' },
    productIds: [],
    from: day(now + DAY_MS),
    to: day(now + 8 * DAY_MS),
  }
}

export function draftOfOverride(override: Override, now: number): OverrideDraft {
  const [one = 0, two] = override.rateBps
  const rates = { one: bpsToText(one), two: two === undefined ? '' : bpsToText(two) }
  const { scope, id } = override
  const draft = { ...blankOverride(now), scope, id, rates }
  if (override.scope !== 'campaign') return draft
  return {
    ...draft,
    productIds: override.productIds,
    from: dateTimeText(Date.parse(override.from)),
    to: dateTimeText(Date.parse(override.to)),
  }
}

const isoOf = (text: string) => `${text.replace(' ', 'T')}:00+08:00`

/** What is still missing, as the button's text; null when it is complete. */
export function overrideMissing(draft: OverrideDraft, taken: readonly Override[]): string | null {
  if (draft.id.trim() === '') return draft.scope === 'campaign' ? '给活动起个名字' : '先选一个'
  const isTaken = taken.some(({ scope, id }) => scope === draft.scope && id === draft.id.trim())
  if (isTaken) return '已经单独定过了'
  if (draft.scope === 'campaign') {
    if (draft.productIds.length === 0) return '选参加活动的商品'
    if (draft.to <= draft.from) return '结束要晚于开始'
  }
  return ratesOf(draft.rates) === null ? '填上比例，最多两位小数' : null
}

export function overrideOf(draft: OverrideDraft): Override | null {
  const rateBps = ratesOf(draft.rates)
  if (rateBps === null) return null
  const id = draft.id.trim()
  if (draft.scope !== 'campaign') return { scope: draft.scope, id, rateBps }
  const { productIds, from, to } = draft
  return {
    scope: 'campaign',
    id,
    productIds: [...productIds],
    from: isoOf(from),
    to: isoOf(to),
    rateBps,
  }
}

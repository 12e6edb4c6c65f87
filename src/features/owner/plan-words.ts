/** What the plan page calls rates, scopes and warnings. Pure. */
import { formatBps } from '@/components/money/format'
import { TIER_KEYS } from '@contract/model/shop'
import type { TierKey } from '@contract/model/shop'
import { momentText } from '@/components/moment/format'
import type { CapWarning, Override, PlanPage, PlanVersion } from './plan-draft'

export type Scope = Override['scope']
/** Names of what overrides point at; SKU names are known once a person has picked them here. */
export type Names = Pick<PlanPage, 'products' | 'categories'> & {
  skus: Readonly<Record<string, string>>
  /** Titles of the shop's campaigns; a name that was written by hand is its own. */
  campaigns: Readonly<Record<string, string>>
}

export const scopeWords: Readonly<Record<Scope, string>> = {
  campaign: '活动',
  sku: '规格',
  product: '商品',
  category: '分类',
}

/** In the order they are asked: the first that matches decides. */
export const scopeItems: readonly { key: Scope; text: string }[] = [
  { key: 'product', text: '商品' },
  { key: 'category', text: '分类' },
  { key: 'sku', text: '规格' },
  { key: 'campaign', text: '活动' },
]

const scopeNotes: Readonly<Record<Scope, string>> = {
  campaign: '最先看',
  sku: '先于商品、分类与方案',
  product: '先于分类与方案',
  category: '先于方案',
}

/** `12% + 3%` */
export const ratesText = (rateBps: readonly number[]) => rateBps.map(formatBps).join(' + ')

export function targetName(scope: Scope, id: string, names: Names): string {
  if (scope === 'product') {
    return names.products.find((product) => product.id === id)?.title ?? '已经没有的商品'
  }
  if (scope === 'category') {
    return names.categories.find((category) => category.id === id)?.name ?? '已经没有的分类'
  }
  if (scope === 'campaign') return names.campaigns[id] ?? id
  return names.skus[id] ?? `编号 …${id.slice(-6)}`
}

export const overrideTitle = ({ scope, id }: Override, names: Names) =>
  `${scopeWords[scope]} · ${targetName(scope, id, names)}`

/** `12 月 20 日 00:00 – 12 月 27 日 00:00`, `3 件商品`, or when it is asked. */
export function overrideFacts(override: Override): string[] {
  if (override.scope !== 'campaign') return [scopeNotes[override.scope]]
  const at = (text: string) => momentText(Date.parse(text))
  const days = `${at(override.from)} – ${at(override.to)}`
  return [days, `${override.productIds.length} 件商品`]
}

/** What the shop calls its tiers. */
export type TierNames = (tier: TierKey) => string
export const isTier = (text: string): text is TierKey => TIER_KEYS.some((tier) => tier === text)

const isScope = (text: string): text is Scope => text in scopeWords

/** `统一比例，玉露：合计 33%，会按 30% 上限等比减少` */
export function warningText(
  { rule, tier, totalBps }: CapWarning,
  capBps: number,
  names: Names,
  nameOf: TierNames,
): string {
  const at = rule.indexOf(':')
  const scope = at < 0 ? rule : rule.slice(0, at)
  const what = isScope(scope)
    ? `${scopeWords[scope]} · ${targetName(scope, rule.slice(at + 1), names)}`
    : '统一比例'
  const whom = tier === '' ? '没有等级加成时' : isTier(tier) ? nameOf(tier) : tier
  return `${what}，${whom}：两级合计 ${formatBps(totalBps)}，会按 ${formatBps(capBps)} 上限等比减少`
}

/** `2026-12-01 00:00` in Shanghai → UTC ms. */
export const atShanghai = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00+08:00`)

export type PlanStage = 'draft' | 'validated' | 'simulated' | 'published'
export const planStages: readonly { key: PlanStage; text: string }[] = [
  { key: 'draft', text: '起草' },
  { key: 'validated', text: '检查' },
  { key: 'simulated', text: '试算' },
  { key: 'published', text: '发布' },
]

/** The step that comes next: a checked draft is to be simulated, a simulated one to be published. */
export function stageOf(draft: PlanVersion | null, isChanged: boolean): PlanStage {
  if (!draft || isChanged) return 'draft'
  if (draft.status === 'simulated') return 'published'
  return draft.status === 'validated' ? 'simulated' : 'validated'
}

/** `11 月 1 日 00:00 起 · 试算过`, or that it was taken back. */
export function versionNote({ status, effectiveAt, simulationId }: PlanVersion): string {
  const from = effectiveAt === null ? '' : `${momentText(effectiveAt)} 起`
  const what = status === 'withdrawn' ? '生效前撤回了' : from
  return [what, simulationId === null ? '' : '试算过'].filter(Boolean).join(' · ')
}

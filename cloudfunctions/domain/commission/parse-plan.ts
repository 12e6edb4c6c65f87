// Reads a commission plan from the outside, and is the compliance guard: an illegal plan does not get past here.
// Source of law: 禁止传销条例 (State Council order 444) art. 7; WeChat mini-program operation rules §5.9.
import { bps, type Bps } from '@contract/money'
import type { LevelRates, PlanOverride, PlanRules } from '@contract/model/distribution'
import { parseMoment } from '../text/parse-moment'
import { refuse } from '../refuse'

/** The China profile's ceiling of all commissions on a line, in bps of what was paid. */
export const MAX_CAP_BPS = 3000
const MAX_FREEZE_DAYS = 365

const REQUIRED = [
  'version',
  'profile',
  'rateBps',
  'tierBonusBps',
  'overrides',
  'capBps',
  'selfPurchase',
  'freezeDays',
] as const
const OPTIONAL = ['entryFeeFen', 'headcountRewardFen'] as const

type Fields = Readonly<Record<string, unknown>>

/** `plan.json` as text → the rules. Text that isn't JSON is PLAN_INVALID. */
export function parsePlanText(text: string): PlanRules {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw refuse('PLAN_INVALID', { field: 'json' })
  }
  return parsePlan(value)
}

/**
 * Any value → the rules. Refuses, the first that applies in this order: COMPLIANCE_TOO_MANY_LEVELS,
 * COMPLIANCE_CAP_TOO_HIGH, COMPLIANCE_ENTRY_FEE, COMPLIANCE_HEADCOUNT_REWARD, PLAN_INVALID `{ field }`.
 */
export function parsePlan(value: unknown): PlanRules {
  const plan = isFields(value) ? value : {}
  guardCompliance(plan)
  if (!isFields(value)) throw invalid('plan')
  checkKeys(plan, REQUIRED, OPTIONAL, '')
  for (const key of OPTIONAL) if ((plan[key] ?? 0) !== 0 || plan[key] === null) throw invalid(key)
  if (typeof plan.version !== 'string' || plan.version === '') throw invalid('version')
  if (plan.profile !== 'china') throw invalid('profile')
  if (plan.selfPurchase !== 'none' && plan.selfPurchase !== 'self') throw invalid('selfPurchase')
  if (!isIntegerUpTo(plan.freezeDays, MAX_FREEZE_DAYS)) throw invalid('freezeDays')
  return {
    version: plan.version,
    profile: 'china',
    rateBps: readRates(plan.rateBps, 'rateBps'),
    tierBonusBps: readBonuses(plan.tierBonusBps),
    overrides: readOverrides(plan.overrides),
    capBps: readRate(plan.capBps, 'capBps'),
    selfPurchase: plan.selfPurchase,
    freezeDays: plan.freezeDays + 0,
  }
}

/** What the law forbids is named before anything else, however malformed the rest is. */
function guardCompliance(plan: Fields): void {
  const bonuses = isFields(plan.tierBonusBps) ? Object.values(plan.tierBonusBps) : []
  const overrides = Array.isArray(plan.overrides) ? plan.overrides.filter(isFields) : []
  const rates = [plan.rateBps, ...bonuses, ...overrides.map((override) => override.rateBps)]
  if (rates.some((rate) => Array.isArray(rate) && rate.length > 2)) {
    throw refuse('COMPLIANCE_TOO_MANY_LEVELS', { maxLevels: 2 })
  }
  if (isAbove(plan.capBps, MAX_CAP_BPS)) {
    throw refuse('COMPLIANCE_CAP_TOO_HIGH', { maxBps: MAX_CAP_BPS })
  }
  if (isAbove(plan.entryFeeFen, 0)) throw refuse('COMPLIANCE_ENTRY_FEE')
  if (isAbove(plan.headcountRewardFen, 0)) throw refuse('COMPLIANCE_HEADCOUNT_REWARD')
}

function readBonuses(value: unknown): PlanRules['tierBonusBps'] {
  if (!isFields(value)) throw invalid('tierBonusBps')
  const rows = Object.entries(value).map(
    ([tier, rates]) => [tier, readRates(rates, `tierBonusBps.${tier}`)] as const,
  )
  return Object.fromEntries(rows)
}

function readOverrides(value: unknown): PlanOverride[] {
  if (!Array.isArray(value)) throw invalid('overrides')
  const seen = new Set<string>()
  return value.map((row: unknown, index) => {
    const field = `overrides[${index}]`
    const override = readOverride(row, field)
    const key = `${override.scope}:${override.id}`
    if (seen.has(key)) throw invalid(`${field}.id`)
    seen.add(key)
    return override
  })
}

function readOverride(row: unknown, field: string): PlanOverride {
  if (!isFields(row)) throw invalid(field)
  const { scope, id } = row
  const isCampaign = scope === 'campaign'
  if (!isCampaign && scope !== 'sku' && scope !== 'product' && scope !== 'category') {
    throw invalid(`${field}.scope`)
  }
  const keys = ['scope', 'id', 'rateBps', ...(isCampaign ? ['productIds', 'from', 'to'] : [])]
  checkKeys(row, keys, [], `${field}.`)
  if (!isFilledText(id)) throw invalid(`${field}.id`)
  const rateBps = readRates(row.rateBps, `${field}.rateBps`)
  if (!isCampaign) return { scope, id, rateBps }
  const { productIds, from, to } = row
  if (!Array.isArray(productIds) || productIds.length === 0 || !productIds.every(isFilledText)) {
    throw invalid(`${field}.productIds`)
  }
  const fromAt = typeof from === 'string' ? parseMoment(from) : null
  if (typeof from !== 'string' || fromAt === null) throw invalid(`${field}.from`)
  const toAt = typeof to === 'string' ? parseMoment(to) : null
  if (typeof to !== 'string' || toAt === null || toAt <= fromAt) throw invalid(`${field}.to`)
  return { scope, id, productIds: [...productIds], from, to, rateBps }
}

function readRates(value: unknown, field: string): LevelRates {
  if (!Array.isArray(value) || value.length === 0) throw invalid(field)
  const first = readRate(value[0], `${field}[0]`)
  return value.length === 1 ? [first] : [first, readRate(value[1], `${field}[1]`)]
}

function readRate(value: unknown, field: string): Bps {
  if (!isIntegerUpTo(value, 10_000)) throw invalid(field)
  return bps(value + 0)
}

function checkKeys(
  fields: Fields,
  required: readonly string[],
  optional: readonly string[],
  path: string,
): void {
  for (const key of required) if (!Object.hasOwn(fields, key)) throw invalid(`${path}${key}`)
  for (const key of Object.keys(fields)) {
    if (!required.includes(key) && !optional.includes(key)) throw invalid(`${path}${key}`)
  }
}

const invalid = (field: string) => refuse('PLAN_INVALID', { field })

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const isFilledText = (value: unknown): value is string => typeof value === 'string' && value !== ''

function isIntegerUpTo(value: unknown, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most
}

const isAbove = (value: unknown, limit: number) => typeof value === 'number' && value > limit

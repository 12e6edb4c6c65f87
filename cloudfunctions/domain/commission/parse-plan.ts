// Reads a commission plan from the outside: neither an illegal nor an incomplete one gets past here.
import { bps, type Bps } from '@contract/money'
import type { LevelRates, PlanOverride, PlanRules } from '@contract/model/distribution'
import type { Fields } from '../compliance/china-rules'
import { guardPlan } from '../compliance/guard-plan'
import { parseMoment } from '../text/parse-moment'
import { refuse } from '../refuse'

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
  guardPlan(plan)
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

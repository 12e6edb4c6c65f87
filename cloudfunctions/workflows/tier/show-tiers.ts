// The tiers as people see them: names, conditions, and the bonus that the plan in force pays for each.
import type { Api } from '@contract/api'
import { bps } from '@contract/money'
import type { Shop } from '@contract/model/shop'
import type { TierVersion } from '@contract/model/tier'
import type { World } from '../../ports/world'
import { readPlanInForce } from '../plan/read-plan'

type Tiers = Api['distributor.getTier']['output']['tiers']

export async function showTiers(world: World, shop: Shop, terms: TierVersion): Promise<Tiers> {
  const plan = await readPlanInForce(world, shop)
  return terms.tiers.map(({ key, name, need, conditions, memberOffBps = bps(0), perks = [] }) => ({
    key,
    name,
    need,
    conditions: conditions.map((condition) => ({ ...condition })) as Tiers[number]['conditions'],
    bonusBps: [...(plan?.rules.tierBonusBps[key] ?? [])],
    memberOffBps,
    perks: [...perks],
  }))
}

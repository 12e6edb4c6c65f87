// 试算结果: how far a simulation is, and what it came to, with names.
import type { Api } from '@contract/api'
import type { Simulation } from '@contract/model/simulation'
import { sameRules } from '../../domain/commission/same-rules'
import { refuse } from '../../domain/refuse'
import type { World } from '../../ports/world'
import { nameCampaigns } from '../campaign/name-campaigns'
import { nameSkus } from '../plan/name-skus'
import { peopleShown, showProgress, showResult, type Known } from './show-simulation'

/** Refuses SIMULATION_UNKNOWN. */
export async function getSimulation(
  world: World,
  { simulationId }: Api['owner.getSimulation']['parsed'],
): Promise<Api['owner.getSimulation']['output']> {
  const simulation = await world.store.get('simulations', simulationId)
  if (!simulation) throw refuse('SIMULATION_UNKNOWN')
  const { planId, rules, from, to, budgetBps, floorBps, startedAt, finishedAt } = simulation
  const isDone = simulation.status === 'done'
  const [plan, known] = await Promise.all([
    world.store.get('plans', planId),
    isDone ? readNames(world, simulation) : null,
  ])
  return {
    ...showProgress(simulation),
    planId,
    version: rules.version,
    ...{ from, to, budgetBps, floorBps },
    capBps: rules.capBps,
    startedAt,
    finishedAt,
    isCurrent: plan !== null && sameRules(plan.rules, rules),
    result: known && showResult(simulation, known),
  }
}

async function readNames(world: World, { compared }: Simulation): Promise<Known> {
  const rules = compared.byRule.map(({ key }) => key)
  const idsOf = (scope: string) =>
    rules.flatMap((rule) => (rule.startsWith(`${scope}:`) ? [rule.slice(scope.length + 1)] : []))
  const sold = compared.bySku.map((row) => row.productId)
  const productIds = [...new Set([...sold, ...idsOf('product')])]
  const [products, categories, people] = await Promise.all([
    world.store.getMany('products', productIds),
    world.store.getMany('categories', idsOf('category')),
    world.store.getMany('distributors', peopleShown(compared)),
  ])
  const [skus, campaigns] = await Promise.all([
    nameSkus(world, idsOf('sku'), products),
    nameCampaigns(world, idsOf('campaign')),
  ])
  const ruleNames = new Map([
    ...skus.map(({ id, name }) => [`sku:${id}`, name] as const),
    ...products.map(({ _id, title }) => [`product:${_id}`, title] as const),
    ...categories.map(({ _id, name }) => [`category:${_id}`, name] as const),
    ...campaigns.map(({ id, name }) => [`campaign:${id}`, name] as const),
  ])
  return {
    products: new Map(products.map((product) => [product._id, product])),
    ruleNames,
    people: new Map(people.map(({ _id, name, tier }) => [_id, { name, tier }])),
  }
}

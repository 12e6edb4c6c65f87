// 试算: replays a page of orders after another, each added in one write that names the page before it: a page is never
// added twice, whoever works on it, and a killed try loses at most its own page.
import type { Api } from '@contract/api'
import type { Order } from '@contract/model/order'
import type { Simulation } from '@contract/model/simulation'
import { addDays, startOfDate } from '@contract/time'
import { compilePlan } from '../../domain/commission/compile-plan'
import { refuse } from '../../domain/refuse'
import { compareOrders, type RealOrder } from '../../domain/simulation/compare-plans'
import { replayOrder } from '../../domain/simulation/replay-order'
import type { Collections, Where } from '../../ports/store'
import type { Context, World } from '../../ports/world'
import { finishSimulation } from './finish-simulation'
import { showProgress } from './show-simulation'

const PAGE = 200
const READ = 1000
/** Pages of one call: far within a function's minute also where each read takes long. */
const PAGES_A_CALL = 5

/** Repeatable; a finished one stays as it is. Refuses SIMULATION_UNKNOWN. */
export async function keepSimulating(
  ctx: Context,
  { simulationId }: Api['owner.advanceSimulation']['parsed'],
): Promise<Api['owner.advanceSimulation']['output']> {
  const simulation = await ctx.store.get('simulations', simulationId)
  if (!simulation) throw refuse('SIMULATION_UNKNOWN')
  return showProgress(await advanceSimulation(ctx, simulation))
}

/** Some pages further, or done; as it is stored when somebody else was quicker. */
export async function advanceSimulation(world: World, begun: Simulation): Promise<Simulation> {
  let simulation = begun
  for (let page = 0; page < PAGES_A_CALL && simulation.status === 'running'; page += 1) {
    const { _id, step } = simulation
    const orders = await nextOrders(world, simulation)
    const after = await addPage(world, simulation, orders)
    const isLast = orders.length < PAGE
    const kept = isLast
      ? await finishSimulation(world, after, step)
      : await keepPage(world, after, step)
    if (kept === null) return (await world.store.get('simulations', _id)) ?? simulation
    simulation = kept
  }
  return simulation
}

/** As it is stored now; null when somebody else was quicker. */
async function keepPage(world: World, after: Simulation, step: number): Promise<Simulation | null> {
  const { _id, cursor, compared, advancedAt } = after
  const set = { cursor, compared, advancedAt, step: after.step }
  const isMine = await world.store.updateIf(
    'simulations',
    _id,
    { status: 'running', step },
    { set },
  )
  return isMine ? after : null
}

function nextOrders(world: World, { cursor, to }: Simulation): Promise<Order[]> {
  const until = startOfDate(addDays(to, 1))
  return world.store.find(
    'orders',
    { paidAt: { gte: cursor.paidAt, lt: until } },
    {
      order: [
        ['paidAt', 'asc'],
        ['_id', 'asc'],
      ],
      limit: PAGE,
      skip: cursor.seen,
    },
  )
}

/** The simulation with these orders in it, its cursor behind the last of them. */
async function addPage(
  world: World,
  simulation: Simulation,
  orders: readonly Order[],
): Promise<Simulation> {
  const compared = compareOrders(
    simulation.compared,
    compilePlan(simulation.rules),
    await readReality(world, orders),
  )
  const paidAt = orders.at(-1)?.paidAt ?? simulation.cursor.paidAt
  const same = orders.filter((order) => order.paidAt === paidAt).length
  const seen = paidAt === simulation.cursor.paidAt ? simulation.cursor.seen + same : same
  const step = simulation.step + 1
  return { ...simulation, compared, cursor: { paidAt, seen }, step, advancedAt: world.now }
}

/** What really happened to orders: their refunds, their people's history, their commissions. Four reads a page. */
async function readReality(world: World, orders: readonly Order[]): Promise<RealOrder[]> {
  const idsOf = (wanted: readonly Order[]) => wanted.map((order) => order._id)
  const people = orders.flatMap(({ attribution }) =>
    attribution ? [attribution.distributorId, attribution.inviterId ?? ''] : [],
  )
  const personIds = [...new Set(people)].filter((id) => id !== '')
  const [afterSales, commissions, distributors] = await Promise.all([
    readAll(world, 'after_sales', idsOf(orders.filter((order) => order.refundedFen > 0))),
    readAll(world, 'commissions', idsOf(orders.filter((order) => order.attribution !== null))),
    world.store.getMany('distributors', personIds),
  ])
  const personById = new Map(distributors.map((person) => [person._id, person]))
  const refunds = groupByOrder(afterSales)
  const paid = groupByOrder(commissions)
  return orders.map((order) => ({
    order: replayOrder(order, refunds.get(order._id) ?? [], personById),
    commissions: paid.get(order._id) ?? [],
  }))
}

/** Everything of these orders in a collection; nothing is read for none. */
async function readAll<C extends 'after_sales' | 'commissions'>(
  world: World,
  collection: C,
  orderIds: readonly string[],
): Promise<Collections[C][]> {
  if (orderIds.length === 0) return []
  const where: Where = { orderId: { in: orderIds } }
  const rows: Collections[C][] = []
  for (;;) {
    const options = { order: [['_id', 'asc']] as const, skip: rows.length, limit: READ }
    const page = await world.store.find(collection, where, options)
    rows.push(...page)
    if (page.length < READ) return rows
  }
}

function groupByOrder<Row extends { readonly orderId: string }>(rows: readonly Row[]) {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(row.orderId, [...(groups.get(row.orderId) ?? []), row])
  return groups
}

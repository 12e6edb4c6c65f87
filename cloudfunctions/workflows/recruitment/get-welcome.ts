// 入门任务: what a newcomer is asked to do first; facts tick the shop's, the newcomer ticks the owner's own.
import type { Api } from '@contract/api'
import type { Distributor } from '@contract/model/people'
import type { WelcomeKind } from '@contract/model/recruitment'
import { assert, assertNever } from '../../domain/assert'
import { recruitOf } from '../../domain/recruitment/recruit-of-shop'
import { refuse } from '../../domain/refuse'
import type { Store } from '../../ports/store'
import type { Context } from '../../ports/world'
import { readRealName } from '../real-name/read-real-name'
import { readShop } from '../shop/read-shop'

export async function getWelcome(ctx: Context): Promise<Api['distributor.getWelcome']['output']> {
  const { distributor } = ctx.caller
  assert(distributor !== null, 'the endpoint reads the distributor')
  const { tasks } = recruitOf(await readShop(ctx))
  const done = await Promise.all(tasks.map(({ kind, key }) => isDone(ctx, distributor, kind, key)))
  return { tasks: tasks.map((task, index) => ({ ...task, isDone: done[index] ?? false })) }
}

/** Ticking twice changes nothing. Refuses WELCOME_TASK_UNKNOWN, also for a task that facts tick. */
export async function finishTask(
  ctx: Context,
  { key }: Api['distributor.finishTask']['parsed'],
): Promise<Api['distributor.finishTask']['output']> {
  const { tasks } = recruitOf(await readShop(ctx))
  const { memberId, distributor } = ctx.caller
  assert(distributor?.memberId === memberId, 'the endpoint reads the distributor')
  if (!tasks.some((task) => task.key === key && task.kind === 'own')) {
    throw refuse('WELCOME_TASK_UNKNOWN')
  }
  return ctx.store.transaction(async (tx) => {
    const known = await tx.get('distributors', distributor._id)
    const before = known?.tasksDone ?? []
    if (before.includes(key)) return {}
    await tx.update('distributors', distributor._id, { set: { tasksDone: [...before, key] } })
    return {}
  })
}

/** What the share sheet asks for when it is opened. A friend's card is asked for by pages, before anybody shares. */
const BY_SHEET = ['group', 'timeline', 'poster', 'text']

async function hasOpenedSheet(store: Store, distributorId: string): Promise<boolean> {
  const where = { distributorId, channel: { in: BY_SHEET } }
  return (await store.find('shares', where, { limit: 1 })).length > 0
}

async function hasVisitor(store: Store, distributorId: string): Promise<boolean> {
  return (await store.find('visits', { distributorId }, { limit: 1 })).length > 0
}

async function isDone(
  { store }: Context,
  { _id: distributorId, memberId, tasksDone = [] }: Distributor,
  kind: WelcomeKind,
  key: string,
): Promise<boolean> {
  switch (kind) {
    case 'share':
      return (await hasOpenedSheet(store, distributorId)) || hasVisitor(store, distributorId)
    case 'visitor':
      return hasVisitor(store, distributorId)
    case 'real-name':
      return (await readRealName(store, memberId)).identity !== null
    case 'own':
      return tasksDone.includes(key)
    default:
      return assertNever(kind)
  }
}

// 生成分享: a short code made from who shares what through which channel, so that the same share keeps its code.
import type { Api } from '@contract/api'
import type { Share, ShareTarget } from '@contract/model/distribution'
import type { Shop } from '@contract/model/shop'
import { isLapsed } from '../../domain/agreement/signing-state'
import { assert } from '../../domain/assert'
import { refuse } from '../../domain/refuse'
import { judgeTarget } from '../../domain/share/judge-target'
import { subjectOf } from '../../domain/share/target-key'
import type { Context, World } from '../../ports/world'
import { readShop } from '../shop/read-shop'
import { readTarget, type Target } from './read-target'
import { sharePath } from './share-path'

const CODE_LENGTH = 10
const TRIES = 10

/**
 * A campaign may be shared before it begins. Whoever gains nobody new shares nothing new: refuses AGREEMENT_LAPSED.
 * Also NOT_FOUND, PRODUCT_OFF_SHELF `{ title }`, CAMPAIGN_NOT_SHARED `{ title }` (over or taken back).
 */
export async function createShare(
  ctx: Context,
  { target, channel }: Api['distributor.createShare']['parsed'],
): Promise<Api['distributor.createShare']['output']> {
  const { distributor } = ctx.caller
  assert(distributor !== null, 'the endpoint reads the distributor')
  const [shop, found] = await Promise.all([readShop(ctx), readTarget(ctx, target)])
  if (isLapsed(shop.agreement, distributor, ctx.now)) throw refuse('AGREEMENT_LAPSED')
  insistSharable(target, found, ctx.now)
  const share = { distributorId: distributor._id, target, channel, createdAt: ctx.now }
  const shareCode = await keepShare(ctx, share)
  return {
    shareCode,
    path: sharePath(target, shareCode),
    title: titleOf(target, { ...found, shop, name: distributor.name }),
    picture: found.product?.pictures[0] ?? found.campaign?.picture ?? '',
    sharerName: distributor.name,
  }
}

function insistSharable(target: ShareTarget, found: Target, now: number): void {
  const known = found.product ?? found.campaign
  if (subjectOf(target) !== '' && !known) throw refuse('NOT_FOUND')
  if (found.campaign?.status === 'draft') throw refuse('NOT_FOUND')
  const gone = judgeTarget(target, found, now)
  if (!gone || gone.why === 'campaign-to-come') return
  const isProduct = gone.why === 'product-off-shelf'
  throw refuse(isProduct ? 'PRODUCT_OFF_SHELF' : 'CAMPAIGN_NOT_SHARED', { title: gone.title })
}

function titleOf(
  { kind }: ShareTarget,
  of: Target & { readonly shop: Shop; readonly name: string },
): string {
  if (kind === 'invitation') return `${of.name} 请你一起做「${of.shop.name}」的分销员`
  return of.product?.title ?? of.campaign?.title ?? of.shop.name
}

/** 10 letters are 50 bits; should another share have them already, this one gets others, always in the same order. */
async function keepShare(world: World, share: Omit<Share, '_id'>): Promise<string> {
  const facts = factsOf(share)
  for (let turn = 0; turn < TRIES; turn += 1) {
    const _id = world.digest(turn === 0 ? facts : `${facts}:${turn}`, CODE_LENGTH)
    const taken = await world.store.get('shares', _id)
    if (!taken && (await world.store.insert('shares', { _id, ...share }))) return _id
    const other = taken ?? (await world.store.get('shares', _id))
    if (other && factsOf(other) === facts) return _id
  }
  throw refuse('TRY_AGAIN')
}

function factsOf({ distributorId, target, channel }: Omit<Share, '_id'>): string {
  return `${distributorId}:${target.kind}:${subjectOf(target)}:${channel}`
}

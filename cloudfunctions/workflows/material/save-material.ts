// 发布/编辑素材: adds a material, which is seen at once, or changes one; its counts are the timer's and stay.
import { idOf } from '@contract/ids'
import type { Api } from '@contract/api'
import type { Material, MaterialTarget } from '@contract/model/material'
import { TIER_KEYS } from '@contract/model/shop'
import { insistOwnFiles } from '../../domain/material/check-files'
import { kindOfMaterial, standingOf, targetKeyOf } from '../../domain/material/describe-material'
import { refuse } from '../../domain/refuse'
import type { Transaction } from '../../ports/store'
import type { Context } from '../../ports/world'
import { carryOutOnce } from '../mark-request'
import { suffixOfRequest } from '../name-by-request'
import { countMaterial } from './product-notes'

type Input = Api['owner.saveMaterial']['parsed']

/**
 * Material, the product's count and a mark of the request are written in one transaction: a killed try that is
 * repeated adds nothing twice. Refuses MATERIAL_EMPTY, MATERIAL_FILE_FOREIGN, MATERIAL_TARGET_UNKNOWN, NOT_FOUND,
 * MATERIAL_MOVED_ON (somebody changed it meanwhile).
 */
export async function saveMaterial(
  ctx: Context,
  input: Input,
): Promise<Api['owner.saveMaterial']['output']> {
  const kind = kindOfMaterial(input)
  insistOwnFiles(ctx.envId, input)
  const id = input.id ?? idOf('material', suffixOfRequest(ctx))
  await carryOutOnce(ctx, 'saved-material', async (tx) => {
    const before = input.id === undefined ? null : await tx.get('materials', id)
    if (input.id !== undefined && !before) throw refuse('NOT_FOUND')
    if (before && before.revision !== input.revision) throw refuse('MATERIAL_MOVED_ON')
    if (before?.targetKey !== targetKeyOf(input.target)) await insistTarget(tx, input.target)
    const after = { ...write(input, before, ctx.now), kind }
    if (before) await tx.update('materials', id, { set: { ...after } })
    else await tx.insert('materials', { ...after, ...asNew(id, ctx.now) })
    await moveCount(tx, before, input.target)
  })
  return { id }
}

/** What it is about is there: a product, on the shelf or not, or a campaign that is out of its draft. */
async function insistTarget(tx: Transaction, target: MaterialTarget): Promise<void> {
  if (target.kind === 'product' && !(await tx.get('products', target.productId))) {
    throw refuse('MATERIAL_TARGET_UNKNOWN')
  }
  if (target.kind !== 'campaign') return
  const campaign = await tx.get('campaigns', target.campaignId)
  if (!campaign || campaign.status === 'draft') throw refuse('MATERIAL_TARGET_UNKNOWN')
}

function write(input: Input, before: Material | null, now: number) {
  const { title, target, text, pictures, video, tags, sort, minTier = null } = input
  return {
    ...{ title, target, text, pictures, video, sort },
    // The lowest tier is everybody's.
    minTier: minTier === TIER_KEYS[0] ? null : minTier,
    targetKind: target.kind,
    targetKey: targetKeyOf(target),
    tags: [...new Set(tags)],
    standing: standingOf(sort, before?.createdAt ?? now),
    revision: (before?.revision ?? 0) + 1,
    updatedAt: now,
  }
}

function asNew(_id: string, now: number) {
  const counts = { copied: 0, saved: 0, shared: 0 }
  return { _id, isPublished: true, publishedAt: now, createdAt: now, counts, usedCount: 0 }
}

async function moveCount(
  tx: Transaction,
  before: Material | null,
  to: MaterialTarget,
): Promise<void> {
  if (before && (!before.isPublished || before.targetKey === targetKeyOf(to))) return
  if (before?.target.kind === 'product') await countMaterial(tx, before.target.productId, -1)
  if (to.kind === 'product') await countMaterial(tx, to.productId, 1)
}

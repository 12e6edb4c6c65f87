// 卖点与问答: what the owner wrote to help speak of a product.
import type { Api } from '@contract/api'
import type { ProductNotes } from '@contract/model/material'
import { refuse } from '../../domain/refuse'
import type { Transaction } from '../../ports/store'
import type { Context, World } from '../../ports/world'
import { insistActive } from '../distributor/insist-active'

type Shown = Pick<Api['distributor.getProductNotes']['output'], 'points' | 'faq' | 'materialCount'>

/** Nothing written yet is empty lists; so are the notes of no product. */
export async function readNotes(world: World, productId: string | null): Promise<Shown> {
  const notes = productId === null ? null : await world.store.get('product_notes', productId)
  return {
    points: [...(notes?.points ?? [])],
    faq: (notes?.faq ?? []).map((one) => ({ ...one })),
    materialCount: notes?.materialCount ?? 0,
  }
}

/** Refuses DISTRIBUTOR_NOT_ACTIVE, NOT_FOUND. */
export async function getProductNotes(
  ctx: Context,
  { productId }: Api['distributor.getProductNotes']['parsed'],
): Promise<Api['distributor.getProductNotes']['output']> {
  insistActive(ctx)
  const [product, notes] = await Promise.all([
    ctx.store.get('products', productId),
    readNotes(ctx, productId),
  ])
  if (!product) throw refuse('NOT_FOUND')
  return { title: product.title, ...notes }
}

/** Refuses NOT_FOUND. */
export async function editProductNotes(
  ctx: Context,
  { productId }: Api['owner.getProductNotes']['parsed'],
): Promise<Api['owner.getProductNotes']['output']> {
  const [product, { points, faq }] = await Promise.all([
    ctx.store.get('products', productId),
    readNotes(ctx, productId),
  ])
  if (!product) throw refuse('NOT_FOUND')
  return { title: product.title, points, faq }
}

/** Refuses NOT_FOUND. The count beside them belongs to the materials and stays. */
export async function saveProductNotes(
  ctx: Context,
  { productId, points, faq }: Api['owner.saveProductNotes']['parsed'],
): Promise<Api['owner.saveProductNotes']['output']> {
  await ctx.store.transaction(async (tx) => {
    if (!(await tx.get('products', productId))) throw refuse('NOT_FOUND')
    const before = await notesOf(tx, productId)
    await tx.put('product_notes', { ...before, points: [...new Set(points)], faq })
  })
  return {}
}

/** One material more or less is about a product: written where the material is. */
export async function countMaterial(
  tx: Transaction,
  productId: string,
  change: 1 | -1,
): Promise<void> {
  const before = await notesOf(tx, productId)
  await tx.put('product_notes', { ...before, materialCount: before.materialCount + change })
}

async function notesOf(tx: Transaction, productId: string): Promise<ProductNotes> {
  const known = await tx.get('product_notes', productId)
  return known ?? { _id: productId, points: [], faq: [], materialCount: 0 }
}

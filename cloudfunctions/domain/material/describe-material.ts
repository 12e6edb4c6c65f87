// What a material is, from what it holds: its kind, its key in lists, and its place in the shop's own order.
import type { Material, MaterialKind, MaterialTarget } from '@contract/model/material'
import { refuse } from '../refuse'

type Content = Pick<Material, 'text' | 'pictures' | 'video'>

/** Refuses MATERIAL_EMPTY when there is nothing in it. */
export function kindOfMaterial({ text, pictures, video }: Content): MaterialKind {
  const parts: MaterialKind[] = [
    ...(text === '' ? [] : (['copy'] as const)),
    ...(pictures.length === 0 ? [] : (['pictures'] as const)),
    ...(video === null ? [] : (['video'] as const)),
  ]
  const [only, ...others] = parts
  if (only === undefined) throw refuse('MATERIAL_EMPTY')
  return others.length === 0 ? only : 'mix'
}

/** `shop`, `product:{id}` or `campaign:{id}`. */
export function targetKeyOf(target: MaterialTarget): string {
  switch (target.kind) {
    case 'shop':
      return 'shop'
    case 'product':
      return `product:${target.productId}`
    case 'campaign':
      return `campaign:${target.campaignId}`
  }
}

/** One number to order by: `sort` above everything, then the moment (ms, below 10^13 until the year 2286). */
export function standingOf(sort: number, createdAt: number): number {
  return sort * 10 ** 13 + createdAt
}

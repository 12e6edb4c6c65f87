/** What a cart line's state says, and why a cart cannot be checked out. Pure. */
import type { Api } from '@/api/call'

export type Cart = Api['mall.getCart']['output']
export type CartLine = Cart['lines'][number]

/** What stands on a line beside its price; null when all is well. */
export function lineNote(line: CartLine): { text: string; isDead: boolean } | null {
  if (!line.isOnShelf) return { text: '已经下架，买不了了', isDead: true }
  if (line.available === 0) return { text: '卖完了，等店主补货', isDead: true }
  if (line.available < line.quantity) {
    return { text: `只剩 ${line.available} 件，请改少一些`, isDead: false }
  }
  return line.available <= 5 ? { text: `只剩 ${line.available} 件`, isDead: false } : null
}

export const canSelect = (line: CartLine) => lineNote(line)?.isDead !== true

/** Why the selected lines cannot be bought now; null when they can. */
export function checkoutBlock({ lines }: Cart): string | null {
  const chosen = lines.filter((line) => line.isSelected && canSelect(line))
  if (chosen.length === 0) return '先选商品'
  const short = chosen.find((line) => line.available < line.quantity)
  return short ? '有商品库存不够' : null
}

export const isAllSelected = ({ lines }: Cart) =>
  lines.some(canSelect) && lines.filter(canSelect).every((line) => line.isSelected)

/** Pieces in the cart: the number on the tab. */
export const piecesOf = ({ lines }: Cart) => lines.reduce((sum, line) => sum + line.quantity, 0)

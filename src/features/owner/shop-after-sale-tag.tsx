/** An after-sale's state from the shop's side: what waits for the buyer elsewhere waits for you here. */
import { StatusTag } from '@/components/tag'
import { shopAfterSaleWords } from './after-sale-words'
import type { AfterSale } from './after-sale-words'

export function ShopAfterSaleTag({ status }: Pick<AfterSale, 'status'>) {
  const { word, tone } = shopAfterSaleWords[status]
  return <StatusTag tone={tone}>{word}</StatusTag>
}

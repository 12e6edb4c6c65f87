/** The orders in which products can be listed, in the words of the chips. */
import type { Api } from '@/api/call'

export type ProductSort = NonNullable<Api['mall.searchProducts']['input']['sort']>

export const productSorts: readonly { key: ProductSort; text: string }[] = [
  { key: 'sold', text: '按销量' },
  { key: 'new', text: '新上架' },
  { key: 'price-up', text: '价格从低' },
  { key: 'price-down', text: '价格从高' },
]

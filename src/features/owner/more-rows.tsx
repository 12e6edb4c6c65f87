/** The foot of a desk's list: the next page comes when the last row is reached, or is asked for. */
import { useReachBottom } from '@tarojs/taro'
import { ListFoot } from '@/features/mall/list-foot'
import type { Pages } from '@/features/mall/use-pages'

export function MoreRows<Row>({ pages }: { pages: Pages<Row> }) {
  useReachBottom(pages.loadMore)
  return <ListFoot foot={pages.foot} error={pages.error} loadMore={pages.loadMore} />
}

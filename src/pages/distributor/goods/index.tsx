/** 推广商品: what can be shared, by what it earns, by sales or newest; every row shares at once. */
import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '@/api/call'
import type { Api } from '@/api/call'
import { Page } from '@/components/page'
import { FilteredEmpty, PageState } from '@/components/page-state'
import { SearchBar } from '@/components/search-bar'
import { Segment } from '@/components/segment'
import { GoodsList } from '@/features/distributor/goods-list'
import { ListFoot } from '@/features/mall/list-foot'
import { usePages } from '@/features/mall/use-pages'
import { ShareSheet } from '@/features/share/share-sheet'
import type { ShareTarget } from '@/features/share/shares'
import { useShareCards } from '@/features/share/use-share-cards'
import { useSession } from '@/state/session'
import './index.scss'

type Sort = NonNullable<Api['distributor.listGoods']['input']['sort']>

const SORTS: readonly { key: Sort; text: string }[] = [
  { key: 'earn', text: '赚得多' },
  { key: 'sold', text: '卖得好' },
  { key: 'new', text: '新上架' },
]

function useGoodsShare() {
  const shopName = useSession((state) => state.session?.shop.name ?? '')
  const [target, setTarget] = useState<ShareTarget>({ kind: 'shop' })
  const [isOpen, setOpen] = useState(false)
  useShareCards(target, () => ({ title: shopName, path: '/pages/tabs/home/index' }))
  const share = (productId: string) => {
    setTarget({ kind: 'product', productId })
    setOpen(true)
  }
  return { share, sheet: { target, open: isOpen, onClose: () => setOpen(false) } }
}

export default function GoodsPage() {
  const [sort, setSort] = useState<Sort>('earn')
  const [word, setWord] = useState('')
  const [asked, setAsked] = useState('')
  const list = usePages(
    (cursor) =>
      call('distributor.listGoods', { sort, ...(asked ? { keyword: asked } : {}), cursor }),
    { keys: [sort, asked] },
  )
  const { share, sheet } = useGoodsShare()
  useReachBottom(list.loadMore)
  const { resource } = list
  const forget = () => {
    setWord('')
    setAsked('')
  }
  return (
    <Page title="推广商品" state="ready" resource={resource} overlay={<ShareSheet {...sheet} />}>
      <View className="goods-find">
        <SearchBar
          label="搜索推广商品"
          placeholder="按名字找商品"
          value={word}
          onChange={setWord}
          onSearch={(wanted) => setAsked(wanted.trim())}
        />
        <View className="goods-sort">
          <Segment items={SORTS} value={sort} onChange={setSort} />
        </View>
      </View>
      {asked !== '' && resource.state === 'empty' ? (
        <FilteredEmpty title={`没有找到“${asked}”`} onAction={forget} />
      ) : (
        <PageState
          state={resource.state}
          error={resource.error}
          onRetry={() => void resource.reload()}
          errorTitle="推广商品没有打开"
          empty={{ title: '货架还空着', text: '店主上架商品后，就能在这里挑来分享。' }}
        >
          <GoodsList goods={list.rows} onShare={share} />
          <ListFoot foot={list.foot} error={list.error} loadMore={list.loadMore} />
        </PageState>
      )}
    </Page>
  )
}

/** 素材库: what the shop has prepared to post, found by what it is about, by title, or among the favourites. */
import { Text, View } from '@tarojs/components'
import { useReachBottom, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '@/api/call'
import type { Api } from '@/api/call'
import { Chips } from '@/components/chip'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { FilteredEmpty, PageState } from '@/components/page-state'
import { SearchBar } from '@/components/search-bar'
import { Segment } from '@/components/segment'
import { goTo, materialPath } from '@/features/distributor/paths'
import { ListFoot } from '@/features/mall/list-foot'
import { usePages } from '@/features/mall/use-pages'
import { FavouriteHeart } from '@/features/material/favourite-heart'
import { isClosed, LibraryClosed } from '@/features/material/library-closed'
import { MaterialCard } from '@/features/material/material-card'
import { NotesCard } from '@/features/material/notes-card'
import type { Failure } from '@/state/failure'
import { useResource } from '@/state/use-resource'
import './index.scss'

type Order = NonNullable<Api['distributor.listMaterials']['input']['order']>
type Row = Api['distributor.listFavourites']['output']['rows'][number]
type Filter = 'all' | 'product' | 'campaign' | 'shop' | 'favourites'

const FILTERS: readonly { key: Filter; text: string }[] = [
  { key: 'all', text: '全部' },
  { key: 'product', text: '商品' },
  { key: 'campaign', text: '活动' },
  { key: 'shop', text: '全店' },
  { key: 'favourites', text: '收藏' },
]
const ORDERS: readonly { key: Order; text: string }[] = [
  { key: 'shop', text: '店主推荐' },
  { key: 'new', text: '最新' },
  { key: 'used', text: '最多人用' },
]

interface Wanted {
  filter: Filter
  order: Order
  keyword: string
  productId: string | undefined
}

async function load(wanted: Wanted, cursor: string | undefined) {
  const { filter, order, keyword, productId } = wanted
  if (filter === 'favourites') return call('distributor.listFavourites', { cursor })
  const page = await call('distributor.listMaterials', {
    ...(filter === 'all' ? {} : { targetKind: filter }),
    ...(productId === undefined ? {} : { productId }),
    ...(keyword === '' ? {} : { keyword }),
    order,
    cursor,
  })
  return { ...page, rows: page.rows.map((row): Row => ({ ...row, isWithdrawn: false })) }
}

/** Of one product: its name and what helps to speak of it, above its materials. */
function AboutProduct({ productId }: { productId: string }) {
  const notes = useResource(() => call('distributor.getProductNotes', { productId }))
  if (!notes.data) return null
  const { title, points, faq } = notes.data
  return (
    <View className="mat-find">
      <Text className="fy-t-title">{title}</Text>
      <NotesCard points={points} faq={faq} />
    </View>
  )
}

interface FindProps {
  filter: Filter
  onFilter: (filter: Filter) => void
  order: Order
  onOrder: (order: Order) => void
  onSearch: (keyword: string) => void
}

function Find({ filter, onFilter, order, onOrder, onSearch }: FindProps) {
  const [word, setWord] = useState('')
  return (
    <View className="mat-find">
      {filter !== 'favourites' && (
        <SearchBar
          label="搜索素材"
          placeholder="按标题找素材"
          value={word}
          onChange={setWord}
          onSearch={(wanted) => onSearch(wanted.trim())}
        />
      )}
      <Chips items={FILTERS} value={filter} onChange={onFilter} />
      {filter !== 'favourites' && <Segment items={ORDERS} value={order} onChange={onOrder} />}
    </View>
  )
}

function useLibrary(productId: string | undefined) {
  const [filter, setFilter] = useState<Filter>('all')
  const [order, setOrder] = useState<Order>('shop')
  const [asked, setAsked] = useState('')
  const keyword = filter === 'favourites' ? '' : asked
  const list = usePages((cursor) => load({ filter, order, keyword, productId }, cursor), {
    keys: [filter, order, keyword],
    onShow: true,
  })
  const turn = (id: string, isFavourite: boolean) => {
    if (filter === 'favourites') return void list.resource.reload()
    const rows = list.rows.map((row) => (row.id === id ? { ...row, isFavourite } : row))
    list.resource.put({ rows, next: list.resource.data?.next ?? null })
  }
  const isFiltered = keyword !== '' || (filter !== 'all' && filter !== 'favourites')
  const showAll = () => {
    setFilter('all')
    setAsked('')
  }
  return { filter, setFilter, order, setOrder, keyword, setAsked, list, turn, isFiltered, showAll }
}

const NO_FAVOURITES = { title: '还没有收藏', text: '点素材右边的心，常用的就都在这里。' }
const NO_MATERIALS = { title: '店里还没有素材', text: '店主发布文案、图片或视频后，会在这里。' }

function Rows({
  rows,
  onTurned,
}: {
  rows: readonly Row[]
  onTurned: (id: string, isFavourite: boolean) => void
}) {
  const [error, setError] = useState<Failure | null>(null)
  return (
    <>
      {error && <Notice kind="bad">收藏没有改成：{error.message}</Notice>}
      <View className="mat-list">
        {rows.map((row) => (
          <MaterialCard
            key={row.id}
            material={row}
            isWithdrawn={row.isWithdrawn}
            onTap={() => goTo(materialPath(row.id))}
            after={
              (!row.isLocked || row.isFavourite) && (
                <FavouriteHeart
                  materialId={row.id}
                  isFavourite={row.isFavourite}
                  onChange={(isFavourite) => onTurned(row.id, isFavourite)}
                  onFailed={setError}
                />
              )
            }
          />
        ))}
      </View>
    </>
  )
}

export default function MaterialsPage() {
  const { productId } = useRouter().params
  const library = useLibrary(productId)
  const { list, filter, keyword } = library
  const { resource } = list
  useReachBottom(list.loadMore)
  if (resource.data === undefined && isClosed(resource.error)) {
    return (
      <Page title="素材库" state="ready">
        <LibraryClosed error={resource.error} />
      </Page>
    )
  }
  const isFavourites = filter === 'favourites'
  return (
    <Page title="素材库" state="ready" resource={resource}>
      {productId === undefined ? (
        <Find
          filter={filter}
          onFilter={library.setFilter}
          order={library.order}
          onOrder={library.setOrder}
          onSearch={library.setAsked}
        />
      ) : (
        <AboutProduct productId={productId} />
      )}
      {library.isFiltered && resource.state === 'empty' ? (
        <FilteredEmpty
          title={keyword === '' ? '这里还没有素材' : `没有标题带“${keyword}”的素材`}
          onAction={library.showAll}
        />
      ) : (
        <PageState
          state={resource.state}
          error={resource.error}
          onRetry={() => void resource.reload()}
          errorTitle="素材没有打开"
          empty={isFavourites ? NO_FAVOURITES : NO_MATERIALS}
        >
          <Rows rows={list.rows} onTurned={library.turn} />
          <ListFoot foot={list.foot} error={list.error} loadMore={list.loadMore} />
        </PageState>
      )}
    </Page>
  )
}

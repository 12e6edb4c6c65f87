/** 分类: categories on the left, their shelf on the right, sorted, a page at a time. */
import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '@/api/call'
import { Chips } from '@/components/chip'
import { Page } from '@/components/page'
import { FilteredEmpty, PageState } from '@/components/page-state'
import { useCategoryChoice } from '@/features/mall/category-choice'
import { CategorySkeleton } from '@/features/mall/category-skeleton'
import { CategoryRail } from '@/features/mall/category-rail'
import { ListFoot } from '@/features/mall/list-foot'
import { openPage, pathOf } from '@/features/mall/open-page'
import { ProductList } from '@/features/mall/product-list'
import { SearchField } from '@/features/mall/search-field'
import { productSorts } from '@/features/mall/sorts.data'
import type { ProductSort } from '@/features/mall/sorts.data'
import { usePages } from '@/features/mall/use-pages'
import { useResource } from '@/state/use-resource'
import './index.scss'

export default function CategoryPage() {
  const { categoryId: wanted, choose } = useCategoryChoice()
  const [sort, setSort] = useState<ProductSort>('sold')
  const list = useResource(() => call('mall.listCategories', {}), {
    isEmpty: ({ categories }) => categories.length === 0,
  })
  const categories = list.data?.categories ?? []
  const chosen = categories.find(({ id }) => id === wanted) ?? categories[0]
  const shelf = usePages(
    (cursor) => call('mall.searchProducts', { categoryId: chosen?.id, sort, cursor }),
    { keys: [chosen?.id, sort], when: chosen !== undefined },
  )
  useReachBottom(shelf.loadMore)
  const reload = async () => {
    await Promise.all([list.reload(), chosen && shelf.resource.reload()])
  }
  return (
    <Page
      title="分类"
      tab
      bleed
      resource={{ ...list, reload }}
      skeleton={<CategorySkeleton />}
      errorTitle="分类没有打开"
      empty={{ title: '还没有分类', text: '店主分好类以后，从这里找茶更快。' }}
    >
      <View className="category-head">
        <SearchField />
      </View>
      <View className="category-body">
        <CategoryRail categories={categories} value={chosen?.id ?? ''} onChange={choose} />
        <View className="category-shelf">
          <Chips items={productSorts} value={sort} onChange={setSort} />
          <PageState
            state={shelf.resource.state === 'empty' ? 'ready' : shelf.resource.state}
            error={shelf.resource.error}
            onRetry={() => void shelf.resource.reload()}
            errorTitle="货架没有打开"
          >
            {shelf.rows.length > 0 ? (
              <ProductList rows={shelf.rows} />
            ) : (
              <FilteredEmpty
                title={`「${chosen?.name ?? ''}」还没有上架的商品`}
                actionText="去搜搜"
                onAction={() => openPage(pathOf.search())}
              />
            )}
            <ListFoot {...shelf} />
          </PageState>
        </View>
      </View>
    </Page>
  )
}

/** 商城首页: name plate, search, what runs now (or the motto), categories, specials, this season's shelf. */
import { Text, View } from '@tarojs/components'
import { call } from '@/api/call'
import { NavBar } from '@/components/nav-bar'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { FilteredEmpty, PageState } from '@/components/page-state'
import { ProductCard, Shelf } from '@/components/product-card'
import { Seal } from '@/components/seal'
import { useCategoryChoice } from '@/features/mall/category-choice'
import { CampaignBanners } from '@/features/mall/campaign-banners'
import { CategoryStrip } from '@/features/mall/category-strip'
import { HomeSkeleton } from '@/features/mall/home-skeleton'
import { MottoBanner } from '@/features/mall/motto-banner'
import { CATEGORY, HOME, openPage, openTab, pathOf } from '@/features/mall/open-page'
import { SearchField } from '@/features/mall/search-field'
import { SpecialsShelf } from '@/features/mall/specials-shelf'
import { useShopShare } from '@/features/mall/use-shop-share'
import { useShareCards } from '@/features/share/use-share-cards'
import { useSession } from '@/state/session'
import { useResource } from '@/state/use-resource'
import './index.scss'

const openProduct = (id: string) => openPage(pathOf.product(id))

export default function HomePage() {
  const known = useSession((state) => state.session?.shop)
  const home = useResource(() => call('mall.home', {}), {
    isEmpty: ({ categories, specials, season }) =>
      categories.length + specials.length + season.length === 0,
  })
  const welcome = useShopShare()
  const choose = useCategoryChoice((state) => state.choose)
  const { data } = home
  const shop = data?.shop ?? known
  const openCategory = (categoryId: string | null) => {
    choose(categoryId)
    openTab(CATEGORY)
  }
  useShareCards({ kind: 'shop' }, () => ({
    title: shop?.motto || shop?.name || '来店里看看',
    path: HOME,
  }))
  const plate = shop && (
    <View className="fy-row">
      <Text className="home-name">{shop.name}</Text>
      <Seal mark="友" />
    </View>
  )
  return (
    <Page title={shop?.name ?? '商城'} tab nav="none" bleed onRetry={() => void home.reload()}>
      <NavBar leave="none" lead={plate} />
      <View className="home-search">
        <SearchField />
      </View>
      {welcome && (
        <View className="home-notice">
          <Notice icon="shop">{welcome}</Notice>
        </View>
      )}
      {home.staleAt !== undefined && (
        <View className="home-notice">
          <Notice kind="warn" icon="warn" actionText="重试" onAction={() => void home.reload()}>
            没有刷新成功，下面是之前的货架
          </Notice>
        </View>
      )}
      <View className={home.state === 'ready' ? '' : 'home-state'}>
        <PageState
          state={home.state}
          error={home.error}
          onRetry={() => void home.reload()}
          skeleton={<HomeSkeleton />}
          errorTitle="店里的货架没有打开"
          empty={{ title: '货架还空着', text: '店主上架第一件商品后，会摆在这里。' }}
        >
          {data && (
            <View className="fy-px">
              {data.campaigns.length === 0 && (
                <MottoBanner
                  motto={data.shop.motto || data.shop.name}
                  onTap={() => openCategory(null)}
                />
              )}
              {data.campaigns.length > 0 && data.shop.motto !== '' && (
                <View className="home-motto">{data.shop.motto}</View>
              )}
              <CampaignBanners campaigns={data.campaigns.slice(0, 1)} />
              <CategoryStrip categories={data.categories} onOpen={openCategory} />
              <CampaignBanners campaigns={data.campaigns.slice(1)} />
              <SpecialsShelf products={data.specials} onOpen={openProduct} />
              {data.season.length > 0 && (
                <View className="home-season">
                  <Text className="fy-t-title">这一季</Text>
                  <Text className="home-season-note">按销量</Text>
                </View>
              )}
              {data.specials.length + data.season.length === 0 && (
                <View className="fy-mt-16">
                  <FilteredEmpty
                    title="这一季还没有推荐"
                    actionText="看全部商品"
                    onAction={() => openCategory(null)}
                  />
                </View>
              )}
              <Shelf>
                {data.season.map((product) => (
                  <ProductCard
                    key={product.id}
                    product={product}
                    onTap={() => openProduct(product.id)}
                  />
                ))}
              </Shelf>
            </View>
          )}
        </PageState>
      </View>
    </Page>
  )
}

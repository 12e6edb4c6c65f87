/** A campaign on its own page: cover, title, what is left of its time, and its goods. */
import { Text, View } from '@tarojs/components'
import { Notice } from '@/components/notice'
import { Picture } from '@/components/picture'
import { ProductCard, Shelf } from '@/components/product-card'
import { StatusTag } from '@/components/tag'
import { leftText, runText, waitText } from './campaign-words'
import type { Campaign } from './load-campaign'
import { HOME, openPage, openTab, pathOf } from './open-page'

interface CampaignViewProps {
  campaign: Campaign
  /** By the server's clock, ms. */
  now: number
}

function Time({ campaign, now }: CampaignViewProps) {
  const { state, startAt, endAt } = campaign
  return (
    <View className="campaign-time">
      {state === 'running' && <StatusTag tone="price">进行中</StatusTag>}
      {state === 'to-come' && <StatusTag tone="brand">还没开始</StatusTag>}
      {state === 'ended' && <StatusTag tone="plain">已经结束</StatusTag>}
      {state === 'running' && <Text className="campaign-left">{leftText(endAt, now)}</Text>}
      {state === 'to-come' && <Text className="campaign-left">{waitText(startAt, now)}</Text>}
    </View>
  )
}

function Aside({ state }: Pick<Campaign, 'state'>) {
  if (state === 'running') return null
  return (
    <View className="campaign-aside">
      <Notice kind="note" icon="shop" actionText="去店里逛逛" onAction={() => openTab(HOME)}>
        {state === 'ended'
          ? '活动已经结束，店还开着'
          : '活动还没开始，商品先看看，现在买按现在的价格'}
      </Notice>
    </View>
  )
}

export function CampaignView({ campaign, now }: CampaignViewProps) {
  const { title, intro, picture, goods, state } = campaign
  return (
    <View>
      <Picture src={picture} alt={title} ratio="16:9" bare />
      <View className="campaign-head">
        <Text className="campaign-title">{title}</Text>
        <Time campaign={campaign} now={now} />
        <Text className="campaign-run">{runText(campaign)}</Text>
        {intro !== '' && <Text className="campaign-intro">{intro}</Text>}
      </View>
      <View className="fy-px">
        <Aside state={state} />
        <View className="fy-section">
          <Text>{state === 'ended' ? '活动里的商品' : '活动商品'}</Text>
          <Text className="campaign-count">{goods.length} 件</Text>
        </View>
        {goods.length === 0 && <Notice kind="note">活动里的商品都下架了，看看店里别的</Notice>}
        <Shelf>
          {goods.map((product) => (
            <ProductCard
              key={product.id}
              product={product}
              onTap={() => openPage(pathOf.product(product.id))}
            />
          ))}
        </Shelf>
      </View>
    </View>
  )
}

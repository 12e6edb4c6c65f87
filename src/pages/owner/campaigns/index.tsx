/** 活动: everything the shop has under one title and cover, those that begin last first. */
import { Text, View } from '@tarojs/components'
import { call } from '@/api/call'
import { BottomBar } from '@/components/bottom-bar'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Picture } from '@/components/picture'
import { StatusTag } from '@/components/tag'
import { runText } from '@/features/mall/campaign-words'
import { openPage } from '@/features/mall/open-page'
import { usePages } from '@/features/mall/use-pages'
import { stateWords } from '@/features/owner/campaign-words'
import type { CampaignRow } from '@/features/owner/campaign-words'
import { DeskPage } from '@/features/owner/desk-page'
import { MoreRows } from '@/features/owner/more-rows'
import { deskPaths } from '@/features/owner/paths'
import './index.scss'

function Row({ campaign }: { campaign: CampaignRow }) {
  const { id, title, picture, state, productCount } = campaign
  const { text, tone } = stateWords[state]
  return (
    <Card onTap={() => openPage(deskPaths.campaignEdit(id))}>
      <View className="camps-row">
        <View className="camps-cover">
          <Picture src={picture} alt={title} ratio="16:9" />
        </View>
        <View className="camps-main">
          <Text className="camps-title fy-ell-2">{title}</Text>
          <Text className="camps-run">{runText(campaign)}</Text>
          <View className="camps-state">
            <StatusTag tone={tone}>{text}</StatusTag>
            <Text className="camps-count">{productCount} 件商品</Text>
          </View>
        </View>
      </View>
    </Card>
  )
}

export default function CampaignsPage() {
  const pages = usePages<CampaignRow>(
    (cursor) => call('owner.listCampaigns', cursor === undefined ? {} : { cursor }),
    { onShow: true },
  )
  return (
    <DeskPage
      title="活动"
      resource={pages.resource}
      empty={{
        title: '还没有活动',
        text: '选几件商品，定好日子，放上封面，分销员就能整场分享。',
      }}
      above={
        <Text className="fy-t-cap fy-ink-3">活动自己不改价；想多给佣金，在佣金方案里单独定</Text>
      }
      overlay={
        <BottomBar>
          <Button icon="plus" onTap={() => openPage(deskPaths.campaignEdit())}>
            办一场活动
          </Button>
        </BottomBar>
      }
    >
      <View className="desk-list">
        {pages.rows.map((campaign) => (
          <Row key={campaign.id} campaign={campaign} />
        ))}
      </View>
      <MoreRows pages={pages} />
    </DeskPage>
  )
}

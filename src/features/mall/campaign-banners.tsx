/** Campaigns that run now: a cover each, with its title and the day it ends. */
import { Text, View } from '@tarojs/components'
import type { Api } from '@/api/call'
import { aria } from '@/components/aria'
import { Icon } from '@/components/icon'
import { Picture } from '@/components/picture'
import { openPage, pathOf } from './open-page'

type Running = Api['mall.home']['output']['campaigns'][number]

export function CampaignBanners({ campaigns }: { campaigns: readonly Running[] }) {
  return (
    <>
      {campaigns.map(({ id, title, picture }) => (
        <View
          key={id}
          className="mall-campaign"
          onClick={() => openPage(pathOf.campaign(id))}
          {...aria(`活动，${title}`, 'link')}
        >
          <Picture src={picture} alt={title} ratio="16:9" bare />
          <View className="mall-campaign-foot">
            <Text className="mall-campaign-title fy-ell">{title}</Text>
            <Text className="mall-campaign-go">去看看</Text>
            <Icon name="chev" size={16} />
          </View>
        </View>
      ))}
    </>
  )
}

/** What a share earns, as a fact: the amount a friend's purchase pays and when it becomes free. */
import { Text, View } from '@tarojs/components'
import { Icon } from '@/components/icon'
import { Notice } from '@/components/notice'
import { formatFen } from '@/components/money/format'
import { freedWhen } from '@/features/distributor/terms'
import type { ShareTarget } from './shares'

export interface EarnRange {
  fromFen: number
  toFen: number
}

interface ShareEarningsProps {
  /** Null for the shop and a campaign: each product says its own. */
  earn: EarnRange | null
  kind: ShareTarget['kind']
  freezeDays: number | null
}

const each = {
  shop: '朋友进店下单，你得每件的“分享赚”',
  campaign: '朋友买活动里的，你得每件的“分享赚”',
} as const

function amountOf({ fromFen, toFen }: EarnRange): string {
  return fromFen === toFen ? formatFen(fromFen) : `${formatFen(fromFen)} 到 ${formatFen(toFen)}`
}

export function ShareEarnings({ earn, kind, freezeDays }: ShareEarningsProps) {
  // Inviting pays nothing by itself, and says so.
  if (kind === 'invitation') {
    return (
      <Notice kind="note" icon="team">
        对方自己申请，店主审核。邀请人数不发钱，佣金只来自真实成交
      </Notice>
    )
  }
  if (earn && earn.toFen === 0) {
    return <Notice kind="note">这件商品按现在的方案不计佣金，分享照样可以</Notice>
  }
  return (
    <View className="share-earn">
      <Icon name="sprout" size={24} className="share-earn-icon" />
      <View className="fy-grow">
        <View className="share-earn-fact">
          <Text>
            {earn
              ? `朋友买一件，你得 ${amountOf(earn)}`
              : each[kind === 'campaign' ? kind : 'shop']}
          </Text>
        </View>
        <View className="fy-t-cap">
          <Text>付款后待结算，{freedWhen(freezeDays)}</Text>
        </View>
      </View>
    </View>
  )
}

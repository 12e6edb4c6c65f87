/** What being a distributor is, honestly: rates of the plan in force, no fee, no purchase, no pay per head. */
import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import type { IconName } from '@/components/icon'
import { formatBps } from '@/components/money/format'
import { freedWhen } from './terms'
import type { Application } from './use-application'

function Rate({ rate, who, note }: { rate: string; who: string; note: string }) {
  return (
    <View className="recruit-rate">
      <Text className="recruit-rate-figure">{rate}</Text>
      <View className="fy-grow">
        <View>{who}</View>
        <View className="fy-t-cap fy-ink-3">{note}</View>
      </View>
    </View>
  )
}

/** The plan's own rates; products may have others. */
export function RecruitRates({ rateText, freezeDays }: Application) {
  const [own, invited] = rateText
  if (own === undefined) {
    return (
      <Card>
        <Text className="fy-ink-2">店主还没有公布佣金方案，公布后会写在这里。</Text>
      </Card>
    )
  }
  return (
    <Card>
      <Text className="fy-t-head">怎么算钱</Text>
      <Rate rate={formatBps(own)} who="朋友经你的分享付款" note="按实付商品金额，不含运费" />
      {invited !== undefined && invited > 0 && (
        <Rate
          rate={formatBps(invited)}
          who="你邀请的分销员成交"
          note="也按实付商品金额，只有这两级"
        />
      )}
      <View className="fy-t-cap fy-ink-3 fy-mt-12">
        <Text>
          有的商品比例不同，以商品页写的“分享赚”为准。付款后待结算，{freedWhen(freezeDays)}。
        </Text>
      </View>
    </Card>
  )
}

const PROMISES: readonly { icon: IconName; text: string; note: string }[] = [
  { icon: 'shield', text: '不收费，也不用先买东西', note: '加入没有任何门槛费' },
  { icon: 'calc', text: '佣金只来自真实成交', note: '邀请人数本身不发钱' },
  { icon: 'info', text: '每一分都写明怎么来的', note: '规则、比例、退款，一步步看得到' },
]

export function RecruitPromises() {
  return (
    <Card flush>
      {PROMISES.map(({ icon, text, note }) => (
        <View key={text} className="recruit-promise">
          <Icon name={icon} className="fy-brand" />
          <View className="fy-grow fy-ml-12">
            <View>{text}</View>
            <View className="fy-t-cap fy-ink-3">{note}</View>
          </View>
        </View>
      ))}
    </Card>
  )
}

/** The tools a distributor has: only those that exist. */
import { Text, View } from '@tarojs/components'
import { aria } from '@/components/aria'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import type { IconName } from '@/components/icon'
import { SIGN } from '@/features/recruit/paths'
import { COMMISSIONS, FUNNEL, goTo, RANKS, STATEMENT, TIER, WALLET, WITHDRAWALS } from './paths'

interface ToolProps {
  icon: IconName
  name: string
  onTap: () => void
}

function Tool({ icon, name, onTap }: ToolProps) {
  return (
    <View
      className="dist-tool"
      hoverClass="dist-tool-pressed"
      onClick={onTap}
      {...aria(undefined, 'button')}
    >
      <View className="fy-brand">
        <Icon name={icon} size={28} />
      </View>
      <Text className="dist-tool-name">{name}</Text>
    </View>
  )
}

interface ToolGridProps {
  onShareShop: () => void
  onInvite: () => void
}

export function ToolGrid({ onShareShop, onInvite }: ToolGridProps) {
  return (
    <Card bare>
      <View className="dist-tools">
        <Tool icon="list" name="佣金明细" onTap={() => goTo(COMMISSIONS)} />
        <Tool icon="wallet" name="钱包" onTap={() => goTo(WALLET)} />
        <Tool icon="bank" name="提现记录" onTap={() => goTo(WITHDRAWALS)} />
        <Tool icon="book" name="对账单" onTap={() => goTo(STATEMENT)} />
        <Tool icon="sprout" name="等级" onTap={() => goTo(TIER)} />
        <Tool icon="medal" name="排行榜" onTap={() => goTo(RANKS)} />
        <Tool icon="share" name="分享店铺" onTap={onShareShop} />
        <Tool icon="team" name="邀请加入" onTap={onInvite} />
        <Tool icon="pie" name="推广效果" onTap={() => goTo(FUNNEL)} />
        <Tool icon="edit" name="协议" onTap={() => goTo(SIGN)} />
      </View>
    </Card>
  )
}

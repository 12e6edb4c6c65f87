/** The tools a distributor has: only those that exist. */
import { Text, View } from '@tarojs/components'
import { aria } from '@/components/aria'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import type { IconName } from '@/components/icon'
import { SIGN } from '@/features/recruit/paths'
import {
  COMMISSIONS,
  CUSTOMERS,
  FUNNEL,
  goTo,
  MATERIALS,
  ORDERS,
  RANKS,
  STATEMENT,
  TEAM,
  TIER,
  WALLET,
  WITHDRAWALS,
} from './paths'

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
  onPoster: () => void
  onInvite: () => void
}

/** In the order people know, posters and team first, materials last; then what is used seldom. */
export function ToolGrid({ onPoster, onInvite }: ToolGridProps) {
  return (
    <Card bare>
      <View className="dist-tools">
        <Tool icon="poster" name="海报和码" onTap={onPoster} />
        <Tool icon="team" name="我的团队" onTap={() => goTo(TEAM)} />
        <Tool icon="user" name="我的顾客" onTap={() => goTo(CUSTOMERS)} />
        <Tool icon="cart" name="推广订单" onTap={() => goTo(ORDERS)} />
        <Tool icon="list" name="佣金明细" onTap={() => goTo(COMMISSIONS)} />
        <Tool icon="book" name="对账单" onTap={() => goTo(STATEMENT)} />
        <Tool icon="trophy" name="排行榜" onTap={() => goTo(RANKS)} />
        <Tool icon="medal" name="等级" onTap={() => goTo(TIER)} />
        <Tool icon="photo" name="素材库" onTap={() => goTo(MATERIALS)} />
        <Tool icon="plus" name="邀请加入" onTap={onInvite} />
        <Tool icon="pie" name="推广效果" onTap={() => goTo(FUNNEL)} />
        <Tool icon="wallet" name="钱包" onTap={() => goTo(WALLET)} />
        <Tool icon="bank" name="提现记录" onTap={() => goTo(WITHDRAWALS)} />
        <Tool icon="edit" name="协议" onTap={() => goTo(SIGN)} />
      </View>
    </Card>
  )
}

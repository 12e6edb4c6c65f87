/** The desk's other pages as a grid; a role sees those it may open. */
import { Text, View } from '@tarojs/components'
import { aria } from '@/components/aria'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import type { IconName } from '@/components/icon'
import { openPage } from '@/features/mall/open-page'
import { deskPaths } from './paths'

interface Tool {
  icon: IconName
  text: string
  to: string
  isOwners?: boolean
}

const tools: readonly Tool[] = [
  { icon: 'box', text: '商品', to: deskPaths.products(), isOwners: true },
  { icon: 'flag', text: '活动', to: deskPaths.campaigns(), isOwners: true },
  { icon: 'list', text: '订单', to: deskPaths.orders() },
  { icon: 'chat', text: '售后', to: deskPaths.refunds() },
  { icon: 'team', text: '人员', to: deskPaths.people(), isOwners: true },
  { icon: 'user', text: '顾客争议', to: deskPaths.disputes(), isOwners: true },
  { icon: 'gear', text: '员工', to: deskPaths.staff(), isOwners: true },
  { icon: 'photo', text: '素材', to: deskPaths.materials(), isOwners: true },
  { icon: 'plus', text: '招募', to: deskPaths.recruitment(), isOwners: true },
  { icon: 'edit', text: '协议', to: deskPaths.agreement(), isOwners: true },
  { icon: 'sprout', text: '等级', to: deskPaths.tiers() },
  { icon: 'percent', text: '佣金方案', to: deskPaths.plan() },
  { icon: 'wallet', text: '提现审核', to: deskPaths.payouts() },
  { icon: 'calc', text: '个税', to: deskPaths.tax() },
  { icon: 'pie', text: '谁赚了多少', to: deskPaths.earnings() },
  { icon: 'share', text: '推广效果', to: deskPaths.funnel() },
  { icon: 'check', text: '对账', to: deskPaths.reconcile() },
  { icon: 'bell', text: '待处理', to: deskPaths.alerts() },
  { icon: 'medal', text: '奖励核销', to: deskPaths.bonuses() },
  { icon: 'gear', text: '店铺设置', to: deskPaths.shopSettings(), isOwners: true },
]

export function DeskTools({ isOwner }: { isOwner: boolean }) {
  return (
    <Card bare className="dash-tools">
      {tools
        .filter((tool) => isOwner || !tool.isOwners)
        .map(({ icon, text, to }) => (
          <View
            key={text}
            className="dash-tool"
            hoverClass="fy-card-pressed"
            onClick={() => openPage(to)}
            {...aria(undefined, 'link')}
          >
            <Icon name={icon} className="fy-brand" />
            <Text className="dash-tool-text">{text}</Text>
          </View>
        ))}
    </Card>
  )
}

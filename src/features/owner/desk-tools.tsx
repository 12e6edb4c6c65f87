/** The desk's other pages as a grid in groups; a role sees those it may open. */
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

/** By what somebody came for; whatever a role may not open is left out, and so is a group without any. */
const groups: readonly { name: string; tools: readonly Tool[] }[] = [
  {
    name: '卖货',
    tools: [
      { icon: 'box', text: '商品', to: deskPaths.products(), isOwners: true },
      { icon: 'flag', text: '活动', to: deskPaths.campaigns(), isOwners: true },
      { icon: 'list', text: '订单', to: deskPaths.orders() },
      { icon: 'chat', text: '售后', to: deskPaths.refunds() },
    ],
  },
  {
    name: '分销',
    tools: [
      { icon: 'team', text: '人员', to: deskPaths.people(), isOwners: true },
      { icon: 'poster', text: '招募', to: deskPaths.recruitment(), isOwners: true },
      { icon: 'edit', text: '协议', to: deskPaths.agreement(), isOwners: true },
      { icon: 'sprout', text: '等级', to: deskPaths.tiers() },
      { icon: 'percent', text: '佣金方案', to: deskPaths.plan() },
      { icon: 'photo', text: '素材', to: deskPaths.materials(), isOwners: true },
      { icon: 'shield', text: '顾客争议', to: deskPaths.disputes(), isOwners: true },
      { icon: 'share', text: '推广效果', to: deskPaths.funnel() },
    ],
  },
  {
    name: '钱',
    tools: [
      { icon: 'wallet', text: '提现审核', to: deskPaths.payouts() },
      { icon: 'pie', text: '谁赚了多少', to: deskPaths.earnings() },
      { icon: 'medal', text: '奖励核销', to: deskPaths.bonuses() },
      { icon: 'calc', text: '个税', to: deskPaths.tax() },
      { icon: 'bank', text: '对账', to: deskPaths.reconcile() },
      { icon: 'bell', text: '待处理', to: deskPaths.alerts() },
    ],
  },
  {
    name: '店里',
    tools: [
      { icon: 'user', text: '员工', to: deskPaths.staff(), isOwners: true },
      { icon: 'gear', text: '店铺设置', to: deskPaths.shopSettings(), isOwners: true },
    ],
  },
]

function Tile({ icon, text, to }: Tool) {
  return (
    <View
      className="dash-tool"
      hoverClass="fy-card-pressed"
      onClick={() => openPage(to)}
      {...aria(undefined, 'link')}
    >
      <Icon name={icon} className="fy-brand" />
      <Text className="dash-tool-text">{text}</Text>
    </View>
  )
}

export function DeskTools({ isOwner }: { isOwner: boolean }) {
  const open = groups
    .map(({ name, tools }) => ({ name, tools: tools.filter((tool) => isOwner || !tool.isOwners) }))
    .filter(({ tools }) => tools.length > 0)
  return (
    <Card>
      {open.map(({ name, tools }) => (
        <View key={name} className="dash-tool-group">
          <Text className="dash-tool-name">{name}</Text>
          <View className="dash-tools">
            {tools.map((tool) => (
              <Tile key={tool.text} {...tool} />
            ))}
          </View>
        </View>
      ))}
    </Card>
  )
}

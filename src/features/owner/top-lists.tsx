/** What brought the sales of a span: the goods as bars against the first of them, and who earned most. */
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from '@/components/aria'
import { Avatar } from '@/components/avatar'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { ListRow } from '@/components/list-row'
import { Money } from '@/components/money'
import { formatCount, formatFen } from '@/components/money/format'
import { TierBadge } from '@/components/tier'
import { openPage } from '@/features/mall/open-page'
import { mulDivFloor } from '@contract/money'
import { deskPaths } from './paths'
import type { Dashboard } from './sales-words'

/** The widest bar is the first; whatever sold at all is seen. */
const widthOf = (salesFen: number, mostFen: number) =>
  `${Math.max(1, mulDivFloor(salesFen, 100, mostFen || 1))}%`

interface TopProductsProps {
  products: Dashboard['topProducts']
  /** Goods are the owner's: whoever else looks can't open them. */
  isOwner: boolean
}

export function TopProducts({ products, isOwner }: TopProductsProps) {
  if (products.length === 0) return null
  const most = products[0]?.salesFen ?? 0
  return (
    <Card>
      <Text className="fy-t-head">卖得最好的商品</Text>
      <View className="dash-top">
        {products.map(({ id, title, salesFen, units }) => (
          <View
            key={id}
            className="dash-top-row"
            hoverClass={isOwner ? 'fy-row-pressed' : 'none'}
            {...(isOwner ? { onClick: () => openPage(deskPaths.productEdit(id)) } : {})}
            {...aria(
              `${title}，${formatFen(salesFen)}，${formatCount(units)} 件`,
              isOwner ? 'link' : 'img',
            )}
          >
            <View className="fy-row fy-between">
              <Text className="fy-t-small fy-ell fy-mr-8">{title}</Text>
              <View className="fy-row">
                <Money fen={salesFen} size="4" tone="ink" />
                {isOwner && <Icon name="chev" size={16} className="fy-ink-3 fy-ml-4" />}
              </View>
            </View>
            <View className="fy-row fy-mt-4">
              <View className="dash-top-field">
                <View className="dash-top-bar" style={{ width: widthOf(salesFen, most) }} />
              </View>
              <Text className="dash-top-units">{formatCount(units)} 件</Text>
            </View>
          </View>
        ))}
      </View>
      <View className="fy-t-cap fy-ink-3 fy-mt-8">按付款那天算，退掉的已经减去</View>
    </Card>
  )
}

function Heading({ children, to }: { children: ReactNode; to: string }) {
  return (
    <View className="fy-section">
      <Text>{children}</Text>
      <View className="fy-section-more" onClick={() => openPage(to)} {...aria(undefined, 'link')}>
        <Text>全部</Text>
        <Icon name="chev" size={16} />
      </View>
    </View>
  )
}

export function TopEarners({ earners }: { earners: Dashboard['topEarners'] }) {
  return (
    <>
      <Heading to={deskPaths.earnings()}>谁带来的佣金最多</Heading>
      <Card flush>
        {earners.length === 0 && (
          <ListRow title="这段时间还没有佣金" note="有人通过分享付款后，会记在这里" />
        )}
        {earners.map(({ id, name, tier, amountFen }) => (
          <ListRow
            key={id}
            lead={<Avatar name={name} size={32} />}
            title={
              <View className="fy-row">
                <Text className="fy-ell fy-mr-8">{name}</Text>
                <TierBadge tier={tier} />
              </View>
            }
            value={<Money fen={amountFen} sign="always" tone="ink" />}
            onTap={() => openPage(deskPaths.person(id))}
          />
        ))}
      </Card>
    </>
  )
}

/** 店里的记录: what the shop itself knows of the customer and each of the two, side by side. */
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from '@/components/aria'
import { Avatar } from '@/components/avatar'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { Money } from '@/components/money'
import { dayText } from '@/components/moment/format'
import { openPage } from '@/features/mall/open-page'
import { deskPaths } from '@/features/owner/paths'
import { channelText } from './dispute-words'
import type { ShopDispute } from './dispute-words'

type Side = ShopDispute['claimant']

function Head({ person, role }: { person: Side; role: string }) {
  return (
    <View
      className="dispute-side-head"
      onClick={() => openPage(deskPaths.person(person.id))}
      {...aria(`看 ${person.name}`, 'link')}
    >
      <Avatar name={person.name} size={32} />
      <View className="fy-grow fy-ml-8">
        <View className="dispute-side-name">{person.name}</View>
        <View className="fy-t-tag fy-ink-3">{role}</View>
      </View>
      <Icon name="chev" size={14} className="fy-ink-3" />
    </View>
  )
}

interface RowProps {
  name: string
  claimant: ReactNode
  holder: ReactNode
}

function Row({ name, claimant, holder }: RowProps) {
  return (
    <View className="dispute-compare">
      <View className="fy-t-cap fy-ink-3">{name}</View>
      <View className="dispute-sides">
        <View className="dispute-side">{claimant}</View>
        <View className="dispute-side">{holder}</View>
      </View>
    </View>
  )
}

const day = (at: number | null) => (at === null ? '没有' : dayText(at))

export function RecordsCard({ dispute }: { dispute: ShopDispute }) {
  const { claimant, holder } = dispute
  const row = (name: string, show: (side: Side) => ReactNode) => (
    <Row name={name} claimant={show(claimant)} holder={show(holder)} />
  )
  return (
    <Card>
      <View className="dispute-sides">
        <View className="dispute-side">
          <Head person={claimant} role="提出的" />
        </View>
        <View className="dispute-side">
          <Head person={holder} role="当时归他" />
        </View>
      </View>
      {row('第一次打开他的分享', (side) => (
        <>
          <Text className="dispute-fact">{day(side.firstVisitAt)}</Text>
          {side.firstVisitAt !== null && (
            <Text className="dispute-fact-note">{channelText(side.firstChannel)}</Text>
          )}
        </>
      ))}
      {row('打开过几个分享', ({ shares }) => (
        <Text className="dispute-fact">{shares} 个</Text>
      ))}
      {row('记给他的订单', ({ orders, paidFen }) => (
        <>
          <Text className="dispute-fact">{orders} 单</Text>
          <View className="dispute-fact-note">
            付了 <Money fen={paidFen} size="4" />
          </View>
        </>
      ))}
      {row('最近一次买', ({ lastPaidAt }) => (
        <Text className="dispute-fact">{day(lastPaidAt)}</Text>
      ))}
    </Card>
  )
}

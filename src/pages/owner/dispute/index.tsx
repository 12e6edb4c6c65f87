/** 一件顾客争议: who has the customer, what the records say of both, what both say, and the shop's decision. */
import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '@/api/call'
import { Avatar } from '@/components/avatar'
import { BottomBar } from '@/components/bottom-bar'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ListRow } from '@/components/list-row'
import { dayText, momentText } from '@/components/moment/format'
import { StatusTag } from '@/components/tag'
import { BothSides } from '@/features/dispute/both-sides'
import { DecideSheet } from '@/features/dispute/decide-sheet'
import { nowText, shopLook, shownName } from '@/features/dispute/dispute-words'
import type { ShopDispute } from '@/features/dispute/dispute-words'
import { RecordsCard } from '@/features/dispute/records-card'
import { openPage } from '@/features/mall/open-page'
import { DeskPage } from '@/features/owner/desk-page'
import { HistorySheet } from '@/features/owner/history-sheet'
import { deskPaths } from '@/features/owner/paths'
import { useResource } from '@/state/use-resource'
import './index.scss'

function Customer({ dispute, onHistory }: { dispute: ShopDispute; onHistory: () => void }) {
  const { customerName, customer } = dispute
  const { word, tone } = shopLook(dispute)
  return (
    <Card flush>
      <ListRow
        lead={<Avatar name={customerName} size={48} />}
        title={shownName(customerName)}
        note={
          <>
            <View>{nowText(dispute)}</View>
            <View>{dayText(customer.cameAt)}第一次来</View>
          </>
        }
        value={<StatusTag tone={tone}>{word}</StatusTag>}
      />
      <ListRow dense title="看归属记录" onTap={onHistory} />
    </Card>
  )
}

function Decision({ dispute }: { dispute: ShopDispute }) {
  const { decision, status, endedAt, claimantName, customerName } = dispute
  if (!decision) return null
  return (
    <Card className="dispute-part">
      <Text className="fy-t-head">
        {status === 'upheld' ? `划给了 ${claimantName}` : '维持原样'}
      </Text>
      <Text className="dispute-when">
        {decision.name} 裁定{endedAt !== null && ` · ${momentText(endedAt)}`}
      </Text>
      <View className="dispute-said">
        <Text className="dispute-words">{decision.reason}</Text>
      </View>
      {status === 'upheld' && !decision.isMoved && (
        <Text className="dispute-quiet">
          裁定之前 {shownName(customerName)} 就已经归 {claimantName}，归属没有再动
        </Text>
      )}
    </Card>
  )
}

function Others({ others }: Pick<ShopDispute, 'others'>) {
  if (others.length === 0) return null
  return (
    <>
      <View className="fy-section">还有人也想要这位顾客</View>
      <Card flush>
        {others.map(({ id, claimantName }) => (
          <ListRow
            key={id}
            icon="user"
            title={`${claimantName} 提出的`}
            onTap={() => openPage(deskPaths.dispute(id))}
          />
        ))}
      </Card>
    </>
  )
}

const EMPTY = {
  OWN_CASE: {
    title: '这件事和你自己有关',
    text: '你是其中一方，要请店里别的店主来裁定。你的一边在分销中心的“我的顾客”里看。',
    actionText: '看别的争议',
    onAction: () => openPage(deskPaths.disputes()),
  },
  DISPUTE_UNKNOWN: {
    title: '没有找到这件争议',
    text: '可能链接不完整，回名单再点一次。',
    actionText: '看全部争议',
    onAction: () => openPage(deskPaths.disputes()),
  },
} as const

export default function ShopDisputePage() {
  const disputeId = useRouter().params['id'] ?? ''
  const found = useResource(() => call('owner.getDispute', { disputeId }), { keys: [disputeId] })
  const [isDeciding, setDeciding] = useState(false)
  const [looking, setLooking] = useState<{ id: string; name: string } | null>(null)
  const { data, error } = found
  const code = data === undefined ? error?.code : undefined
  const empty = code === 'OWN_CASE' || code === 'DISPUTE_UNKNOWN' ? EMPTY[code] : undefined
  const isOpen = data?.status === 'raised' || data?.status === 'answered'
  return (
    <DeskPage
      title="顾客争议"
      resource={empty ? { ...found, state: 'empty' } : found}
      empty={empty}
      overlay={
        data && (
          <>
            {isOpen && (
              <BottomBar>
                <Button
                  disabledReason={
                    !data.isRipe && `${momentText(data.answerBy)} 后可以裁定，先等对方回应`
                  }
                  onTap={() => setDeciding(true)}
                >
                  裁定
                </Button>
              </BottomBar>
            )}
            <DecideSheet
              open={isDeciding}
              dispute={data}
              onClose={() => setDeciding(false)}
              onDone={found.reload}
            />
            <HistorySheet customer={looking} onClose={() => setLooking(null)} />
          </>
        )
      }
    >
      {data && (
        <>
          <Customer
            dispute={data}
            onHistory={() =>
              setLooking({ id: data.customer.id, name: shownName(data.customerName) })
            }
          />
          <Decision dispute={data} />
          <View className="fy-section">店里的记录</View>
          <RecordsCard dispute={data} />
          <View className="fy-section">两边的话</View>
          <BothSides dispute={data} />
          <Others others={data.others} />
        </>
      )}
    </DeskPage>
  )
}

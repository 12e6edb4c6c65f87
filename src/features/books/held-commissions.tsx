/** 搁下的佣金: what could not be worked out or settled, whose it is, and the owner's ways on. */
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import type { Api } from '@/api/call'
import { useAction } from '@/api/use-action'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { momentText } from '@/components/moment/format'
import { Money } from '@/components/money'
import { Notice } from '@/components/notice'
import { StatusTag } from '@/components/tag'
import { toast } from '@/components/toast'
import { openPage } from '@/features/mall/open-page'
import { deskPaths } from '@/features/owner/paths'
import { ReasonSheet } from '@/features/owner/reason-sheet'
import { useIsOwner } from '@/features/owner/use-is-owner'
import { useResource } from '@/state/use-resource'

type Held = Api['owner.listHeld']['output']['rows'][number]
type Decision = Api['owner.decideHeld']['input']['decision']

const MEANINGS: Readonly<Record<Held['kind'], { tag: string; text: string }>> = {
  accrual: {
    tag: '没算出来',
    text: '这笔订单的佣金没有算出来。记录核对好以后，再试一次就会补上。',
  },
  due: { tag: '没定结算日', text: '已经收货，佣金却定不了结算日。核对好以后再试一次。' },
  settlement: { tag: '没结算', text: '到了结算日却结不了，还在待结算里。核对好以后再试一次。' },
}
const REFUNDED =
  '没算出佣金之前已经退过款，不会再自动补。该给的用「奖励」补发，写明缘由，再点「不补了」。'

/** What is set aside, and what is being decided about which. */
export function useHeld(onDecided: () => void) {
  const held = useResource(() => call('owner.listHeld', {}), { onShow: true })
  const deciding = useAction('owner.decideHeld')
  const [asked, setAsked] = useState<Held | null>(null)
  const decide = async (reason: string) => {
    if (!asked) return
    const { id, kind } = asked
    const decision = decisionOf(asked)
    if (!(await deciding.run({ id, kind, decision, reason }))) return
    setAsked(null)
    toast(decision === 'retry' ? '一分钟内会再试' : '记下了，不补')
    void held.reload()
    onDecided()
  }
  return { held, deciding, asked, setAsked, decide }
}

const decisionOf = ({ isRefunded }: Held): Decision => (isRefunded ? 'drop' : 'retry')
const wordOf = (held: Held) => (decisionOf(held) === 'retry' ? '再试一次' : '不补了')

export function HeldCommissions({ steps }: { steps: ReturnType<typeof useHeld> }) {
  const { held, setAsked } = steps
  const isOwner = useIsOwner()
  if (held.error && !held.data) {
    return (
      <Notice kind="bad" actionText="再试一次" onAction={() => void held.reload()}>
        搁下的佣金没有取到：{held.error.message}
      </Notice>
    )
  }
  const rows = held.data?.rows ?? []
  if (rows.length === 0) return null
  return (
    <>
      <Text className="desk-label">搁下的佣金</Text>
      <View className="desk-list">
        {rows.map((row) => (
          <HeldCard
            key={`${row.kind}:${row.id}`}
            held={row}
            isOwner={isOwner}
            onDecide={() => setAsked(row)}
          />
        ))}
      </View>
    </>
  )
}

interface HeldCardProps {
  held: Held
  isOwner: boolean
  onDecide: () => void
}

function HeldCard({ held, isOwner, onDecide }: HeldCardProps) {
  const { kind, orderId, title, names, netFen, at, isRefunded, blockedBy } = held
  const { tag, text } = MEANINGS[kind]
  const block = blockedBy !== null ? '不能处理自己的' : isOwner ? null : '要店主来定'
  return (
    <Card>
      <View className="fy-row fy-between">
        {netFen === null ? <Text>{title}</Text> : <Money fen={netFen} size="2" />}
        <StatusTag tone="bad">{tag}</StatusTag>
      </View>
      <View className="books-note">
        {netFen === null ? '' : `${title} · `}
        {names.join('、')} · {momentText(at)}
      </View>
      <View className="books-note">{isRefunded ? REFUNDED : text}</View>
      <View className="desk-actions">
        <Button
          kind="plain"
          size="mid"
          label={`看订单，${title}`}
          onTap={() => openPage(deskPaths.order(orderId))}
        >
          看订单
        </Button>
        <Button
          size="mid"
          disabledReason={block}
          label={block === null ? `${wordOf(held)}，${title}` : undefined}
          onTap={onDecide}
        >
          {wordOf(held)}
        </Button>
      </View>
    </Card>
  )
}

export function HeldSheet({ steps }: { steps: ReturnType<typeof useHeld> }) {
  const { asked, setAsked, deciding, decide } = steps
  const isRetry = asked !== null && decisionOf(asked) === 'retry'
  return (
    <ReasonSheet
      open={asked !== null}
      title={asked === null ? '' : `${wordOf(asked)}：${asked.title}`}
      hint={
        isRetry ? '写一句查到了什么、改了什么，会留在记录里' : '写明补发了哪一笔，或为什么不用补'
      }
      confirmText={isRetry ? '再试一次' : '不补了'}
      failText={isRetry ? '没有再试' : '没有记下'}
      busy={deciding.busy}
      error={deciding.error}
      onConfirm={(reason) => void decide(reason)}
      onClose={() => setAsked(null)}
    />
  )
}

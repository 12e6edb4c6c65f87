/** A refund that WeChat closed, calls abnormal or doesn't answer for: what to do, what waits behind it. */
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { momentText } from '@/components/moment/format'
import { Money } from '@/components/money'
import { StatusTag } from '@/components/tag'
import type { Api } from '@/api/call'

export type StuckRefund = Api['owner.listStuckRefunds']['output']['rows'][number]

/** What it means for the buyer's money, and the way out. */
const MEANINGS: Readonly<
  Record<StuckRefund['state'], { tag: string; text: string; retry: string }>
> = {
  closed: {
    tag: '微信已关闭',
    text: '钱没有退出去。可以换个新单号再退，或者自己转给买家。',
    retry: '再退一次',
  },
  abnormal: {
    tag: '退款异常',
    text: '买家的卡收不了钱。先到微信支付商户平台处理，再来问结果；或者自己转给买家。',
    retry: '问问微信',
  },
  unanswered: {
    tag: '一直没退成',
    text: '微信没有受理，或者一直没有回答，系统还在试。先看看商户号余额；等不及可以自己转给买家。',
    retry: '再试一次',
  },
}

interface StuckRefundCardProps {
  refund: StuckRefund
  busy: boolean
  onRetry: () => void
  onByHand: () => void
}

export function StuckRefundCard({ refund, busy, onRetry, onByHand }: StuckRefundCardProps) {
  const { buyerName, title, refundFen, state, since, outRefundNo, tries, waiting } = refund
  const { tag, text, retry } = MEANINGS[state]
  const block = refund.blockedBy === null ? null : '不能处理自己的'
  return (
    <Card>
      <View className="fy-row fy-between">
        <Money fen={refundFen} size="2" />
        <StatusTag tone="bad">{tag}</StatusTag>
      </View>
      <View className="books-note">
        {buyerName} · {title}
      </View>
      <View className="books-note">{text}</View>
      <View className="books-note">
        <Text>
          退款单号 {outRefundNo}，{momentText(since)}
          {tries > 1 ? `，第 ${tries} 次` : ''}
        </Text>
      </View>
      {waiting > 0 && (
        <View className="books-note">这笔订单还有 {waiting} 个售后，等这笔有结果再办</View>
      )}
      <View className="desk-actions">
        <Button kind="plain" size="mid" label={`${title} 自己转给买家了`} onTap={onByHand}>
          自己转了
        </Button>
        <Button
          size="mid"
          busy={busy}
          disabledReason={block}
          label={block === null ? `${retry}，${title}` : undefined}
          onTap={onRetry}
        >
          {retry}
        </Button>
      </View>
    </Card>
  )
}

/** One transaction on which the shop and WeChat don't agree: why, both amounts, and what was said about it. */
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { momentText } from '@/components/moment/format'
import { StatusTag } from '@/components/tag'
import { openPage } from '@/features/mall/open-page'
import { deskPaths } from '@/features/owner/paths'
import { amountsText, STATES } from './reconcile-words'
import type { Difference } from './reconcile-words'

interface DifferenceCardProps {
  difference: Difference
  onNote: () => void
}

export function DifferenceCard({ difference, onNote }: DifferenceCardProps) {
  const { causeText, number, recordId, state, note, notedByName, notedAt, flow } = difference
  const { word, tone } = STATES[state]
  const orderId = flow === 'payment' ? recordId : null
  return (
    <Card>
      <View className="fy-row fy-row-top fy-between">
        <Text className="books-name">{causeText}</Text>
        <View className="fy-ml-12">
          <StatusTag tone={tone}>{word}</StatusTag>
        </View>
      </View>
      <View className="books-note">{amountsText(difference)}</View>
      <View className="books-note">单号 {number}</View>
      {note !== null && (
        <View className="books-note">
          {notedByName} {notedAt !== null && momentText(notedAt)}：{note}
        </View>
      )}
      {(state !== 'cleared' || orderId !== null) && (
        <View className="desk-actions">
          {orderId !== null && (
            <Button
              kind="plain"
              size="small"
              label={`看订单 ${number}`}
              onTap={() => openPage(deskPaths.order(orderId))}
            >
              看订单
            </Button>
          )}
          {state !== 'cleared' && (
            <Button kind="soft" size="small" label={`写说明，${causeText}`} onTap={onNote}>
              写说明
            </Button>
          )}
        </View>
      )}
    </Card>
  )
}

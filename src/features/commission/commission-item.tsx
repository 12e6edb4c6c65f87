/** One commission in the list: what was bought, by whom, how much, its state and what happens next. */
import { Text, View } from '@tarojs/components'
import { aria } from '@/components/aria'
import { Money } from '@/components/money'
import { StatusTag } from '@/components/tag'
import { clockText } from '@/components/moment/format'
import { levelWords, lookOf, nextStep, reversalText } from './commission-words'
import type { CommissionRow } from './commission-words'

interface CommissionItemProps {
  row: CommissionRow
  freezeDays: number | null
  onTap: () => void
}

export function CommissionItem({ row, freezeDays, onTap }: CommissionItemProps) {
  const look = lookOf(row)
  const reversal = reversalText(row)
  return (
    <View
      className="cms-row"
      hoverClass="fy-row-pressed"
      onClick={onTap}
      {...aria(undefined, 'button')}
    >
      <View className="fy-grow">
        <View className="fy-ell">{row.title}</View>
        <View className="fy-t-cap fy-ink-3 fy-mt-4">
          <Text>
            {row.buyerName} · {levelWords[row.level]} · {clockText(row.accruedAt)}
          </Text>
        </View>
        <View className={`cms-next cms-next-${look.state}`}>
          <Text>{nextStep(row, freezeDays)}</Text>
        </View>
        {reversal && (
          <View className="cms-next cms-next-clawback">
            <Text>{reversal}</Text>
          </View>
        )}
      </View>
      <View className="cms-side">
        <Money fen={row.netFen} sign="always" state={look.state} />
        <View className="fy-mt-4">
          <StatusTag tone={look.state}>{look.word}</StatusTag>
        </View>
      </View>
    </View>
  )
}

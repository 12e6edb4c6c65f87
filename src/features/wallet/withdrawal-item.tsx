/** One withdrawal: amount, state, what arrived, what happens next, and the one thing to do. */
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Money } from '@/components/money'
import { Notice } from '@/components/notice'
import { WithdrawalTag } from '@/components/tag'
import type { useReceive } from './use-receive'
import { nextStepOf, sumsText } from './withdrawal-words'
import type { WithdrawalRow } from './withdrawal-words'

interface WithdrawalItemProps {
  row: WithdrawalRow
  receiving: ReturnType<typeof useReceive>
}

function Step({ row, receiving }: WithdrawalItemProps) {
  const busy = receiving.busyId === row.id
  if (row.status === 'awaiting-confirmation') {
    return (
      <Button size="small" busy={busy} onTap={() => void receiving.receive(row)}>
        确认收款
      </Button>
    )
  }
  if (row.status === 'dispatched') {
    return (
      <Button size="small" kind="soft" busy={busy} onTap={() => void receiving.check(row.id)}>
        刷新
      </Button>
    )
  }
  return null
}

export function WithdrawalItem({ row, receiving }: WithdrawalItemProps) {
  const told = receiving.told?.id === row.id ? receiving.told : null
  return (
    <View className="wds-row">
      <View className="fy-row fy-row-top">
        <View className="fy-grow">
          <View className="fy-row">
            <Money fen={row.amountFen} />
            <View className="fy-ml-8">
              <WithdrawalTag status={row.status} />
            </View>
          </View>
          <View className="fy-t-cap fy-ink-3 fy-mt-4">
            <Text>{sumsText(row)}</Text>
          </View>
        </View>
        <View className="fy-ml-12">
          <Step row={row} receiving={receiving} />
        </View>
      </View>
      <View className={`wds-next wds-next-${row.status}`}>
        <Text>{nextStepOf(row)}</Text>
      </View>
      {told && (
        <View className="fy-mt-8">
          <Notice kind={told.kind}>{told.text}</Notice>
        </View>
      )}
    </View>
  )
}

/** Each part of the balance at the month's two ends. */
import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Money } from '@/components/money'
import { PARTS } from './statement-words'
import type { Statement } from './statement-words'

export function BalanceTable({
  statement: { opening, closing, isOver },
}: {
  statement: Statement
}) {
  const shown = PARTS.filter(
    ({ part }) => part !== 'clawbackFen' || opening[part] > 0 || closing[part] > 0,
  )
  return (
    <Card>
      <View className="stm-table-row stm-table-head">
        <Text className="stm-table-name">余额</Text>
        <Text className="stm-table-cell">期初</Text>
        <Text className="stm-table-cell">{isOver ? '期末' : '现在'}</Text>
      </View>
      {shown.map(({ part, name, state }) => (
        <View key={part} className="stm-table-row">
          <Text className="stm-table-name">{name}</Text>
          <View className="stm-table-cell">
            <Money fen={opening[part]} size="4" tone="quiet" state={state} />
          </View>
          <View className="stm-table-cell">
            <Money fen={closing[part]} size="4" state={state} />
          </View>
        </View>
      ))}
    </Card>
  )
}

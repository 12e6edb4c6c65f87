/** What happened in the month, kind by kind; of what was paid out, how much arrived and what was kept back. */
import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import { KeyValue } from '@/components/list-row'
import { Money } from '@/components/money'
import { changesOf, LINES } from './statement-words'
import type { Statement } from './statement-words'

type Line = Statement['lines'][number]

function LineRow({ line }: { line: Line }) {
  const { name, state, leads } = LINES[line.line]
  return (
    <View className="stm-line">
      <View className="fy-grow">
        <View>
          {name}
          <Text className="stm-count">{line.count} 笔</Text>
        </View>
        <View className="stm-parts">
          {changesOf(line).map((change) => (
            <Text key={change} className="stm-part">
              {change}
            </Text>
          ))}
        </View>
      </View>
      <View className="stm-sum">
        <Money fen={leads(line)} sign="always" state={state} />
      </View>
    </View>
  )
}

export function LineList({ statement: { lines, paid } }: { statement: Statement }) {
  const happened = lines.filter((line) => line.count > 0)
  if (happened.length === 0) return null
  const hasPaid = lines.some(({ line, count }) => line === 'paid' && count > 0)
  return (
    <>
      <Card flush>
        {happened.map((line) => (
          <LineRow key={line.line} line={line} />
        ))}
      </Card>
      {hasPaid && (
        <View className="fy-mt-8">
          <Card>
            <Text className="fy-t-small fy-ink-2">提现到账的钱</Text>
            <KeyValue name="到微信">
              <Money fen={paid.netFen} state="paid" />
            </KeyValue>
            <KeyValue name="代扣个税">
              <Money fen={paid.taxFen} sign="minus" />
            </KeyValue>
            <KeyValue name="手续费">
              <Money fen={paid.feeFen} sign="minus" />
            </KeyValue>
          </Card>
        </View>
      )}
    </>
  )
}

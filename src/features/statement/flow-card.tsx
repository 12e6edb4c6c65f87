/** The month as one picture: owed at its beginning, what moved that, owed at its end. */
import { Text, View } from '@tarojs/components'
import { Bars } from '@/components/bars'
import { Card } from '@/components/card'
import { KeyValue } from '@/components/list-row'
import { Money } from '@/components/money'
import { formatFen } from '@/components/money/format'
import { StatusTag } from '@/components/tag'
import { LINES, owedOf } from './statement-words'
import type { Statement } from './statement-words'

/** What only moves money from one part to another changes nothing of what is owed. */
function moversOf({ lines }: Statement) {
  return lines
    .map((line) => ({ name: LINES[line.line].name, amount: owedOf(line) }))
    .filter(({ amount }) => amount !== 0)
    .map((row) => ({
      ...row,
      value: <Money fen={row.amount} size="4" sign="always" tone="ink" />,
    }))
}

export function FlowCard({ statement }: { statement: Statement }) {
  const { opening, closing, isOver } = statement
  const movers = moversOf(statement)
  const [from, to] = [owedOf(opening), owedOf(closing)]
  const said = movers.map(({ name, amount }) => `${name} ${formatFen(amount, 'always')}`)
  return (
    <Card>
      <View className="fy-row fy-between">
        <Text className="fy-t-small fy-ink-2">{isOver ? '期末余额' : '到现在的余额'}</Text>
        <StatusTag tone={isOver ? 'plain' : 'note'}>{isOver ? '已月结' : '本月未完'}</StatusTag>
      </View>
      <View className="fy-mt-4">
        <Money fen={to} size="hero" />
      </View>
      <View className="stm-flow">
        <KeyValue name="期初">
          <Money fen={from} />
        </KeyValue>
        {movers.length === 0 ? (
          <Text className="fy-t-small fy-ink-3">这个月余额没有变</Text>
        ) : (
          <Bars
            rows={movers}
            summary={`期初 ${formatFen(from)}，${said.join('，')}，期末 ${formatFen(to)}`}
          />
        )}
        <KeyValue name={isOver ? '期末' : '现在'}>
          <Money fen={to} className="fy-strong" />
        </KeyValue>
      </View>
    </Card>
  )
}

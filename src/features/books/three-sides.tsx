/** Three columns of one day: what the orders say, what the ledger says, what WeChat says. */
import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import { classNames } from '@/components/class-names'
import { Money } from '@/components/money'
import { FLOWS } from './reconcile-words'
import type { Day } from './reconcile-words'

type Side = Day['payment']['wechat']

const SIDES = [
  { side: 'records', name: '订单' },
  { side: 'ledger', name: '账本' },
  { side: 'wechat', name: '微信' },
] as const

function Cell({ tally, isOff }: { tally: Side; isOff: boolean }) {
  return (
    <View className={classNames('books-tally-side', isOff && 'books-tally-off')}>
      <Money fen={tally.amountFen} size="4" />
      <Text className="books-tally-count">{tally.count} 笔</Text>
    </View>
  )
}

export function ThreeSides({ day }: { day: Day }) {
  return (
    <Card flush>
      <View className="books-tally books-tally-head">
        <Text className="books-tally-name" />
        {SIDES.map(({ side, name }) => (
          <Text key={side} className="books-tally-side">
            {name}
          </Text>
        ))}
      </View>
      {FLOWS.map(({ flow, name }) => {
        const sides = day[flow]
        const first = sides.records
        return (
          <View key={flow} className="books-tally">
            <Text className="books-tally-name">{name}</Text>
            {SIDES.map(({ side }) => {
              const tally = sides[side]
              const isOff = tally.amountFen !== first.amountFen || tally.count !== first.count
              return <Cell key={side} tally={tally} isOff={isOff} />
            })}
          </View>
        )
      })}
    </Card>
  )
}

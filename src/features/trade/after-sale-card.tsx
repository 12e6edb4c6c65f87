/** An after-sale in a list: state, goods, amount. */
import { Text, View } from '@tarojs/components'
import type { Api } from '@/api/call'
import { Card } from '@/components/card'
import { Money } from '@/components/money'
import { AfterSaleTag } from '@/components/tag'
import { openPage, pathOf } from '@/features/mall/open-page'
import { kindWords } from './after-sale-words'
import { momentText } from '@/components/moment/format'
import { OrderLine } from './order-line'

type Row = Api['mall.listAfterSales']['output']['rows'][number]

export function AfterSaleCard({ afterSale }: { afterSale: Row }) {
  return (
    <Card bare className="order-card" onTap={() => openPage(pathOf.afterSale(afterSale.id))}>
      <View className="order-open">
        <View className="order-head">
          <Text className="order-when">{momentText(afterSale.appliedAt)}</Text>
          <AfterSaleTag status={afterSale.status} />
        </View>
        {afterSale.lines.map((line) => (
          <OrderLine key={line.line} line={line} />
        ))}
        <View className="order-sum">
          <Text className="order-pieces">{kindWords[afterSale.kind]}</Text>
          <Money fen={afterSale.refundFen} size="3" />
        </View>
      </View>
    </Card>
  )
}

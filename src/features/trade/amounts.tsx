/** How an order's amount adds up; parts that are nothing are left out, shipping never. */
import { Text, View } from '@tarojs/components'
import { KeyValue } from '@/components/list-row'
import { Money } from '@/components/money'

interface AmountsProps {
  goodsFen: number
  discountFen: number
  /** The part of it that the buyer's tier takes off. */
  memberOffFen?: number
  shippingFen: number
  payableFen: number
  refundedFen?: number
  totalWord: string
}

export function Amounts(props: AmountsProps) {
  const { goodsFen, discountFen, memberOffFen = 0, shippingFen, payableFen, totalWord } = props
  const { refundedFen = 0 } = props
  const otherOffFen = discountFen - memberOffFen
  return (
    <View className="amounts">
      <KeyValue name="商品">
        <Money fen={goodsFen} />
      </KeyValue>
      {memberOffFen > 0 && (
        <KeyValue name="会员价优惠">
          <Money fen={memberOffFen} sign="minus" />
        </KeyValue>
      )}
      {otherOffFen > 0 && (
        <KeyValue name="优惠">
          <Money fen={otherOffFen} sign="minus" />
        </KeyValue>
      )}
      <KeyValue name="运费">{shippingFen === 0 ? '包邮' : <Money fen={shippingFen} />}</KeyValue>
      <View className="amounts-total">
        <Text>{totalWord}</Text>
        <Money fen={payableFen} size="2" tone="price" />
      </View>
      {refundedFen > 0 && (
        <KeyValue name="已退款">
          <Money fen={refundedFen} />
        </KeyValue>
      )}
    </View>
  )
}

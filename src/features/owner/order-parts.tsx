/** What only the shop sees of an order: the whole address, who shared it, and what it paid to whom. */
import { Text, View } from '@tarojs/components'
import { copyText } from '@/api/platform'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { IconTap } from '@/components/icon-tap'
import { KeyValue } from '@/components/list-row'
import { Money } from '@/components/money'
import { StatusTag } from '@/components/tag'
import { toast } from '@/components/toast'
import { addressText, commissionLooks } from './order-words'
import type { OrderCommission, OrderDetail, ShopOrder } from './order-words'

export function BuyerCard({ order }: { order: ShopOrder }) {
  const { address } = order
  const copy = () => void copyText(addressText(order)).then(() => toast('地址已复制'))
  return (
    <Card>
      <View className="fy-row fy-row-top">
        <Icon name="pin" className="fy-brand" />
        <View className="shop-address">
          <Text className="shop-address-who">
            {address.name} {address.phone}
          </Text>
          <Text className="shop-address-where">
            {address.province}
            {address.city}
            {address.district}
            {address.detail}
          </Text>
          <Text className="fy-t-cap fy-ink-3">买家 {order.buyerName}</Text>
        </View>
        <IconTap
          className="shop-address-copy"
          icon="copy"
          size={18}
          label="复制地址"
          onTap={copy}
        />
      </View>
    </Card>
  )
}

function CommissionLine({ commission }: { commission: OrderCommission }) {
  const { name, level, amountFen, reversedFen, netFen, status } = commission
  const look = commissionLooks[status]
  return (
    <View className="paid-line">
      <View className="fy-grow">
        <View className="fy-row">
          <Text className="fy-ell fy-mr-8">{name}</Text>
          {look && <StatusTag tone={look.tone}>{look.word}</StatusTag>}
        </View>
        <Text className="fy-t-cap fy-ink-3">{level === 1 ? '一级 · 分享人' : '二级 · 邀请人'}</Text>
      </View>
      <View className="paid-amount">
        <Money fen={netFen} sign="always" />
        {reversedFen > 0 && (
          <View className="fy-t-cap fy-ink-3">
            <Money fen={amountFen} size="4" sign="always" /> 因退款{' '}
            <Money fen={reversedFen} size="4" sign="minus" />
          </View>
        )}
      </View>
    </View>
  )
}

/** 这单的佣金: who earned what on it, by which version of the plan. */
export function PaidToWhom({ detail }: { detail: OrderDetail }) {
  const { commissions, sharerName, planVersion } = detail
  return (
    <Card>
      <View className="fy-row fy-between">
        <Text className="fy-t-head">这单的佣金</Text>
        {planVersion !== null && <Text className="fy-t-cap fy-ink-3">按方案 {planVersion}</Text>}
      </View>
      {commissions.length === 0 && (
        <View className="fy-t-small fy-ink-2 fy-mt-8">
          {sharerName === null
            ? '没有人分享带来，不计佣金。'
            : `${sharerName} 分享带来，付款后记佣金。`}
        </View>
      )}
      {commissions.map((commission) => (
        <CommissionLine key={commission.id} commission={commission} />
      ))}
      {commissions.length > 0 && sharerName !== null && (
        <KeyValue name="谁带来的">{sharerName}</KeyValue>
      )}
    </Card>
  )
}

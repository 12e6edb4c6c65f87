/** One after-sale on the desk: what is asked back and why, and what the owner can do now. */
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { Money } from '@/components/money'
import { openPage } from '@/features/mall/open-page'
import { OrderLine } from '@/features/trade/order-line'
import { momentText } from '@/components/moment/format'
import { canDecide, canReceive, canReject, kindWords } from './after-sale-words'
import type { AfterSale } from './after-sale-words'
import { deskPaths } from './paths'
import { ShopAfterSaleTag } from './shop-after-sale-tag'

interface AfterSaleCardProps {
  afterSale: AfterSale
  busy: boolean
  /** The owner decides; others only read. */
  mayDecide: boolean
  onApprove: () => void
  onReject: () => void
  onReceive: () => void
}

function Actions(props: AfterSaleCardProps) {
  const { afterSale, busy, onApprove, onReject, onReceive } = props
  return (
    <View className="desk-verdict fy-mt-8">
      {canReject(afterSale) && (
        <Button kind="plain" size="mid" onTap={onReject}>
          不同意
        </Button>
      )}
      {canDecide(afterSale) && (
        <Button size="mid" busy={busy} onTap={onApprove}>
          {afterSale.kind === 'refund-only' ? '同意退款' : '同意退货'}
        </Button>
      )}
      {canReceive(afterSale) && (
        <Button size="mid" busy={busy} onTap={onReceive}>
          收到货了，退款
        </Button>
      )}
    </View>
  )
}

export function AfterSaleCard(props: AfterSaleCardProps) {
  const { afterSale, mayDecide } = props
  const { buyerName, kind, status, lines, reason, refundFen, appliedAt, rejectReason } = afterSale
  const parcel = afterSale.returnParcel
  return (
    <Card>
      <View className="fy-row">
        <Text className="refund-who">
          {buyerName} · {kindWords[kind]}
        </Text>
        <View className="fy-end">
          <ShopAfterSaleTag status={status} />
        </View>
      </View>
      <Text className="fy-t-cap fy-ink-3">{momentText(appliedAt)} 申请</Text>
      {lines.map(({ line, title, specText, picture, quantity }) => (
        <OrderLine key={line} line={{ title, specText, picture, quantity }} />
      ))}
      <View className="refund-reason">原因：{reason}</View>
      {parcel && (
        <View className="refund-reason">
          寄回：{parcel.carrier} {parcel.trackingNumber}
        </View>
      )}
      {rejectReason && <View className="refund-reason">没同意：{rejectReason}</View>}
      <View className="refund-sum">
        <View className="refund-order" onClick={() => openPage(deskPaths.order(afterSale.orderId))}>
          <Text>看订单</Text>
          <Icon name="chev" size={14} />
        </View>
        <View className="fy-end">
          {status === 'refunded' ? '退了 ' : '要退 '}
          <Money fen={refundFen} size="2" />
        </View>
      </View>
      {mayDecide && (canReject(afterSale) || canDecide(afterSale)) && <Actions {...props} />}
    </Card>
  )
}

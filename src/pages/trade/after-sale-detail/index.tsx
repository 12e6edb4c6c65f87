/** 售后: how far it is, what the person has to do, and what comes back. */
import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { call } from '@/api/call'
import { useAction } from '@/api/use-action'
import { BottomBar } from '@/components/bottom-bar'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { confirm } from '@/components/dialog'
import { KeyValue, ListRow } from '@/components/list-row'
import { Money } from '@/components/money'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { SkeletonWords } from '@/components/skeleton/shapes'
import { toast } from '@/components/toast'
import { openPage, pathOf } from '@/features/mall/open-page'
import { afterSaleHead, canWithdraw, kindWords, roadOf } from '@/features/trade/after-sale-words'
import type { AfterSale } from '@/features/trade/after-sale-words'
import { OrderLine } from '@/features/trade/order-line'
import { ReturnForm } from '@/features/trade/return-form'
import { Road } from '@/features/trade/road'
import { StatusHead } from '@/features/trade/status-head'
import { useResource } from '@/state/use-resource'
import './index.scss'

function Goods({ afterSale }: { afterSale: AfterSale }) {
  const { kind, reason, refundFen, returnParcel, status, lines, orderId } = afterSale
  const isDecided = !['applied', 'rejected', 'withdrawn'].includes(status)
  return (
    <>
      <Card flush>
        {lines.map((line) => (
          <OrderLine key={line.line} line={line} />
        ))}
      </Card>
      <Card flush>
        <KeyValue name={isDecided ? '退款' : '申请退款'}>
          <Money fen={refundFen} size="2" />
        </KeyValue>
        <KeyValue name="方式">{kindWords[kind]}</KeyValue>
        <KeyValue name="原因">
          <Text className="fy-t-small">{reason}</Text>
        </KeyValue>
        {returnParcel && (
          <KeyValue name="寄回">
            <Text className="fy-t-small">
              {returnParcel.carrier} {returnParcel.trackingNumber}
            </Text>
          </KeyValue>
        )}
        <ListRow dense title="看订单" onTap={() => openPage(pathOf.order(orderId))} />
      </Card>
    </>
  )
}

export default function AfterSaleDetailPage() {
  const afterSaleId = useRouter().params['id'] ?? ''
  const afterSale = useResource(() => call('mall.getAfterSale', { afterSaleId }), { onShow: true })
  const withdrawing = useAction('mall.withdrawAfterSale')
  const { data, reload } = afterSale
  const withdraw = async () => {
    const isSure = await confirm({
      title: '撤回售后申请？',
      text: '撤回后不再退款，售后期内可以再申请。',
      confirmText: '确认撤回',
      danger: true,
    })
    if (!isSure) return
    if (await withdrawing.run({ afterSaleId })) toast('申请撤回了')
    await reload()
  }
  const bar = data && canWithdraw(data.status) && (
    <BottomBar>
      <Button kind="plain" busy={withdrawing.busy} onTap={() => void withdraw()}>
        撤回申请
      </Button>
    </BottomBar>
  )
  return (
    <Page
      title="售后"
      resource={afterSale}
      overlay={bar}
      skeleton={<SkeletonWords />}
      errorTitle="这笔售后没有打开"
    >
      {data && (
        <>
          <StatusHead head={afterSaleHead(data)} />
          {withdrawing.error && (
            <View className="trade-notice">
              <Notice kind="bad">没有撤回：{withdrawing.error.message}</Notice>
            </View>
          )}
          {data.status === 'awaiting-return' && (
            <View className="trade-notice">
              <ReturnForm afterSaleId={data.id} onSent={() => void reload()} />
            </View>
          )}
          <Road points={roadOf(data)} />
          <View className="trade-group">
            <Goods afterSale={data} />
          </View>
        </>
      )}
    </Page>
  )
}

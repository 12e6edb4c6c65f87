/** 申请售后: which units, in what way, and why. */
import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { call } from '@/api/call'
import { useAction } from '@/api/use-action'
import { BottomBar } from '@/components/bottom-bar'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Chip } from '@/components/chip'
import { Field } from '@/components/field'
import { Money } from '@/components/money'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { Segment } from '@/components/segment'
import { leavePage, pathOf, replacePage } from '@/features/mall/open-page'
import { AfterSaleLines } from '@/features/trade/after-sale-lines'
import { kindWords, unitsLeft } from '@/features/trade/after-sale-words'
import type { Order } from '@/features/trade/order-words'
import { kindsOf, useAfterSaleDraft } from '@/features/trade/use-after-sale-draft'
import { useResource } from '@/state/use-resource'
import './index.scss'

const REASONS = ['不想要了', '和描述不一样', '包装破了', '少发或发错']

function Reason({ reason, onReason }: { reason: string; onReason: (reason: string) => void }) {
  return (
    <Card>
      <Field
        label="原因"
        kind="lines"
        placeholder="说说哪里不合适，店主会看到"
        maxLength={200}
        value={reason}
        onChange={onReason}
      />
      <View className="fy-row fy-wrap fy-mt-8">
        {REASONS.map((word) => (
          <Chip key={word} soft on={reason === word} onTap={() => onReason(word)}>
            {word}
          </Chip>
        ))}
      </View>
    </Card>
  )
}

function Refund({ fen, order }: { fen: number | null; order: Order }) {
  // The server gives the fee back with the last unit, as long as nothing was sent.
  const hasFee = order.shippingFen > 0 && order.parcels.length === 0
  return (
    <Card>
      <View className="fy-row fy-between">
        <Text className="fy-t-small fy-ink-2">商品可退</Text>
        <Money fen={fen} size="2" />
      </View>
      <Text className="apply-note">
        {fen === null ? '选好要退的商品，' : ''}按你实际付的钱算，店主同意后原路退回。
        {hasFee && '没发货就整单退的，运费也一起退。'}
      </Text>
    </Card>
  )
}

export default function AfterSaleApplyPage() {
  const orderId = useRouter().params['orderId'] ?? ''
  const order = useResource(() => call('mall.getOrder', { orderId }), {
    isEmpty: ({ lines, actions }) =>
      !actions.includes('apply-after-sale') || lines.every((line) => unitsLeft(line) === 0),
  })
  const draft = useAfterSaleDraft(order.data)
  const applying = useAction('mall.applyAfterSale')
  const apply = async () => {
    const { kind, lines, reason } = draft
    const answer = await applying.run({ orderId, kind, lines, reason: reason.trim() })
    if (answer) replacePage(pathOf.afterSale(answer.afterSaleId))
    else await order.reload()
  }
  const kinds = order.data ? kindsOf(order.data) : []
  return (
    <Page
      title="申请售后"
      resource={order}
      errorTitle="这笔订单没有打开"
      empty={{
        title: '这笔订单现在没有可以退的',
        text: '可能已经退过，或者过了售后期。',
        actionText: '返回',
        onAction: leavePage,
      }}
      overlay={
        <BottomBar>
          <Button busy={applying.busy} disabledReason={draft.block} onTap={() => void apply()}>
            提交申请
          </Button>
        </BottomBar>
      }
    >
      {applying.error && (
        <View className="trade-notice">
          <Notice kind="bad">申请没有提交：{applying.error.message}</Notice>
        </View>
      )}
      {order.data && (
        <>
          <AfterSaleLines lines={order.data.lines} units={draft.units} onUnits={draft.setUnits} />
          {kinds.length > 1 && (
            <View className="trade-group">
              <Segment
                items={kinds.map((key) => ({ key, text: kindWords[key] }))}
                value={draft.kind}
                onChange={draft.setKind}
              />
            </View>
          )}
          <View className="trade-group">
            <Reason reason={draft.reason} onReason={draft.setReason} />
          </View>
          <View className="trade-group">
            <Refund fen={draft.refundFen} order={order.data} />
          </View>
        </>
      )}
    </Page>
  )
}

/** 售后处理: refunds and returns, those that wait for the owner first. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import { useAction } from '@/api/use-action'
import { Chips } from '@/components/chip'
import { confirm } from '@/components/dialog'
import { formatFen } from '@/components/money/format'
import { toast } from '@/components/toast'
import { usePages } from '@/features/mall/use-pages'
import { ActionError } from '@/features/owner/action-error'
import { AfterSaleCard } from '@/features/owner/after-sale-card'
import { afterSaleFilters, approveText } from '@/features/owner/after-sale-words'
import type { AfterSale } from '@/features/owner/after-sale-words'
import { DeskPage } from '@/features/owner/desk-page'
import { MoreRows } from '@/features/owner/more-rows'
import { ReasonSheet } from '@/features/owner/reason-sheet'
import { useIsOwner } from '@/features/owner/use-is-owner'
import './index.scss'

type Filter = AfterSale['status'] | 'all'

function useDecisions(reload: () => Promise<void>) {
  const approving = useAction('owner.approveAfterSale')
  const receiving = useAction('owner.receiveReturn')
  const [acting, setActing] = useState<string | null>(null)

  const run = async (id: string, word: string, step: () => Promise<object | undefined>) => {
    setActing(id)
    const answer = await step()
    setActing(null)
    if (!answer) return
    toast(word)
    await reload()
  }
  const approve = async (afterSale: AfterSale) => {
    const amount = formatFen(afterSale.refundFen)
    const isSure = await confirm({
      title: afterSale.kind === 'refund-only' ? `退 ${amount}` : `同意退货，之后退 ${amount}`,
      text: approveText(afterSale),
      confirmText: '同意',
    })
    const { id: afterSaleId } = afterSale
    if (isSure) await run(afterSaleId, '同意了', () => approving.run({ afterSaleId }))
  }
  const receive = async (afterSale: AfterSale) => {
    const isSure = await confirm({
      title: `收到货，退 ${formatFen(afterSale.refundFen)}`,
      text: `钱原路退给 ${afterSale.buyerName}，库存加回来，不能撤回。`,
      confirmText: '退款',
    })
    const { id: afterSaleId } = afterSale
    if (isSure) await run(afterSaleId, '退款开始了', () => receiving.run({ afterSaleId }))
  }
  return { approve, receive, acting, error: approving.error ?? receiving.error }
}

export default function RefundsPage() {
  const [filter, setFilter] = useState<Filter>('all')
  const isOwner = useIsOwner()
  const pages = usePages<AfterSale>(
    (cursor) =>
      call('owner.listAfterSales', {
        ...(filter === 'all' ? {} : { status: filter }),
        ...(cursor === undefined ? {} : { cursor }),
      }),
    { keys: [filter] },
  )
  const { approve, receive, acting, error } = useDecisions(pages.resource.reload)
  const rejecting = useAction('owner.rejectAfterSale')
  const [turningDown, setTurningDown] = useState<AfterSale | null>(null)

  const reject = async (reason: string) => {
    if (!turningDown) return
    const answer = await rejecting.run({ afterSaleId: turningDown.id, reason })
    if (!answer) return
    setTurningDown(null)
    toast('回复了顾客')
    await pages.resource.reload()
  }
  return (
    <DeskPage
      title="售后处理"
      resource={pages.resource}
      above={<Chips items={afterSaleFilters} value={filter} onChange={setFilter} />}
      empty={{ title: '还没有售后', text: '顾客申请退款或退货后，会排在这里等你处理。' }}
      filtered={
        filter === 'all'
          ? null
          : { title: '这里没有售后', text: '这是好事', onAction: () => setFilter('all') }
      }
      overlay={
        <ReasonSheet
          open={turningDown !== null}
          title={`不同意退 ${formatFen(turningDown?.refundFen)}`}
          hint="顾客会看到这句话"
          confirmText="告诉顾客"
          failText="没有提交成功"
          busy={rejecting.busy}
          error={rejecting.error}
          onConfirm={(reason) => void reject(reason)}
          onClose={() => setTurningDown(null)}
        />
      }
    >
      <ActionError error={error} what="没有办成" />
      <View className="desk-list">
        {pages.rows.map((afterSale) => (
          <AfterSaleCard
            key={afterSale.id}
            afterSale={afterSale}
            busy={acting === afterSale.id}
            mayDecide={isOwner}
            onApprove={() => void approve(afterSale)}
            onReject={() => setTurningDown(afterSale)}
            onReceive={() => void receive(afterSale)}
          />
        ))}
      </View>
      <MoreRows pages={pages} />
    </DeskPage>
  )
}

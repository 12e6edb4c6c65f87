/** 提现审核: the payout desk; the last needed approval sends the money on its way. */
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
import { DeskPage } from '@/features/owner/desk-page'
import { MoreRows } from '@/features/owner/more-rows'
import { PayoutCard } from '@/features/owner/payout-card'
import { approveText, payoutFilters } from '@/features/owner/payout-words'
import type { Payout, PayoutStatus } from '@/features/owner/payout-words'
import { ReasonSheet } from '@/features/owner/reason-sheet'
import './index.scss'

function usePayouts(filter: PayoutStatus | 'all') {
  const pages = usePages<Payout>(
    (cursor) =>
      call('owner.listWithdrawals', {
        ...(filter === 'all' ? {} : { status: filter }),
        ...(cursor === undefined ? {} : { cursor }),
      }),
    { keys: [filter] },
  )
  /** The row as it is now stays where it was, so that its new state is seen. */
  const put = (payout: Payout) => {
    const rows = pages.rows.map((row) => (row.id === payout.id ? payout : row))
    pages.resource.put({ rows, next: pages.resource.data?.next ?? null })
  }
  return { pages, put }
}

export default function PayoutsPage() {
  const [filter, setFilter] = useState<PayoutStatus | 'all'>('requested')
  const { pages, put } = usePayouts(filter)
  const approving = useAction('owner.approveWithdrawal')
  const rejecting = useAction('owner.rejectWithdrawal')
  const [acting, setActing] = useState<string | null>(null)
  const [turningDown, setTurningDown] = useState<Payout | null>(null)

  const approve = async (payout: Payout) => {
    const isSure = await confirm({
      title: `同意 ${payout.name} 提现 ${formatFen(payout.amountFen)}`,
      text: approveText(payout),
      confirmText: '同意',
    })
    if (!isSure) return
    setActing(payout.id)
    const after = await approving.run({ withdrawalId: payout.id })
    setActing(null)
    if (after) {
      put(after)
      toast('同意了')
    }
  }
  const reject = async (reason: string) => {
    if (!turningDown) return
    const after = await rejecting.run({ withdrawalId: turningDown.id, reason })
    if (!after) return
    put(after)
    setTurningDown(null)
    toast('已驳回，钱退回到可提现')
  }
  return (
    <DeskPage
      title="提现审核"
      resource={pages.resource}
      above={<Chips items={payoutFilters} value={filter} onChange={setFilter} />}
      empty={{ title: '还没有人提现', text: '分销员申请提现后，会排在这里等你审核。' }}
      filtered={
        filter === 'all'
          ? null
          : {
              title: filter === 'requested' ? '没有等审核的提现' : '这里没有提现',
              onAction: () => setFilter('all'),
            }
      }
      overlay={
        <ReasonSheet
          open={turningDown !== null}
          title={`驳回 ${turningDown?.name ?? ''} 的 ${formatFen(turningDown?.amountFen)}`}
          hint="对方会看到这句话，钱退回到他的可提现"
          confirmText={`驳回 ${formatFen(turningDown?.amountFen)}`}
          failText="没有驳回"
          busy={rejecting.busy}
          error={rejecting.error}
          onConfirm={(reason) => void reject(reason)}
          onClose={() => setTurningDown(null)}
        />
      }
    >
      <ActionError error={approving.error} what="没有同意成功" />
      <View className="desk-list">
        {pages.rows.map((payout) => (
          <PayoutCard
            key={payout.id}
            payout={payout}
            busy={acting === payout.id}
            onApprove={() => void approve(payout)}
            onReject={() => setTurningDown(payout)}
          />
        ))}
      </View>
      <MoreRows pages={pages} />
    </DeskPage>
  )
}

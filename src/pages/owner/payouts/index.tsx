/** 提现审核: the payout desk; the last needed approval sends the money on its way, one or several at once. */
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { sumFen } from '@contract/money'
import { aria } from '@/components/aria'
import { Chips } from '@/components/chip'
import { Money } from '@/components/money'
import { formatFen } from '@/components/money/format'
import { Notice } from '@/components/notice'
import { ActionError } from '@/features/owner/action-error'
import { BatchBar } from '@/features/owner/batch-bar'
import { WalletBones } from '@/features/owner/desk-bones'
import { DeskPage } from '@/features/owner/desk-page'
import { MoreRows } from '@/features/owner/more-rows'
import { PayoutCard } from '@/features/owner/payout-card'
import { payoutFilters } from '@/features/owner/payout-words'
import type { Payout, PayoutStatus } from '@/features/owner/payout-words'
import { ReasonSheet } from '@/features/owner/reason-sheet'
import { usePayoutBatch, usePayouts, usePayoutSteps } from '@/features/owner/use-payouts'
import { TaxSheet } from '@/features/tax/tax-sheet'
import './index.scss'

const isWaiting = ({ status }: Payout) => status === 'requested'

type Batch = ReturnType<typeof usePayoutBatch>

/** What waits altogether, once all of it is here; starts choosing several, chooses all, or stops. */
function BatchHead({ batch, waiting }: { batch: Batch; waiting: readonly Payout[] | null }) {
  const isChoosing = batch.chosen !== null
  return (
    <View className="fy-row fy-between">
      <View
        className="desk-link"
        onClick={isChoosing ? batch.stop : batch.start}
        {...aria(undefined, 'button')}
      >
        <Text>{isChoosing ? '不选了' : '批量处理'}</Text>
      </View>
      {isChoosing && (
        <View className="desk-link" onClick={batch.chooseAll} {...aria(undefined, 'button')}>
          <Text>全选能审的</Text>
        </View>
      )}
      {!isChoosing && waiting && (
        <View className="payout-waiting">
          {waiting.length} 笔，一共{' '}
          <Money fen={sumFen(waiting, ({ amountFen }) => amountFen)} size="4" />
        </View>
      )}
    </View>
  )
}

function Failures({ batch }: { batch: Batch }) {
  if (batch.refused.length === 0) return null
  return (
    <View className="desk-error">
      <Notice kind="bad">
        <View className="fy-strong">{`${batch.refused.length} 笔没有处理`}</View>
        {batch.refused.map((line) => (
          <View key={line}>{line}</View>
        ))}
      </Notice>
    </View>
  )
}

export default function PayoutsPage() {
  const [filter, setFilter] = useState<PayoutStatus | 'all'>('requested')
  const { pages, put } = usePayouts(filter)
  const steps = usePayoutSteps(put)
  const batch = usePayoutBatch(pages.rows, put)
  const [turningDown, setTurningDown] = useState<Payout | 'chosen' | null>(null)
  const [explained, setExplained] = useState<Payout | null>(null)
  const one = turningDown === 'chosen' ? null : turningDown
  const isBatch = turningDown === 'chosen'
  const { chosen, totalFen, picked } = batch

  const change = (next: PayoutStatus | 'all') => {
    batch.stop()
    setFilter(next)
  }
  const reject = async (reason: string) => {
    const isDone = one ? await steps.reject(one, reason) : await batch.reject(reason)
    if (isDone) setTurningDown(null)
  }
  const sum = formatFen(isBatch ? totalFen : one?.amountFen)
  return (
    <DeskPage
      title="提现审核"
      resource={pages.resource}
      skeleton={<WalletBones action />}
      above={<Chips items={payoutFilters} value={filter} onChange={change} />}
      empty={{ title: '还没有人提现', text: '分销员申请提现后，会排在这里等你审核。' }}
      filtered={
        filter === 'all'
          ? null
          : {
              title: filter === 'requested' ? '没有等审核的提现' : '这里没有提现',
              onAction: () => change('all'),
            }
      }
      overlay={
        <>
          {chosen !== null && <BatchBar batch={batch} onReject={() => setTurningDown('chosen')} />}
          <ReasonSheet
            open={turningDown !== null}
            title={
              isBatch ? `驳回 ${picked.length} 笔 ${sum}` : `驳回 ${one?.name ?? ''} 的 ${sum}`
            }
            hint="对方会看到这句话，钱退回到他的可提现"
            confirmText={`驳回 ${sum}`}
            failText="没有驳回"
            busy={isBatch ? batch.rejecting.busy : steps.rejecting.busy}
            error={isBatch ? batch.rejecting.error : steps.rejecting.error}
            onConfirm={(reason) => void reject(reason)}
            onClose={() => setTurningDown(null)}
          />
          <TaxSheet
            open={explained !== null}
            mode={explained?.taxMode ?? 'none'}
            steps={explained?.taxSteps ?? []}
            onClose={() => setExplained(null)}
          />
        </>
      }
    >
      {filter === 'requested' && pages.rows.length > 1 && (
        <BatchHead
          batch={batch}
          waiting={pages.resource.data?.next === null ? pages.rows.filter(isWaiting) : null}
        />
      )}
      <ActionError error={steps.approving.error ?? batch.approving.error} what="没有同意成功" />
      <ActionError error={steps.retrying.error} what="没有试成" />
      <Failures batch={batch} />
      <View className="desk-list">
        {pages.rows.map((payout) => (
          <PayoutCard
            key={payout.id}
            payout={payout}
            busy={steps.acting === payout.id}
            onApprove={() => void steps.approve(payout)}
            onReject={() => setTurningDown(payout)}
            onRetry={() => void steps.retry(payout)}
            onExplain={() => setExplained(payout)}
            {...(chosen === null ? {} : { chosen: chosen.has(payout.id) })}
            onChoose={() => batch.choose(payout.id)}
          />
        ))}
      </View>
      <MoreRows pages={pages} />
    </DeskPage>
  )
}

/** 奖励与核销: the month's budget, what was given and forgiven, and what waits for a second pair of eyes. */
import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { call } from '@/api/call'
import { useAction } from '@/api/use-action'
import { Chips } from '@/components/chip'
import { confirm } from '@/components/dialog'
import { formatFen } from '@/components/money/format'
import { toast } from '@/components/toast'
import { AmountReasonSheet } from '@/features/books/amount-reason-sheet'
import { BudgetCard } from '@/features/books/budget-card'
import { DecisionCard } from '@/features/books/decision-card'
import { KINDS } from '@/features/books/decision-words'
import type { Budget, Decision } from '@/features/books/decision-words'
import { openPage } from '@/features/mall/open-page'
import { usePages } from '@/features/mall/use-pages'
import { ActionError } from '@/features/owner/action-error'
import { DeskPage } from '@/features/owner/desk-page'
import { MoreRows } from '@/features/owner/more-rows'
import { deskPaths } from '@/features/owner/paths'
import { ReasonSheet } from '@/features/owner/reason-sheet'
import { useIsOwner } from '@/features/owner/use-is-owner'
import './index.scss'

type Filter = 'all' | Decision['status']
const FILTERS: readonly { key: Filter; text: string }[] = [
  { key: 'all', text: '全部' },
  { key: 'waiting', text: '等复核' },
  { key: 'done', text: '已办' },
  { key: 'rejected', text: '已驳回' },
]

function useDecisions(filter: Filter) {
  const held = useRef<{ budget: Budget; eligible: number } | null>(null)
  const pages = usePages<Decision>(
    async (cursor) => {
      const status = filter === 'all' ? undefined : filter
      const answer = await call('owner.listMoneyDecisions', { status, cursor })
      const { budget, eligible, decisions } = answer
      if (cursor === undefined) held.current = { budget, eligible }
      return decisions
    },
    { keys: [filter], onShow: true },
  )
  return { pages, held: held.current }
}

export default function BonusesPage() {
  const [filter, setFilter] = useState<Filter>('all')
  const [turningDown, setTurningDown] = useState<Decision | null>(null)
  const [isBudgeting, setBudgeting] = useState(false)
  const { pages, held } = useDecisions(filter)
  const approving = useAction('owner.approveMoneyDecision')
  const rejecting = useAction('owner.rejectMoneyDecision')
  const budgeting = useAction('owner.setIncentiveBudget')
  const isOwner = useIsOwner()
  const { resource } = pages

  const approve = async ({ id, name, kind, amountFen }: Decision) => {
    const sum = formatFen(amountFen)
    const isSure = await confirm({
      title: `同意${KINDS[kind]} ${name} ${sum}`,
      text: kind === 'incentive' ? '同意后马上进他的钱包。' : '核销之后不再追，记成坏账。',
      confirmText: '同意',
    })
    if (!isSure || !(await approving.run({ decisionId: id }))) return
    toast('同意了')
    void resource.reload()
  }
  const reject = async (reason: string) => {
    if (!turningDown || !(await rejecting.run({ decisionId: turningDown.id, reason }))) return
    setTurningDown(null)
    toast('驳回了')
    void resource.reload()
  }
  const setBudget = async (budgetFen: number, reason: string) => {
    if (!(await budgeting.run({ budgetFen, reason }))) return
    setBudgeting(false)
    toast('预算改好了')
    void resource.reload()
  }
  return (
    <DeskPage
      title="奖励与核销"
      resource={resource}
      above={
        <>
          {held && (
            <BudgetCard
              budget={held.budget}
              isOwner={isOwner}
              onChange={() => setBudgeting(true)}
            />
          )}
          <View className="fy-mt-8">
            <Chips items={FILTERS} value={filter} onChange={setFilter} />
          </View>
        </>
      }
      empty={{
        title: '还没有发过奖励',
        text: '先定好本月预算，再到「谁赚了多少」里选一个人发。',
        actionText: '去选人',
        onAction: () => openPage(deskPaths.earnings()),
      }}
      filtered={filter === 'all' ? null : { title: '这里没有', onAction: () => setFilter('all') }}
      overlay={
        <>
          <ReasonSheet
            open={turningDown !== null}
            title={`驳回给 ${turningDown?.name ?? ''} 的 ${formatFen(turningDown?.amountFen)}`}
            hint="提出的人会看到这句话；钱没有动过"
            confirmText="驳回"
            failText="没有驳回"
            busy={rejecting.busy}
            error={rejecting.error}
            onConfirm={(reason) => void reject(reason)}
            onClose={() => setTurningDown(null)}
          />
          <AmountReasonSheet
            open={isBudgeting}
            title="本月奖励预算"
            verb="定为"
            label="一共可以发多少"
            amountHint="只管这个月，下个月重新定"
            reasonHint="记在案上，以后查得到"
            failText="没有改成"
            startFen={held?.budget.budgetFen}
            busy={budgeting.busy}
            error={budgeting.error}
            onConfirm={(budgetFen, reason) => void setBudget(budgetFen, reason)}
            onClose={() => setBudgeting(false)}
          />
        </>
      }
    >
      <ActionError error={approving.error} what="没有同意成功" />
      <View className="desk-list">
        {pages.rows.map((decision) => (
          <DecisionCard
            key={decision.id}
            decision={decision}
            eligible={held?.eligible ?? 0}
            busy={approving.busy}
            onApprove={() => void approve(decision)}
            onReject={() => setTurningDown(decision)}
          />
        ))}
      </View>
      <MoreRows pages={pages} />
    </DeskPage>
  )
}

/** The payout desk's list and what can be done with one withdrawal or several. */
import { useState } from 'react'
import { sumFen } from '@contract/money'
import { call } from '@/api/call'
import type { Api } from '@/api/call'
import { useAction } from '@/api/use-action'
import { confirm } from '@/components/dialog'
import { formatFen } from '@/components/money/format'
import { toast } from '@/components/toast'
import { usePages } from '@/features/mall/use-pages'
import { approveText } from './payout-words'
import type { Payout, PayoutStatus } from './payout-words'

type Outcomes = Api['owner.approveWithdrawals']['output']['outcomes']
/** As many as the server decides at once. */
export const MOST_AT_ONCE = 20

export function usePayouts(filter: PayoutStatus | 'all') {
  const pages = usePages<Payout>(
    (cursor) =>
      call('owner.listWithdrawals', {
        ...(filter === 'all' ? {} : { status: filter }),
        ...(cursor === undefined ? {} : { cursor }),
      }),
    { keys: [filter] },
  )
  /** Rows as they are now stay where they were, so that their new state is seen. */
  const put = (changed: readonly Payout[]) => {
    const byId = new Map(changed.map((row) => [row.id, row]))
    const rows = pages.rows.map((row) => byId.get(row.id) ?? row)
    pages.resource.put({ rows, next: pages.resource.data?.next ?? null })
  }
  return { pages, put }
}

/** One withdrawal at a time. */
export function usePayoutSteps(put: (changed: readonly Payout[]) => void) {
  const approving = useAction('owner.approveWithdrawal')
  const rejecting = useAction('owner.rejectWithdrawal')
  const retrying = useAction('owner.retryWithdrawal')
  const [acting, setActing] = useState<string | null>(null)

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
    if (!after) return
    put([after])
    toast('同意了')
  }
  const retry = async ({ id }: Payout) => {
    setActing(id)
    const after = await retrying.run({ withdrawalId: id })
    setActing(null)
    if (after) put([after])
  }
  /** Answers whether it was turned down. */
  const reject = async ({ id }: Payout, reason: string): Promise<boolean> => {
    const after = await rejecting.run({ withdrawalId: id, reason })
    if (!after) return false
    put([after])
    toast('已驳回，钱退回到可提现')
    return true
  }
  return { approving, rejecting, retrying, acting, approve, retry, reject }
}

/** Several at once; `refused` are those that could not be decided, with the reason of each. */
export function usePayoutBatch(rows: readonly Payout[], put: (changed: readonly Payout[]) => void) {
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null)
  const [refused, setRefused] = useState<readonly string[]>([])
  const approving = useAction('owner.approveWithdrawals')
  const rejecting = useAction('owner.rejectWithdrawals')
  const picked = rows.filter((row) => chosen?.has(row.id))
  const totalFen = sumFen(picked, (row) => row.amountFen)

  const finish = (outcomes: Outcomes, word: string) => {
    put(outcomes.flatMap(({ row }) => row ?? []))
    const nameOf = (id: string) => rows.find((row) => row.id === id)?.name ?? id
    const failures = outcomes.flatMap(({ withdrawalId, refusal }) =>
      refusal ? [`${nameOf(withdrawalId)}：${refusal.message}`] : [],
    )
    setRefused(failures)
    setChosen(null)
    const done = outcomes.length - failures.length
    if (done > 0) toast(`${done} 笔${word}`)
  }
  const withdrawalIds = picked.map((row) => row.id)
  const approve = async () => {
    const netFen = sumFen(picked, (row) => row.netFen)
    const isSure = await confirm({
      title: `同意 ${picked.length} 笔提现，一共 ${formatFen(totalFen)}`,
      text: `${picked.map((row) => row.name).join('、')}。扣掉税和手续费后到账 ${formatFen(netFen)}。够了人数的马上打款，不能撤回。`,
      confirmText: `同意 ${picked.length} 笔`,
    })
    if (!isSure) return
    const answer = await approving.run({ withdrawalIds })
    if (answer) finish(answer.outcomes, '同意了')
  }
  const reject = async (reason: string): Promise<boolean> => {
    const answer = await rejecting.run({ withdrawalIds, reason })
    if (answer) finish(answer.outcomes, '驳回了，钱退回到可提现')
    return answer !== undefined
  }
  const choose = (id: string) =>
    setChosen((before) => {
      const next = new Set(before)
      if (!next.delete(id) && next.size < MOST_AT_ONCE) next.add(id)
      return next
    })
  return {
    chosen,
    picked,
    totalFen,
    refused,
    approving,
    rejecting,
    choose,
    approve,
    reject,
    start: () => {
      setRefused([])
      setChosen(new Set())
    },
    chooseAll: () => {
      const open = rows.filter((row) => row.blockedBy === null).slice(0, MOST_AT_ONCE)
      setChosen(new Set(open.map((row) => row.id)))
    },
    stop: () => setChosen(null),
  }
}

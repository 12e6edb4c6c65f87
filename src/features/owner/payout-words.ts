/** What the payout desk says about a withdrawal: who may still approve it, and why not. Pure. */
import type { Api } from '@/api/call'
import { formatFen } from '@/components/money/format'

export type Payout = Api['owner.listWithdrawals']['output']['rows'][number]
export type PayoutStatus = Payout['status']

const blockWords: Readonly<Record<string, string>> = {
  OWN_CASE: '自己的提现要别人来审',
  FOUR_EYES: '你同意过了，等另一人',
  WITHDRAWAL_MOVED_ON: '已经处理过了',
  NOT_ALLOWED: '你的角色不能审核',
}

/** Why the caller can't approve, for the button's own text; null when they can. */
export const blockText = ({ blockedBy }: Payout): string | null =>
  blockedBy === null ? null : (blockWords[blockedBy] ?? '现在不能审核')

const missingOf = ({ approvals, needsApprovals }: Payout): number =>
  needsApprovals - approvals.filter(({ counts }) => counts).length

/** `林** 同意了，还差 1 个人`; who has left since is named, and doesn't count. */
export function approvalsText(payout: Payout): string {
  const { approvals, needsApprovals, status } = payout
  const namesOf = (counts: boolean) =>
    approvals.flatMap((one) => (one.counts === counts ? [one.name] : [])).join('、')
  const [names, gone] = [namesOf(true), namesOf(false)]
  const parts: string[] = []
  if (gone !== '') parts.push(`${gone} 同意过，但已经不在岗，不算`)
  if (names !== '') parts.push(`${names} 同意了`)
  if (status !== 'requested') return parts.join('；')
  if (parts.length === 0) {
    return needsApprovals > 1 ? `要 ${needsApprovals} 个人分别同意` : '还没有人同意'
  }
  const left = missingOf(payout)
  return left > 0 ? `${parts.join('；')}，还差 ${left} 个人` : parts.join('；')
}

/** Why it waits although nobody refused: the shop has too few people who may approve it. Null when it has enough. */
export function waitText(payout: Payout): string | null {
  const lacking = missingOf(payout) - payout.eligible
  if (payout.status !== 'requested' || lacking <= 0) return null
  return (
    `超过门槛的提现要两个人分别同意，申请的人自己不算。店里还缺 ${lacking} 个能审的人，` +
    '请店主在“人员”里加一位店主或财务，在那之前它先等着。'
  )
}

/** Something is owed by us or WeChat that can be tried or asked again; what waits for its receiver is theirs. */
export const canRetry = ({ status, blockedBy }: Payout): boolean =>
  blockedBy !== 'OWN_CASE' && (status === 'approved' || status === 'dispatched')

/** What approving will do, in the dialog. */
export function approveText(payout: Payout): string {
  const { name, amountFen, netFen } = payout
  const amounts = `${formatFen(amountFen)}，扣掉税和手续费后到账 ${formatFen(netFen)}`
  if (missingOf(payout) > 1) {
    return `${name} 提现 ${amounts}。你同意后还要另一个人同意，才会打款。`
  }
  return `${name} 提现 ${amounts}。同意后马上打款，不能撤回。`
}

export const payoutFilters: readonly { key: PayoutStatus | 'all'; text: string }[] = [
  { key: 'requested', text: '等审核' },
  { key: 'awaiting-confirmation', text: '等对方收款' },
  { key: 'dispatched', text: '打款中' },
  { key: 'paid', text: '已到账' },
  { key: 'rejected', text: '已驳回' },
  { key: 'returned', text: '已退回' },
  { key: 'all', text: '全部' },
]

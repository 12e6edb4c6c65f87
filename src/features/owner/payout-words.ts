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

/** `林** 同意了，还差 1 个人` */
export function approvalsText({ approvals, needsApprovals, status }: Payout): string {
  const names = approvals.map(({ name }) => name).join('、')
  const left = needsApprovals - approvals.length
  const said = names === '' ? '还没有人同意' : `${names} 同意了`
  if (status !== 'requested') return names === '' ? '' : said
  if (names === '') return needsApprovals > 1 ? `要 ${needsApprovals} 个人分别同意` : said
  return left > 0 ? `${said}，还差 ${left} 个人` : said
}

/** What approving will do, in the dialog. */
export function approveText(payout: Payout): string {
  const { name, amountFen, netFen, needsApprovals, approvals } = payout
  const amounts = `${formatFen(amountFen)}，扣掉税和手续费后到账 ${formatFen(netFen)}`
  if (needsApprovals - approvals.length > 1) {
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

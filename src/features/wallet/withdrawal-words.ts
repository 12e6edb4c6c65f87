/** What happens next with a withdrawal, by its status. */
import type { Api } from '@/api/call'
import { formatFen } from '@/components/money/format'
import { dayText, momentText } from '@/components/moment/format'

export type WithdrawalRow = Api['distributor.listWithdrawals']['output']['rows'][number]

export function nextStepOf(withdrawal: WithdrawalRow): string {
  const { status, paidAt, endedAt, reason } = withdrawal
  const why = reason ? `：${reason}` : ''
  switch (status) {
    case 'requested':
      return '等店里审核，通过后打到你的微信零钱'
    case 'approved':
      return '审核通过了，正要打款'
    case 'dispatched':
      return '已交给微信打款，结果出来前钱都在“提现中”'
    case 'awaiting-confirmation':
      return '点“确认收款”才会到账，24 小时内没收会退回可提现'
    case 'paid':
      return paidAt === null ? '已到微信零钱' : `${momentText(paidAt)} 到了微信零钱`
    case 'rejected':
      return `店里没有同意${why}。钱已退回可提现`
    case 'returned':
      return `${endedAt === null ? '' : dayText(endedAt)}没有收成${why}。钱已退回可提现`
  }
}

/** `11 月 19 日 · 到账 ¥300.00，税 ¥0.00`: fee only where there is one; until dispatch the tax is an estimate. */
export function sumsText(withdrawal: WithdrawalRow): string {
  const { status, requestedAt, netFen, taxFen, feeFen } = withdrawal
  if (status === 'rejected' || status === 'returned') return `${dayText(requestedAt)}申请`
  const isEstimate = status === 'requested' || status === 'approved'
  const fee = feeFen > 0 ? `，手续费 ${formatFen(feeFen)}` : ''
  return `${dayText(requestedAt)} · ${isEstimate ? '预计' : ''}到账 ${formatFen(netFen)}，税 ${formatFen(taxFen)}${fee}`
}

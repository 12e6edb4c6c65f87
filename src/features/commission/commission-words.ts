/** What a commission's state is called, and what happens to it next. */
import type { Api } from '@/api/call'
import { formatFen } from '@/components/money/format'
import type { MoneyState } from '@/components/money/states.data'
import { freedWhen } from '@/features/distributor/terms'
import { dayText } from '@/components/moment/format'

export type CommissionRow = Api['distributor.listCommissions']['output']['rows'][number]

export interface CommissionLook {
  word: string
  state: MoneyState
}

export function lookOf({
  status,
  isHeld,
}: Pick<CommissionRow, 'status' | 'isHeld'>): CommissionLook {
  if (status === 'reversed') return { word: '已冲销', state: 'clawback' }
  if (isHeld) return { word: '风控冻结', state: 'held' }
  return status === 'pending'
    ? { word: '待结算', state: 'pending' }
    : { word: '可提现', state: 'available' }
}

/** `收货 7 天后可提现`, or the date once it is known. */
export function nextStep(row: CommissionRow, freezeDays: number | null): string {
  const { status, isHeld, settleAt, settledAt } = row
  if (status === 'reversed') return '货款已全部退回，佣金随之冲销'
  if (isHeld) return '风控复核中，复核完放行或冲销'
  if (status === 'settled') return settledAt === null ? '已结算' : `${dayText(settledAt)}已结算`
  return settleAt === null ? freedWhen(freezeDays) : `${dayText(settleAt)}后可提现`
}

/** What refunds took: null when nothing. */
export function reversalText({ amountFen, reversedFen }: CommissionRow): string | null {
  if (reversedFen === 0) return null
  return `原 ${formatFen(amountFen, 'always')}，退款冲销 ${formatFen(reversedFen, 'minus')}`
}

export const levelWords = { 1: '一级', 2: '二级' } as const
export const levelRoles = { 1: '一级（分享人）', 2: '二级（邀请人）' } as const

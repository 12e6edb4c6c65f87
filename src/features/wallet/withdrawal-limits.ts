/** What a person can ask for now, said before the server has to refuse. */
import { fenFromText } from '@contract/money'
import { refusalText } from '@contract/refusals'
import type { Api } from '@/api/call'
import { formatFen } from '@/components/money/format'

export type Quote = Api['distributor.quoteWithdrawal']['output']

type Limits = Pick<Quote, 'availableFen' | 'minFen' | 'maxFen' | 'leftTodayFen' | 'leftTodayCount'>

/** The most that can be asked for at once (fen). */
export function mostFen({ availableFen, maxFen, leftTodayFen }: Limits): number {
  return Math.min(availableFen, maxFen, leftTodayFen)
}

/** Why this amount can't be asked for; null when it can. The server decides in the end. */
export function limitProblem(amountFen: number, limits: Limits): string | null {
  const { availableFen, minFen, maxFen, leftTodayFen, leftTodayCount } = limits
  if (leftTodayCount === 0) return '今天提现的次数用完了，明天再来'
  if (amountFen > availableFen) return refusalText('INSUFFICIENT_BALANCE', { availableFen })
  if (amountFen < minFen) return refusalText('WITHDRAWAL_TOO_SMALL', { minFen })
  if (amountFen > maxFen) return refusalText('WITHDRAWAL_TOO_LARGE', { maxFen })
  if (amountFen > leftTodayFen) {
    return refusalText('WITHDRAWAL_DAILY_LIMIT', { leftFen: leftTodayFen })
  }
  return null
}

export function limitsText({ minFen, maxFen, leftTodayFen, leftTodayCount }: Limits): string {
  const range = `单笔 ${formatFen(minFen)} 到 ${formatFen(maxFen)}`
  return `${range}，今天还可提 ${formatFen(leftTodayFen)}、${leftTodayCount} 次`
}

/** A real name is needed for it, and none is registered. */
export const isNameMissing = ({ nameNeed, realName }: Quote): boolean =>
  nameNeed !== null && realName === null

/** Typed yuan → fen; null while it is not an amount. Commas are what people copy. */
export const amountOf = (text: string) => fenFromText(text.replace(/[,，]/g, ''))

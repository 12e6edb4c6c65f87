// What each credit rule measures of somebody's conduct, with the figures and the sentence a person reads.
import { shareBps } from '@contract/money'
import type { CreditRule, CreditSums } from '@contract/model/credit'
import { percentText } from '../text/percent-text'
import { yuanText } from '../text/yuan-text'
import { LEAST_ORDERS, LEAST_REFUNDED_ORDERS } from './deductions.data'

/** All that grading looks at: behaviour towards the shop, nothing about the person, nothing by headcount. */
export interface Conduct {
  /** What was sold through them in the months that count, less refunds, and the refunds. */
  readonly own: CreditSums
  /** The same of everybody. */
  readonly shop: CreditSums
  /** Orders paid in these months by others than themself, and those of them with a refund; null = not counted. */
  readonly orders: { readonly paid: number; readonly refunded: number } | null
  /** What the wallet owes now, fen. */
  readonly debtFen: number
  /** Times they were frozen for a day or longer in these months. */
  readonly freezes: number
  readonly isAgreementLapsed: boolean
}

interface Finding {
  readonly measure: number
  readonly facts: Readonly<Record<string, number>>
  readonly text: string
}

export const MEASURES: Readonly<Record<CreditRule, (conduct: Conduct) => Finding>> = {
  REFUNDS_HIGH(conduct) {
    const { paid, refunded } = conduct.orders ?? { paid: 0, refunded: 0 }
    const [ownBps, shopBps] = [refundShareBps(conduct.own), refundShareBps(conduct.shop)]
    const isEnough = paid >= LEAST_ORDERS && refunded >= LEAST_REFUNDED_ORDERS
    return {
      measure: isEnough ? ownBps - shopBps : 0,
      facts: { ownBps, shopBps, paid, refunded },
      text: `近 6 个月客户退款占 ${percentText(ownBps)}（全店分销 ${percentText(shopBps)}），${paid} 单里有 ${refunded} 单退过`,
    }
  },
  DEBT_OPEN: ({ debtFen }) => ({
    measure: debtFen,
    facts: { debtFen },
    text: `退款追回的佣金还欠 ${yuanText(debtFen)}，以后的佣金会先还它`,
  }),
  FROZEN: ({ freezes }) => ({
    measure: freezes,
    facts: { freezes },
    text: `近 6 个月被冻结过 ${freezes} 次（满一天才算）`,
  }),
  AGREEMENT_LAPSED: ({ isAgreementLapsed }) => ({
    measure: Number(isAgreementLapsed),
    facts: {},
    text: '分销协议过期了还没有签，签好就不扣',
  }),
}

/** Refunds in what was sold, basis points; nothing sold is 0. */
export function refundShareBps({ salesFen, refundedFen }: CreditSums): number {
  const soldFen = salesFen + refundedFen
  return soldFen > 0 ? shareBps(refundedFen, soldFen) : 0
}

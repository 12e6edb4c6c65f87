// 退款偏多: a fifth or more of the commissions of two months was taken back by refunds.
import { shareBps } from '@contract/money'
import { percentText } from '../../text/percent-text'
import { yuanText } from '../../text/yuan-text'
import type { Flag } from './flag'

const FROM_BPS = 2000
/** Below this a single refund would already look like many. */
const LEAST_FEN = 10_000

export const refundsHigh: Flag = {
  code: 'REFUNDS_HIGH',
  title: '退款偏多',
  evaluate({ accruedFen, reversedFen }) {
    const share = shareBps(reversedFen, accruedFen)
    if (accruedFen < LEAST_FEN || share < FROM_BPS) return null
    return `60 天内的佣金 ${yuanText(accruedFen)}，退款冲掉 ${yuanText(reversedFen)}（${percentText(share)}）`
  },
}

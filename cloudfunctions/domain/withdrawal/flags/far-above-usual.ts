// 金额比平时大很多: at least three times the middle of what this person usually takes.
import type { Fen } from '@contract/money'
import { yuanText } from '../../text/yuan-text'
import type { Flag } from './flag'

/** Fewer than this say nothing about what is usual. */
const LEAST_HISTORY = 3
const TIMES = 3

export const farAboveUsual: Flag = {
  code: 'FAR_ABOVE_USUAL',
  title: '金额比平时大',
  evaluate({ paidFen, amountFen }) {
    const usual = middleOf(paidFen)
    if (paidFen.length < LEAST_HISTORY || usual === undefined || amountFen < usual * TIMES) {
      return null
    }
    return `平时一次 ${yuanText(usual)} 上下（最近 ${paidFen.length} 次的中间数），这次 ${yuanText(amountFen)}`
  },
}

/** The lower of the two in the middle when there is an even number. */
function middleOf(amounts: readonly Fen[]): Fen | undefined {
  return [...amounts].sort((a, b) => a - b)[Math.floor((amounts.length - 1) / 2)]
}

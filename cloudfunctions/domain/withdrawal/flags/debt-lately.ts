// 最近有追回: refunds took back commissions that were settled already.
import { yuanText } from '../../text/yuan-text'
import type { Flag } from './flag'

export const debtLately: Flag = {
  code: 'DEBT_LATELY',
  title: '最近有佣金被追回',
  evaluate: ({ clawbacks, clawbackFen }) =>
    clawbacks === 0 ? null : `30 天内结算后又被追回 ${clawbacks} 笔，共 ${yuanText(clawbackFen)}`,
}

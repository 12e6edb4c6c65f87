// 第一次提现: nobody has ever been paid under this member.
import { yuanText } from '../../text/yuan-text'
import type { Flag } from './flag'

export const firstTime: Flag = {
  code: 'FIRST_TIME',
  title: '第一次提现',
  evaluate: ({ paidFen, amountFen }) =>
    paidFen.length === 0 ? `以前没有到账过的提现，这次 ${yuanText(amountFen)}` : null,
}

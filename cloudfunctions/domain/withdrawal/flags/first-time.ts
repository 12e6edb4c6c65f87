// 第一次提现: nobody has ever been paid under this member.
import { fenToText } from '@contract/money'
import type { Flag } from './flag'

export const firstTime: Flag = {
  code: 'FIRST_TIME',
  title: '第一次提现',
  evaluate: ({ paidFen, amountFen }) =>
    paidFen.length === 0 ? `以前没有到账过的提现，这次 ¥${fenToText(amountFen)}` : null,
}

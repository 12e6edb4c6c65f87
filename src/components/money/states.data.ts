/** The states money can be in, and the one word for each. */
export const moneyStateWords = {
  pending: '待结算',
  available: '可提现',
  withdrawing: '提现中',
  paid: '已到账',
  clawback: '追回',
  held: '风控冻结',
} as const

export type MoneyState = keyof typeof moneyStateWords

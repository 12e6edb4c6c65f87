// WeChat's reasons for a transfer that failed (商家转账 fail_reason), as the receiver and the payout desk read them.

export const TRANSFER_FAILURES: Readonly<Record<string, string>> = {
  OVERDUE_CLOSE: '超过 24 小时没有确认收款',
  ACCOUNT_FROZEN: '收款的微信账户被冻结',
  ACCOUNT_NOT_EXIST: '收款的微信账户不存在',
  REAL_NAME_CHECK_FAIL: '收款的微信没有实名认证',
  NAME_NOT_CORRECT: '登记的姓名和微信实名不一致',
  TRANSFER_QUOTA_EXCEED: '超过微信单笔或当日的收款额度',
  DAY_RECEIVED_QUOTA_EXCEED: '超过微信当日的收款额度',
  MONTH_RECEIVED_QUOTA_EXCEED: '超过微信当月的收款额度',
  DAY_RECEIVED_COUNT_EXCEED: '超过微信当日的收款次数',
  TRANSFER_RISK: '微信认为这笔转账有风险',
  RECEIVE_ACCOUNT_NOT_PERMMIT: '收款的微信账户不能收款',
}

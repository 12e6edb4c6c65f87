// What each account is called in Chinese.
import type { PlatformAccount, WalletPart } from '@contract/model/ledger'

export const PLATFORM_ACCOUNT_NAMES: Readonly<Record<PlatformAccount, string>> = {
  'cash:wxpay': '微信支付商户号资金',
  'cash:bank': '银行账户资金',
  sales: '商品销售收入',
  shipping: '运费收入',
  'expense:commission': '佣金费用',
  'expense:incentive': '奖励费用',
  'expense:bad-debt': '核销的欠款',
  'tax:withheld': '代扣待缴的个税',
  'income:withdrawal-fee': '提现手续费收入',
}

/** What the shop owes distributors, and in the last one they owe the shop. */
export const WALLET_ACCOUNT_NAMES: Readonly<Record<WalletPart, string>> = {
  pending: '应付分销员：待结算',
  available: '应付分销员：可提现',
  withdrawing: '应付分销员：提现中',
  clawback: '应收分销员：欠款',
}

// WeChat Pay behind our two ports; configured by WXPAY_* variables, which are read at the first use.
import type { Payments } from '../../ports/payments'
import type { Transfers } from '../../ports/transfers'
import { createClient } from './client'
import { readPayConfig, type Env, type PayConfig } from './config'
import { createPayments } from './payments'
import { createTransfers } from './transfers'

export interface WechatPay {
  payments: Payments
  transfers: Transfers
}

/** Never throws itself: with variables missing, the first use throws PayNotConfigured and names them all. */
export function createWechatPay(env: Env): WechatPay {
  let config: PayConfig | undefined
  const configured = () => (config ??= readPayConfig(env))
  const client = createClient(configured)
  return {
    payments: createPayments(configured, client),
    transfers: createTransfers(configured, client),
  }
}

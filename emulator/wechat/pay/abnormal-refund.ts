// The way out of an ABNORMAL refund: to another bank card of the payer, or to the merchant's own account.
import { openSealed } from './open-sealed'
import { invalidRequest, paramError, PayError, type PayContext } from './context'
import { requireText, type Fields } from './fields'
import { startRefund, type Refund } from './refund-moves'
import { describe } from './refunds'

/** Only debit cards of these banks take an abnormal refund. */
const BANKS: readonly string[] = [
  'CMB_DEBIT',
  'COMM_DEBIT',
  'ABC_DEBIT',
  'CCB_DEBIT',
  'ICBC_DEBIT',
  'BOC_DEBIT',
  'PAB_DEBIT',
  'SPDB_DEBIT',
  'CITIC_DEBIT',
  'CEB_DEBIT',
  'CMBC_DEBIT',
  'CIB_DEBIT',
  'GDB_DEBIT',
  'PSBC_DEBIT',
  'NBCB_DEBIT',
]

interface Destination {
  account: string
  /** Known to fail: the card is not the payer's. */
  isWrong: boolean
}

function readCard(ctx: PayContext, refund: Refund, fields: Fields, serial: string): Destination {
  const bank = requireText(fields, 'bank_type', 16)
  if (!BANKS.includes(bank)) throw paramError('“bank_type”不支持该银行')
  const sealedCard = requireText(fields, 'bank_account', 1024)
  const card = openSealed(ctx, 'bank_account', sealedCard, serial)
  if (!/^\d{8,30}$/.test(card)) throw paramError('“bank_account”不是银行卡号')
  const sealedName = requireText(fields, 'real_name', 1024)
  const name = openSealed(ctx, 'real_name', sealedName, serial)
  const payer = ctx.tables.orders.get(refund.outTradeNo)?.openid ?? ''
  const known = ctx.tables.people.get(payer)?.realName
  return {
    account: `${bank.replace('_DEBIT', '')}借记卡${card.slice(-4)}`,
    isWrong: known !== undefined && known !== name,
  }
}

/** POST …/refunds/{refund_id}/apply-abnormal-refund: accepted, not done; the notice or a query tells. */
export function applyAbnormalRefund(
  ctx: PayContext,
  refundId: string,
  fields: Fields,
  serial: string,
) {
  const outRefundNo = requireText(fields, 'out_refund_no', 64)
  const refund = ctx.tables.refunds.get(outRefundNo)
  if (!refund || refund.refundId !== refundId || refund.isCloudPay) {
    throw new PayError(404, 'RESOURCE_NOT_EXISTS', '退款单不存在')
  }
  const type = requireText(fields, 'type', 32)
  if (type !== 'USER_BANK_CARD' && type !== 'MERCHANT_BANK_CARD') {
    throw paramError('“type”取值不正确')
  }
  if (refund.state !== 'ABNORMAL') throw invalidRequest('退款单状态不是退款异常，不能发起异常退款')
  const destination =
    type === 'USER_BANK_CARD'
      ? readCard(ctx, refund, fields, serial)
      : { account: '商户基本账户', isWrong: false }
  const started: Refund = {
    ...refund,
    state: 'PROCESSING',
    startedAt: ctx.now(),
    channel: 'OTHER_BANKCARD',
    account: destination.account,
    outcome: destination.isWrong ? 'ABNORMAL' : 'SUCCESS',
  }
  startRefund(ctx, started)
  return describe(started)
}

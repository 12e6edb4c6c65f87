// cloud.cloudPay (云调用微信支付): payment through the platform's own service provider, without keys in the function.
import { gzipSync } from 'node:zlib'
import type { Caller, Host } from '../host'
import { readBillDate } from '../pay/bill-files'
import { paramError, PayError, type PayContext } from '../pay/context'
import { readEffect } from '../pay/faults'
import { optionalText, requireText, type Fields } from '../pay/fields'
import { writeTradeBill } from '../pay/trade-bill'
import { fail, succeed, type V2Answer } from './answers'
import { checkSubMerchant, close, queryOrder, unifiedOrder } from './orders'
import { queryRefund, refund } from './refunds'

type Run = (ctx: PayContext, fields: Fields, caller: Caller) => V2Answer | Buffer

/** cloudPay.downloadBill: the same day's file as APIv3's, of cloudPay's own trade. */
function downloadBill(ctx: PayContext, fields: Fields): Buffer {
  if ('sub_mch_id' in fields) checkSubMerchant(ctx, fields)
  const day = requireText(fields, 'bill_date', 8).replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')
  const type = optionalText(fields, 'bill_type', 8) || 'ALL'
  if (type !== 'ALL' && type !== 'SUCCESS' && type !== 'REFUND') {
    throw paramError('bill_type参数取值不正确')
  }
  const csv = writeTradeBill(ctx, readBillDate(ctx, day), type, true)
  if (csv === null) throw new PayError(400, 'NO_STATEMENT_EXIST', '账单不存在')
  const bytes = Buffer.from(csv)
  return fields['tar_type'] === 'GZIP' ? gzipSync(bytes) : bytes
}

const APIS: Record<string, Run> = {
  unifiedOrder,
  queryOrder,
  closeOrder: close,
  refund,
  queryRefund,
  downloadBill,
}

/** Answers cloud.cloudPay; null means that no such API is known. Faults strike it as target `pay`. */
export function createCloudPay(host: Host, ctx: PayContext) {
  return async (apiName: string, fields: Fields, caller: Caller): Promise<object | null> => {
    const run = Object.hasOwn(APIS, apiName) ? APIS[apiName] : undefined
    if (!run) return null
    const action = `cloudPay.${apiName}`
    const effect = readEffect(host.fault('pay', { action, method: 'POST', path: action }))
    if (effect?.kind === 'delay') await new Promise((done) => setTimeout(done, effect.ms))
    try {
      if (effect?.kind === 'fail') throw new PayError(effect.status, effect.code, effect.message)
      const answer = run(ctx, fields, caller)
      if (effect?.kind === 'drop') throw new Error('the answer was lost on the way')
      return Buffer.isBuffer(answer) ? answer : succeed(ctx.keys(), answer)
    } catch (error) {
      if (!(error instanceof PayError)) throw error
      return fail(ctx.keys(), error)
    }
  }
}

// Merchant transfers (商家转账): what the merchant may ask for, WeChat's limits, one bill per number.
import { constants, privateDecrypt, randomBytes } from 'node:crypto'
import { isRecord } from '../answers'
import { nextNumber } from '../tables'
import { dayOf, toRfc3339 } from '../shanghai'
import { advanceBill, moveBill, openBill, type Bill } from './bill-moves'
import { invalidRequest, paramError, PayError, type PayContext } from './context'
import { optionalText, readNotifyUrl, requireFen, requireText, type Fields } from './fields'

const MIN_FEN = 10
const NAME_FORBIDDEN_BELOW_FEN = 30
const NAME_REQUIRED_FROM_FEN = 200_000
const MAX_FEN = 2_000_000

function decryptName(ctx: PayContext, sealed: string, serial: string): string {
  if (serial !== ctx.keys().platformKeyId) throw paramError('Wechatpay-Serial与加密所用公钥不符')
  try {
    const padding = constants.RSA_PKCS1_OAEP_PADDING
    return privateDecrypt(
      { key: ctx.keys().platformKey, padding, oaepHash: 'sha1' },
      Buffer.from(sealed, 'base64'),
    ).toString()
  } catch {
    throw paramError('“user_name”解密失败')
  }
}

function readReports(fields: Fields): string {
  const reports = fields['transfer_scene_report_infos']
  if (!Array.isArray(reports)) throw paramError('需传入转账场景报备信息，请检查')
  const pairs = reports.filter(isRecord).map((each) => ({
    type: requireText(each, 'info_type', 15),
    content: requireText(each, 'info_content', 32),
  }))
  const types = pairs.map((pair) => pair.type).sort()
  if (
    fields['transfer_scene_id'] === '1005' &&
    types.join() !== ['岗位类型', '报酬说明'].sort().join()
  ) {
    throw paramError('转账场景报备信息与转账场景不符，请检查')
  }
  return JSON.stringify(pairs)
}

function checkAmount(ctx: PayContext, bill: Bill): void {
  if (bill.amountFen < MIN_FEN || bill.amountFen > MAX_FEN) {
    throw invalidRequest('超过单笔转账上下限，核实产品设置是否准确')
  }
  if (bill.amountFen >= NAME_REQUIRED_FROM_FEN && bill.userName === '') {
    throw paramError('转账金额大于等于2000元时，收款用户姓名必填')
  }
  if (bill.amountFen < NAME_FORBIDDEN_BELOW_FEN && bill.userName !== '') {
    throw paramError('转账金额小于0.3元时，不允许填写收款用户姓名')
  }
  const { balanceFen, dailyLimitFen } = ctx.settings()
  if (balanceFen !== undefined && balanceFen < bill.amountFen) {
    throw new PayError(403, 'NOT_ENOUGH', '商户账户余额不足，请充值后原单重试')
  }
  const today = dayOf(ctx.now())
  const received = ctx.tables.bills
    .all()
    .filter((each) => each.openid === bill.openid && dayOf(each.createdAt) === today)
    .filter((each) => each.state !== 'FAIL' && each.state !== 'CANCELLED')
    .reduce((sum, each) => sum + each.amountFen, 0)
  if (received + bill.amountFen > dailyLimitFen) {
    throw new PayError(403, 'QUOTA_EXCEED', '超过用户单日收款额度')
  }
}

function readBill(ctx: PayContext, fields: Fields, serial: string): Bill {
  if (fields['appid'] !== ctx.keys().appid) throw paramError('appid与商户号不匹配')
  const outBillNo = requireText(fields, 'out_bill_no', 32)
  if (!/^[0-9A-Za-z]+$/.test(outBillNo)) throw paramError('“out_bill_no”只能由数字、大小写字母组成')
  const sealed = optionalText(fields, 'user_name', 1024)
  return {
    outBillNo,
    transferBillNo: '',
    openid: requireText(fields, 'openid', 64),
    amountFen: requireFen(fields, 'transfer_amount'),
    remark: requireText(fields, 'transfer_remark', 32),
    userName: sealed === '' ? '' : decryptName(ctx, sealed, serial),
    sceneId: requireText(fields, 'transfer_scene_id', 36),
    reports: readReports(fields),
    notifyUrl: readNotifyUrl(fields, false, ctx.base()),
    createdAt: ctx.now(),
    updatedAt: ctx.now(),
    state: 'ACCEPTED',
    packageInfo: '',
  }
}

function isSameBill(a: Bill, b: Bill): boolean {
  const facts = (bill: Bill) =>
    JSON.stringify([
      bill.openid,
      bill.amountFen,
      bill.remark,
      bill.userName,
      bill.sceneId,
      bill.reports,
    ])
  return facts(a) === facts(b) && a.notifyUrl === b.notifyUrl
}

/** POST …/transfer-bills: the same number with the same facts answers the same bill, as it now stands. */
export function createBill(ctx: PayContext, fields: Fields, serial: string) {
  const wanted = readBill(ctx, fields, serial)
  const known = ctx.tables.bills.get(wanted.outBillNo)
  if (known && !isSameBill(known, wanted)) {
    throw invalidRequest('单号已存在但信息不一致，请查单后比较确认')
  }
  if (!known) {
    checkAmount(ctx, wanted)
    wanted.transferBillNo = `1330000${String(nextNumber(ctx.tables, 'bill')).padStart(24, '0')}`
    wanted.packageInfo = randomBytes(48).toString('base64')
    openBill(ctx, wanted)
  }
  const bill = advanceBill(ctx, ctx.tables.bills.get(wanted.outBillNo) ?? wanted)
  return {
    out_bill_no: bill.outBillNo,
    transfer_bill_no: bill.transferBillNo,
    create_time: toRfc3339(bill.createdAt),
    state: bill.state,
    ...(bill.failReason ? { fail_reason: bill.failReason } : {}),
    ...(bill.state === 'WAIT_USER_CONFIRM' ? { package_info: bill.packageInfo } : {}),
  }
}

/** GET …/out-bill-no/{no} and …/transfer-bill-no/{no} */
export function queryBill(ctx: PayContext, found: Bill | undefined) {
  if (!found) throw new PayError(404, 'NOT_FOUND', '记录不存在')
  const bill = advanceBill(ctx, found)
  return {
    mch_id: ctx.keys().mchid,
    out_bill_no: bill.outBillNo,
    transfer_bill_no: bill.transferBillNo,
    appid: ctx.keys().appid,
    state: bill.state,
    transfer_amount: bill.amountFen,
    transfer_remark: bill.remark,
    ...(bill.failReason ? { fail_reason: bill.failReason } : {}),
    openid: bill.openid,
    create_time: toRfc3339(bill.createdAt),
    update_time: toRfc3339(bill.updatedAt),
    ...(bill.state === 'WAIT_USER_CONFIRM' ? { package_info: bill.packageInfo } : {}),
  }
}

/** POST …/cancel: only accepted, not done; refused once the person has confirmed. */
export function cancelBill(ctx: PayContext, outBillNo: string) {
  const found = ctx.tables.bills.get(outBillNo)
  if (!found) throw new PayError(404, 'NOT_FOUND', '记录不存在')
  let bill = advanceBill(ctx, found)
  if (bill.state === 'TRANSFERING' || bill.state === 'SUCCESS' || bill.state === 'FAIL') {
    throw invalidRequest('当前单据状态不支持撤销')
  }
  if (bill.state !== 'CANCELING' && bill.state !== 'CANCELLED')
    bill = moveBill(ctx, bill, 'CANCELING')
  ctx.wake()
  return {
    out_bill_no: bill.outBillNo,
    transfer_bill_no: bill.transferBillNo,
    state: bill.state,
    update_time: toRfc3339(bill.updatedAt),
  }
}

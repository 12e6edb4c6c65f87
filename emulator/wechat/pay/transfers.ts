// Merchant transfers (商家转账): what the merchant may ask for, WeChat's limits, one bill per number.
import { randomBytes } from 'node:crypto'
import { isRecord } from '../answers'
import { nextNumber } from '../tables'
import { DAY_MS, dayOf, toRfc3339 } from '../shanghai'
import { advanceBill, moveBill, openBill, sumOfDay, type Bill } from './bill-moves'
import { invalidRequest, paramError, PayError, type PayContext } from './context'
import { optionalText, readNotifyUrl, requireFen, requireText, type Fields } from './fields'
import { openSealed } from './open-sealed'

const MIN_FEN = 10
const NAME_FORBIDDEN_BELOW_FEN = 30
const NAME_REQUIRED_FROM_FEN = 200_000
const MAX_FEN = 2_000_000
const RED_PACKET_MAX_FEN = 20_000
const QUERY_DAYS = 30

/** What a scene wants to be told, in its fixed words; scenes that the merchant never applied for are absent. */
const SCENE_REPORTS: Record<string, readonly string[]> = {
  '1000': ['活动名称', '奖励说明'],
  '1005': ['岗位类型', '报酬说明'],
}
/** What the person may read as the reason for a payment, by scene. */
const PERCEPTIONS: Record<string, readonly string[]> = {
  '1000': ['活动奖励', '现金奖励'],
  '1005': ['劳务报酬', '报销款', '企业补贴', '开工利是'],
}

function readReports(fields: Fields, sceneId: string): string {
  const wanted = SCENE_REPORTS[sceneId]
  if (!wanted) throw new PayError(403, 'NO_AUTH', '商户号未开通该转账场景，请前往商户平台申请')
  const reports = fields['transfer_scene_report_infos']
  if (!Array.isArray(reports) || reports.length === 0) {
    throw paramError('需传入转账场景报备信息，请检查')
  }
  const pairs = reports.map((each) => {
    if (!isRecord(each)) throw paramError('“transfer_scene_report_infos”格式不正确')
    return {
      type: requireText(each, 'info_type', 15),
      content: requireText(each, 'info_content', 32),
    }
  })
  const types = pairs.map((pair) => pair.type).sort()
  if (types.join() !== [...wanted].sort().join()) {
    throw paramError('转账场景报备信息与转账场景不符，请检查')
  }
  return JSON.stringify(pairs)
}

function checkLooks(fields: Fields, sceneId: string): void {
  const perception = optionalText(fields, 'user_recv_perception', 32)
  if (perception !== '' && !PERCEPTIONS[sceneId]?.includes(perception)) {
    throw paramError('“user_recv_perception”与转账场景不符，请检查')
  }
  const style = fields['user_recv_style']
  if (style === undefined) return
  const type = isRecord(style) ? style['type'] : undefined
  if (type !== 'CONFIRM_PAGE' && type !== 'RED_PACKET') {
    throw paramError('“user_recv_style.type”取值不正确')
  }
  if (type === 'RED_PACKET' && requireFen(fields, 'transfer_amount') > RED_PACKET_MAX_FEN) {
    throw invalidRequest('红包样式单笔转账金额不能超过200元')
  }
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
  const { balanceFen, merchantDailyLimitFen } = ctx.settings()
  if (balanceFen !== undefined && balanceFen < bill.amountFen) {
    const message = '商户运营账户资金不足，充值后可以原单号发起重试，请勿更换商户单号'
    throw new PayError(403, 'NOT_ENOUGH', message)
  }
  if (merchantDailyLimitFen === undefined) return
  const paidOut = sumOfDay(ctx.tables.bills.all(), dayOf(ctx.now()))
  if (paidOut + bill.amountFen > merchantDailyLimitFen) {
    throw invalidRequest('超出商户单日转账额度，请核实产品设置是否准确')
  }
}

function readBill(ctx: PayContext, fields: Fields, serial: string): Bill {
  if (requireText(fields, 'appid', 32) !== ctx.keys().appid) {
    throw new PayError(400, 'APPID_MCHID_NOT_MATCH', 'appid和mch_id不匹配')
  }
  const outBillNo = requireText(fields, 'out_bill_no', 32)
  if (!/^[0-9A-Za-z]+$/.test(outBillNo)) throw paramError('“out_bill_no”只能由数字、大小写字母组成')
  const sealed = optionalText(fields, 'user_name', 1024)
  const sceneId = requireText(fields, 'transfer_scene_id', 36)
  const reports = readReports(fields, sceneId)
  checkLooks(fields, sceneId)
  return {
    outBillNo,
    transferBillNo: '',
    openid: requireText(fields, 'openid', 64),
    amountFen: requireFen(fields, 'transfer_amount'),
    remark: requireText(fields, 'transfer_remark', 32),
    userName: sealed === '' ? '' : openSealed(ctx, 'user_name', sealed, serial),
    sceneId,
    reports,
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

/** GET …/out-bill-no/{no} and …/transfer-bill-no/{no}: of the last 30 days, and never with package_info. */
export function queryBill(ctx: PayContext, found: Bill | undefined) {
  if (!found || ctx.now() - found.createdAt > QUERY_DAYS * DAY_MS) {
    throw new PayError(404, 'NOT_FOUND', '记录不存在')
  }
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

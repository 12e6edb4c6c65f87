// What can be wrong with what somebody sends about sharing and joining: one row each, with the code that says so.
import { DAY_MS } from '@contract/time'
import type { ActionName } from '@contract/api'
import type { RefusalCode } from '@contract/refusals'
import type { Person } from '../../support/world'
import { application, SHOP, signing, type Scene } from './bad-luck-scene'

const signMei = (s: Scene) => s.sign(s.money.mei)
async function lapse({ money, publish }: Scene) {
  await publish('第二版', 1, 0)
  await money.world.cloud.advance(2 * DAY_MS)
}
/** Mei is Lan's downline: Lan, somebody's customer, can't become hers. */
async function bindLan({ money, fang, sign }: Scene) {
  await signMei({ money, sign } as Scene)
  await sign(fang)
  const { shareCode } = await fang.call('distributor.createShare', SHOP)
  await money.lan.call('mall.openShare', { shareCode })
}

export type BadRow = readonly [
  what: string,
  code: RefusalCode,
  who: (s: Scene) => Person,
  action: ActionName,
  input: (s: Scene) => object,
  /** What happens before, and is no part of it. */
  before?: (s: Scene) => Promise<unknown>,
]

const stranger = (s: Scene) => s.stranger
const owner = (s: Scene) => s.money.owner
const mei = (s: Scene) => s.money.mei
const lan = (s: Scene) => s.money.lan
const hui = (s: Scene) => s.hui
const fang = (s: Scene) => s.fang
const admitHui = (s: Scene) => ({ distributorId: s.hui.distributorId, isAdmitted: true })
const move = (memberId: string, distributorId: string) => ({
  memberId,
  distributorId,
  reason: '试试',
})
const adult = application(30)
const lastTouch = { rule: 'last-touch', expireDays: 90, protectDays: 30 }

export const BAD_ROWS: readonly BadRow[] = [
  ['没有这个码', 'SHARE_UNKNOWN', stranger, 'mall.openShare', () => ({ shareCode: 'NOSUCHCODE' })],
  ['手填一个不像码的', 'SHARE_UNKNOWN', stranger, 'mall.enterShareCode', () => ({ code: '你好' })],
  ['退出的人的码', 'SHARE_EXPIRED', stranger, 'mall.openShare', (s) => ({ shareCode: s.kaiCode })],
  [
    '手填退出的人的码',
    'SHARE_EXPIRED',
    stranger,
    'mall.enterShareCode',
    (s) => ({ code: s.kaiCode }),
  ],
  [
    '画别人的小程序码',
    'SHARE_UNKNOWN',
    lan,
    'distributor.drawShareCode',
    (s) => ({ shareCode: s.money.shareCode }),
  ],
  [
    '手填自己的码',
    'RESCUE_OWN_CODE',
    mei,
    'mall.enterShareCode',
    (s) => ({ code: s.money.shareCode }),
  ],
  [
    '上级填下级的码',
    'RESCUE_RING',
    lan,
    'mall.enterShareCode',
    (s) => ({ code: s.money.shareCode }),
  ],
  [
    '已是别人的顾客再填码',
    'RESCUE_ALREADY_BOUND',
    (s) => s.money.shopper,
    'mall.enterShareCode',
    (s) => ({ code: s.lanCode }),
  ],
  [
    '把顾客移成一圈',
    'MOVE_MAKES_RING',
    owner,
    'owner.moveCustomer',
    (s) => move(s.money.lan.memberId, s.money.mei.distributorId),
    bindLan,
  ],
  [
    '移一个编出来的顾客',
    'CUSTOMER_UNKNOWN',
    owner,
    'owner.moveCustomer',
    (s) => move('mbr_FORGED', s.money.mei.distributorId),
  ],
  [
    '移给编出来的分销员',
    'DISTRIBUTOR_UNKNOWN',
    owner,
    'owner.moveCustomer',
    (s) => move(s.money.shopper.memberId, 'dst_FORGED'),
  ],
  [
    '归属规则的保护期比归属还长',
    'BINDING_POLICY_INVALID',
    owner,
    'owner.saveBindingPolicy',
    () => ({ basedOn: 0, policy: { rule: 'protected-days', expireDays: 30, protectDays: 31 } }),
  ],
  [
    '照旧的一版改归属规则',
    'BINDING_POLICY_MOVED_ON',
    owner,
    'owner.saveBindingPolicy',
    () => ({ basedOn: 3, policy: lastTouch }),
  ],
  [
    '分销员改归属规则',
    'NOT_ALLOWED',
    mei,
    'owner.saveBindingPolicy',
    () => ({ basedOn: 0, policy: lastTouch }),
  ],
  [
    '分享一件编出来的商品',
    'NOT_FOUND',
    mei,
    'distributor.createShare',
    () => ({ target: { kind: 'product', productId: 'prd_FORGED' }, channel: 'friend' }),
    signMei,
  ],
  [
    '分享一个编出来的活动',
    'NOT_FOUND',
    mei,
    'distributor.createShare',
    () => ({ target: { kind: 'campaign', campaignId: 'cmp_FORGED' }, channel: 'friend' }),
    signMei,
  ],
  [
    '看一笔编出来的佣金',
    'NOT_FOUND',
    lan,
    'distributor.getCommission',
    () => ({ commissionId: 'cm:ord_FORGED:1:dst_FORGED' }),
  ],
  [
    '审核编出来的申请',
    'DISTRIBUTOR_UNKNOWN',
    owner,
    'owner.decideApplication',
    () => ({ distributorId: 'dst_FORGED', isAdmitted: true }),
  ],
  ['通过了没签就分享', 'AGREEMENT_UNSIGNED', fang, 'distributor.createShare', () => SHOP],
  [
    '通过了没签就提现',
    'AGREEMENT_UNSIGNED',
    fang,
    'distributor.requestWithdrawal',
    () => ({ amountFen: 1000 }),
  ],
  [
    '还没通过就签',
    'APPLICATION_PENDING',
    hui,
    'distributor.signAgreement',
    (s) => signing(1, s.hash),
  ],
  [
    '没申请就签',
    'DISTRIBUTOR_ONLY',
    stranger,
    'distributor.signAgreement',
    (s) => signing(1, s.hash),
  ],
  [
    '签改过字的',
    'AGREEMENT_OUTDATED',
    fang,
    'distributor.signAgreement',
    () => signing(1, 'a'.repeat(64)),
  ],
  [
    '签旧的一版',
    'AGREEMENT_OUTDATED',
    fang,
    'distributor.signAgreement',
    (s) => signing(1, s.hash),
    (s) => s.publish('第二版', 1, 14),
  ],
  [
    '没看到最后就签',
    'INPUT_INVALID',
    fang,
    'distributor.signAgreement',
    (s) => ({ ...signing(1, s.hash), isReadToEnd: false }),
  ],
  ['过了日子没重签就分享', 'AGREEMENT_LAPSED', mei, 'distributor.createShare', () => SHOP, lapse],
  [
    '把顾客移给没签的人',
    'MOVE_TARGET_UNSIGNED',
    owner,
    'owner.moveCustomer',
    (s) => move(s.money.shopper.memberId, s.money.lan.distributorId),
    lapse,
  ],
  [
    '年龄不符要求',
    'APPLICATION_STANDARD_UNMET',
    stranger,
    'distributor.apply',
    () => application(17),
  ],
  [
    '该填的没填',
    'APPLICATION_FIELD_MISSING',
    stranger,
    'distributor.apply',
    () => ({ ...adult, answers: [] }),
  ],
  [
    '年龄填成字',
    'APPLICATION_FIELD_INVALID',
    stranger,
    'distributor.apply',
    () => ({ ...adult, answers: [{ field: 'f1', value: '三十' }] }),
  ],
  [
    '填了表上没有的',
    'APPLICATION_FIELD_UNKNOWN',
    stranger,
    'distributor.apply',
    () => ({ ...adult, answers: [...adult.answers, { field: 'f9', value: 1 }] }),
  ],
  [
    '照旧的申请表填',
    'APPLICATION_FORM_CHANGED',
    stranger,
    'distributor.apply',
    () => ({ ...adult, formVersion: 0 }),
  ],
  ['等着的时候换一份', 'APPLICATION_PENDING', hui, 'distributor.apply', () => application(31)],
  ['已是分销员又申请', 'ALREADY_DISTRIBUTOR', mei, 'distributor.apply', () => adult],
  ['退出的人又申请', 'DISTRIBUTOR_NOT_ACTIVE', (s) => s.kai, 'distributor.apply', () => adult],
  ['财务审核申请', 'NOT_ALLOWED', (s) => s.money.finance, 'owner.decideApplication', admitHui],
  ['分销员审核申请', 'NOT_ALLOWED', lan, 'owner.decideApplication', admitHui],
  ['自己审核自己', 'NOT_ALLOWED', hui, 'owner.decideApplication', admitHui],
  [
    '不通过却不写原因',
    'REASON_REQUIRED',
    owner,
    'owner.decideApplication',
    (s) => ({ ...admitHui(s), isAdmitted: false }),
  ],
]

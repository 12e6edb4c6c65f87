// 招募: what may be asked, which answers do, and from when a missing signature costs new customers.
import { describe, expect, it } from 'vitest'
import type {
  AgreementInForce,
  FormField,
  RecruitTerms,
  SignedAgreement,
  Standard,
} from '@contract/model/recruitment'
import { DAY_MS, startOfDate } from '@contract/time'
import { composeAgreement } from '../../cloudfunctions/domain/agreement/compose-agreement'
import { sign, signingOf } from '../../cloudfunctions/domain/agreement/signing-state'
import { decideBinding } from '../../cloudfunctions/domain/attribution/decide-binding'
import { decideMove } from '../../cloudfunctions/domain/attribution/decide-move'
import { decideRescue } from '../../cloudfunctions/domain/attribution/decide-rescue'
import { Refusal, type Verdict } from '../../cloudfunctions/domain/refuse'
import { checkAnswers } from '../../cloudfunctions/domain/recruitment/check-answers'
import { guardRecruitment } from '../../cloudfunctions/domain/recruitment/guard-recruitment'
import { mayApply } from '../../cloudfunctions/domain/recruitment/may-apply'

const field = (key: string, kind: FormField['kind'], more: Partial<FormField> = {}): FormField => ({
  key,
  kind,
  label: `问题${key}`,
  isRequired: true,
  choices: kind === 'choice' ? ['朋友圈', '社群', '门店'] : [],
  ...more,
})
const standard = (kind: Standard['kind'], on: string, more: Partial<Standard> = {}): Standard => ({
  kind,
  field: on,
  min: null,
  max: null,
  allowed: [],
  ...more,
})
const FIELDS = [
  field('f1', 'number', { label: '年龄' }),
  field('f2', 'region', { label: '所在地区' }),
  field('f3', 'choice', { label: '在哪里分享' }),
  field('f4', 'yes-no', { label: '看完过入门培训' }),
  field('f5', 'text', { label: '自我介绍', isRequired: false }),
]
const STANDARDS = [
  standard('range', 'f1', { min: 18, max: 60 }),
  standard('regions', 'f2', { allowed: ['浙江省', '江苏省 苏州市'] }),
  standard('choices', 'f3', { allowed: ['朋友圈', '社群'] }),
  standard('yes', 'f4'),
]
const TERMS: RecruitTerms = {
  headline: '一起分享好茶',
  forWhom: '爱喝茶的人，不收入门费，也不用先买东西',
  offer: '按成交谢你',
  fields: FIELDS,
  standards: STANDARDS,
  reapplyDays: 7,
  drive: null,
  tasks: [],
}
const codeOf = (verdict: Verdict) => (verdict.isAllowed ? 'ALLOWED' : verdict.refusal.code)
function refusalOf(work: () => void): string {
  try {
    work()
    return 'ALLOWED'
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

describe('招募合规', () => {
  it.each<[string, Partial<RecruitTerms>, string]>([
    ['照常', {}, 'ALLOWED'],
    ['标准是交费', { standards: [standard('fee', '')] }, 'COMPLIANCE_ENTRY_FEE'],
    ['标准是先买', { standards: [standard('purchase', '')] }, 'RECRUIT_PURCHASE_REQUIRED'],
    [
      '问保证金',
      { fields: [field('f1', 'yes-no', { label: '愿意交保证金' })], standards: [] },
      'COMPLIANCE_ENTRY_FEE',
    ],
    [
      '问买没买过',
      { fields: [field('f1', 'yes-no', { label: '已经购买体验装' })], standards: [] },
      'RECRUIT_PURCHASE_REQUIRED',
    ],
    [
      '选项里先买',
      { fields: [field('f1', 'choice', { choices: ['已充值', '没有'] })], standards: [] },
      'RECRUIT_PURCHASE_REQUIRED',
    ],
    [
      '任务是进货',
      { tasks: [{ key: 't1', kind: 'own', title: '第一次进货' }] },
      'RECRUIT_PURCHASE_REQUIRED',
    ],
    ['要找买满的人', { forWhom: '买满 99 元的顾客' }, 'RECRUIT_PURCHASE_REQUIRED'],
    ['承诺收入', { offer: '轻松月入过万' }, 'RECRUIT_INCOME_PROMISE'],
    ['标准看不存在的问题', { standards: [standard('yes', 'f9')] }, 'RECRUIT_INVALID'],
    [
      '标准看可以不填的问题',
      {
        fields: [field('f1', 'yes-no', { isRequired: false })],
        standards: [standard('yes', 'f1')],
      },
      'RECRUIT_INVALID',
    ],
    [
      '范围倒过来',
      { standards: [standard('range', 'f1', { min: 60, max: 18 })] },
      'RECRUIT_INVALID',
    ],
    ['范围两头都空', { standards: [standard('range', 'f1')] }, 'RECRUIT_INVALID'],
    ['标准和问题对不上', { standards: [standard('range', 'f2', { min: 1 })] }, 'RECRUIT_INVALID'],
    [
      '要选没有的选项',
      { standards: [standard('choices', 'f3', { allowed: ['电视'] })] },
      'RECRUIT_INVALID',
    ],
    [
      '只有一个选项',
      { fields: [field('f1', 'choice', { choices: ['有'] })], standards: [] },
      'RECRUIT_INVALID',
    ],
    [
      '两个问题同一个编号',
      { fields: [field('f1', 'text'), field('f1', 'text')], standards: [] },
      'RECRUIT_INVALID',
    ],
    [
      '计划结束早于开始',
      { drive: { name: '秋招', target: 10, fromOn: '2026-12-01', toOn: '2026-11-01' } },
      'RECRUIT_INVALID',
    ],
  ])('%s', (_name, change, code) => {
    expect(refusalOf(() => guardRecruitment({ ...TERMS, ...change }))).toBe(code)
  })
})

describe('自动初审', () => {
  const good = { f1: 30, f2: '浙江省 杭州市 西湖区', f3: '社群', f4: true }
  const check = (change: Record<string, unknown>) =>
    checkAnswers(
      TERMS,
      Object.entries({ ...good, ...change })
        .filter(([, value]) => value !== undefined)
        .map(([key, value]) => ({ field: key, value: value as string })),
    )

  it.each<[string, Record<string, unknown>, string]>([
    ['都填对', {}, 'ALLOWED'],
    ['18 岁整', { f1: 18 }, 'ALLOWED'],
    ['60 岁整', { f1: 60 }, 'ALLOWED'],
    ['17 岁', { f1: 17 }, 'APPLICATION_STANDARD_UNMET'],
    ['61 岁', { f1: 61 }, 'APPLICATION_STANDARD_UNMET'],
    ['年龄写成字', { f1: '三十' }, 'APPLICATION_FIELD_INVALID'],
    ['年龄带小数', { f1: 30.5 }, 'APPLICATION_FIELD_INVALID'],
    ['没填年龄', { f1: undefined }, 'APPLICATION_FIELD_MISSING'],
    ['苏州', { f2: '江苏省 苏州市 姑苏区' }, 'ALLOWED'],
    ['南京', { f2: '江苏省 南京市 玄武区' }, 'APPLICATION_STANDARD_UNMET'],
    ['名字只是开头一样的地方', { f2: '浙江省外 某市' }, 'APPLICATION_STANDARD_UNMET'],
    ['地区只有一段', { f2: '浙江省' }, 'APPLICATION_FIELD_INVALID'],
    ['门店', { f3: '门店' }, 'APPLICATION_STANDARD_UNMET'],
    ['没有的选项', { f3: '电视' }, 'APPLICATION_FIELD_INVALID'],
    ['没培训', { f4: false }, 'APPLICATION_STANDARD_UNMET'],
    ['是否写成字', { f4: 'true' }, 'APPLICATION_FIELD_INVALID'],
    ['介绍可以不写', { f5: '  ' }, 'ALLOWED'],
    ['介绍太长', { f5: '茶'.repeat(201) }, 'APPLICATION_FIELD_INVALID'],
    ['多出一项', { f9: '甲' }, 'APPLICATION_FIELD_UNKNOWN'],
  ])('%s', (_name, change, code) => {
    expect(codeOf(check(change))).toBe(code)
  })

  it('同一项答两次不算', () => {
    const twice = [
      { field: 'f1', value: 17 },
      { field: 'f1', value: 30 },
    ]
    expect(codeOf(checkAnswers(TERMS, twice))).toBe('APPLICATION_FIELD_UNKNOWN')
  })

  it('没有表的店不收任何回答', () => {
    expect(codeOf(checkAnswers(null, []))).toBe('ALLOWED')
    expect(codeOf(checkAnswers(null, [{ field: 'f1', value: 1 }]))).toBe(
      'APPLICATION_FIELD_UNKNOWN',
    )
  })
})

describe('再申请', () => {
  const rejectedAt = startOfDate('2026-11-20') + 22 * 60 * 60 * 1000
  it.each([
    ['2026-11-20', 0, 'ALLOWED'],
    ['2026-11-26', 7, 'APPLICATION_TOO_SOON'],
    ['2026-11-27', 7, 'ALLOWED'],
  ] as const)('%s 提交，间隔 %i 天：%s', (on, days, code) => {
    const now = startOfDate(on) + 23 * 60 * 60 * 1000
    expect(codeOf(mayApply({ status: 'rejected', rejectedAt }, days, now))).toBe(code)
  })
})

describe('签署状态', () => {
  const now = startOfDate('2026-11-20')
  const agreement: AgreementInForce = {
    version: 3,
    hash: 'h3',
    termDays: 365,
    deadlines: [
      { version: 1, endsAt: now - 100 * DAY_MS },
      { version: 2, endsAt: now + 5 * DAY_MS },
      { version: 3, endsAt: now + 20 * DAY_MS },
    ],
  }
  const signed = (version: number, expiresIn: number | null): SignedAgreement => ({
    version,
    hash: `h${version}`,
    signedAt: now - 50 * DAY_MS,
    expiresAt: expiresIn === null ? null : now + expiresIn * DAY_MS,
    turn: 1,
  })
  it.each<[string, SignedAgreement | undefined, string, number | null]>([
    ['从没签过，第一版的期限早过了', undefined, 'lapsed', -100],
    ['签的第一版：看最早的期限，不因又出一版而延后', signed(1, null), 'to-sign', 5],
    ['签的第二版', signed(2, null), 'to-sign', 20],
    ['签的第二版，但它自己先到期', signed(2, 3), 'to-sign', 3],
    ['签的是现在这版', signed(3, 200), 'signed', 200],
    ['30 天内到期', signed(3, 30), 'to-renew', 30],
    ['到期那一刻', signed(3, 0), 'lapsed', 0],
    ['没有期限', signed(3, null), 'signed', null],
  ])('%s', (_name, of, state, days) => {
    const lapsesAt = days === null ? null : now + days * DAY_MS
    expect(signingOf(agreement, of, now)).toEqual({ state, lapsesAt })
  })

  it('没有协议的店，没有人要签', () => {
    expect(signingOf(undefined, undefined, now).state).toBe('none')
  })

  it('再签一次，从签的那天重新算期限', () => {
    expect(sign(agreement, signed(2, 3), now)).toEqual({
      version: 3,
      hash: 'h3',
      signedAt: now,
      expiresAt: now + 365 * DAY_MS,
      turn: 2,
    })
  })

  it('过期没签的人：链接、补填和移客户都不再带来新顾客', () => {
    const question = {
      current: null,
      sharer: { _id: 'dst_a', status: 'active', uplineIds: [] } as const,
      visitorId: 'mbr_b',
      policy: { rule: 'last-touch', expireDays: 90, protectDays: 30 } as const,
      now,
      cameAt: now,
      isSharerLapsed: true,
    }
    expect(decideBinding(question)).toEqual({ kind: 'keep', reason: 'sharer-not-signed' })
    expect(codeOf(decideRescue(question))).toBe('RESCUE_SHARER_INACTIVE')
    expect(codeOf(decideMove(question))).toBe('MOVE_TARGET_UNSIGNED')
    const inTime = { ...question, isSharerLapsed: false }
    expect(decideBinding(inTime).kind).toBe('bind')
    expect(codeOf(decideRescue(inTime))).toBe('ALLOWED')
    expect(codeOf(decideMove(inTime))).toBe('ALLOWED')
  })
})

describe('协议正文', () => {
  const terms = {
    title: '分销协议',
    rights: '分享得佣金',
    pricePolicy: '照店里的价',
    territoryPolicy: '不分区域',
    refundPolicy: '退款扣回佣金',
    termDays: 365,
  }
  it('写着每一段、期限、结束时钱归谁，不收费', () => {
    const text = composeAgreement('山茶小铺', terms)
    for (const words of ['分享得佣金', '照店里的价', '不分区域', '退款扣回佣金', '365 天']) {
      expect(text).toContain(words)
    }
    expect(text).toContain('已经产生的佣金仍归签署人')
    expect(text).toContain('不需要支付任何费用')
    expect(composeAgreement('山茶小铺', { ...terms })).toBe(text)
  })
})

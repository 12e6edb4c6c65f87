// 招募与协议: form, standards, approval, signature, what a missing signature costs, and money after the end.
import { describe, expect, it } from 'vitest'
import type { Api } from '@contract/api'
import type { AgreementVersion, Application, Signature } from '@contract/model/recruitment'
import type { Distributor } from '@contract/model/people'
import { addDays, dateOf, DAY_MS } from '@contract/time'
import { sha256 } from '../../../cloudfunctions/kernel/ids'
import type { Money } from '../money/open-money'
import { startEachTest } from '../money/start-each-test'

type Terms = Api['owner.publishRecruitment']['input']['terms']
const TERMS: Terms = {
  headline: '一起分享好茶',
  forWhom: '爱喝茶、愿意讲给朋友听的人',
  offer: '朋友成交，按佣金方案谢你',
  fields: [
    { key: 'f1', label: '年龄', kind: 'number', isRequired: true, choices: [] },
    { key: 'f2', label: '所在地区', kind: 'region', isRequired: true, choices: [] },
    { key: 'f3', label: '自我介绍', kind: 'text', isRequired: false, choices: [] },
  ],
  standards: [
    { kind: 'range', field: 'f1', min: 18, max: 60, allowed: [] },
    { kind: 'regions', field: 'f2', min: null, max: null, allowed: ['浙江省'] },
  ],
  reapplyDays: 7,
  drive: { name: '冬天的伙伴', target: 10, fromOn: '2026-11-01', toOn: '2026-12-31' },
  tasks: [
    { key: 't1', kind: 'share', title: '分享第一件商品' },
    { key: 't2', kind: 'own', title: '读一遍冲泡手册' },
  ],
}
const ANSWERS = [
  { field: 'f1', value: 30 },
  { field: 'f2', value: '浙江省 杭州市 西湖区' },
]
const FORM = { name: '方小满', formVersion: 1, answers: ANSWERS }
const AGREEMENT = {
  title: '分销协议',
  rights: '分享得佣金。',
  pricePolicy: '照店里的价卖。',
  territoryPolicy: '不分区域。',
  refundPolicy: '退款扣回佣金。',
  termDays: 365,
}

let money: Money
startEachTest((opened) => (money = opened))

const { stringify } = JSON
const database = () => money.world.cloud.database
const person = (id: string) => database().get<Distributor>('distributors', id)
const application = (id: string) => database().get<Application>('applications', id)
const signature = (id: string) => database().get<Signature>('signatures', id)
const today = () => dateOf(money.world.cloud.clock.now())
const ask = (terms = TERMS, basedOn = 0) =>
  money.owner.call('owner.publishRecruitment', { basedOn, terms })
const publish = (change: Partial<typeof AGREEMENT> = {}, basedOn = 0, inDays = 14) =>
  money.owner.call('owner.publishAgreement', {
    basedOn,
    terms: { ...AGREEMENT, ...change },
    signByOn: addDays(today(), inDays),
  })
const decide = (distributorId: string, isAdmitted: boolean, reason?: string) =>
  money.owner.call('owner.decideApplication', {
    distributorId,
    isAdmitted,
    ...(reason === undefined ? {} : { reason }),
  })
const opensBy = async (name: string) => {
  const { isBound } = await money.world
    .as(name)
    .call('mall.openShare', { shareCode: money.shareCode })
  return isBound
}

describe('申请表', () => {
  it('从没设过招募的店：一个称呼就够，和从前一样', async () => {
    const fang = money.world.as('fang')
    expect(await fang.call('distributor.getRecruitment', {})).toMatchObject({
      formVersion: 0,
      fields: [],
      hasAgreement: false,
    })
    await fang.call('distributor.apply', { name: '方小满' })
    await decide(fang.distributorId, true)
    expect(person(fang.distributorId)?.status).toBe('active')
    expect(application(`${fang.distributorId}:1`)).toBeNull()
  })

  it('题目和要求写在页上；答案和称呼一起留着给店主看', async () => {
    await ask()
    const fang = money.world.as('fang')
    const { fields } = await fang.call('distributor.getRecruitment', {})
    expect(fields.map(({ label, need }) => [label, need])).toEqual([
      ['年龄', '18 到 60'],
      ['所在地区', '在浙江省'],
      ['自我介绍', ''],
    ])
    await fang.call('distributor.apply', FORM)
    const { rows } = await money.owner.call('owner.listApplications', {})
    expect(rows).toMatchObject([{ name: '方小满', round: 1, inviterName: null }])
    expect(rows[0]?.answers.map(({ text }) => text)).toEqual([
      '30',
      '浙江省 杭州市 西湖区',
      '没有填',
    ])
    expect(await money.finance.refusal('owner.listApplications', {})).toBe('NOT_ALLOWED')
  })

  it.each([
    ['年龄不够', [{ field: 'f1', value: 17 }, ANSWERS[1]], 1, 'APPLICATION_STANDARD_UNMET'],
    [
      '地区不对',
      [ANSWERS[0], { field: 'f2', value: '江西省 景德镇市' }],
      1,
      'APPLICATION_STANDARD_UNMET',
    ],
    ['没填地区', [ANSWERS[0]], 1, 'APPLICATION_FIELD_MISSING'],
    ['年龄写成字', [{ field: 'f1', value: '三十' }, ANSWERS[1]], 1, 'APPLICATION_FIELD_INVALID'],
    ['多出一项', [...ANSWERS, { field: 'f9', value: '甲' }], 1, 'APPLICATION_FIELD_UNKNOWN'],
    ['填的是旧表', ANSWERS, 0, 'APPLICATION_FORM_CHANGED'],
  ] as const)('%s：说清楚，什么也不留下', async (_name, answers, formVersion, code) => {
    await ask()
    const fang = money.world.as('fang')
    const input = { ...FORM, formVersion, answers: answers.flatMap((one) => one ?? []) }
    expect(await fang.refusal('distributor.apply', input)).toBe(code)
    expect(person(fang.distributorId)).toBeNull()
    expect(application(`${fang.distributorId}:1`)).toBeNull()
  })

  it('同一份交两次是一份；等着的时候换一份不收', async () => {
    await ask()
    const fang = money.world.as('fang')
    await Promise.all([fang.call('distributor.apply', FORM), fang.call('distributor.apply', FORM)])
    await fang.call('distributor.apply', FORM)
    const other = { ...FORM, answers: [{ field: 'f1', value: 31 }, ...ANSWERS.slice(1)] }
    expect(await fang.refusal('distributor.apply', other)).toBe('APPLICATION_PENDING')
    expect(person(fang.distributorId)?.applicationRound).toBe(1)
    expect(application(`${fang.distributorId}:2`)).toBeNull()
  })

  it('没通过写明原因；7 天后可以再申请，两份都留着', async () => {
    await ask()
    const fang = money.world.as('fang')
    const { distributorId } = fang
    await fang.call('distributor.apply', FORM)
    await decide(distributorId, false, '介绍太短')
    const again = { ...FORM, answers: [...ANSWERS, { field: 'f3', value: '开过茶馆' }] }
    expect(await fang.refusal('distributor.apply', again)).toBe('APPLICATION_TOO_SOON')
    expect((await fang.call('distributor.getRecruitment', {})).reapplyOn).toBe(addDays(today(), 7))
    await money.world.cloud.advance(7 * DAY_MS)
    await fang.call('distributor.apply', again)
    expect(application(`${distributorId}:1`)).toMatchObject({
      outcome: 'rejected',
      reason: '介绍太短',
    })
    expect(application(`${distributorId}:2`)?.outcome).toBe('waiting')
  })

  it('没有权限的人不能审核，店主也不能审核自己', async () => {
    await ask()
    const fang = money.world.as('fang')
    const { distributorId } = fang
    await fang.call('distributor.apply', FORM)
    const admission = { distributorId, isAdmitted: true }
    for (const who of [fang, money.lan, money.finance]) {
      expect(await who.refusal('owner.decideApplication', admission)).toBe('NOT_ALLOWED')
    }
    expect(person(distributorId)?.status).toBe('applied')
    await money.owner.call('distributor.apply', FORM)
    const own = { distributorId: money.owner.distributorId, isAdmitted: true }
    expect(await money.owner.refusal('owner.decideApplication', own)).toBe('OWN_CASE')
  })

  it('自己的邀请、自己下级的邀请：说清楚，不留申请', async () => {
    const lan = person(money.lan.distributorId)
    const { shareCode: own } = await money.lan.call('distributor.createShare', {
      target: { kind: 'shop' },
      channel: 'friend',
    })
    // Somebody who stands above others and applies once more can only come from outside the usual ways.
    database().put('distributors', [{ ...lan, status: 'rejected' }])
    const invite = { target: { kind: 'invitation' }, channel: 'friend' } as const
    const { shareCode } = await money.mei.call('distributor.createShare', invite)
    const apply = (code: string) =>
      money.lan.refusal('distributor.apply', { name: '何岚', shareCode: code })
    expect(await apply(shareCode)).toBe('INVITER_INVALID')
    expect(await apply(own)).toBe('INVITER_INVALID')
    expect(person(money.lan.distributorId)?.status).toBe('rejected')
  })

  it('经邀请链接申请，邀请人写在申请上', async () => {
    await ask()
    const fang = money.world.as('fang')
    const invite = { target: { kind: 'invitation' }, channel: 'friend' } as const
    const { shareCode } = await money.lan.call('distributor.createShare', invite)
    await fang.call('distributor.apply', { ...FORM, shareCode })
    const { rows } = await money.owner.call('owner.listApplications', {})
    expect(rows[0]?.inviterName).toBe('何岚')
  })
})

describe('招募设置', () => {
  it('要钱、要先买的标准发不出去，说的是哪一条', async () => {
    const none = { field: '', min: null, max: null, allowed: [] }
    const publishing = (kind: 'fee' | 'purchase') =>
      money.owner.refusal('owner.publishRecruitment', {
        basedOn: 0,
        terms: { ...TERMS, standards: [{ kind, ...none }] },
      })
    expect(await publishing('fee')).toBe('COMPLIANCE_ENTRY_FEE')
    expect(await publishing('purchase')).toBe('RECRUIT_PURCHASE_REQUIRED')
    expect((await money.owner.call('owner.getRecruitment', {})).version).toBe(0)
  })

  it('再发一样的不算一版；别人先发了就要先刷新；财务只能看', async () => {
    expect(await ask()).toEqual({ version: 1 })
    expect(await ask()).toEqual({ version: 1 })
    const terms = { ...TERMS, reapplyDays: 30 }
    const stale = { basedOn: 0, terms }
    expect(await money.owner.refusal('owner.publishRecruitment', stale)).toBe('RECRUIT_MOVED_ON')
    expect(await ask(terms, 1)).toEqual({ version: 2 })
    expect(await money.finance.refusal('owner.publishRecruitment', stale)).toBe('NOT_ALLOWED')
    expect((await money.finance.call('owner.getRecruitment', {})).terms.reapplyDays).toBe(30)
  })

  it('计划的进度：期间申请的和加入的人', async () => {
    await ask()
    const fang = money.world.as('fang')
    await fang.call('distributor.apply', FORM)
    // Lan and Mei joined on the same day.
    expect(await money.owner.call('owner.getRecruitment', {})).toMatchObject({
      waiting: 1,
      progress: { applied: 3, admitted: 2 },
    })
    await decide(fang.distributorId, true)
    expect((await money.owner.call('owner.getRecruitment', {})).progress?.admitted).toBe(3)
  })

  it('入门任务：分享由事实打勾，店主自己写的由新人打勾', async () => {
    await ask()
    const tasks = async () =>
      (await money.mei.call('distributor.getWelcome', {})).tasks.map(({ isDone }) => isDone)
    expect(await tasks()).toEqual([true, false])
    await money.mei.call('distributor.finishTask', { key: 't2' })
    await money.mei.call('distributor.finishTask', { key: 't2' })
    expect(await tasks()).toEqual([true, true])
    // A page asks for the friend's card before anybody has shared; the sheet asks for the others when it is opened.
    const fang = money.world.as('fang')
    await fang.call('distributor.apply', FORM)
    await decide(fang.distributorId, true)
    const hasShared = async () => (await fang.call('distributor.getWelcome', {})).tasks[0]?.isDone
    const target = { kind: 'shop' } as const
    await fang.call('distributor.createShare', { target, channel: 'friend' })
    expect(await hasShared()).toBe(false)
    await fang.call('distributor.createShare', { target, channel: 'group' })
    expect(await hasShared()).toBe(true)
    const share = { key: 't1' }
    expect(await money.mei.refusal('distributor.finishTask', share)).toBe('WELCOME_TASK_UNKNOWN')
  })
})

describe('签署', () => {
  const approved = async () => {
    const { version, hash } = await publish()
    const fang = money.world.as('fang')
    await fang.call('distributor.apply', { name: '方小满' })
    await decide(fang.distributorId, true)
    return { fang, paper: { version, hash, isReadToEnd: true as const } }
  }

  it('通过了还要签；签了才算加入，留下版本、时间和原文的 SHA-256', async () => {
    const { fang, paper } = await approved()
    const { distributorId } = fang
    expect(person(distributorId)?.status).toBe('approved')
    expect(await fang.refusal('distributor.getCentre', {})).toBe('AGREEMENT_UNSIGNED')
    const shown = await fang.call('distributor.getAgreement', {})
    expect(shown).toMatchObject({ status: 'approved', state: 'to-sign', signed: null })
    expect(sha256(shown.agreement?.text ?? '')).toBe(paper.hash)
    const signedAt = money.world.cloud.clock.now()
    const answer = await fang.call('distributor.signAgreement', paper)
    expect(answer.status).toBe('active')
    expect(await fang.call('distributor.signAgreement', paper)).toEqual(answer)
    expect(signature(`${distributorId}:1`)).toMatchObject({ version: 1, hash: paper.hash })
    expect(signature(`${distributorId}:1`)?.signedAt).toBeGreaterThanOrEqual(signedAt)
    expect(signature(`${distributorId}:2`)).toBeNull()
    expect(await fang.call('distributor.getCentre', {})).toMatchObject({ name: '方小满' })
    expect(money.wallet(fang)).toMatchObject({ availableFen: 0 })
    money.world.audit()
  })

  it('旧的一版、改过一个字的、没通过就签的，都不收', async () => {
    const { fang, paper } = await approved()
    const forged = { ...paper, hash: sha256('别的文字') }
    expect(await fang.refusal('distributor.signAgreement', forged)).toBe('AGREEMENT_OUTDATED')
    await publish({ rights: '分享得佣金，每月结一次。' }, 1)
    expect(await fang.refusal('distributor.signAgreement', paper)).toBe('AGREEMENT_OUTDATED')
    const wei = money.world.as('wei')
    expect(await wei.refusal('distributor.signAgreement', paper)).toBe('DISTRIBUTOR_ONLY')
    await wei.call('distributor.apply', { name: '魏' })
    expect(await wei.refusal('distributor.signAgreement', paper)).toBe('APPLICATION_PENDING')
    expect(person(fang.distributorId)?.status).toBe('approved')
    const unread = { ...paper, isReadToEnd: false as never }
    expect(await fang.refusal('distributor.signAgreement', unread)).toBe('INPUT_INVALID')
  })

  it('没有协议的店没什么可签', async () => {
    const paper = { version: 1, hash: sha256(''), isReadToEnd: true as const }
    expect(await money.mei.refusal('distributor.signAgreement', paper)).toBe('AGREEMENT_NONE')
  })

  it('签到一半断了：要么全有，要么全无，再签一次就好', async () => {
    const { fang, paper } = await approved()
    const { distributorId } = fang
    const before = money.world.cloud.snapshot()
    const at = money.world.cloud.clock.now()
    const seen = new Set<string>()
    for (let calls = 1; calls <= 14; calls += 1) {
      await money.world.cloud.restore(before)
      money.world.cloud.clock.set(at)
      await money.cutShort('distributor', calls, () =>
        fang.call('distributor.signAgreement', paper),
      )
      const all = [
        person(distributorId)?.status === 'active',
        person(distributorId)?.signed !== undefined,
        signature(`${distributorId}:1`) !== null,
        database().get('wallets', distributorId) !== null,
      ]
      expect(new Set(all).size, `cut after ${calls}: ${stringify(all)}`).toBe(1)
      seen.add(all[0] ? 'whole' : 'nothing')
      expect((await fang.call('distributor.signAgreement', paper)).status).toBe('active')
      expect(signature(`${distributorId}:2`)).toBeNull()
      money.world.audit()
    }
    expect(seen).toEqual(new Set(['whole', 'nothing']))
  })

  it('两处同时签，只留一份', async () => {
    const { fang, paper } = await approved()
    await Promise.all([
      fang.call('distributor.signAgreement', paper),
      fang.call('distributor.signAgreement', paper),
    ])
    expect(person(fang.distributorId)?.standings).toHaveLength(1)
    expect(signature(`${fang.distributorId}:2`)).toBeNull()
  })
})

describe('换了协议', () => {
  it('到期没重新签的人：老顾客照旧，不再有新顾客；签了就恢复', async () => {
    const { version, hash } = await publish({}, 0, 3)
    expect((await money.mei.call('distributor.getAgreement', {})).state).toBe('to-sign')
    expect(await opensBy('early')).toBe(true)
    await money.world.cloud.advance(4 * DAY_MS)
    expect((await money.mei.call('distributor.getAgreement', {})).state).toBe('lapsed')
    expect(await opensBy('late')).toBe(false)
    const late = money.world.as('later')
    const typed = { code: money.shareCode }
    expect(await late.refusal('mall.enterShareCode', typed)).toBe('RESCUE_SHARER_INACTIVE')
    const move = {
      memberId: money.shopper.memberId,
      distributorId: money.mei.distributorId,
      reason: '试试',
    }
    // The shopper is Mei's already: nothing to move. Old customers keep earning for her.
    expect(await money.owner.call('owner.moveCustomer', move)).toEqual({})
    const orderId = await money.buyTeaAndPot()
    await money.deliver('payment')
    expect(money.commissionOf(money.mei, orderId).netFen).toBe(1392)
    const paper = { version, hash, isReadToEnd: true as const }
    await money.mei.call('distributor.signAgreement', paper)
    expect(await opensBy('late')).toBe(true)
    money.world.audit()
  })

  it('到期没签的人也不能再分享、再邀请；签了马上恢复', async () => {
    const invite = { target: { kind: 'invitation' }, channel: 'friend' } as const
    const { shareCode } = await money.mei.call('distributor.createShare', invite)
    const before = money.world.as('before')
    await before.call('distributor.apply', { name: '先来的', shareCode })
    const { version, hash } = await publish({}, 0, 3)
    await money.world.cloud.advance(4 * DAY_MS)
    expect(await money.mei.refusal('distributor.createShare', invite)).toBe('AGREEMENT_LAPSED')
    // The link that is out there still leads to the form, under nobody's name.
    const fang = money.world.as('fang')
    expect(await fang.call('distributor.getApplication', { shareCode })).toMatchObject({
      inviterName: null,
    })
    await fang.call('distributor.apply', { name: '方小满', shareCode })
    expect(person(fang.distributorId)?.inviterId).toBeNull()
    // Whoever came before and is admitted now: judged as things are now, as with somebody frozen.
    await decide(before.distributorId, true)
    const paper = { version, hash, isReadToEnd: true as const }
    await before.call('distributor.signAgreement', paper)
    expect(person(before.distributorId)).toMatchObject({ inviterId: null, uplineIds: [] })
    await money.mei.call('distributor.signAgreement', paper)
    expect((await money.mei.call('distributor.createShare', invite)).shareCode).toBe(shareCode)
    const late = money.world.as('late')
    await late.call('distributor.apply', { name: '后来的', shareCode })
    expect(person(late.distributorId)?.inviterId).toBe(money.mei.distributorId)
  })

  it('再出一版不给谁延期', async () => {
    await publish({}, 0, 3)
    await money.world.cloud.advance(4 * DAY_MS)
    await publish({ rights: '分享得佣金，按月结。' }, 1, 30)
    expect(await opensBy('late')).toBe(false)
  })

  it('协议有期限：到期前 30 天可以续，过了期不再有新顾客', async () => {
    const { version, hash } = await publish({ termDays: 60 })
    const paper = { version, hash, isReadToEnd: true as const }
    await money.mei.call('distributor.signAgreement', paper)
    const state = async () => (await money.mei.call('distributor.getAgreement', {})).state
    expect(await state()).toBe('signed')
    await money.world.cloud.advance(31 * DAY_MS)
    expect(await state()).toBe('to-renew')
    await money.world.cloud.advance(30 * DAY_MS)
    expect(await state()).toBe('lapsed')
    expect(await opensBy('late')).toBe(false)
    await money.mei.call('distributor.signAgreement', paper)
    expect(await state()).toBe('signed')
    expect(signature(`${money.mei.distributorId}:2`)).toMatchObject({ version, turn: 2 })
  })

  it('同样的文字不算新的一版；别人先发了要先刷新；截止日不能在过去；签了几个人看得到', async () => {
    const { hash } = await publish()
    expect(await publish()).toEqual({ version: 1, hash })
    const input = {
      basedOn: 0,
      terms: { ...AGREEMENT, title: '另一份' },
      signByOn: addDays(today(), 5),
    }
    expect(await money.owner.refusal('owner.publishAgreement', input)).toBe('AGREEMENT_MOVED_ON')
    for (const signByOn of [addDays(today(), -1), '2027-02-31']) {
      const late = { ...input, basedOn: 1, signByOn }
      expect(await money.owner.refusal('owner.publishAgreement', late)).toBe('AGREEMENT_INVALID')
    }
    expect(await money.finance.refusal('owner.publishAgreement', input)).toBe('NOT_ALLOWED')
    const paper = { version: 1, hash, isReadToEnd: true as const }
    await money.mei.call('distributor.signAgreement', paper)
    expect(await money.owner.call('owner.getAgreement', {})).toMatchObject({
      version: 1,
      hash,
      people: { admitted: 2, signed: 1 },
    })
    const kept = database().get<AgreementVersion>('agreement_versions', 'agreement:1')
    expect(sha256(kept?.text ?? '')).toBe(hash)
  })
})

describe('结束合作', () => {
  it('自己退出：待结算的照常结算，可提现的仍能提走，之后的单不再有', async () => {
    const early = await money.buyTeaAndPot()
    await money.deliver('payment')
    await money.mei.call('distributor.leave', { reason: '搬家了' })
    await money.mei.call('distributor.leave', { reason: '搬家了' })
    expect(person(money.mei.distributorId)).toMatchObject({
      status: 'exited',
      exit: { by: 'self', reason: '搬家了' },
    })
    const later = await money.buyTeaAndPot()
    await money.deliver('payment')
    // Nobody's customer any more: nobody is credited, her inviter neither.
    expect(money.order(later).attribution).toBeNull()
    expect(money.commissions(later)).toEqual([])
    await money.receive(early)
    await money.world.passDays(30)
    expect(money.wallet(money.mei)).toMatchObject({ pendingFen: 0, availableFen: 1392 })
    const withdrawalId = await money.withdraw(1392)
    await money.deliver('transfer')
    expect(money.withdrawal(withdrawalId).status).toBe('paid')
    const share = { target: { kind: 'shop' }, channel: 'friend' } as const
    expect(await money.mei.refusal('distributor.createShare', share)).toBe('DISTRIBUTOR_NOT_ACTIVE')
    const paper = { version: 1, hash: sha256(''), isReadToEnd: true as const }
    await publish()
    expect(await money.mei.refusal('distributor.signAgreement', paper)).toBe(
      'DISTRIBUTOR_NOT_ACTIVE',
    )
    money.world.audit()
  })

  it('店主结束要写原因，留下谁结束的；欠款走核销', async () => {
    await money.earn()
    const { distributorId } = money.mei
    const input = { distributorId, reason: '多次虚假宣传' }
    await money.owner.call('owner.endDistributor', input)
    expect(person(distributorId)?.exit).toMatchObject({ by: 'shop', reason: '多次虚假宣传' })
    expect(person(distributorId)?.standings.at(-1)?.status).toBe('exited')
    expect(money.wallet(money.mei).availableFen).toBe(1392)
    expect(await money.finance.refusal('owner.endDistributor', input)).toBe('NOT_ALLOWED')
    const nobody = { distributorId: money.shopper.distributorId, reason: '没这人' }
    expect(await money.owner.refusal('owner.endDistributor', nobody)).toBe('DISTRIBUTOR_UNKNOWN')
    const own = { distributorId: money.owner.distributorId, reason: '自己' }
    expect(await money.owner.refusal('owner.endDistributor', own)).toBe('OWN_CASE')
    expect(await money.shopper.refusal('distributor.leave', { reason: '走' })).toBe(
      'DISTRIBUTOR_ONLY',
    )
  })

  it('退出之后退款成了欠款，走店里的核销', async () => {
    const orderId = await money.earn()
    await money.withdraw(1392)
    await money.deliver('transfer')
    await money.mei.call('distributor.leave', { reason: '不做了' })
    money.changeShop({ afterSaleDays: 30 })
    await money.refund(orderId, [{ line: 2, quantity: 1 }])
    const amountFen = money.wallet(money.mei).clawbackFen
    expect(amountFen).toBeGreaterThan(0)
    const { distributorId } = money.mei
    const input = { distributorId, amountFen, reason: '已退出' }
    await money.owner.call('owner.writeOffDebt', input)
    expect(money.wallet(money.mei).clawbackFen).toBe(0)
    money.world.audit()
  })
})

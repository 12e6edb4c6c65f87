// 招募与协议 on the desk: who waits with which answers, what is asked, and what is published.
import type { Api } from '@contract/api'
import { afterEach, describe, expect, it } from 'vitest'
import AgreementPage from '@/pages/owner/agreement'
import RecruitmentPage from '@/pages/owner/recruitment'
import SigningPage from '@/pages/owner/signing'
import { refuse } from '../support/fake-cloud'
import type { Answers } from '../support/fake-cloud'
import { closeDesk, itKeepsItsStates, openDesk, press } from './desk'
import { teaDesk } from './desks.data'

afterEach(closeDesk)

type Desk = Api['owner.getRecruitment']['output']
const desk: Desk = {
  version: 2,
  publishedAt: 1_790_000_000_000,
  terms: {
    headline: '一起分享好茶',
    forWhom: '爱喝茶的人',
    offer: '按成交谢你',
    fields: [{ key: 'f1', label: '年龄', kind: 'number', isRequired: true, choices: [] }],
    standards: [{ kind: 'range', field: 'f1', min: 18, max: 60, allowed: [] }],
    reapplyDays: 7,
    drive: { name: '冬天的伙伴', target: 10, fromOn: '2026-11-01', toOn: '2026-12-31' },
    tasks: [],
  },
  today: '2026-11-20',
  waiting: 1,
  toSign: 2,
  progress: { applied: 6, admitted: 4 },
}
const applicant = {
  id: 'dst_new',
  name: '方小满',
  inviterName: '何岚',
  appliedAt: 1_790_000_000_000,
  round: 2,
  answers: [{ label: '年龄', text: '30' }],
}
const waiting = { rows: [applicant], next: null }
const open = (more: Answers = {}) =>
  openDesk(<RecruitmentPage />, teaDesk, {
    'owner.getRecruitment': desk,
    'owner.listApplications': waiting,
    ...more,
  })

describe('招募', () => {
  it('计划到哪了、谁在等、答了什么，一眼看到', async () => {
    const { screen } = await open()
    for (const words of [
      ...[
        '冬天的伙伴',
        '加入 4 人',
        '目标 10 人',
        '6 人申请',
        '还有 41 天',
        '2 人通过了还没签协议',
      ],
      ...['方小满', '第 2 次', '何岚 邀请', '年龄', '30'],
    ]) {
      expect(screen.text()).toContain(words)
    }
  })

  it('通过；不通过要写原因', async () => {
    const { screen, cloud } = await open({ 'owner.decideApplication': {} })
    await screen.tap('通过 方小满')
    await screen.settle()
    await screen.tap('回绝 方小满')
    expect(screen.has('写明原因后才能提交')).toBe(true)
    await screen.type('原因', '介绍太短')
    await press(screen, '.fy-sheet-foot .fy-btn')
    expect(cloud.callsOf('owner.decideApplication').map(({ input }) => input)).toEqual([
      { distributorId: 'dst_new', isAdmitted: true },
      { distributorId: 'dst_new', isAdmitted: false, reason: '介绍太短' },
    ])
  })

  it('没有人等的时候说什么时候会有；列表出错可以再试', async () => {
    const { screen } = await open({ 'owner.listApplications': { rows: [], next: null } })
    expect(screen.text()).toContain('没有等审核的申请')
    const { screen: failed, cloud } = await open({ 'owner.listApplications': refuse('INTERNAL') })
    cloud.answer({ 'owner.listApplications': waiting })
    await failed.tap('再试一次')
    expect(failed.text()).toContain('方小满')
  })

  it('加一题并发布；没写题目时按钮说缺什么', async () => {
    const { screen, cloud } = await open({ 'owner.publishRecruitment': { version: 3 } })
    await screen.tap('设置')
    expect(screen.has('没有改动')).toBe(true)
    await screen.tap('加一题')
    expect(screen.has('有一题还没有写题目')).toBe(true)
    await screen.type('第 2 题', '看完过入门培训')
    await press(screen, '.fy-chip-tap')
    await press(screen, '.fy-bottom .fy-btn')
    await press(screen, '.fy-dialog-button')
    const [sent] = cloud.callsOf('owner.publishRecruitment')
    expect(sent?.input).toMatchObject({
      basedOn: 2,
      terms: {
        fields: [desk.terms.fields[0], { key: 'f2', label: '看完过入门培训', kind: 'yes-no' }],
        standards: desk.terms.standards,
      },
    })
  })

  it('写到一半刷新出别人的新版，发的还是照着写的那一版，不悄悄盖掉别人的', async () => {
    const { screen, cloud } = await open({
      'owner.publishRecruitment': refuse('RECRUIT_MOVED_ON'),
    })
    await screen.tap('设置')
    await screen.type('第 1 题', '多大了')
    cloud.answer({ 'owner.getRecruitment': { ...desk, version: 3 } })
    await screen.signal('pull')
    await press(screen, '.fy-bottom .fy-btn')
    await press(screen, '.fy-dialog-button')
    expect(cloud.callsOf('owner.publishRecruitment')[0]?.input).toMatchObject({
      basedOn: 2,
      terms: { fields: [{ label: '多大了' }] },
    })
  })

  it('要人先买的题发不出去，说的是哪一条', async () => {
    const { screen } = await open({
      'owner.publishRecruitment': refuse('RECRUIT_PURCHASE_REQUIRED'),
    })
    await screen.tap('设置')
    await screen.type('第 1 题', '购买过几次')
    await press(screen, '.fy-bottom .fy-btn')
    await press(screen, '.fy-dialog-button')
    expect(screen.text()).toContain('没有发布成功：不能要求先买东西才能加入')
  })

  itKeepsItsStates({
    page: () => <RecruitmentPage />,
    action: 'owner.getRecruitment',
    desk: teaDesk,
    good: { ...desk, waiting: 0 },
    words: '冬天的伙伴',
  })
})

type Agreement = Api['owner.getAgreement']['output']
const terms = {
  title: '分销协议',
  rights: '分享得佣金。',
  pricePolicy: '照店里的价。',
  territoryPolicy: '不分区域。',
  refundPolicy: '退款扣回。',
  termDays: 365,
}
const agreement: Agreement = {
  version: 2,
  terms,
  text: '分销协议\n\n一、权利与义务\n分享得佣金。',
  hash: 'cd34'.repeat(16),
  signByOn: '2026-12-04',
  today: '2026-11-20',
  publishedAt: 1_790_000_000_000,
  people: { admitted: 12, signed: 9 },
  history: [],
}

describe('分销协议', () => {
  it('每一版都能翻开看：正文、谁发的、现在有几个人签的是它', async () => {
    const { screen, cloud } = await openDesk(<AgreementPage />, teaDesk, {
      'owner.getAgreement': {
        ...agreement,
        history: [
          { version: 2, title: '分销协议', publishedAt: 1_790_000_000_000, signByOn: '2026-12-04' },
          { version: 1, title: '第一份', publishedAt: 1_780_000_000_000, signByOn: '2026-06-01' },
        ],
      },
      'owner.getAgreementVersion': {
        ...{ version: 1, title: '第一份', text: '第一份\n\n一、权利与义务\n老的。' },
        ...{ hash: 'ab12'.repeat(16), signByOn: '2026-06-01', publishedAt: 1_780_000_000_000 },
        ...{ publishedByName: '程知白', signed: 3 },
      },
    })
    expect(screen.text()).toContain('第 2 版（现在）')
    await press(screen, '.fy-row-item')
    expect(cloud.callsOf('owner.getAgreementVersion')[0]?.input).toEqual({ version: 1 })
    for (const words of ['老的。', '程知白', '3 人最后签的是这一版', 'ab12ab12']) {
      expect(screen.text()).toContain(words)
    }
  })

  itKeepsItsStates({
    page: () => <AgreementPage />,
    action: 'owner.getAgreement',
    desk: teaDesk,
    good: agreement,
    words: '签了 9 人',
  })

  it('改了才能发布；发布前说清楚几个人要重新签', async () => {
    const { screen, cloud } = await openDesk(<AgreementPage />, teaDesk, {
      'owner.getAgreement': agreement,
      'owner.publishAgreement': { version: 3, hash: 'ef56'.repeat(16) },
    })
    expect(screen.has('没有改动')).toBe(true)
    await screen.type('权利与义务', '')
    expect(screen.has('「权利与义务」还没有写')).toBe(true)
    await screen.type('权利与义务', '分享得佣金，每月结。')
    await press(screen, '.fy-bottom .fy-btn')
    expect(screen.text()).toMatch(/12 位分销员最晚 .*12 月 4 日/)
    await press(screen, '.fy-dialog-button')
    expect(cloud.callsOf('owner.publishAgreement')[0]?.input).toMatchObject({
      basedOn: 2,
      terms: { ...terms, rights: '分享得佣金，每月结。' },
    })
  })

  it('写到一半刷新出别人的新版，发的还是照着写的那一版', async () => {
    const { screen, cloud } = await openDesk(<AgreementPage />, teaDesk, {
      'owner.getAgreement': agreement,
      'owner.publishAgreement': refuse('AGREEMENT_MOVED_ON'),
    })
    await screen.type('权利与义务', '分享得佣金，每月结。')
    cloud.answer({ 'owner.getAgreement': { ...agreement, version: 3 } })
    await screen.signal('pull')
    await press(screen, '.fy-bottom .fy-btn')
    await press(screen, '.fy-dialog-button')
    expect(cloud.callsOf('owner.publishAgreement')[0]?.input).toMatchObject({ basedOn: 2 })
  })

  it('从没写过的店：说发布之后会怎样', async () => {
    const nothing = { version: 0, terms: null, text: null, hash: null, signByOn: null }
    const { screen } = await openDesk(<AgreementPage />, teaDesk, {
      'owner.getAgreement': { ...agreement, ...nothing, publishedAt: null },
    })
    expect(screen.text()).toContain('新人签了才算加入')
    expect(screen.has('「权利与义务」还没有写')).toBe(true)
  })
})

describe('谁还没签', () => {
  const lan = {
    ...{ id: 'dst_lan', name: '何岚', status: 'active' as const, state: 'to-sign' as const },
    ...{ lapsesAt: Date.parse('2026-12-05T00:00:00+08:00'), signedVersion: null, signedAt: null },
    ...{ remindedAt: null, isRemindedToday: false },
  }
  const people = (rows: Api['owner.listUnsigned']['output']['rows']) => ({
    ...{ why: 'never' as const, rows, next: null },
  })

  it('说清楚缺什么、到哪天；提醒一次，今天就不能再提醒', async () => {
    const { screen, cloud } = await openDesk(<SigningPage />, teaDesk, {
      'owner.listUnsigned': people([lan]),
      'owner.remindToSign': {},
    })
    expect(screen.text()).toMatch(/还没有签过 · 最晚 .*12 月 4 日/)
    expect(screen.text()).toContain('还没有提醒过')
    cloud.answer({
      'owner.listUnsigned': people([
        { ...lan, remindedAt: 1_790_000_000_000, isRemindedToday: true },
      ]),
    })
    await screen.tap('提醒 何岚')
    await screen.settle()
    expect(cloud.callsOf('owner.remindToSign')[0]?.input).toEqual({ distributorId: 'dst_lan' })
    expect(screen.text()).toContain('今天提醒过了')
  })

  it('第一次打开停在有人的那一类', async () => {
    const older = { ...people([{ ...lan, signedVersion: 1, signedAt: 1_790_000_000_000 }]) }
    const { screen, cloud } = await openDesk(<SigningPage />, teaDesk, {
      'owner.listUnsigned': { ...older, why: 'older' },
      'owner.remindToSign': {},
    })
    expect(cloud.callsOf('owner.listUnsigned').map(({ input }) => input)).toEqual([{}])
    expect(screen.all('[aria-selected="true"]').map((one) => one.textContent)).toEqual([
      '签的是旧版',
    ])
    expect(screen.text()).toContain('何岚')
    await screen.tap('没签过')
    await screen.settle()
    expect(cloud.callsOf('owner.listUnsigned').at(-1)?.input).toEqual({ why: 'never' })
  })

  it('换一类看，问的就是那一类；没有人时说这是好事', async () => {
    const { screen, cloud } = await openDesk(<SigningPage />, teaDesk, {
      'owner.listUnsigned': people([]),
    })
    expect(screen.text()).toContain('做分销的人都签过协议')
    await screen.tap('签的是旧版')
    await screen.settle()
    expect(cloud.callsOf('owner.listUnsigned').at(-1)?.input).toEqual({ why: 'older' })
  })

  itKeepsItsStates({
    page: () => <SigningPage />,
    action: 'owner.listUnsigned',
    desk: teaDesk,
    good: people([lan]),
    words: '何岚',
    empty: { answer: people([]), words: '这里没有人' },
  })
})

// 一个人的一页: each part loads when it is looked at; what the owner decides needs a reason; nobody decides about themself.
import type { Api } from '@contract/api'
import { bps, fen } from '@contract/money'
import { afterEach, describe, expect, it } from 'vitest'
import PersonPage from '@/pages/owner/person'
import { never, refuse } from '../support/fake-cloud'
import type { Answers } from '../support/fake-cloud'
import { closeDesk, itKeepsItsStates, openDesk, press } from './desk'
import { mountainDesk, NOW, teaDesk } from './desks.data'
import type { Desk } from './desks.data'

afterEach(closeDesk)

type Page = Api['owner.getPerson']['output']
const DAY = 86_400_000

const tierOf: Api['owner.getTierOf']['output'] = {
  name: '梅**',
  tier: 'silver',
  hold: null,
  missed: 0,
  next: {
    tier: 'gold',
    need: 'all',
    figures: [
      { measure: 'own-sales', window: 'this-month', atLeast: fen(800000), value: fen(768000) },
    ],
  },
  keep: null,
  month: '2026-11',
  asOf: 0,
  changes: [],
}

const commission = {
  id: 'cm:ord_1:1:dst_mei',
  level: 1,
  title: '明前龙井',
  buyerName: '周**',
  amountFen: fen(1200),
  reversedFen: fen(0),
  netFen: fen(1200),
  status: 'pending',
  isHeld: false,
  accruedAt: NOW,
  settleAt: null,
  settledAt: null,
} as const
const bonus = {
  step: 'tier-bonus',
  tier: 'silver',
  bonusBps: bps(200),
  totalBps: bps(1200),
} as const
const explained: Api['owner.getCommission']['output'] = {
  commission,
  tier: 'silver',
  planVersion: 'v1',
  orderId: 'ord_1',
  lines: [
    {
      ...{ line: 1, title: '明前龙井', rule: 'plan', ruleName: null },
      ...{ amountFen: fen(1200), reversedFen: fen(0), steps: [bonus] },
    },
  ],
}

/** The person of a desk as their page knows them. */
function personOf(desk: Desk, more: Partial<Page> = {}): Page {
  const { id, name, status, tier, appliedAt, admittedAt, salesFen, earnedFen, livelyOn } =
    desk.person
  return {
    ...{ id, name, status, tier, appliedAt, admittedAt, livelyOn },
    isSelf: false,
    rejectReason: null,
    inviter: { id: 'dst_lan', name: '兰**' },
    exit: null,
    manager: null,
    credit: null,
    agreement: { state: 'signed', version: 2, signedAt: NOW - DAY, lapsesAt: null },
    answers: [{ label: '住在哪里', text: '浙江省 杭州市' }],
    tierHold: { reason: '试用', untilOn: '2026-12-31' },
    direct: 3,
    indirect: 11,
    customers: 27,
    wallet: { ...desk.earnings.totals, earnedFen },
    ever: { salesFen, orders: 61, commissionFen: earnedFen, newCustomers: 19 },
    asOf: NOW,
    flagged: [
      {
        withdrawalId: 'wd_1',
        status: 'requested',
        at: NOW,
        flags: [{ code: 'FIRST_TIME', title: '第一次提现', text: '以前没有提过' }],
      },
    ],
    alerts: [{ id: 'al_1', message: '有一笔佣金结算不了', at: NOW }],
    ...more,
  }
}

const open = (person: Page, more: Answers = {}, desk: Desk = teaDesk) =>
  openDesk(
    <PersonPage />,
    desk,
    { 'owner.getPerson': person, 'owner.getTierOf': tierOf, ...more },
    { id: person.id },
  )
const asked = (cloud: Awaited<ReturnType<typeof open>>['cloud']) =>
  cloud.calls.map(({ action }) => action)

describe('一个人的一页', () => {
  itKeepsItsStates({
    page: () => <PersonPage />,
    action: 'owner.getPerson',
    desk: teaDesk,
    good: personOf(teaDesk),
    words: '梅**',
    params: { id: 'dst_mei' },
  })

  it.each([
    ['茶与礼', teaDesk, ['梅**', '分销中', '¥9,251.08', '¥1,110.13', '11 月 18 日']],
    ['山里货', mountainDesk, ['石**', '已冻结', '¥2,913.00', '¥349.56', '还没有动静']],
  ])('%s：是谁、带来多少、身边多少人、要留意什么', async (_name, desk, words) => {
    const { screen } = await open(personOf(desk), {}, desk)
    for (const word of [
      ...words,
      '兰** 邀请来的',
      '直接 3 人 · 间接 11 人',
      '27 人',
      '61 单',
      '11 月 19 日签了第 2 版',
      '等级由店主保留到 12 月 31 日：试用',
      '第一次提现：以前没有提过',
      '有一笔佣金结算不了',
    ]) {
      expect(screen.text()).toContain(word)
    }
  })

  it.each([
    ['钱包', '月度对账单', '/pages/owner/statement/index?id=dst_mei'],
    ['团队', '他邀请的人', '/pages/owner/team/index?id=dst_mei'],
    ['顾客', '他的顾客', '/pages/owner/customers/index?id=dst_mei'],
    ['邀请人', '兰** 邀请来的', '/pages/owner/person/index?id=dst_lan'],
  ])('%s带去他的那一页', async (_label, words, path) => {
    const { screen, visits } = await open(personOf(teaDesk))
    await screen.tap(words)
    expect(visits).toEqual([`navigateTo ${path}`])
  })

  it.each([
    ['¥9,251.08', 'owner.getPersonDays', never],
    ['¥1,110.13', 'owner.listPersonCommissions', { rows: [], next: null }],
    ['61 单', 'owner.listPersonOrders', { rows: [], next: null }],
  ])('点 %s，看它是从哪来的', async (figure, action, answer) => {
    const { screen, cloud } = await open(personOf(teaDesk), { [action]: answer })
    await screen.tap(figure)
    expect(asked(cloud)).toEqual(['owner.getPerson', action])
  })

  it('点新顾客的人数，看是哪些人；财务只看数字', async () => {
    const owner = await open(personOf(teaDesk))
    await owner.screen.tap('19 人')
    expect(owner.visits).toEqual(['navigateTo /pages/owner/customers/index?id=dst_mei'])
    await closeDesk()
    const finance = await open(personOf(mountainDesk), {}, mountainDesk)
    await finance.screen.tap('19 人')
    expect(finance.visits).toEqual([])
  })

  const partsOn = ({ all }: { all: (of: string) => Element[] }) =>
    all('.fy-chip').map((chip) => chip.textContent)
  it('还没取到时，各部分已经站在以后的位置；没加入的人只有概况和备注', async () => {
    const params = { id: 'dst_mei' }
    const waiting = await openDesk(<PersonPage />, teaDesk, { 'owner.getPerson': never }, params)
    const before = partsOn(waiting.screen)
    await closeDesk()
    const known = await open(personOf(teaDesk))
    expect(before).toEqual(partsOn(known.screen))
    expect(before).toHaveLength(8)
    await closeDesk()
    const applicant = await open(personOf(teaDesk, { status: 'applied', admittedAt: null }))
    expect(partsOn(applicant.screen)).toEqual(['概况', '备注'])
  })

  it('链接指定了一部分，就从那一部分看起', async () => {
    const { screen } = await openDesk(
      <PersonPage />,
      teaDesk,
      { 'owner.getPerson': personOf(teaDesk), 'owner.getTierOf': tierOf },
      { id: 'dst_mei', part: 'tier' },
    )
    expect(screen.text()).toContain('等级还没有变过')
  })

  it('没有这个人，说清楚', async () => {
    const { screen } = await openDesk(
      <PersonPage />,
      teaDesk,
      { 'owner.getPerson': refuse('DISTRIBUTOR_UNKNOWN') },
      { id: 'dst_none' },
    )
    expect(screen.text()).toContain('没有找到这位分销员')
  })
})

describe('每一部分看的时候才去取', () => {
  const days = (count: number): Api['owner.getPersonDays']['output'] => ({
    days: Array.from({ length: count }, (_, index) => ({
      on: `2026-11-${String(index + 1).padStart(2, '0')}`,
      salesFen: fen(100),
      commissionFen: fen(12),
    })),
    salesFen: fen(100 * count),
    commissionFen: fen(12 * count),
    asOf: NOW,
  })

  it('业绩：近 30 天和近 7 天', async () => {
    const { screen, cloud } = await open(personOf(teaDesk), {
      'owner.getPersonDays': ({ range }: { range: string }) => days(range === '7d' ? 7 : 30),
    })
    expect(asked(cloud)).toEqual(['owner.getPerson'])
    await screen.tap('业绩')
    expect(screen.text()).toContain('¥30.00')
    expect(screen.text()).toContain('¥3.60')
    await screen.tap('近 7 天')
    expect(screen.text()).toContain('¥7.00')
  })

  it('佣金：带着加减号和状态，点一笔说为什么，再去它的订单', async () => {
    const { screen, visits, cloud } = await open(personOf(teaDesk), {
      'owner.getCommission': explained,
      'owner.listPersonCommissions': {
        rows: [{ ...commission, orderId: 'ord_1' }],
        next: null,
      },
    })
    await screen.tap('佣金')
    expect(screen.text()).toContain('+¥12.00')
    expect(screen.text()).toContain('周** · 一级')
    await screen.tap('明前龙井')
    expect(cloud.callsOf('owner.getCommission')[0]?.input).toEqual({
      commissionId: 'cm:ord_1:1:dst_mei',
    })
    expect(screen.text()).toContain('他作为一级（分享人）得到')
    expect(screen.text()).toContain('付款时他是')
    await screen.tap('看这笔订单')
    expect(visits).toEqual(['navigateTo /pages/owner/order-detail/index?id=ord_1'])
  })

  it('钱包：几个部分，流水带加减号', async () => {
    const { screen } = await open(personOf(teaDesk), {
      'owner.listPersonMovements': {
        rows: [
          {
            id: 'settle:1',
            code: 'COMMISSION_SETTLED',
            at: NOW,
            pendingFen: fen(-1200),
            availableFen: fen(1200),
            withdrawingFen: fen(0),
            clawbackFen: fen(0),
            orderId: null,
            withdrawalId: null,
          },
        ],
        next: null,
      },
    })
    await screen.tap('钱包')
    for (const word of ['¥1,286.40', '佣金结算', '+¥12.00', '待结算 −¥12.00']) {
      expect(screen.text()).toContain(word)
    }
  })

  it.each([
    ['订单', 'owner.listPersonOrders', '还没有订单'],
    ['佣金', 'owner.listPersonCommissions', '还没有佣金'],
    ['钱包', 'owner.listPersonMovements', '还没有流水'],
    ['备注', 'owner.listPersonNotes', '还没有备注'],
  ])('%s还空着时说什么时候会有；取不到时能再试', async (part, action, words) => {
    const { screen, cloud } = await open(personOf(teaDesk), { [action]: refuse('INTERNAL') })
    await screen.tap(part)
    expect(screen.text()).toContain('我们这边出了点问题')
    cloud.answer({ [action]: { rows: [], next: null } })
    await screen.tap('再试一次')
    expect(screen.text()).toContain(words)
  })

  it('等级：还差什么、怎么保住、发生过什么', async () => {
    const { screen } = await open(personOf(teaDesk))
    await screen.tap('等级')
    expect(screen.text()).toContain('本人销售还差 ¥320.00，升级到金毫')
    expect(screen.text()).toContain('等级还没有变过')
    expect(screen.has('给 梅** 定等级')).toBe(true)
    expect(screen.has('冻结 梅**')).toBe(false)
    // However long the history is, what can be done about it stands before it.
    const text = screen.text()
    expect(text.indexOf('定等级')).toBeLessThan(text.indexOf('发生过什么'))
  })

  it('等级还没取到时，下面没有会被推走的按钮', async () => {
    const { screen } = await open(personOf(teaDesk), { 'owner.getTierOf': never })
    await screen.tap('等级')
    expect(screen.has('给 梅** 定等级')).toBe(false)
  })
})

describe('备注', () => {
  const rows = [{ id: 'nte_1', authorName: '店主', text: '爱做茶会\n周末有空', at: NOW }]

  it('写一条：空着不能记，记下后刷新，写着谁看得到', async () => {
    const { screen, cloud } = await open(personOf(teaDesk), {
      'owner.listPersonNotes': { rows: [], next: null },
      'owner.addPersonNote': {},
    })
    await screen.tap('备注')
    expect(screen.text()).toContain('他本人看不到')
    expect(screen.has('写了才能记下')).toBe(true)
    await screen.type('写一条备注', ' 爱做茶会 ')
    cloud.answer({ 'owner.listPersonNotes': { rows, next: null } })
    await screen.tap('记下')
    expect(cloud.callsOf('owner.addPersonNote')[0]?.input).toEqual({
      distributorId: 'dst_mei',
      text: '爱做茶会',
    })
    expect(screen.text()).toContain('店主 · 11 月 20 日 09:41')
  })

  it('没记下时说清楚，写的还在', async () => {
    const { screen } = await open(personOf(teaDesk), {
      'owner.listPersonNotes': { rows, next: null },
      'owner.addPersonNote': refuse('TRY_AGAIN'),
    })
    await screen.tap('备注')
    await screen.type('写一条备注', '下周去看她')
    await screen.tap('记下')
    expect(screen.text()).toContain('备注没有记下')
  })

  it('财务看不到备注，也没有要他决定的事', async () => {
    const { screen } = await open(personOf(mountainDesk), {}, mountainDesk)
    expect(screen.has('备注')).toBe(false)
    expect(screen.has('解冻 石**')).toBe(false)
    expect(screen.has('钱包')).toBe(true)
  })

  it('自己的一页没有备注，也不能决定自己的事', async () => {
    const { screen } = await open(personOf(teaDesk, { isSelf: true }))
    expect(screen.text()).toContain('自己的事要请别的同事来办')
    expect(screen.has('备注')).toBe(false)
    expect(screen.has('冻结 梅**')).toBe(false)
  })

  it('还没加入的人只有概况，可以在这里审核', async () => {
    const applicant = personOf(teaDesk, {
      status: 'applied',
      admittedAt: null,
      wallet: null,
      tierHold: null,
    })
    const { screen, cloud } = await open(applicant, { 'owner.decideApplication': {} })
    expect(screen.has('钱包')).toBe(false)
    expect(screen.text()).toContain('浙江省 杭州市')
    await screen.tap('通过 梅** 的申请')
    await press(screen, '.fy-dialog-button')
    expect(cloud.callsOf('owner.decideApplication')[0]?.input).toEqual({
      distributorId: 'dst_mei',
      isAdmitted: true,
    })
  })
})

describe('店主决定', () => {
  /** 解冻 is for a frozen person whose desk is the owner's here. */
  it('定等级：选一个不一样的，写原因', async () => {
    const { screen, cloud } = await open(personOf(teaDesk), { 'owner.setTier': {} })
    await screen.tap('给 梅** 定等级')
    expect(screen.has('先选一个等级')).toBe(true)
    await screen.tap('银毫（现在）')
    expect(screen.has('已经是这个等级')).toBe(true)
    await screen.tap('玉露')
    await screen.type('原因', '连续三个月第一')
    await screen.tap('改成玉露')
    expect(cloud.callsOf('owner.setTier')[0]?.input).toEqual({
      distributorId: 'dst_mei',
      tier: 'jade',
      reason: '连续三个月第一',
    })
  })

  it('他的等级还没取到时，没有会被推走的东西可点', async () => {
    const { screen } = await open(personOf(teaDesk), { 'owner.getTierOf': never })
    await screen.tap('给 梅** 定等级')
    expect(screen.has('先选一个等级')).toBe(true)
    expect(screen.has('银毫（现在）')).toBe(false)
  })

  it('定等级时看得到还差多少；可以只保留一阵', async () => {
    const { screen, cloud } = await open(personOf(teaDesk), { 'owner.setTier': {} })
    await screen.tap('给 梅** 定等级')
    await screen.settle()
    expect(screen.text()).toContain('本人销售还差 ¥320.00，升级到金毫')
    expect(screen.has('照数字来')).toBe(false)
    await screen.tap('金毫')
    await screen.tap('保留 30 天')
    await screen.type('原因', '新店试用')
    await screen.tap('改成金毫')
    const [sent] = cloud.callsOf('owner.setTier')
    expect(sent?.input).toMatchObject({ tier: 'gold', reason: '新店试用' })
    expect(JSON.stringify(sent?.input)).toMatch(/"untilOn":"20\d\d-\d\d-\d\d"/)
  })

  it('保留着的可以取消，照数字来', async () => {
    const hold = { reason: '帮了忙', untilOn: '2026-12-31' }
    const { screen, cloud } = await open(personOf(teaDesk), {
      'owner.getTierOf': { ...tierOf, hold },
      'owner.releaseTier': { tier: 'silver' },
    })
    await screen.tap('给 梅** 定等级')
    await screen.settle()
    expect(screen.text()).toContain('现在由店主保留到 12 月 31 日：帮了忙')
    await screen.tap('照数字来')
    await screen.type('原因', '约定到期')
    await press(screen, '.fy-sheet-foot .fy-btn')
    expect(cloud.callsOf('owner.releaseTier')[0]?.input).toEqual({
      distributorId: 'dst_mei',
      reason: '约定到期',
    })
  })

  it.each([
    ['冻结', teaDesk, 'frozen'],
    ['解冻', mountainDesk, 'active'],
  ] as const)('%s要写原因', async (verb, desk, status) => {
    const { person } = desk
    const { screen, cloud } = await open(personOf(desk), { 'owner.setDistributorStatus': {} })
    await screen.tap(`${verb} ${person.name}`)
    await screen.type('原因', '核实过了')
    await press(screen, '.fy-sheet-foot .fy-btn')
    expect(cloud.callsOf('owner.setDistributorStatus')[0]?.input).toEqual({
      distributorId: person.id,
      status,
      reason: '核实过了',
    })
  })

  it('结束合作要写原因，写明钱归谁', async () => {
    const { screen, cloud } = await open(personOf(teaDesk), { 'owner.endDistributor': {} })
    await screen.tap('和 梅** 结束合作')
    expect(screen.text()).toContain('账上的钱还是他的')
    await screen.type('原因', '搬去外地')
    await press(screen, '.fy-sheet-foot .fy-btn')
    expect(cloud.callsOf('owner.endDistributor')[0]?.input).toEqual({
      distributorId: 'dst_mei',
      reason: '搬去外地',
    })
  })

  it('自己的事被拒绝时，说清楚', async () => {
    const { screen } = await open(personOf(teaDesk), {
      'owner.setDistributorStatus': refuse('OWN_CASE'),
    })
    await screen.tap('冻结 梅**')
    await screen.type('原因', '试试')
    await press(screen, '.fy-sheet-foot .fy-btn')
    expect(screen.text()).toContain('没有冻结：不能处理自己的事')
  })
})

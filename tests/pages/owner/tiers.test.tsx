// 等级: the owner reads and changes names, conditions and how tiers are kept; a refusal names its rule.
import { bps, fen } from '@contract/money'
import type { Api } from '@contract/api'
import { afterEach, describe, expect, it } from 'vitest'
import TiersPage from '@/pages/owner/tiers'
import { refuse } from '../support/fake-cloud'
import type { Answers } from '../support/fake-cloud'
import { closeDesk, itKeepsItsStates, openDesk, press } from './desk'
import { mountainDesk, teaDesk } from './desks.data'

afterEach(closeDesk)

type Tiers = Api['owner.getTiers']['output']
const sell = (yuan: number) =>
  ({ measure: 'own-sales', window: 'last-3-months', atLeast: fen(yuan * 100) }) as const
const plain = { memberOffBps: bps(0), perks: [] }
const teaTiers: Tiers = {
  version: 3,
  publishedAt: Date.parse('2026-11-01T10:00:00+08:00'),
  tiers: [
    {
      key: 'sprout',
      name: '新芽',
      need: 'all',
      conditions: [],
      bonusBps: [],
      ...plain,
      members: 12,
    },
    {
      key: 'silver',
      name: '银毫',
      need: 'all',
      conditions: [sell(800)],
      bonusBps: [bps(100)],
      memberOffBps: bps(500),
      perks: ['每月样茶 2 份'],
      members: 5,
    },
    {
      key: 'gold',
      name: '金毫',
      need: 'all',
      conditions: [sell(2500)],
      bonusBps: [bps(200), bps(50)],
      ...plain,
      members: 2,
    },
    {
      key: 'jade',
      name: '玉露',
      need: 'all',
      conditions: [],
      bonusBps: [bps(300)],
      ...plain,
      members: 0,
    },
  ],
  keep: { check: 'monthly', graceMonths: 1, demoteTo: 'one-step' },
  measures: ['own-sales', 'team-sales', 'paid-orders', 'direct-members'],
  isChecking: false,
}
const mountainTiers: Tiers = {
  ...teaTiers,
  version: 0,
  publishedAt: null,
  tiers: teaTiers.tiers.map((tier, index) => ({
    ...tier,
    name: ['学徒', '伙计', '掌柜', '东家'][index] ?? '',
    conditions: [],
    bonusBps: [],
    members: index,
  })),
  keep: { check: 'never', graceMonths: 2, demoteTo: 'figures' },
}
const open = (answer: Tiers, more: Answers = {}, desk = teaDesk) =>
  openDesk(<TiersPage />, desk, { 'owner.getTiers': answer, ...more })

describe('等级', () => {
  itKeepsItsStates({
    page: () => <TiersPage />,
    action: 'owner.getTiers',
    desk: teaDesk,
    good: teaTiers,
    words: '近 3 个月本人销售满 ¥800.00',
  })

  it.each([
    [
      '茶与礼',
      teaTiers,
      teaDesk,
      ['本人销售满 ¥2,500.00', '现在 5 人 · 一级 +1%', '没有条件：只能由你来定', '先提醒 1 次'],
    ],
    [
      '山里货',
      mountainTiers,
      mountainDesk,
      ['还没有设过等级', '现在 3 人 · 佣金不加成', '升了不降'],
    ],
  ] as const)('%s：名字、条件、人数、加成', async (_name, answer, desk, words) => {
    const { screen } = await open(answer, {}, desk)
    for (const word of words) expect(screen.text()).toContain(word)
  })

  it('没有改动就不能发布；改了名字和条件，问一句再发', async () => {
    const { screen, cloud } = await open(teaTiers, { 'owner.publishTiers': { version: 4 } })
    expect(screen.has('没有改动')).toBe(true)
    await screen.type('第 4 级', '玉雪')
    await screen.tap('近 3 个月本人销售满 ¥800.00')
    await screen.type('至少', '1000')
    await press(screen, '.fy-sheet-foot .fy-btn')
    expect(screen.text()).toContain('近 3 个月本人销售满 ¥1,000.00')
    await screen.tap('给玉雪加条件')
    await screen.tap('成交订单')
    await screen.tap('累计')
    expect(screen.has('写上要达到多少')).toBe(true)
    await screen.type('至少', '30')
    await press(screen, '.fy-sheet-foot .fy-btn')
    await screen.tap('发布')
    await press(screen, '.fy-dialog-button')
    const [sent] = cloud.callsOf('owner.publishTiers')
    expect(sent?.input).toMatchObject({
      basedOn: 3,
      tiers: [
        { key: 'sprout', conditions: [] },
        { conditions: [{ measure: 'own-sales', window: 'last-3-months', atLeast: 100000 }] },
        { name: '金毫' },
        { name: '玉雪', conditions: [{ measure: 'paid-orders', window: 'ever', atLeast: 30 }] },
      ],
      keep: { check: 'monthly', graceMonths: 1, demoteTo: 'one-step' },
    })
    expect(cloud.callsOf('owner.getTiers')).toHaveLength(2)
  })

  it('会员价和其他好处也在这里写；减太多、写太长时按钮说为什么不能发', async () => {
    const { screen, cloud } = await open(teaTiers, { 'owner.publishTiers': { version: 4 } })
    expect(screen.all('.number-input').map((box) => (box as HTMLInputElement).value)).toEqual([
      ...['', '5', '', ''],
    ])
    await screen.type('金毫会员价减', '60')
    expect(screen.has('金毫的会员价填 0 到 50 之间的数')).toBe(true)
    await screen.type('金毫会员价减', '7.5')
    await screen.type('金毫的其他好处', '好'.repeat(31))
    expect(screen.has('金毫的每条好处最多 30 个字')).toBe(true)
    await screen.type('金毫的其他好处', '每月样茶 4 份\n\n 茶山行 ')
    await screen.tap('发布')
    await press(screen, '.fy-dialog-button')
    expect(cloud.callsOf('owner.publishTiers')[0]?.input).toMatchObject({
      tiers: [
        { memberOffBps: 0, perks: [] },
        { memberOffBps: 500, perks: ['每月样茶 2 份'] },
        { memberOffBps: 750, perks: ['每月样茶 4 份', '茶山行'] },
        { memberOffBps: 0, perks: [] },
      ],
    })
  })

  it('去掉条件，改保级', async () => {
    const { screen, cloud } = await open(teaTiers, { 'owner.publishTiers': { version: 4 } })
    await screen.tap('近 3 个月本人销售满 ¥2,500.00')
    await screen.tap('去掉这个条件')
    await screen.tap('先提醒 2 次')
    await screen.tap('降到够得上的')
    await screen.tap('发布')
    await press(screen, '.fy-dialog-button')
    expect(cloud.callsOf('owner.publishTiers')[0]?.input).toMatchObject({
      tiers: [{}, {}, { conditions: [] }, {}],
      keep: { graceMonths: 2, demoteTo: 'figures' },
    })
  })

  it('写到一半刷新，写的还在；别人先发布了一版，发的还是照着写的那一版，由服务器拦下', async () => {
    const { screen, cloud } = await open(teaTiers, {
      'owner.publishTiers': refuse('TIERS_MOVED_ON'),
    })
    await screen.type('第 4 级', '玉山')
    cloud.answer({ 'owner.getTiers': { ...teaTiers, version: 4 } })
    await screen.signal('pull')
    await screen.tap('发布')
    await press(screen, '.fy-dialog-button')
    expect(cloud.callsOf('owner.publishTiers')[0]?.input).toMatchObject({
      basedOn: 3,
      tiers: [{}, {}, {}, { name: '玉山' }],
    })
    expect(screen.text()).toContain('别人刚改过等级规则')
    await screen.tap('看最新的')
    await press(screen, '.fy-dialog-button')
    expect(screen.has('没有改动')).toBe(true)
  })

  it('重名时按钮说为什么不能发', async () => {
    const { screen } = await open(teaTiers)
    await screen.type('第 4 级', '金毫')
    expect(screen.has('名字不能重复')).toBe(true)
  })

  it('人数条件换佣金被拒绝，规则写在页上', async () => {
    const { screen } = await open(teaTiers, {
      'owner.publishTiers': refuse('COMPLIANCE_HEADCOUNT_PAY', { tier: '银毫' }),
    })
    await screen.tap('给银毫加条件')
    await screen.tap('直接邀请的成员')
    expect(screen.text()).toContain('人数条件只能换徽章')
    await screen.type('至少', '5')
    await press(screen, '.fy-sheet-foot .fy-btn')
    await screen.tap('发布')
    await press(screen, '.fy-dialog-button')
    expect(screen.text()).toContain('没有发布成功：银毫有人数条件，就不能再加佣金')
  })

  it('正在看每一个人时说一声；财务只能看', async () => {
    const session = { ...teaDesk.session, roles: ['shopper' as const, 'finance' as const] }
    const { screen } = await open({ ...teaTiers, isChecking: true }, {}, { ...teaDesk, session })
    expect(screen.text()).toContain('正在按新的等级看每一个人')
    expect(screen.has('加条件')).toBe(false)
    expect(screen.has('没有改动')).toBe(false)
  })
})

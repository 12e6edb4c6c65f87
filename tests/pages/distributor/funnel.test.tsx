// 推广效果, of one's own shares and of the whole shop; and typing in a lost code.
import { fen } from '@contract/money'
import { afterEach, describe, expect, it } from 'vitest'
import type { Api } from '@contract/api'
import { partText } from '@/features/funnel/draw-funnel'
import FunnelPage from '@/pages/distributor/funnel'
import ShopFunnelPage from '@/pages/owner/funnel'
import CodePage from '@/pages/recruit/code'
import { currentShareCode } from '@/state/entry'
import { closeDesk, itKeepsItsStates, openDesk } from '../owner/desk'
import { mountainDesk, teaDesk } from '../owner/desks.data'
import { never, offline, refuse } from '../support/fake-cloud'
import { visits } from '../support/taro'
import { tea } from './shops.data'
import { goHome, visit } from './visit'

type Own = Api['distributor.getFunnel']['output']
const sums = {
  opens: 1286,
  visits: 930,
  visitors: 871,
  newCustomers: 204,
  orders: 31,
  paidFen: fen(923_860),
}
const few = { opens: 9, visits: 6, visitors: 5, newCustomers: 2, orders: 1, paidFen: fen(29_800) }
const none = { opens: 0, visits: 0, visitors: 0, newCustomers: 0, orders: 0, paidFen: fen(0) }
const funnel: Own = {
  from: '2026-10-22',
  to: '2026-11-20',
  asOf: Date.parse('2026-11-20T09:41:00+08:00'),
  total: sums,
  days: [
    { on: '2026-11-19', ...few },
    { on: '2026-11-20', ...none },
  ],
  targets: [{ key: 'product:p', name: '武夷肉桂礼盒', ...sums }],
  channels: [{ key: 'poster', ...few }],
  shares: [{ key: 'A', name: '武夷肉桂礼盒 · 微信群', ...sums }],
}
const nothing: Own = { ...funnel, total: none, targets: [], channels: [], shares: [], days: [] }

describe('推广效果', () => {
  afterEach(goHome)
  const open = (answer: Own | Error | typeof never) =>
    visit(<FunnelPage />, tea, { answers: { 'distributor.getFunnel': answer } })

  it('漏斗每一步、金额、截至什么时候都写着', async () => {
    const screen = await open(funnel)
    expect(screen.text()).toContain('截至 09:41')
    expect(screen.text()).toContain('¥9,238.60')
    const picture = screen.all('[role="img"]').map((one) => one.getAttribute('aria-label'))
    expect(picture).toContain('打开 1286，访问 930，访客 871，新顾客 204，付款订单 31')
  })

  it.each([
    ['按分享', '武夷肉桂礼盒 · 微信群', '打开 1,286 · 访客 871 · 新顾客 204 · 订单 31'],
    ['按渠道', '海报', '打开 9 · 访客 5 · 新顾客 2 · 订单 1'],
    ['按日', '11 月 19 日', '¥298.00'],
  ])('%s', async (group, name, figures) => {
    const screen = await open(funnel)
    await screen.tap(group)
    expect(screen.text()).toContain(name)
    expect(screen.text()).toContain(figures)
  })

  it('换一段时间再问一次', async () => {
    const screen = await open(funnel)
    await screen.tap('近 7 天')
    await screen.settle()
    const asked = screen.cloud.callsOf('distributor.getFunnel').map(({ input }) => input)
    expect(asked).toEqual([{ range: '30d' }, { range: '7d' }])
  })

  it('还没有人打开时请人去分享，还能换时间', async () => {
    const screen = await open(nothing)
    expect(screen.text()).toContain('还没有人打开你的分享')
    expect(screen.has('近 90 天')).toBe(true)
    await screen.tap('去分享')
    expect(visits).toEqual(['switchTab /pages/tabs/distribution/index'])
  })

  it('断网时说断网；等待时不写数字', async () => {
    expect((await open(offline())).text()).toContain('连不上网络')
    await goHome()
    expect((await open(never)).text()).not.toContain('¥')
  })

  it.each([
    [871, 930, '93.6%'],
    [1, 3, '33.3%'],
    [0, 0, '—'],
    [5, 5, '100.0%'],
  ])('%i / %i 写成 %s', (count, before, text) => {
    expect(partText(count, before)).toBe(text)
  })
})

describe('全店推广效果', () => {
  afterEach(closeDesk)
  const { shares: _shares, ...shop } = funnel
  const members = [{ key: 'dst_mei', name: '林晓梅', ...sums }]
  itKeepsItsStates({
    page: () => <ShopFunnelPage />,
    action: 'owner.getFunnel',
    desk: teaDesk,
    good: { ...shop, members },
    words: '林晓梅',
    empty: { answer: { ...shop, members: [], total: none }, words: '还没有人打开分享' },
  })

  const targets = [
    ...funnel.targets,
    { key: 'campaign:c', name: '活动「冬日第一泡」', ...few },
    { key: 'shop', name: '整个店', ...few },
  ]
  const openShop = (desk: typeof teaDesk) =>
    openDesk(<ShopFunnelPage />, desk, { 'owner.getFunnel': { ...shop, members, targets } })

  it.each([
    ['按分销员', '林晓梅', ['/pages/owner/person/index?id=dst_mei&part=trend']],
    ['按商品', '武夷肉桂礼盒', ['/pages/owner/product-edit/index?id=p']],
    ['按商品', '活动「冬日第一泡」', ['/pages/owner/campaign-edit/index?id=c']],
    ['按商品', '整个店', []],
  ])('%s：点「%s」带去它的那一页', async (group, name, paths) => {
    const { screen } = await openShop(teaDesk)
    await screen.tap(group)
    await screen.tap(name)
    expect(visits).toEqual(paths.map((path) => `navigateTo ${path}`))
  })

  it('财务点商品不去别处：那是店主的', async () => {
    const { screen } = await openShop(mountainDesk)
    await screen.tap('按商品')
    await screen.tap('武夷肉桂礼盒')
    expect(visits).toEqual([])
  })
})

describe('填邀请码', () => {
  afterEach(goHome)
  const target = { kind: 'product', productId: 'prd_rougui' } as const
  const opened = { target, sharerName: '林晓梅', isBound: true, shareCode: '8K3MZ0QX1B' }
  const open = (answer: typeof opened | Error) =>
    visit(<CodePage />, tea, { answers: { 'mall.enterShareCode': answer } })

  it('填好之后说是经谁来的，带到那件商品，申请时也算他邀请的', async () => {
    const screen = await open(opened)
    expect(screen.has('先填好邀请码')).toBe(true)
    await screen.type('邀请码', '8k3mz oqxib')
    await screen.tap('确定')
    await screen.settle()
    expect(screen.text()).toContain('你是经 林晓梅 来的')
    expect(currentShareCode()).toBe('8K3MZ0QX1B')
    await screen.tap('去看看')
    expect(visits).toEqual(['redirectTo /pages/trade/product/index?id=prd_rougui'])
  })

  it.each([
    ['RESCUE_TOO_LATE', { hours: 72 }, '第一次来店里之后 72 小时内才能补填邀请码'],
    ['RESCUE_ALREADY_BOUND', {}, '你已经是店里别的分销员的顾客'],
    ['SHARE_UNKNOWN', {}, '没有这个邀请码，看看有没有打错一位'],
  ] as const)('%s：说清楚，还能改', async (code, facts, words) => {
    const screen = await open(refuse(code, facts))
    await screen.type('邀请码', '8K3MZ0QX1B')
    await screen.tap('确定')
    await screen.settle()
    expect(screen.text()).toContain(words)
    expect(screen.has('确定')).toBe(true)
  })
})

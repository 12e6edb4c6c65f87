// 我的顾客 on the phone: how they came and until when they stay; who is somebody else's, and what can be done about it.
import { afterEach, describe, expect, it, vi } from 'vitest'
import { DAY_MS } from '@contract/time'
import type { Api } from '@/api/call'
import DistributionPage from '@/pages/tabs/distribution'
import CustomersPage from '@/pages/distributor/customers'
import { never, refuse } from '../support/fake-cloud'
import type { Answers } from '../support/fake-cloud'
import { visits } from '../support/taro'
import { at, pottery, tea } from './shops.data'
import { goHome, visit } from './visit'

afterEach(async () => {
  await goHome()
  vi.restoreAllMocks()
})

type Customer = Api['distributor.listCustomers']['output']['rows'][number]
type Binding = Api['distributor.listCustomers']['output']['binding']
type Claimable = Api['distributor.listClaimable']['output']['rows'][number]

const kai: Customer = {
  id: 'mbr_kai',
  name: '凯**',
  boundAt: at('2026-11-02 09:00'),
  expireAt: null,
  isExpired: false,
  isPurchased: true,
  cause: 'first-bind',
  isTyped: false,
  channel: 'poster',
}
const customer = (changes: Partial<Customer>): Customer => ({ ...kai, ...changes })
const yu: Claimable = {
  id: 'mbr_yu',
  name: '于**',
  visitedAt: at('2026-11-05 09:00'),
  boundAt: at('2026-10-28 09:00'),
  disputeId: null,
}
const wen: Claimable = { ...yu, id: 'mbr_wen', name: '温**', disputeId: 'dsp_1' }

const policy: Binding['policy'] = { rule: 'protected-days', expireDays: 90, protectDays: 30 }
const page = <Row,>(
  rows: readonly Row[],
  next: string | null = null,
  binding: Binding = { policy, changedAt: null },
) => ({ rows: [...rows], next, binding })
const open = (answers: Answers = {}) =>
  visit(<CustomersPage />, tea, {
    answers: {
      'distributor.listCustomers': page([kai]),
      'distributor.listClaimable': page([yu, wen]),
      ...answers,
    },
  })
const openOthers = async (answers: Answers = {}) => {
  const screen = await open(answers)
  await screen.tap('归了别人的')
  return screen
}

describe('我的顾客', () => {
  it.each([
    ['打开海报', { channel: 'poster' }],
    ['打开好友分享', { channel: 'friend' }],
    ['打开群分享', { channel: 'group' }],
    ['打开分享', { channel: null }],
    ['补填邀请码', { isTyped: true, channel: 'text' }],
    ['店里划给我', { cause: 'moved-by-owner', channel: null }],
    ['店里裁定归我', { cause: 'dispute-decided', channel: null }],
  ] as const)('怎么来的：%s', async (words, changes) => {
    const screen = await open({ 'distributor.listCustomers': page([customer(changes)]) })
    expect(screen.text()).toContain(`${words} · 11 月 2 日起`)
  })

  it.each([
    ['长期有效', { expireAt: null }],
    ['还有 12 天', { expireAt: Date.now() + 11.5 * DAY_MS }],
    ['还有 1 天', { expireAt: Date.now() + 0.5 * DAY_MS }],
    ['已到期', { expireAt: at('2026-11-19 09:00'), isExpired: true }],
  ])('到什么时候：%s', async (words, changes) => {
    const screen = await open({ 'distributor.listCustomers': page([customer(changes)]) })
    expect(screen.text()).toContain(words)
  })

  it.each([
    ['慢了二十天', -20],
    ['快了二十天', 20],
  ])('手机的钟%s，还有几天照店里的钟说', async (_, days) => {
    const now = Date.now()
    vi.spyOn(Date, 'now').mockImplementation(() => now + days * DAY_MS)
    const rows = [customer({ expireAt: now + 11.5 * DAY_MS })]
    const screen = await visit(<CustomersPage />, tea, {
      answers: { 'distributor.listCustomers': page(rows) },
      clock: () => now,
    })
    expect(screen.text()).toContain('还有 12 天')
  })

  it('没留名字的人不写成一串星号', async () => {
    const screen = await open({ 'distributor.listCustomers': page([customer({ name: '**' })]) })
    expect(screen.text()).toContain('没留名字的顾客买过')
    expect(screen.text()).not.toContain('**')
  })

  it('买过没有写在名字旁边；另一家店是另外的人', async () => {
    const screen = await open()
    expect(screen.text()).toContain('凯**买过')
    await goHome()
    const other = await visit(<CustomersPage />, pottery, {
      answers: {
        'distributor.listCustomers': page([customer({ name: '阮**', isPurchased: false })]),
      },
    })
    expect(other.text()).toContain('阮**打开海报')
    expect(other.text()).not.toContain('凯**')
  })

  it('还没有顾客：去挑一件分享', async () => {
    const screen = await open({ 'distributor.listCustomers': page([]) })
    expect(screen.text()).toContain('还没有顾客')
    await screen.tap('去挑一件分享')
    expect(visits).toEqual(['navigateTo /pages/distributor/goods/index'])
  })

  it('等着有骨架；出错再试一次；身份不可用说清楚', async () => {
    const waiting = await open({ 'distributor.listCustomers': never })
    await waiting.settle(320)
    expect(waiting.all('.fy-bone').length).toBeGreaterThan(0)
    await goHome()
    const failing = await open({ 'distributor.listCustomers': refuse('INTERNAL') })
    expect(failing.text()).toContain('顾客没有打开')
    failing.cloud.answer({ 'distributor.listCustomers': page([kai]) })
    await failing.tap('再试一次')
    expect(failing.text()).toContain('凯**')
    await goHome()
    const closed = await open({ 'distributor.listCustomers': refuse('DISTRIBUTOR_NOT_ACTIVE') })
    expect(closed.text()).toContain('现在看不了顾客')
    expect(closed.has('再试一次')).toBe(false)
    await closed.tap('顾客归属争议')
    expect(visits).toEqual(['navigateTo /pages/distributor/disputes/index'])
  })
})

describe('归了别人的', () => {
  it('什么时候打开过我的分享，什么时候成了别人的；有异议就带着这个人去提', async () => {
    const screen = await openOthers()
    expect(screen.text()).toContain('11 月 5 日打开过你的分享')
    expect(screen.text()).toContain('10 月 28 日成了别人的顾客')
    await screen.tap('对 于** 有异议')
    const name = encodeURIComponent('于**')
    expect(visits).toEqual([
      `navigateTo /pages/distributor/dispute-raise/index?id=mbr_yu&name=${name}`,
    ])
  })

  it('提过的不能再提，点开看那件', async () => {
    const screen = await openOthers()
    await screen.tap('看 温** 的异议')
    expect(visits).toEqual(['navigateTo /pages/distributor/dispute/index?id=dsp_1'])
  })

  it('一页空着还有更早的：再看看；看过的人不再列一次', async () => {
    const screen = await openOthers({
      'distributor.listClaimable': ({ cursor }) =>
        cursor === undefined ? page([], 'a') : cursor === 'a' ? page([yu], 'b') : page([yu, wen]),
    })
    expect(screen.text()).toContain('最近打开你分享的人里，没有归了别人的')
    await screen.tap('再看看更早的')
    expect(screen.text()).toContain('于**')
    await screen.tap('再看看更早的')
    expect(screen.text().split('于**')).toHaveLength(2)
    expect(screen.text()).toContain('温**')
    expect(screen.text()).toContain('就这些了')
  })

  it('一个也没有：可以凭订单号提出', async () => {
    const screen = await openOthers({ 'distributor.listClaimable': page([]) })
    expect(screen.text()).toContain('没有归了别人的')
    await screen.tap('凭订单号提出')
    expect(visits).toEqual(['navigateTo /pages/distributor/dispute-raise/index'])
  })
})

describe('店里的归属规则', () => {
  const told: [string, Binding, string[]][] = [
    [
      '先保护 30 天，90 天没买就过期',
      { policy, changedAt: null },
      ['归你 90 天，每买一次重新算 90 天', '过了 30 天再打开，就归别人了', '头 30 天还归你还归你'],
    ],
    [
      '先来先得，180 天没买就过期',
      { policy: { ...policy, rule: 'first-touch', expireDays: 180 }, changedAt: null },
      ['归你 180 天', '打开别人的分享也还是归你', '过期以后归别人归别人'],
    ],
    [
      '跟着最近的分享，7 天没买就过期',
      { policy: { ...policy, rule: 'last-touch', expireDays: 7 }, changedAt: null },
      ['归你 7 天', '他打开别人的分享，就归别人了', '不管第几天归别人归别人'],
    ],
    [
      '买过就定下来；没买过的，60 天过期',
      {
        policy: { ...policy, rule: 'permanent-after-purchase', expireDays: 60 },
        changedAt: at('2026-11-03 09:00'),
      },
      ['买过一次，就一直归你', '规则 11 月 3 日 改过', '不管第几天归别人还归你'],
    ],
  ]
  it.each(told)('%s：点开看得懂，两边都看得到', async (short, binding, words) => {
    const screen = await open({
      'distributor.listCustomers': page([kai], null, binding),
      'distributor.listClaimable': page([yu], null, binding),
    })
    expect(screen.text()).toContain(short)
    await screen.tap('店里的归属规则')
    for (const word of words) expect(screen.text()).toContain(word)
    expect(screen.text()).toContain('已经归属的顾客，按归属那天的规则算')
    expect(screen.text().includes('改过')).toBe(binding.changedAt !== null)
    await screen.tap('关闭')
    await screen.tap('归了别人的')
    expect(screen.text()).toContain(short)
  })

  it('还没有顾客、再看看更早的，规则都在', async () => {
    const screen = await open({ 'distributor.listCustomers': page([]) })
    expect(screen.text()).toContain('先保护 30 天')
    await goHome()
    const others = await openOthers({
      'distributor.listClaimable': ({ cursor }) => page([yu], cursor === undefined ? 'a' : null),
    })
    await others.tap('再看看更早的')
    expect(others.text()).toContain('先保护 30 天')
  })
})

describe('分销中心', () => {
  it('工具里有我的顾客；有争议等回应时和别的一起写在上面，点了去对我顾客的那一边', async () => {
    const quiet = await visit(<DistributionPage />, tea)
    expect(quiet.text()).not.toContain('等你回应')
    await quiet.tap('我的顾客')
    expect(visits).toEqual(['navigateTo /pages/distributor/customers/index'])
    await goHome()
    const centre = { ...tea.centre, disputesToAnswer: 2 }
    const screen = await visit(<DistributionPage />, tea, {
      answers: { 'distributor.getCentre': centre },
    })
    expect(screen.text()).toContain('有 2 件顾客归属等你回应')
    await screen.tap('去回应')
    expect(visits).toEqual(['navigateTo /pages/distributor/disputes/index?side=holder'])
  })
})

// 顾客: whose they are and since when, how that came about, and moving one to somebody else with a reason.
import { afterEach, describe, expect, it } from 'vitest'
import type { Api } from '@contract/api'
import CustomersPage from '@/pages/owner/customers'
import { refuse } from '../support/fake-cloud'
import type { Answers } from '../support/fake-cloud'
import { closeDesk, itKeepsItsStates, openDesk, press } from './desk'
import { mountainDesk, teaDesk } from './desks.data'

afterEach(closeDesk)

const at = (on: string) => Date.parse(`${on}T09:00:00+08:00`)
const list: Api['owner.listCustomers']['output'] = {
  distributor: { id: 'dst_mei', name: '林晓梅', status: 'active' },
  customers: {
    rows: [
      {
        id: 'mbr_kai',
        name: '凯*',
        boundAt: at('2026-11-01'),
        expireAt: at('2027-01-30'),
        isExpired: false,
        isReleased: false,
        isPurchased: true,
      },
    ],
    next: null,
  },
}
const history: Api['owner.getCustomerHistory']['output'] = {
  rows: [
    {
      id: 'c2',
      at: at('2026-11-01'),
      fromName: '何岚',
      toName: '林晓梅',
      cause: 'moved-by-owner',
      isTyped: false,
      channel: null,
      movedBy: '梁掌柜',
      reason: '谈妥了',
    },
    {
      id: 'c1',
      at: at('2026-10-02'),
      fromName: null,
      toName: '何岚',
      cause: 'first-bind',
      isTyped: false,
      channel: 'poster',
      movedBy: null,
      reason: null,
    },
  ],
  next: null,
}
const open = (answers: Answers = {}) =>
  openDesk(
    <CustomersPage />,
    teaDesk,
    {
      'owner.listCustomers': list,
      'owner.getCustomerHistory': history,
      'owner.listDistributors': { rows: [teaDesk.person, mountainDesk.person], next: null },
      'owner.moveCustomer': {},
      ...answers,
    },
    { id: 'dst_mei' },
  )
const target = mountainDesk.person

describe('顾客', () => {
  itKeepsItsStates({
    page: () => <CustomersPage />,
    action: 'owner.listCustomers',
    desk: teaDesk,
    good: list,
    words: '凯*',
    params: { id: 'dst_mei' },
    empty: { answer: { ...list, customers: { rows: [], next: null } }, words: '还没有顾客' },
  })

  it('从什么时候起、到什么时候、买过没有', async () => {
    const { screen } = await open()
    for (const words of ['凯*', '买过', '到 ']) expect(screen.text()).toContain(words)
  })

  it('归属记录写明谁移的、为什么', async () => {
    const { screen } = await open()
    await screen.tap('凯* 的归属记录')
    await screen.settle()
    for (const words of [
      '何岚 → 林晓梅',
      '梁掌柜 移的：谈妥了',
      '归 何岚',
      '第一次绑定，打开海报',
    ]) {
      expect(screen.text()).toContain(words)
    }
  })

  it('移给别人要选人、写原因，移好刷新名单', async () => {
    const { screen, cloud } = await open()
    await screen.tap('把 凯* 移给别人')
    await screen.settle()
    expect(screen.has('先选移给谁')).toBe(true)
    await screen.tap(target.name)
    await screen.type('原因', '老顾客，说好的')
    await press(screen, '.fy-sheet-foot .fy-btn', 0)
    await screen.settle()
    expect(cloud.callsOf('owner.moveCustomer').map(({ input }) => input)).toEqual([
      { memberId: 'mbr_kai', distributorId: target.id, reason: '老顾客，说好的' },
    ])
    expect(cloud.callsOf('owner.listCustomers')).toHaveLength(2)
  })

  it('绕成一圈时说为什么不行，写好的都还在', async () => {
    const { screen } = await open({ 'owner.moveCustomer': refuse('MOVE_MAKES_RING') })
    await screen.tap('把 凯* 移给别人')
    await screen.settle()
    await screen.tap(target.name)
    await screen.type('原因', '试试')
    await press(screen, '.fy-sheet-foot .fy-btn', 0)
    await screen.settle()
    expect(screen.text()).toContain('移过去会绕成一圈')
  })
})

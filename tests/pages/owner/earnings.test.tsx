// 谁赚了多少: the totals of the ledger, and each wallet.
import { fen } from '@contract/money'
import { afterEach, describe, expect, it } from 'vitest'
import EarningsPage from '@/pages/owner/earnings'
import { closeDesk, itKeepsItsStates, openDesk } from './desk'
import { mountainDesk, teaDesk } from './desks.data'

afterEach(closeDesk)

describe('谁赚了多少', () => {
  const nothing = {
    availableFen: fen(0),
    pendingFen: fen(0),
    withdrawingFen: fen(0),
    clawbackFen: fen(0),
    earnedFen: fen(0),
    paidFen: fen(0),
  }
  itKeepsItsStates({
    page: () => <EarningsPage />,
    action: 'owner.listEarnings',
    desk: teaDesk,
    good: teaDesk.earnings,
    words: '¥3,674.52',
    empty: {
      answer: { totals: nothing, distributors: { rows: [], next: null } },
      words: '还没有人赚到佣金',
    },
  })

  it.each([
    ['茶与礼', teaDesk, ['¥3,674.52', '¥500.00', '¥1,600.00', '−¥11.88', '兰**', '¥2,564.39']],
    ['山里货', mountainDesk, ['¥349.56', '¥99.01', '¥200.50', '¥50.05', '石**']],
  ])('%s：总数和每个人', async (_name, desk, words) => {
    const { screen } = await openDesk(<EarningsPage />, desk, {
      'owner.listEarnings': desk.earnings,
    })
    for (const word of words) expect(screen.text()).toContain(word)
  })

  it('拉到底取下一页，总数不变', async () => {
    const more = { ...teaDesk.earnings.distributors, next: 'p2' }
    const { screen, cloud } = await openDesk(<EarningsPage />, teaDesk, {
      'owner.listEarnings': { ...teaDesk.earnings, distributors: more },
    })
    cloud.answer({ 'owner.listEarnings': mountainDesk.earnings })
    await screen.signal('bottom')
    expect(cloud.callsOf('owner.listEarnings').at(-1)?.input).toEqual({ cursor: 'p2' })
    expect(screen.text()).toContain('石**')
    expect(screen.text()).toContain('梅**')
    expect(screen.text()).toContain('¥3,674.52')
  })
})

// 信用: graded at night from what really happened; the person and the owner read the same; moves no fen, blocks nothing.
import { describe, expect, it } from 'vitest'
import { fen } from '@contract/money'
import { DAY_MS, dateOf, monthOf } from '@contract/time'
import type { Credit } from '@contract/model/credit'
import type { Distributor } from '@contract/model/people'
import { packFigures } from '../../../cloudfunctions/domain/aggregate/pack-figures'
import { NO_SUMS } from '../../../cloudfunctions/domain/aggregate/sums'
import type { Money } from '../money/open-money'
import { startEachTest } from '../money/start-each-test'
import { lineOf } from '../trade/open-trade'

let money: Money
startEachTest((opened) => (money = opened))

const mei = () => ({ distributorId: money.mei.distributorId })
const database = () => money.world.cloud.database
const creditOf = (): Credit | undefined =>
  database().get<Distributor>('distributors', money.mei.distributorId)?.credit
const shown = async () => (await money.owner.call('owner.getPerson', mei())).credit
const freeze = (status: 'frozen' | 'active') =>
  money.owner.call('owner.setDistributorStatus', { ...mei(), status, reason: '核实订单' })

/** Somebody whose customers keep what they buy: nearly all that the shop sells. */
function putOthersSales() {
  const sums = { ...NO_SUMS, salesFen: fen(10_000_000), refundedFen: fen(100_000) }
  const months = { [monthOf(money.world.cloud.clock.now())]: sums }
  const figures = { _id: 'dst_others', ever: sums, months, weeks: {}, changedAt: 0 }
  database().put('distributor_figures', [packFigures(figures)])
}

/** Ming buys so many times through Mei's share, and gives so many of them back. */
async function sell(orders: number, refunded: number) {
  for (let n = 0; n < orders; n += 1) {
    const goods = n < 6 ? money.pot : money.tea
    const orderId = await money.buy(money.shopper, [lineOf(goods, 0, 1)])
    await money.deliver('payment')
    await money.world.runTimer()
    if (n < refunded) await money.refund(orderId, [{ line: 1, quantity: 1 }])
  }
}

describe('信用', () => {
  it('刚加入的人还没有评；过了零点评一次，没有扣分就是 A', async () => {
    expect(await shown()).toBeNull()
    await money.world.passDays(1)
    const on = dateOf(money.world.cloud.clock.now())
    const a = { grade: 'A', points: 100, sinceOn: on, deductions: [] }
    expect(await shown()).toEqual(a)
    expect((await money.mei.call('distributor.getTier', {})).credit).toEqual(a)
    await money.world.passDays(3)
    expect((await shown())?.sinceOn).toBe(on)
  })

  it('十单退了四单，别人几乎不退：扣分，写着自己和全店各退了多少', async () => {
    putOthersSales()
    await sell(10, 4)
    await money.world.passDays(1)
    const credit = await shown()
    expect(credit).toMatchObject({ grade: 'C', points: 70 })
    expect(credit?.deductions).toEqual([
      {
        rule: 'REFUNDS_HIGH',
        title: '客户退款比别人多',
        points: 30,
        text: '近 6 个月客户退款占 44%（全店分销 1%），10 单里有 4 单退过',
      },
    ])
    expect((await money.mei.call('distributor.getTier', {})).credit).toEqual(credit)
  }, 60_000)

  it('九单退了四单：太少，不扣', async () => {
    putOthersSales()
    await sell(9, 4)
    await money.world.passDays(1)
    expect(await shown()).toMatchObject({ grade: 'A', points: 100 })
  }, 60_000)

  it('全店只有他在卖，和自己比：不扣', async () => {
    await sell(10, 4)
    await money.world.passDays(1)
    expect(await shown()).toMatchObject({ points: 100 })
  }, 60_000)

  it('冻结过一天以上扣分；当天解冻的不扣', async () => {
    await freeze('frozen')
    await money.world.passDays(1)
    await freeze('active')
    await money.world.passDays(1)
    expect(await shown()).toMatchObject({
      points: 90,
      deductions: [{ rule: 'FROZEN', points: 10, text: '近 6 个月被冻结过 1 次（满一天才算）' }],
    })
    await freeze('frozen')
    await freeze('active')
    await money.world.passDays(1)
    expect(await shown()).toMatchObject({ points: 90 })
  })

  it('提走以后又退款，欠着店里的扣分，还清了第二天就不扣', async () => {
    const orderId = await money.earn()
    money.changeShop({ afterSaleDays: 30 })
    await money.withdraw(1392)
    await money.refund(orderId, [
      { line: 1, quantity: 1 },
      { line: 2, quantity: 1 },
    ])
    expect(money.wallet(money.mei).clawbackFen).toBe(1392)
    await money.world.passDays(1)
    expect(await shown()).toMatchObject({
      points: 95,
      deductions: [{ rule: 'DEBT_OPEN', text: '退款追回的佣金还欠 ¥13.92，以后的佣金会先还它' }],
    })
    money.changeShop({ afterSaleDays: 7 })
    await money.earn()
    expect(money.wallet(money.mei).clawbackFen).toBe(0)
    await money.world.passDays(1)
    expect(await shown()).toMatchObject({ points: 100, deductions: [] })
  })

  it('协议过了期限没签扣分，签好就不扣', async () => {
    const agreement = {
      title: '分销协议',
      version: 1,
      hash: 'h',
      publishedAt: 0,
      termDays: null,
      deadlines: [{ version: 1, endsAt: money.world.cloud.clock.now() }],
    }
    money.changeShop({ agreement })
    await money.world.passDays(1)
    expect(await shown()).toMatchObject({
      points: 90,
      deductions: [{ rule: 'AGREEMENT_LAPSED', text: '分销协议过期了还没有签，签好就不扣' }],
    })
    const person = database().get<Distributor>('distributors', money.mei.distributorId)
    const signed = { version: 1, hash: 'h', signedAt: 1, expiresAt: null, turn: 1 }
    database().put('distributors', [{ ...person, signed }])
    await money.world.passDays(1)
    expect(await shown()).toMatchObject({ points: 100 })
  })

  it('信用再差也不影响佣金、提现和等级', async () => {
    await money.earn()
    const spoiled: Credit = { grade: 'D', points: 0, deductions: [], sinceOn: '2026-01-01' }
    const person = database().get<Distributor>('distributors', money.mei.distributorId)
    database().put('distributors', [{ ...person, credit: spoiled }])
    const quote = await money.mei.call('distributor.quoteWithdrawal', { amountFen: 1392 })
    expect(quote.feeFen).toBe(0)
    await money.withdraw(1392)
    const before = money.wallet(money.mei).earnedFen
    await money.earn()
    expect(money.wallet(money.mei).earnedFen).toBe(before + 1392)
    expect((await money.mei.call('distributor.getTier', {})).tier).toBe('silver')
    money.world.audit()
  })

  it('退出的人不再评，页上也不再写', async () => {
    await money.world.passDays(1)
    expect(creditOf()?.grade).toBe('A')
    await money.owner.call('owner.endDistributor', { ...mei(), reason: '不做了' })
    expect(await shown()).toBeNull()
    await money.world.passDays(1)
    expect(creditOf()).toBeUndefined()
  })

  it('看得到信用的只有本人、店主和财务', async () => {
    await money.world.passDays(1)
    expect((await money.finance.call('owner.getPerson', mei())).credit?.grade).toBe('A')
    expect(await money.lan.refusal('owner.getPerson', mei())).toBe('NOT_ALLOWED')
    expect(await money.shopper.refusal('distributor.getTier', {})).toBe('DISTRIBUTOR_ONLY')
    const team = JSON.stringify(await money.lan.call('distributor.listTeam', {}))
    expect(team).not.toContain('credit')
  })

  it('评的时候只算到当天，一天一次', async () => {
    await money.world.passDays(1)
    const writes = creditOf()
    await money.world.cloud.advance(DAY_MS / 4)
    await money.world.runTimer()
    expect(creditOf()).toEqual(writes)
  })
})

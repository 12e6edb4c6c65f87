// 关不掉、收不了的订单：再多也挡不住后面的；隔一会儿再试，越隔越久；一直不行就叫人，后来成了提醒自己收起。
import { describe, expect, it } from 'vitest'
import { DAY_MS, MINUTE_MS } from '@contract/time'
import type { Order } from '@contract/model/order'
import type { Alert } from '@contract/model/records'
import type { Store, Where } from '../../../cloudfunctions/ports/store'
import type { World } from '../../../cloudfunctions/ports/world'
import { receiveOverdueOrders } from '../../../cloudfunctions/workflows/order/receive-overdue-orders'
import { openEngineStore } from '../../support/engine-store'
import type { Person } from '../../support/world'
import { lineOf, type Trade } from './open-trade'
import { startEachTrade } from './start-each-trade'

let trade: Trade
let zhou: Person
startEachTrade((opened) => {
  trade = opened
  zhou = opened.world.as('zhou')
})

/** More than a round of the timer takes of both kinds. */
const MANY = 70
const database = () => trade.world.cloud.database
const alertsOf = (kind: string) =>
  database()
    .list<Alert>('alerts')
    .filter((alert) => alert.kind === kind)
const pass = async (minutes: number) => {
  await trade.world.cloud.advance(minutes * MINUTE_MS)
  await trade.world.runTimer()
}

/** 微信不认的订单号：关单怎么也办不成。 */
function spoil(order: Order, count: number): Order[] {
  const bad = Array.from({ length: count }, (_, index): Order => {
    const outTradeNo = `坏的 ${index}`
    return { ...order, _id: `ord_BAD${index}`, outTradeNo, expireAt: order.expireAt - 1 }
  })
  database().put('orders', bad)
  return bad
}

describe('到时间没付款', () => {
  it('七十笔关不掉的排在前面：后面那笔照样关，库存放回来', async () => {
    const { orderId } = await trade.place(zhou, [lineOf(trade.tea, 0, 2)])
    spoil(trade.order(orderId), MANY)
    await pass(31)
    await pass(1)
    await pass(1)
    expect(trade.order(orderId)).toMatchObject({ status: 'closed', closeReason: 'unpaid' })
    expect(trade.stock(trade.tea.skuIds[0] ?? '')).toMatchObject({ available: 5, held: {} })
    expect(alertsOf('CLOSE_FAILED')).toHaveLength(MANY)
    expect(database().count('orders', { status: 'created' })).toBe(MANY)
  })

  it('办不成的越隔越久，修好了就关，提醒自己收起', async () => {
    const { orderId } = await trade.place(zhou, [lineOf(trade.tea, 0, 2)])
    const order = trade.order(orderId)
    database().put('orders', [{ ...order, outTradeNo: '坏的' }])
    await pass(31)
    const waits: number[] = []
    for (let round = 0; round < 7; round += 1) {
      const now = trade.world.cloud.clock.now()
      const { retryAt = 0 } = trade.order(orderId)
      waits.push(Math.round((retryAt - now) / MINUTE_MS))
      await pass(Math.ceil((retryAt - now) / MINUTE_MS))
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 30, 30])
    expect(alertsOf('CLOSE_FAILED')).toMatchObject([{ subjectId: orderId, isOpen: true }])
    database().put('orders', [{ ...trade.order(orderId), outTradeNo: order.outTradeNo }])
    await pass(31)
    expect(trade.order(orderId).status).toBe('closed')
    expect(trade.order(orderId)).not.toHaveProperty('retryAt')
    expect(alertsOf('CLOSE_FAILED')).toMatchObject([{ isOpen: false }])
  })

  it('微信一时不答：头几次不打扰人，一小时还不行才叫人', async () => {
    const { orderId } = await trade.place(zhou, [lineOf(trade.tea, 0, 2)])
    trade.world.cloud.faults.add({ match: { target: 'pay' }, effect: 'fail' })
    for (let minutes = 0; minutes < 45; minutes += 1) await pass(1)
    expect(alertsOf('CLOSE_FAILED')).toEqual([])
    for (let round = 0; round < 5; round += 1) await pass(30)
    expect(alertsOf('CLOSE_FAILED')).toMatchObject([{ subjectId: orderId, isOpen: true }])
    trade.world.cloud.faults.clear()
    await pass(31)
    expect(trade.order(orderId).status).toBe('closed')
    expect(alertsOf('CLOSE_FAILED')).toMatchObject([{ isOpen: false }])
  })
})

describe('到时间自动收货', () => {
  it('七十笔收不了的排在前面：后面那笔照样收货，收不了的叫人', async () => {
    const store = openEngineStore()
    const now = 40 * DAY_MS
    const shipped = { status: 'shipped', openAfterSales: 0 }
    for (let index = 0; index < MANY; index += 1) {
      const named = { _id: `ord_BAD${index}`, outTradeNo: `BAD${index}` }
      await store.put('orders', { ...shipped, ...named, autoReceiveAt: 1 } as Order)
    }
    const good = { _id: 'ord_GOOD', outTradeNo: 'GOOD', autoReceiveAt: 2 }
    await store.put('orders', { ...shipped, ...good } as Order)
    const failing: Store = Object.assign(Object.create(store) as Store, {
      updateIf: (name: 'orders', id: string, where: Where, change: { set?: object }) => {
        const isReceipt = change.set !== undefined && 'receivedAt' in change.set
        if (isReceipt && id.startsWith('ord_BAD')) throw new TypeError('spoilt')
        return store.updateIf(name, id, where, change as never)
      },
    })
    const log = { info: () => undefined, warn: () => undefined }
    const counts = []
    for (let minute = 0; minute < 3; minute += 1) {
      const world = { store: failing, now: now + minute * MINUTE_MS, log } as unknown as World
      counts.push(await receiveOverdueOrders(world))
    }
    expect((await store.get('orders', 'ord_GOOD'))?.status).toBe('received')
    expect(counts.map(({ received }) => received)).toEqual([0, 0, 1])
    expect(store.list('alerts')).toHaveLength(MANY)
  })
})

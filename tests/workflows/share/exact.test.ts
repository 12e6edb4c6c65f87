// 一个不多、一个不少: whatever people, phones and timers do in whatever order, figures are those of counting by hand.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@contract/time'
import type { Attribution, Visit } from '@contract/model/distribution'
import type { Product } from '@contract/model/goods'
import type { Order } from '@contract/model/order'
import type { Shop } from '@contract/model/shop'
import { FACTS, foldAggregates } from '../../../cloudfunctions/domain/aggregate/every-aggregate'
import { updateAggregates } from '../../../cloudfunctions/workflows/aggregate/update-aggregates'
import { memberIdOf } from '../../../cloudfunctions/kernel/ids'
import { openShare } from '../../../cloudfunctions/workflows/share/open-share'
import { recordOpens } from '../../../cloudfunctions/workflows/share/record-opens'
import { rollUpFunnels } from '../../../cloudfunctions/workflows/share/roll-up-funnels'
import type { World } from '../../../cloudfunctions/ports/world'
import { dying } from '../../support/dying-store'
import { START_AT } from '../../support/world'
import { openEngineWorld, type EngineWorld } from './engine-world'
import { changesIn, naiveRows, storedRows } from './naive-funnel'

const PEOPLE = 5
const SHARES = 6
type Act =
  | { readonly kind: 'open'; readonly who: number; readonly what: number; readonly lateMs: number }
  | { readonly kind: 'race'; readonly who: number; readonly what: number; readonly other: number }
  | { readonly kind: 'tell'; readonly who: number; readonly what: number; readonly count: number }
  | { readonly kind: 'buy'; readonly who: number; readonly noticeMs: number }
  | { readonly kind: 'refund' }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'timer'; readonly calls: number; readonly who: number; readonly what: number }

const who = fc.nat(PEOPLE - 1)
const what = fc.nat(SHARES - 1)
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('open' as const),
      who,
      what,
      lateMs: fc.constantFrom(0, 50_000),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('race' as const), who, what, other: what }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('tell' as const),
      who,
      what,
      count: fc.integer({ min: 1, max: 9 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('buy' as const),
      who,
      noticeMs: fc.constantFrom(0, HOUR_MS, 3 * DAY_MS),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('refund' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      ms: fc.constantFrom(MINUTE_MS, 7 * HOUR_MS, 2 * DAY_MS),
    }),
  },
  // A timer, mostly killed after so many calls, while somebody opens something.
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('timer' as const),
      calls: fc.oneof(fc.integer({ min: 1, max: 150 }), fc.constant(5000)),
      who,
      what,
    }),
  },
)

class Scene {
  now = START_AT
  private orders = 0
  readonly opened = new Set<string>()
  private constructor(
    readonly world: EngineWorld,
    readonly codes: readonly string[],
  ) {}

  /** Three distributors, two of whom have bought into nothing: a share of the shop and one of a product each. */
  static async open(): Promise<Scene> {
    const world = await openEngineWorld()
    const { store } = world
    const binding = { rule: 'last-touch', expireDays: 3, protectDays: 0 }
    await store.put('settings', { _id: 'shop', binding, plans: [] } as unknown as Shop)
    await store.put('products', { _id: 'prd_tea', isOnShelf: true } as unknown as Product)
    const codes: string[] = []
    for (const name of ['mbr_lan', 'mbr_mei', 'mbr_zhu']) {
      const code = await world.addDistributor(name)
      const target = { kind: 'product', productId: 'prd_tea' } as const
      const share = { distributorId: `dst_${name.slice(4)}`, target, channel: 'group' } as const
      await store.put('shares', { _id: `TEA${codes.length}`, ...share, createdAt: 0 })
      codes.push(code, `TEA${codes.length}`)
    }
    return new Scene(world, codes)
  }

  async play(one: Act): Promise<void> {
    this.now += 1000
    if (one.kind === 'open') await this.openShare(one.who, one.what, one.lateMs)
    if (one.kind === 'race') {
      await Promise.all([
        this.openShare(one.who, one.what),
        this.openShare(one.who, one.other),
        this.openShare(one.who, one.what),
      ])
    }
    if (one.kind === 'tell') await this.tell(one.who, one.what, one.count)
    if (one.kind === 'buy') await this.buy(one.who, one.noticeMs)
    if (one.kind === 'refund') await this.refund()
    if (one.kind === 'wait') this.now += one.ms
    if (one.kind === 'timer') {
      const { store } = dying(this.world.store, one.calls)
      const timer = this.timer(store).catch(() => undefined)
      await Promise.all([timer, this.openShare(one.who, one.what)])
    }
  }

  async timer(store: World['store'] = this.world.store): Promise<void> {
    const world = { ...this.world.worldAt(this.now), store }
    await updateAggregates(world)
    await rollUpFunnels(world)
  }

  private async openShare(person: number, share: number, lateMs = 0): Promise<void> {
    const shareCode = this.codes[share] ?? ''
    const ctx = await this.world.as(`o_${person}`, this.now - lateMs, 'mall.openShare')
    this.opened.add(`${shareCode}:${memberIdOf(`o_${person}`)}`)
    await openShare(ctx, { shareCode })
  }

  /** What a phone tells twice counts once. */
  private async tell(person: number, share: number, count: number): Promise<void> {
    const ctx = await this.world.as(`o_${person}`, this.now, 'mall.recordOpens')
    const opens = [{ shareCode: this.codes[share] ?? '', count }]
    await recordOpens(ctx, { opens })
    await recordOpens(ctx, { opens })
  }

  /** Paid now; WeChat's notice comes later and is booked then. */
  private async buy(person: number, noticeMs: number): Promise<void> {
    const buyerId = memberIdOf(`o_${person}`)
    const bound = await this.world.store.get('attributions', buyerId)
    const paidAt = this.now
    this.now += noticeMs
    const fen = 100 + this.orders
    const line = {
      productId: 'prd_tea',
      title: '龙井',
      quantity: 1,
      refundedQuantity: 0,
      baseFen: fen,
      refundedFen: 0,
    }
    const attribution = bound && {
      distributorId: bound.distributorId,
      inviterId: null,
      shareCode: bound.shareCode,
    }
    const order = {
      buyerId,
      attribution,
      lines: [line],
      payableFen: fen,
      refundedFen: 0,
      receivedAt: null,
      closeReason: null,
    }
    this.orders += 1
    const _id = `ord_${this.orders}`
    const booked = { _id, outTradeNo: _id, ...order, paidAt, bookedAt: this.now }
    await this.world.store.put('orders', booked as unknown as Order)
  }

  private async refund(): Promise<void> {
    const order = await this.world.store.get('orders', `ord_${this.orders}`)
    if (!order) return
    const lines = order.lines.map((line) => ({
      ...line,
      refundedFen: line.baseFen,
      refundedQuantity: 1,
    }))
    const given = {
      lines,
      refundedFen: order.payableFen,
      closeReason: 'refunded',
      bookedAt: this.now,
    }
    await this.world.store.put('orders', { ...order, ...given } as unknown as Order)
  }
}

function differences({ world: { store } }: Scene) {
  const facts = Object.entries(FACTS).map(([part, name]) => [part, store.list(name)])
  const cursors = { aggregates: null, funnels: null, ranks: null, materials: null }
  const stored = (name: string) => store.list<{ _id: string }>(name)
  return foldAggregates(Object.fromEntries(facts) as never, cursors, stored, {
    isAll: true,
  }).flatMap((folded) => folded.differences)
}

/** From nobody's to somebody's to somebody's: no change is missing and none stands alone. */
function expectHistories({ world: { store } }: Scene): void {
  for (const { _id, distributorId } of store.list<Attribution>('attributions')) {
    const own = changesIn(store).filter(({ memberId }) => memberId === _id)
    expect(own.map(({ from }) => from)).toEqual([null, ...own.slice(0, -1).map(({ to }) => to)])
    expect(own.at(-1)?.to).toBe(distributorId)
    expect(new Set(own.map(({ at }) => at)).size).toBe(own.length)
  }
}

describe('一个不多、一个不少', () => {
  it('随便谁、随便什么次序：打开、抢着打开、补报、买、退、定时器死掉，数字都和数出来的一样', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 40 }), async (acts) => {
        const scene = await Scene.open()
        for (const one of acts) await scene.play(one)
        for (let minute = 0; minute < 3; minute += 1) {
          scene.now += MINUTE_MS
          await scene.timer()
        }
        const { store } = scene.world
        expect(new Set(store.list<Visit>('visits').map(({ _id }) => _id))).toEqual(scene.opened)
        expectHistories(scene)
        expect(storedRows(store)).toEqual(naiveRows(store))
        expect(differences(scene)).toEqual([])
      }),
      { numRuns: 200 },
    )
  }, 300_000)
})

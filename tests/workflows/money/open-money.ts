// The trading shop with people who distribute: Lan invited Mei (银毫), Mei shared 龙井, and a shopper came through it.
import type { LedgerEntry, Wallet, Withdrawal } from '@contract/model/ledger'
import type { Alert, OutboxRecord } from '@contract/model/records'
import type { Commission } from '@contract/model/distribution'
import type { PayNoticeRecord } from '@contract/model/order'
import type { Shop } from '@contract/model/shop'
import { lineOf, openTrade, type Asked, type Trade } from '../trade/open-trade'
import { registerName } from '../../support/real-names'
import type { Person } from '../../support/world'

/** A notice as the fake WeChat knows it. */
interface SentNotice {
  readonly id: string
  readonly kind: 'payment' | 'refund' | 'transfer'
  readonly about: string
}

export interface Money extends Trade {
  readonly finance: Person
  readonly lan: Person
  readonly mei: Person
  readonly shopper: Person
  /** Mei's share of 龙井 to a friend. */
  readonly shareCode: string
  /** Places and pays; the notice waits until it is delivered. */
  buy(person: Person, lines: readonly Asked[]): Promise<string>
  /** 龙井 50 克 ×1 and 紫砂壶 ×1: ¥116.00, shipping free; Mei earns 13.92, Lan 5.80. */
  buyTeaAndPot(): Promise<string>
  /** Delivers the waiting notices (of a kind, about a number) so many times each; answers in order. */
  deliver(kind: SentNotice['kind'], times?: number): Promise<string[]>
  /** From payment to receipt, and the minute's timer after it. */
  receive(orderId: string): Promise<void>
  /** Bought, noticed, received, and past every freeze: Mei has 13.92 available. */
  earn(): Promise<string>
  /** An after-sale over some units of the shopper's, approved and refunded. */
  refund(orderId: string, lines: readonly { line: number; quantity: number }[]): Promise<string>
  /** A withdrawal of Mei's, approved and confirmed on her phone. */
  withdraw(amountFen: number): Promise<string>
  approve(withdrawalId: string): Promise<void>
  confirmOnPhone(withdrawalId: string): Promise<void>
  wallet(person: Person): Wallet
  withdrawal(withdrawalId: string): Withdrawal
  commissionOf(person: Person, orderId: string): Commission
  entries(code?: string): LedgerEntry[]
  alerts(): Alert[]
  outbox(): OutboxRecord[]
  noticeRecords(): PayNoticeRecord[]
  sentNotices(): Promise<readonly SentNotice[]>
  changeShop(change: Partial<Shop>): void
  /** Kills a function after some database calls; what it leaves open has run out afterwards. */
  cutShort(functionName: string, calls: number, work: () => Promise<unknown>): Promise<void>
}

export async function openMoney(): Promise<Money> {
  const trade = await openTrade()
  const { world, owner } = trade
  const finance = world.as('finance')
  const lan = world.as('lan')
  const mei = world.as('mei')
  const shopper = world.as('ming')
  await finance.call('mall.openSession', {})
  await owner.call('owner.setStaff', { memberId: finance.memberId, roles: ['finance'] })
  await join(owner, lan, '何岚')
  const invitation = await lan.call('distributor.createShare', {
    target: { kind: 'shop' },
    channel: 'friend',
  })
  await join(owner, mei, '林晓梅', invitation.shareCode)
  const silver = { distributorId: mei.distributorId, tier: 'silver', reason: '开店时定级' } as const
  await owner.call('owner.setTier', silver)
  const { shareCode } = await mei.call('distributor.createShare', {
    target: { kind: 'product', productId: trade.tea.productId },
    channel: 'friend',
  })
  await shopper.call('mall.openShare', { shareCode })
  await world.control('wechat/notices/pause')
  const opened = world.cloud.snapshot()
  const openedAt = world.cloud.clock.now()
  const people = { finance, lan, mei, shopper }
  return {
    ...trade,
    ...people,
    shareCode,
    async restart() {
      world.cloud.faults.clear()
      world.cloud.faults.release()
      await world.cloud.restore(opened)
      world.cloud.clock.set(openedAt)
    },
    ...payments(trade, shopper),
    ...payouts(trade, mei),
    ...reads(trade),
  }
}

async function join(owner: Person, person: Person, name: string, shareCode?: string) {
  await person.call('distributor.apply', { name, ...(shareCode ? { shareCode } : {}) })
  const { distributorId } = person
  await owner.call('owner.decideApplication', { distributorId, isAdmitted: true })
  await registerName(person, name)
}

function payments(trade: Trade, shopper: Person) {
  const { world, owner } = trade
  const sentNotices = () => world.control<SentNotice[]>('wechat/notices', undefined, 'GET')
  async function buy(person: Person, lines: readonly Asked[]): Promise<string> {
    const { orderId } = await trade.place(person, lines)
    const params = await person.call('mall.startPayment', { orderId })
    const { errMsg } = await world.wechat<{ errMsg: string }>('request-payment', person, params)
    if (errMsg !== 'requestPayment:ok') throw new Error(errMsg)
    return orderId
  }
  const buyTeaAndPot = () => buy(shopper, [lineOf(trade.tea, 0, 1), lineOf(trade.pot, 0, 1)])
  async function deliver(kind: SentNotice['kind'], times = 1): Promise<string[]> {
    const answers: string[] = []
    // WeChat's own moves (a refund that succeeds, a transfer that arrives) take a moment.
    await world.cloud.advance(100)
    for (const notice of (await sentNotices()).filter((one) => one.kind === kind)) {
      const path = `wechat/notices/${notice.id}/deliver`
      answers.push(...(await world.control<{ answers: string[] }>(path, { times })).answers)
    }
    return answers
  }
  async function receive(orderId: string): Promise<void> {
    await trade.ship(orderId)
    const { buyerOpenid } = trade.order(orderId)
    await world.as(buyerOpenid.slice(2)).call('mall.confirmReceipt', { orderId })
    await world.runTimer()
  }
  return {
    sentNotices,
    buy,
    buyTeaAndPot,
    deliver,
    receive,
    async earn() {
      const orderId = await buyTeaAndPot()
      await deliver('payment')
      await world.runTimer()
      await receive(orderId)
      await world.passDays(7)
      return orderId
    },
    async refund(orderId: string, lines: readonly { line: number; quantity: number }[]) {
      const kind = 'refund-only' as const
      const { afterSaleId } = await shopper.call('mall.applyAfterSale', {
        orderId,
        kind,
        lines: [...lines],
        reason: '不想要了',
      })
      await owner.call('owner.approveAfterSale', { afterSaleId })
      await deliver('refund')
      return afterSaleId
    },
  }
}

function payouts(trade: Trade, mei: Person) {
  const { world, owner } = trade
  async function approve(withdrawalId: string): Promise<void> {
    await owner.call('owner.approveWithdrawal', { withdrawalId })
  }
  async function confirmOnPhone(withdrawalId: string): Promise<void> {
    const params = await mei.call('distributor.confirmWithdrawal', { withdrawalId })
    const { errMsg } = await world.wechat<{ errMsg: string }>('confirm-transfer', mei, params)
    if (errMsg !== 'requestMerchantTransfer:ok') throw new Error(errMsg)
  }
  return {
    approve,
    confirmOnPhone,
    async withdraw(amountFen: number) {
      const { id } = await mei.call('distributor.requestWithdrawal', { amountFen })
      await approve(id)
      await confirmOnPhone(id)
      await mei.call('distributor.checkWithdrawal', { withdrawalId: id })
      return id
    },
  }
}

function reads({ world }: Trade) {
  const { cloud } = world
  const { database } = cloud
  const known = <T>(collection: string, id: string): T => {
    const found = database.get<T>(collection, id)
    if (found === null) throw new Error(`no ${id} in ${collection}`)
    return found
  }
  return {
    wallet: (person: Person) => known<Wallet>('wallets', person.distributorId),
    withdrawal: (id: string) => known<Withdrawal>('withdrawals', id),
    commissionOf: (person: Person, orderId: string) => {
      const { distributorId } = person
      const [found] = database.find<Commission>('commissions', { orderId, distributorId })
      if (!found) throw new Error(`${person.name} earns nothing on ${orderId}`)
      return found
    },
    entries: (code?: string) =>
      database.find<LedgerEntry>('ledger_entries', code === undefined ? {} : { code }),
    alerts: () => database.list<Alert>('alerts'),
    outbox: () => database.list<OutboxRecord>('outbox'),
    noticeRecords: () => database.list<PayNoticeRecord>('pay_notices'),
    async cutShort(functionName: string, calls: number, work: () => Promise<unknown>) {
      const match = { target: 'function', function: functionName }
      cloud.faults.add({ match, effect: 'kill-instance', afterCalls: calls, count: 1 })
      await work().catch(() => undefined)
      cloud.faults.clear()
      await cloud.advance(60_000)
    },
    changeShop: (change: Partial<Shop>) => {
      database.put('settings', [{ ...known<Shop>('settings', 'shop'), ...change }])
    },
  }
}

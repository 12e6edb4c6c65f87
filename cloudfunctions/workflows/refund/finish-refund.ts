// Books a refund that WeChat paid: order, after-sale, ledger, commissions and wallets in one transaction.
import { subtractFen, sumFen } from '@contract/money'
import type { Commission } from '@contract/model/distribution'
import type { LedgerEntry, Wallet } from '@contract/model/ledger'
import type { AfterSale, Order } from '@contract/model/order'
import { assert } from '../../domain/assert'
import { reverseCommissions } from '../../domain/commission/reverse-commissions'
import { enterReversal } from '../../domain/ledger/enter-commission'
import { enterOrderRefunded } from '../../domain/ledger/enter-order'
import { postToWallet } from '../../domain/ledger/post-to-wallet'
import { applyRefund, basesLeft } from '../../domain/order/apply-refund'
import { afterSaleOfNumber } from '../../domain/order/refund-number'
import type { Transaction } from '../../ports/store'
import type { World } from '../../ports/world'
import { followPayment } from '../commission/follow-payment'
import { holdAccrual } from '../commission/hold-accrual'
import { isLasting } from '../outbox/name-failure'
import { readSettleDays, settleDueOf, type SettleDays } from '../order/set-settle-due'
import { readShop } from '../shop/read-shop'
import { endHolds } from '../stock/end-holds'
import { readWallet } from '../wallet/read-wallet'
import { closeTroubleAlert } from './mark-trouble'

/**
 * `outRefundNo` names the after-sale. Once: a repeat finds it done. Refunds of one order come one after the other,
 * because each writes the order document; commissions shrink cumulatively per line. `byHand` says who handed the money
 * back past WeChat: then it leaves the bank, not the merchant account.
 */
export async function finishRefund(
  world: World,
  outRefundNo: string,
  refundedAt: number,
  byHand?: AfterSale['refundedByHand'],
): Promise<void> {
  const afterSale = await world.store.get('after_sales', afterSaleOfNumber(outRefundNo))
  assert(afterSale !== null, `no after-sale for refund ${outRefundNo}`)
  if (afterSale.status === 'refunded') return
  const order = await world.store.get('orders', afterSale.orderId)
  assert(order !== null, `${afterSale._id} has no order`)
  // What was never accrued can't be reversed, and must not accrue afterwards.
  if (order.accrual === 'due') await accrueFirst(world, order)
  const { autoReceiptDays } = await readShop(world)
  const days = await readSettleDays(world, order)
  const how = byHand ? { refundedByHand: byHand } : { refundedNo: outRefundNo }
  const facts = { afterSaleId: afterSale._id, refundedAt, now: world.now, how }
  const refund = { ...facts, autoReceiptDays, days }
  const booked = await world.store.transaction((tx) => book(tx, refund))
  if (booked && afterSale.refundTrouble) {
    const { state } = afterSale.refundTrouble
    await closeTroubleAlert(
      world,
      state,
      outRefundNo,
      byHand ? `人工退款：${byHand.note}` : '已经退款',
    )
  }
  if (booked?.status === 'closed') await endHolds(world, booked)
}

/** The buyer's money has left: an order whose commissions can't be worked out is held, and its refund booked. */
async function accrueFirst(world: World, order: Order): Promise<void> {
  try {
    await followPayment(world, order)
  } catch (error) {
    if (!isLasting(error)) throw error
    await holdAccrual(world, order._id, error)
  }
}

interface Refund {
  readonly afterSaleId: string
  readonly refundedAt: number
  readonly now: number
  readonly how: Pick<AfterSale, 'refundedByHand' | 'refundedNo'>
  readonly autoReceiptDays: number
  readonly days: SettleDays
}

/** The order afterwards; null when somebody has booked it already. */
async function book(tx: Transaction, refund: Refund): Promise<Order | null> {
  const { afterSaleId, refundedAt: at } = refund
  const afterSale = await tx.get('after_sales', afterSaleId)
  if (!afterSale || afterSale.status === 'refunded') return null
  assert(afterSale.status === 'refunding', `${afterSaleId} is ${afterSale.status}`)
  const before = await tx.get('orders', afterSale.orderId)
  assert(before !== null, `${afterSaleId} has no order`)
  const shippingFen = shippingOf(afterSale)
  const { lines } = afterSale
  const order = applyRefund({ ...refund, order: before, lines, shippingFen, at })
  await tx.put('orders', { ...order, bookedAt: refund.now })
  await tx.update('after_sales', afterSaleId, {
    set: { status: 'refunded', refundedAt: at, ...refund.how },
    unset: ['refundTrouble'],
  })
  const goodsFen = subtractFen(afterSale.refundFen, shippingFen)
  const isByHand = refund.how.refundedByHand !== undefined
  const facts = { orderId: order._id, refundId: afterSaleId, at, isByHand }
  const paidBack = enterOrderRefunded({ ...facts, goodsFen, shippingFen })
  if (paidBack) await tx.insert('ledger_entries', paidBack)
  await takeBack(tx, order, lines, refund)
  return order
}

/** Takes commissions back: from what is pending, or from what is available and then as a debt. */
async function takeBack(
  tx: Transaction,
  order: Order,
  back: AfterSale['lines'],
  { afterSaleId: refundId, now, days }: Refund,
): Promise<void> {
  const commissions: Commission[] = await tx.find('commissions', { orderId: order._id })
  const reversals = reverseCommissions({ refundId, commissions, lines: basesLeft(order, back) })
  const wallets = new Map<string, Wallet>()
  for (const { commission } of reversals) {
    const { distributorId } = commission
    wallets.set(distributorId, await readWallet(tx, distributorId))
  }
  const facts = { orderId: order._id, refundId, at: now }
  for (const entry of enterReversal({ ...facts, reversals, wallets })) {
    await tx.insert('ledger_entries', entry)
    post(wallets, entry)
  }
  for (const wallet of wallets.values()) await tx.put('wallets', wallet)
  const settleAt = settleDueOf(order, days)
  for (const before of commissions) {
    const reversed = reversals.find(({ commission }) => commission._id === before._id)?.commission
    const after = reversed ?? before
    const isWaiting = after.status === 'pending' && after.settleAt !== settleAt
    if (isWaiting) await tx.put('commissions', { ...after, settleAt })
    else if (reversed) await tx.put('commissions', reversed)
  }
}

function post(wallets: Map<string, Wallet>, entry: LedgerEntry): void {
  for (const distributorId of entry.distributorIds) {
    const wallet = wallets.get(distributorId)
    assert(wallet !== undefined, `${entry._id} touches a wallet that was not read`)
    wallets.set(distributorId, postToWallet(wallet, entry))
  }
}

/** What an after-sale gives back beyond its goods. */
function shippingOf(afterSale: AfterSale) {
  return subtractFen(
    afterSale.refundFen,
    sumFen(afterSale.lines, (line) => line.refundFen),
  )
}

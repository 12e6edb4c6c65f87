// Books a payment that WeChat vouches for: the order is paid once, then its commissions accrue.
import { idOf } from '@contract/ids'
import type { Order } from '@contract/model/order'
import { enterOrderPaid } from '../../domain/ledger/enter-order'
import { payOrder } from '../../domain/order/move-order'
import { refuse } from '../../domain/refuse'
import type { Transaction } from '../../ports/store'
import type { World } from '../../ports/world'
import { accrueCommissions } from '../commission/accrue-commissions'
import { makeOutboxRecord } from '../outbox/make-outbox-record'
import { nameFailure } from '../outbox/name-failure'
import { raiseAlert } from '../outbox/raise-alert'
import { startRefund } from '../refund/start-refund'
import { refundWhole } from './refund-whole'

export interface PaymentFacts {
  readonly outTradeNo: string
  readonly transactionId: string
  readonly amountFen: number
  /** UTC ms */
  readonly paidAt: number
}

interface TooLate {
  readonly kind: 'too-late'
  readonly orderId: string
  readonly afterSaleId: string
}

type Outcome =
  | { readonly kind: 'paid'; readonly order: Order }
  | { readonly kind: 'repeated'; readonly order: Order }
  | TooLate
  | { readonly kind: 'mismatch' }
  | { readonly kind: 'unknown' }

/**
 * Repeating it changes nothing. Refuses ORDER_UNKNOWN and PAYMENT_AMOUNT_MISMATCH (both leave an alert). Money for an
 * order that was closed meanwhile is never lost: it is booked and refunded whole, because the stock is gone to others.
 */
export async function recordPayment(
  world: World,
  payment: PaymentFacts,
): Promise<{ isPaid: boolean }> {
  const orderId = idOf('order', payment.outTradeNo)
  const outcome = await world.store.transaction((tx) => take(tx, orderId, payment, world.now))
  switch (outcome.kind) {
    case 'paid':
      await accrue(world, outcome.order)
      return { isPaid: true }
    case 'repeated':
      if (outcome.order.transactionId !== payment.transactionId) await warnOfTwo(world, orderId)
      return { isPaid: outcome.order.paidAt !== null }
    case 'too-late':
      await sendBack(world, outcome)
      return { isPaid: true }
    case 'mismatch':
      await raiseAlert(world, {
        kind: 'PAYMENT_AMOUNT_MISMATCH',
        subjectId: orderId,
        message: '收到的付款金额和订单不一致，请到微信支付商户平台核对',
      })
      throw refuse('PAYMENT_AMOUNT_MISMATCH', { orderId })
    case 'unknown':
      await raiseAlert(world, {
        kind: 'PAYMENT_ORDER_UNKNOWN',
        subjectId: orderId,
        message: '收到一笔找不到订单的付款，请到微信支付商户平台核对',
      })
      throw refuse('ORDER_UNKNOWN', { orderId })
  }
}

/** Guard, then write order and entry together. No member's balance is touched here. */
async function take(
  tx: Transaction,
  orderId: string,
  payment: PaymentFacts,
  now: number,
): Promise<Outcome> {
  const order = await tx.get('orders', orderId)
  if (!order) return { kind: 'unknown' }
  if (order.transactionId !== null) return { kind: 'repeated', order }
  if (order.payableFen !== payment.amountFen) return { kind: 'mismatch' }
  const { paidAt: at, transactionId } = payment
  if (order.status !== 'created') return takeTooLate(tx, order, payment, now)
  const paid = payOrder(order, { at, transactionId })
  const { status, paidAt, accrual } = paid
  const set = { status, paidAt, transactionId, accrual, bookedAt: now }
  await tx.update('orders', orderId, { set })
  await tx.insert('ledger_entries', enterOrderPaid(paid, at))
  return { kind: 'paid', order: paid }
}

/** A contended wallet must never fail a payment: what isn't accrued now, the timer accrues. */
async function accrue(world: World, order: Order): Promise<void> {
  try {
    await accrueCommissions(world, order)
  } catch (error) {
    world.log.warn('accrual-postponed', { orderId: order._id, error: nameFailure(error) })
  }
}

/** Booked as paid and, in the same breath, as an after-sale over everything that is already being refunded. */
async function takeTooLate(
  tx: Transaction,
  order: Order,
  { paidAt, transactionId }: PaymentFacts,
  now: number,
): Promise<TooLate> {
  const { order: reopened, afterSale } = refundWhole(order, { paidAt, transactionId, now })
  await tx.put('orders', { ...reopened, bookedAt: now })
  await tx.insert('after_sales', afterSale)
  await tx.insert('ledger_entries', enterOrderPaid(reopened, paidAt))
  await tx.insert('outbox', makeOutboxRecord('refund', afterSale._id, now))
  return { kind: 'too-late', orderId: order._id, afterSaleId: afterSale._id }
}

async function sendBack(world: World, { orderId, afterSaleId }: TooLate): Promise<void> {
  await raiseAlert(world, {
    kind: 'PAID_AFTER_CLOSE',
    subjectId: orderId,
    message: '订单关闭之后才收到付款，已自动原路退回',
  })
  await startRefund(world, afterSaleId)
}

function warnOfTwo(world: World, orderId: string): Promise<void> {
  const message = '同一笔订单收到两个不同的微信支付单号，请到商户平台核对'
  return raiseAlert(world, { kind: 'PAYMENT_TWICE', subjectId: orderId, message })
}

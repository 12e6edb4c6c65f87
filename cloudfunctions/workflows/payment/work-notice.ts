// Does what a stored notice asks for; repeating it changes nothing.
import type { PayNoticeRecord } from '@contract/model/order'
import { assert, assertNever } from '../../domain/assert'
import { Refusal } from '../../domain/refuse'
import type { World } from '../../ports/world'
import { takeRefundNotice } from '../refund/take-refund-notice'
import { takeTransferNotice } from '../withdrawal/take-transfer-notice'
import { recordPayment } from './record-payment'

/** done: carried out. refused: it contradicts our books, an alert says so. */
export type NoticeOutcome = 'done' | 'refused'

/** Throws when it could not be carried out yet: the timer comes back to it. */
export async function workNotice(world: World, record: PayNoticeRecord): Promise<NoticeOutcome> {
  try {
    await carryOut(world, record)
    return 'done'
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'TRY_AGAIN') throw error
    world.log.warn('notice-refused', { id: record._id, kind: record.kind, code: error.code })
    const set = { status: 'refused', refusedWith: error.code }
    await world.store.updateIf('pay_notices', record._id, { status: 'stored' }, { set })
    return 'refused'
  }
}

async function carryOut(world: World, record: PayNoticeRecord): Promise<void> {
  const { kind, number, facts } = record
  switch (kind) {
    case 'payment':
      await recordPayment(world, {
        outTradeNo: number,
        transactionId: textOf(facts, 'transactionId'),
        amountFen: numberOf(facts, 'amountFen'),
        paidAt: numberOf(facts, 'paidAt'),
      })
      return
    case 'refund':
      return takeRefundNotice(world, {
        outRefundNo: number,
        status: textOf(facts, 'status'),
        amountFen: numberOf(facts, 'amountFen'),
        succeededAt: facts['succeededAt'] === null ? null : numberOf(facts, 'succeededAt'),
      })
    case 'transfer':
      return takeTransferNotice(world, {
        outBillNo: number,
        status: textOf(facts, 'status'),
        amountFen: numberOf(facts, 'amountFen'),
      })
    default:
      return assertNever(kind)
  }
}

type Facts = PayNoticeRecord['facts']

function textOf(facts: Facts, name: string): string {
  const value = facts[name]
  assert(typeof value === 'string', `notice without ${name}`)
  return value
}

function numberOf(facts: Facts, name: string): number {
  const value = facts[name]
  assert(typeof value === 'number', `notice without ${name}`)
  return value
}

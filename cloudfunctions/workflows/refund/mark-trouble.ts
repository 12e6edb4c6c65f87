// A refund that WeChat closed or calls abnormal needs a person: marked on the after-sale, and told once.
import { idOf } from '@contract/ids'
import type { AfterSale } from '@contract/model/order'
import { refundNumberOf } from '../../domain/order/refund-number'
import type { World } from '../../ports/world'
import { closeSolvedAlert } from '../alert/close-alert'
import { raiseAlert } from '../outbox/raise-alert'
import { readRefundCase, type RefundCase } from './read-refund-case'

type Trouble = NonNullable<AfterSale['refundTrouble']>['state']

const ALERTS = {
  closed: { kind: 'REFUND_CLOSED', message: '微信关闭了一笔退款，钱没有退出去，要你决定怎么退' },
  abnormal: { kind: 'REFUND_ABNORMAL', message: '一笔退款异常：买家的卡收不了钱，要你决定怎么退' },
  unanswered: {
    kind: 'REFUND_UNANSWERED',
    message: '一笔退款试了很久没有退出去，请看看商户号余额和微信支付，也可以人工退',
  },
} as const satisfies Record<Trouble, { kind: string; message: string }>

/** Only for the number that counts now: what is heard late of an earlier one changes nothing. */
export async function markTrouble(
  world: World,
  { afterSaleId, outRefundNo }: RefundCase,
  state: Trouble,
): Promise<void> {
  const before = await world.store.transaction(async (tx) => {
    const afterSale = await tx.get('after_sales', afterSaleId)
    const isCurrent = afterSale?.status === 'refunding' && refundNumberOf(afterSale) === outRefundNo
    if (!afterSale || !isCurrent) return 'moved-on'
    const known = afterSale.refundTrouble?.state ?? null
    // No answer says less than the answer there was.
    if (known === state || (known !== null && state === 'unanswered')) return known
    await tx.update('after_sales', afterSaleId, {
      set: { refundTrouble: { state, at: world.now } },
    })
    return known
  })
  if (before === 'moved-on') return
  if (before !== null && state === 'unanswered') return
  if (before !== null && before !== state) {
    await closeTroubleAlert(world, before, outRefundNo, '微信有了新的结果')
  }
  const { kind, message } = ALERTS[state]
  await raiseAlert(world, { kind, subjectId: subjectOf(outRefundNo), message })
}

/** WeChat refused a refund or did not answer, again and again: a person may settle it, the outbox goes on trying. */
export async function markUnanswered(world: World, afterSaleId: string): Promise<void> {
  const refund = await readRefundCase(world, afterSaleId)
  if (refund && !refund.isFinished) await markTrouble(world, refund, 'unanswered')
}

/** The matter has solved itself or goes on under another number: its alert need not be looked at any more. */
export async function closeTroubleAlert(
  world: World,
  state: Trouble,
  outRefundNo: string,
  note: string,
): Promise<void> {
  await closeSolvedAlert(world, ALERTS[state].kind, subjectOf(outRefundNo), note)
}

/** The after-sale's id for its first number; a second try that is closed too is another matter to look at. */
function subjectOf(outRefundNo: string): string {
  return idOf('afterSale', outRefundNo)
}

/** WeChat works on it again, nobody need decide any more. */
export async function clearTrouble(
  world: World,
  { afterSaleId, outRefundNo, trouble }: RefundCase,
): Promise<void> {
  if (!trouble) return
  await world.store.updateIf(
    'after_sales',
    afterSaleId,
    { status: 'refunding' },
    { unset: ['refundTrouble'] },
  )
  await closeTroubleAlert(world, trouble.state, outRefundNo, '微信已经重新处理')
}

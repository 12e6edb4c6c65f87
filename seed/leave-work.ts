// What waits on the demo shop's last evening: a refund asked for, a bonus that wants a second yes, a reminder sent.
import { DAY_MS, HOUR_MS } from '@contract/time'
import { distributorIdOf } from './recruit-people'
import { createChance } from './random'
import type { Stage } from './stage'

const SEED = 20261125
/** The first of them with something to give back asks. */
const BUYERS = ['zhao', 'wang', 'han', 'yang', 'kong'] as const
/** Above what the owner may give alone. */
const BONUS = {
  key: 'chuan',
  amountFen: 1_200_00,
  reason: '十一月两场茶会都办成了，合计带来 40 多位新客',
}

export function planLastDay(stage: Stage, end: number): void {
  const aside = stage.apart(createChance(SEED))
  stage.plan(end - 4 * HOUR_MS, () => askForRefund(aside))
  stage.plan(end - 6 * HOUR_MS, async () => {
    const { key, ...bonus } = BONUS
    const asked = { ...bonus, distributorId: distributorIdOf(key) }
    await aside.call('owner', 'owner.payIncentive', asked)
  })
  stage.plan(end - DAY_MS, async () => {
    await aside.call('dong', 'distributor.nudge', { distributorId: distributorIdOf('gang') })
  })
}

async function askForRefund(aside: Stage): Promise<void> {
  for (const buyer of BUYERS) {
    const { rows } = await aside.call(buyer, 'mall.listOrders', { filter: 'all' })
    const received = rows.find(
      ({ status, actions }) => status === 'received' && actions.includes('apply-after-sale'),
    )
    if (!received) continue
    const { lines } = await aside.call(buyer, 'mall.getOrder', { orderId: received.id })
    const line = lines.find(({ quantity, refundedQuantity }) => refundedQuantity < quantity)
    if (!line) continue
    await aside.call(buyer, 'mall.applyAfterSale', {
      orderId: received.id,
      kind: 'return-and-refund',
      lines: [{ line: line.line, quantity: 1 }],
      reason: '盒子角上有点磕，想退一件',
    })
    return
  }
}

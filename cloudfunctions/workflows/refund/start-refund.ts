// Starts the refund of an approved after-sale at once; whatever fails here, the outbox record brings to an end.
import type { World } from '../../ports/world'
import { makeOutboxRecord } from '../outbox/make-outbox-record'
import { tryNow } from '../outbox/work-off-outbox'

/** Never throws. The outbox record `refund:{afterSaleId}` was written with the approval. */
export function startRefund(world: World, afterSaleId: string): Promise<void> {
  return tryNow(world, makeOutboxRecord('refund', afterSaleId, world.now))
}

// What moved a wallet, as its owner and the shop's staff see it.
import * as z from '../schema'

/** A ledger entry as it moved one wallet; parts that didn't change are 0. */
export const walletMovement = () =>
  z.object({
    id: z.string(),
    code: z.string(),
    at: z.moment(),
    pendingFen: z.flow(),
    availableFen: z.flow(),
    withdrawingFen: z.flow(),
    clawbackFen: z.flow(),
    orderId: z.string().nullable(),
    withdrawalId: z.string().nullable(),
  })

// Marks a request as carried out, in the transaction that carries it out: a killed try that is repeated does it once.
import { AlreadyExists, type Transaction } from '../ports/store'
import type { Context } from '../ports/world'

/** Throws AlreadyExists (and the transaction is over) when this request did it before. */
export function markRequest(tx: Transaction, ctx: Context, what: string): Promise<void> {
  const _id = `${ctx.caller.memberId}:${what}:${ctx.requestId}`
  const mark = { _id, inputHash: '', status: 'done', answer: null, at: ctx.now } as const
  return tx.insert('requests', mark)
}

/** All of `act` and the request's mark, or nothing where this request did it before. */
export async function carryOutOnce(
  ctx: Context,
  what: string,
  act: (tx: Transaction) => Promise<void>,
): Promise<void> {
  try {
    await ctx.store.transaction(async (tx) => {
      await markRequest(tx, ctx, what)
      await act(tx)
    })
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error
  }
}

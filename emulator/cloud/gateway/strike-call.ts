/** Declared faults, as they strike a call of the SDK: asked for before it is carried out, then suffered. */
import type { FaultEffect } from '../control/faults'
import { TcbError, transactionConflict } from '../database/tcb-error'
import type { Parts } from '../parts'
import type { Fields } from './perform-database'

/** The fault that strikes a call, if any; `who` are the facts about the caller. */
export function strikeOn(
  { faults }: Parts,
  action: string,
  fields: Fields,
  who: Record<string, unknown>,
): FaultEffect | null {
  if (!faults.areDeclared) return null
  const target = action.split('.')[0] ?? ''
  return faults.strike(target === 'functions' ? 'callFunction' : target, {
    action,
    collection: fields.collectionName,
    inTransaction: fields.transactionId !== undefined,
    ...who,
  })
}

/** What happens to the call before it is carried out: nothing, a delay, or a refusal instead. */
export async function suffer(
  parts: Parts,
  strike: FaultEffect | null,
  fields: Fields,
): Promise<void> {
  if (strike?.effect === 'delay') {
    await parts.faults.linger(strike)
  } else if (strike?.effect === 'conflict') {
    parts.database.store.drop(fields.transactionId as string | undefined)
    throw transactionConflict()
  } else if (strike?.effect === 'fail') {
    const message = strike.message ?? '[FailedOperation] a declared fault struck this call'
    throw new TcbError(strike.code ?? 'DATABASE_REQUEST_FAILED', message)
  }
}

// Failures of the document database, recognised by their texts: wx-server-sdk drops the codes (its 4.0.2 sources).
import { refuse, type Refusal } from '../../domain/refuse'

const CONFLICT = /TransactionConflict/
const DUPLICATE = /E11000|DATABASE_DUPLICATE_WRITE/

function textOf(error: unknown): string {
  const { message, errMsg, code } = error as { message?: string; errMsg?: string; code?: string }
  return `${message ?? ''} ${errMsg ?? ''} ${code ?? ''}`
}

export function isConflict(error: unknown): boolean {
  const text = textOf(error)
  return CONFLICT.test(text) || text.includes('DATABASE_TRANSACTION_CONFLICT')
}

export function isDuplicate(error: unknown): boolean {
  return DUPLICATE.test(textOf(error))
}

export function tryAgain(): Refusal {
  return refuse('TRY_AGAIN')
}

/** The errors of the real service, code and text, as wx-server-sdk and node-sdk hand them on. */

export class TcbError extends Error {
  override name = 'TcbError'
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

const PERSISTS = 'Please check your request, but if the problem persists, contact us.'
const UNSOLVED = 'Please check your request, but if the problem cannot be solved, contact us.'

export function collectionMissing(name: string): TcbError {
  return new TcbError(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist: ${name}. ${UNSOLVED}`,
  )
}

export function collectionExists(): TcbError {
  return new TcbError(
    'DATABASE_COLLECTION_ALREADY_EXIST',
    `[ResourceUnavailable.ResourceExist] Table exist. ${UNSOLVED}`,
  )
}

export function duplicateKey(collection: string, index: string, key: string): TcbError {
  return writeFailed(
    `E11000 duplicate key error collection: tnt-local.${collection} index: ${index} dup key: ${key}`,
  )
}

/** A write MongoDB refuses. */
export function writeFailed(text: string): TcbError {
  return new TcbError(
    'DATABASE_REQUEST_FAILED',
    `[FailedOperation] multiple write errors: [{write errors: [{${text}}]}, {<nil>}]`,
  )
}

/** A read or pipeline MongoDB refuses. */
export function requestFailed(text: string): TcbError {
  return new TcbError('DATABASE_REQUEST_FAILED', `[FailedOperation] ${text}`)
}

/**
 * What MongoDB says of a query, pipeline or expression. `kind`: its name for the mistake (BadValue), or the
 * number of the place that says so.
 */
export function refuse(text: string, kind = ''): TcbError {
  const name = /^\d+$/.test(kind) ? `Location${kind}` : kind
  return requestFailed(name ? `(${name}) ${text}` : text)
}

export function invalidParam(text: string): TcbError {
  return new TcbError('INVALID_PARAM', text)
}

/** Said to clients alone: rules never bind functions. */
export function permissionDenied(): TcbError {
  return new TcbError('DATABASE_PERMISSION_DENIED', 'Permission denied')
}

export function requestTooLarge(size: number, max: number): TcbError {
  return new TcbError(
    'EXCEED_REQUEST_SIZE_LIMIT',
    `the request has ${size} bytes, at most ${max} are allowed`,
  )
}

export function answerTooLarge(size: number, max: number): TcbError {
  return new TcbError(
    'EXCEED_MAX_RESPONSE_SIZE',
    `the answer has ${size} bytes, at most ${max} are allowed`,
  )
}

export function transactionConflict(): TcbError {
  return new TcbError(
    'DATABASE_TRANSACTION_CONFLICT',
    `[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ${PERSISTS}`,
  )
}

export function transactionMissing(): TcbError {
  return new TcbError(
    'DATABASE_TRANSACTION_FAIL',
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, ' +
      `transaction must be commit or abort in 30 seconds. ${PERSISTS}`,
  )
}

export function transactionBusy(): TcbError {
  return new TcbError(
    'DATABASE_TRANSACTION_FAIL',
    `[ResourceUnavailable.TransactionBusy] Transaction is busy. ${PERSISTS}`,
  )
}

/** A function call that ended badly: unknown function, thrown error, time-out, killed instance. */
import type { LogLine } from '../control/invocation-logs'

export class FunctionError extends Error {
  override name = 'FunctionError'
  requestId = ''
  logs: LogLine[] = []
  /** What starting the instance took, ms, when one was started for the call. */
  coldStartMs: number | null = null
  /** The answer is lost on the way: whoever waits for it sees a broken connection. */
  isDropped = false

  constructor(
    readonly code: string,
    message: string,
    /** The stack inside the function. */
    readonly functionStack = '',
  ) {
    super(message)
  }
}

export function functionNotFound(name: string, known: string[]): FunctionError {
  return new FunctionError(
    'FUNCTION_NOT_FOUND',
    `[ResourceNotFound.Function] function ${name} not found; there are: ${known.join(', ')}`,
  )
}

/** The work was done, but its answer never arrives: the gateway breaks the connection. */
export function answerLost(): FunctionError {
  const lost = new FunctionError('FUNCTIONS_ANSWER_DROPPED', 'the answer was lost on the way')
  lost.isDropped = true
  return lost
}

/** The real service's words: "Invoking task timed out after 3 seconds". */
export function timedOut(what: string, ms: number): FunctionError {
  const text = `${what} timed out after ${ms / 1000} seconds`
  return new FunctionError('FUNCTIONS_TIME_LIMIT_EXCEEDED', text)
}

export function outOfMemory(memoryMb: number): FunctionError {
  const text = `Memory limit exceeded: the function may use ${memoryMb} MB`
  return new FunctionError('FUNCTIONS_MEMORY_LIMIT_EXCEEDED', text)
}

/** Events and answers may have 6 MB of JSON (codes 406 and 407 of the function service). */
const MOST_BYTES = 6 * 1024 * 1024

/** Throws when the JSON text of an event is too long. */
export function checkEventSize(json: string): void {
  const size = Buffer.byteLength(json)
  if (size <= MOST_BYTES) return
  const text = `the event has ${size} bytes: the request event size exceeds the limit (6MB)`
  throw new FunctionError('EXCEED_REQUEST_SIZE_LIMIT', text)
}

/** Throws when the JSON text of an answer is too long. */
export function checkAnswerSize(json: string): void {
  if (Buffer.byteLength(json) <= MOST_BYTES) return
  const text = 'The size of response exceeds the upper limit (6MB)'
  throw new FunctionError('FUNCTIONS_EXECUTE_FAIL', text)
}

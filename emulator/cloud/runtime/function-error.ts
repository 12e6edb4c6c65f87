/** A function call that ended badly: unknown function, thrown error, time-out, killed instance. */
import type { LogLine } from '../control/invocation-logs'

export class FunctionError extends Error {
  override name = 'FunctionError'
  requestId = ''
  logs: LogLine[] = []
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

/** Why a call did not succeed: a refusal with its Chinese sentence, a bug on the server, or no answer at all. */
import type { Facts, RefusalCode } from '@contract/refusals'

export type ErrorCode = RefusalCode | 'OFFLINE' | 'NO_ANSWER'

export class ApiError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly requestId: string,
    readonly facts: Facts = {},
  ) {
    super(message)
    this.name = 'ApiError'
  }

  get isOffline(): boolean {
    return this.code === 'OFFLINE'
  }

  /** The server said no, so nothing happened; otherwise the step may have been taken. */
  get isDefinite(): boolean {
    const open: readonly ErrorCode[] = ['OFFLINE', 'NO_ANSWER', 'INTERNAL', 'TRY_AGAIN']
    return !open.includes(this.code)
  }
}

/** Calls a function's handler in either of its forms: one that returns (or promises) its answer, or calls back. */

export type Callback = (error: unknown, result?: unknown) => void
export type Main = (event: unknown, context: unknown, callback: Callback) => unknown

/** A promise that is returned wins over the callback; a handler without a third parameter is never waited for. */
export function callMain(main: Main, event: unknown, context: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const callback: Callback = (error, result) => {
      if (error === null || error === undefined) resolve(result)
      // A handler may call back with anything; it is told to the caller as it is.
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
      else reject(error)
    }
    const returned = main(event, context, callback)
    const isAwaited = returned === undefined && main.length >= 3
    if (!isAwaited) resolve(returned)
  })
}

/** Turns of the event loop: what crosses between the layers waits for one, in order and without a timer's clamp. */

const waiting: (() => void)[] = []
const channel = new MessageChannel()
channel.port1.onmessage = () => waiting.shift()?.()

/** Runs the task in a turn of its own, after all that were asked for before it. */
export function nextTurn(task: () => void): void {
  waiting.push(task)
  channel.port2.postMessage(null)
}

/** Resolves in a turn of its own. */
export const turn = (): Promise<void> => new Promise((resolve) => nextTurn(resolve))

/** Whether something still waits to cross. */
export const isCrossing = (): boolean => waiting.length > 0

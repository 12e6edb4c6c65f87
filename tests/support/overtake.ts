// Races that don't depend on how fast the machine is: what is stopped goes on when it is told to, not after a while.
import type { Cloud } from '../../emulator/cloud'

/** A held call waits for its release; a test that forgets it fails by its own time limit. */
const UNTIL_RELEASED_MS = 600_000

/** A database call; what isn't said may be any. */
export interface Stop {
  readonly function?: string
  readonly action?: string
  readonly collection?: string
  /** So many such calls pass before one is stopped. */
  readonly skip?: number
}

/** Stops work before a call, lets others overtake it, and lets it go on. Throws when work ends without that call. */
export async function overtake(
  { faults }: Cloud,
  { skip = 0, ...call }: Stop,
  work: () => Promise<unknown>,
  others: () => Promise<unknown>,
): Promise<void> {
  const match = { target: 'database', ...call }
  faults.add({ match, effect: 'delay', delayMs: UNTIL_RELEASED_MS, skip, count: 1 })
  let isOver = false
  const working = work().finally(() => (isOver = true))
  // Whether it failed is asked once the others have passed.
  working.catch(() => undefined)
  while (faults.held === 0) {
    if (isOver) throw new Error(`never came to ${JSON.stringify(call)}`)
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  try {
    await others()
  } finally {
    faults.release()
  }
  await working
}

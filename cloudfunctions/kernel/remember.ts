// Answers a repeated request with its first answer: for mutations whose record carries no id of its own.
import { SECOND_MS } from '@contract/time'
import { Refusal, refuse } from '../domain/refuse'
import type { World } from '../ports/world'
import { fingerprint } from './ids'

/** While a first try may still be running, a repeat is told to wait; later it takes over. */
const TAKE_OVER_MS = 20 * SECOND_MS

/** Runs work once per key; refuses with IDEMPOTENCY_CONFLICT (same key, other input) or TRY_AGAIN (still running). */
export async function remember<T>(
  world: World,
  key: string,
  input: unknown,
  work: () => Promise<T>,
): Promise<T> {
  const inputHash = fingerprint(input)
  const record = { _id: key, inputHash, status: 'started', answer: null, at: world.now } as const
  if (!(await world.store.insert('requests', record))) {
    const earlier = await world.store.get('requests', key)
    if (earlier && earlier.inputHash !== inputHash) throw refuse('IDEMPOTENCY_CONFLICT')
    if (earlier?.status === 'done') return JSON.parse(earlier.answer ?? 'null') as T
    const isTakenOver = await world.store.updateIf(
      'requests',
      key,
      { status: 'started', at: { lt: world.now - TAKE_OVER_MS } },
      { set: { at: world.now } },
    )
    if (!isTakenOver) throw refuse('TRY_AGAIN')
  }
  try {
    const answer = await work()
    await world.store.put('requests', { ...record, status: 'done', answer: JSON.stringify(answer) })
    return answer
  } catch (error) {
    // A refused request did nothing: the person may mend the input and use the same id again.
    if (error instanceof Refusal)
      await world.store.updateIf('requests', key, {}, { set: { at: 0 } })
    throw error
  }
}

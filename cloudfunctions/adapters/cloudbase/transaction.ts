// A CloudBase transaction with our own retry: the SDK does not retry a conflict met inside the callback.
import { AlreadyExists, type Store, type Transaction } from '../../ports/store'
import { toQuery, toUpdate } from './conditions'
import { isConflict, isDuplicate, tryAgain } from './failures'
import { database } from './sdk'

const TRIES = 8
const FIRST_WAIT_MS = 8
const MAX_WAIT_MS = 250
const SNAPSHOT_LIMIT = 100

interface Session {
  collection(name: string): Collection
  commit(): Promise<unknown>
  rollback(): Promise<unknown>
}
interface Collection {
  doc(id: string): {
    get(): Promise<{ data: unknown }>
    set(options: { data: object }): Promise<unknown>
    update(options: { data: object }): Promise<unknown>
    remove(): Promise<unknown>
  }
  where(query: object): { limit(n: number): { get(): Promise<{ data: unknown[] }> } }
  add(options: { data: object }): Promise<unknown>
}

/** Runs work and commits; conflicts start over with jitter, then refuse with TRY_AGAIN. */
export const runTransaction: Store['transaction'] = async (work) => {
  for (let attempt = 1; ; attempt += 1) {
    const session = (await database.startTransaction()) as unknown as Session
    try {
      const result = await work(overSession(session))
      await session.commit()
      return result
    } catch (error) {
      if (!isConflict(error)) {
        // The first failure is what the caller must learn of; an aborted session can't be rolled back again.
        await session.rollback().catch(() => undefined)
        throw error
      }
      if (attempt === TRIES) throw tryAgain()
      await pause(attempt)
    }
  }
}

function pause(attempt: number): Promise<void> {
  const ceiling = Math.min(MAX_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt)
  return new Promise((resolve) => setTimeout(resolve, ceiling * (0.5 + Math.random() / 2)))
}

function overSession(session: Session): Transaction {
  return {
    async get(collection, id) {
      const answer = await session.collection(collection).doc(id).get()
      return (answer.data ?? null) as never
    },
    async find(collection, where) {
      const query = session.collection(collection).where(toQuery(where)).limit(SNAPSHOT_LIMIT)
      return (await query.get()).data as never
    },
    async insert(collection, document) {
      try {
        await session.collection(collection).add({ data: document })
      } catch (error) {
        throw isDuplicate(error) ? new AlreadyExists(collection) : error
      }
    },
    async put(collection, document) {
      const { _id, ...rest } = document as { _id: string }
      await session.collection(collection).doc(_id).set({ data: rest })
    },
    async update(collection, id, change) {
      await session
        .collection(collection)
        .doc(id)
        .update({ data: toUpdate(change) })
    },
    async remove(collection, id) {
      await session.collection(collection).doc(id).remove()
    },
  }
}

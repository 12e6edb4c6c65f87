/** A program outside of every function, speaking to the cloud with the @cloudbase/node-sdk of wx-server-sdk. */
import { createRequire } from 'node:module'

/** What the tests use of the SDK, whose own types are looser. */
export interface Reference {
  doc(id: unknown): Reference
  where(query: object): Reference
  orderBy(field: string, direction: 'asc' | 'desc'): Reference
  skip(count: number): Reference
  limit(count: number): Reference
  field(projection: object): Reference
  get(): Promise<{ data: Record<string, unknown>[]; requestId: string }>
  count(): Promise<{ total: number }>
  add(
    data: object,
  ): Promise<{ id?: unknown; ids?: unknown[]; inserted?: number; requestId: string }>
  set(data: object): Promise<{ updated: number; upsertedId?: unknown; upserted?: unknown[] }>
  update(data: object): Promise<{ updated: number; requestId: string }>
  remove(): Promise<{ deleted: number }>
  updateAndReturn(data: object): Promise<{ updated: number; doc: Record<string, unknown> | null }>
  aggregate(): { match(query: object): { end(): Promise<{ data: Record<string, unknown>[] }> } }
}

/** In a transaction, a document that does not exist is null. */
export interface InTransaction extends Omit<Reference, 'doc' | 'get'> {
  doc(id: unknown): Omit<InTransaction, 'get'> & {
    get(): Promise<{ data: Record<string, unknown> | null }>
  }
  get(): Promise<{ data: Record<string, unknown>[] }>
}

export interface OutsideTransaction {
  collection(name: string): InTransaction
  commit(): Promise<{ requestId: string }>
  rollback(reason?: unknown): Promise<{ requestId: string }>
}

export interface OutsideDatabase {
  collection(name: string): Reference
  createCollection(name: string): Promise<{ requestId: string }>
  startTransaction(): Promise<OutsideTransaction>
  runTransaction<T>(
    work: (transaction: OutsideTransaction) => Promise<T>,
    times?: number,
  ): Promise<T>
  serverDate(options?: object): unknown
  command: Record<
    'inc' | 'push' | 'pull' | 'rename' | 'gt' | 'gte' | 'in' | 'remove' | 'set',
    (...values: unknown[]) => unknown
  >
}

interface App {
  database(): OutsideDatabase
  callFunction(call: object): Promise<{ result: unknown }>
}

// Outside of its platform the SDK would ask a metadata server before every call, and warn of what is missing.
process.env.TENCENTCLOUD_RUNENV ??= 'SCF'
process.env.TENCENTCLOUD_REGION ??= 'ap-shanghai'
process.env.SCF_NAMESPACE ??= 'local-env'

const carrier = createRequire(import.meta.url).resolve('wx-server-sdk')
const sdk = createRequire(carrier)('@cloudbase/node-sdk') as { init(config: object): App }

/** An app of the SDK that knows the cloud by its address alone. */
export function outsideApp(base: string): App {
  const credentials = { env: 'local-env', secretId: 'local', secretKey: 'local' }
  return sdk.init({ ...credentials, serviceUrl: `${base}/admin` })
}

export function outsideDatabase(base: string): OutsideDatabase {
  return outsideApp(base).database()
}

/** What the SDK threw, as the code and the text of the service; null when it threw nothing. */
export async function refusalOf(
  work: Promise<unknown>,
): Promise<{ code: string; message: string } | null> {
  try {
    await work
    return null
  } catch (error) {
    const { code, message } = error as { code: string; message: string }
    return { code, message }
  }
}

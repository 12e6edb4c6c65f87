// Code of the tables is carried to where each SDK lives, and the SDKs are untyped.
/* eslint-disable
   @typescript-eslint/no-unsafe-assignment,
   @typescript-eslint/no-unsafe-call,
   @typescript-eslint/no-unsafe-member-access,
   @typescript-eslint/no-unsafe-return,
   @typescript-eslint/no-explicit-any,
   @typescript-eslint/no-implied-eval */
/** One table of cases for two clients: @cloudbase/node-sdk from outside, wx-server-sdk inside a function. */
import { startCloud, type Cloud } from '../../index'
import { makeFunctions, probeBundle, run } from '../probe'
import { outsideDatabase } from './outside-client'

export const SDKS = ['node-sdk', 'wx-server-sdk'] as const
export type Sdk = (typeof SDKS)[number]

/**
 * What a case's code sees, alike for both SDKs: `db`, `_`, `$`, `Geo`; and the verbs below on the collection
 * `items`, which answer documents, ids and counts without their envelopes.
 */
function evaluateWith(db: any, isWx: boolean, code: string): unknown {
  const items = db.collection('items')
  const wrap = (data: unknown): unknown => (isWx ? { data } : data)
  const update = async (target: any, data: unknown): Promise<number> => {
    const answer = await target.update(wrap(data))
    return isWx ? answer.stats.updated : answer.updated
  }
  const scope: Record<string, unknown> = {
    db,
    items,
    _: db.command,
    $: db.command.aggregate,
    Geo: db.Geo,
    add: async (data: unknown) => {
      const answer = await items.add(wrap(data))
      return isWx ? (answer._id ?? answer._ids) : (answer.id ?? answer.ids)
    },
    find: async (where: object) => (await items.where(where).get()).data,
    ids: async (query: any) => (await query.get()).data.map((one: { _id: unknown }) => one._id),
    read: async (id: unknown) => {
      const { data } = await items.doc(id).get()
      return isWx ? data : (data[0] ?? null)
    },
    update: (id: unknown, data: unknown) => update(items.doc(id), data),
    updateWhere: (where: object, data: unknown) => update(items.where(where), data),
    set: async (id: unknown, data: unknown) => {
      const answer = await items.doc(id).set(wrap(data))
      if (!isWx) return { updated: answer.updated, created: answer.upsertedId ? 1 : 0 }
      return { updated: answer.stats.updated, created: answer.stats.created }
    },
    remove: async (target: any) => {
      const answer = await target.remove()
      return isWx ? answer.stats.removed : answer.deleted
    },
    aggregate: async (build: (start: any) => any, name = 'items') => {
      const answer = await build(db.collection(name).aggregate()).end()
      return isWx ? answer.list : answer.data
    },
    /** Aggregates and drops the ids. */
    pipe: async (build: (start: any) => any) => {
      const answer = await build(items.aggregate()).end()
      return (isWx ? answer.list : answer.data).map(({ _id, ...rest }: any) => rest)
    },
    refusal: async (work: Promise<unknown>) => {
      try {
        await work
        return null
      } catch (error: any) {
        return String(error.errMsg ?? error.message)
      }
    },
  }
  const names = Object.keys(scope)
  const body = code.includes('return ') ? code : `return ${code}`
  return new Function(...names, `return (async () => { ${body} })()`)(
    ...names.map((name) => scope[name]),
  )
}

export interface Bench {
  cloud: Cloud
  /** Runs an expression or the body of an async function, and gives its result as JSON would carry it. */
  evaluate<R = unknown>(sdk: Sdk, code: string): Promise<R>
}

export async function openBench(): Promise<Bench> {
  const cloud = await startCloud({
    functionsDir: makeFunctions({ probe: probeBundle() }),
    collections: { items: {}, others: {}, nobody: {} },
    timers: false,
    quiet: true,
  })
  const db = outsideDatabase(cloud.base)
  const evaluate = async <R>(sdk: Sdk, code: string): Promise<R> => {
    if (sdk === 'wx-server-sdk') {
      return run<R, { carried: string; code: string }>(
        cloud,
        ({ db }, { carried, code }) =>
          new Function('__name', `return ${carried}`)((f: unknown) => f)(db, true, code),
        { carried: evaluateWith.toString(), code },
      )
    }
    const result = await evaluateWith(db, false, code)
    return (result === undefined ? undefined : JSON.parse(JSON.stringify(result))) as R
  }
  return { cloud, evaluate }
}

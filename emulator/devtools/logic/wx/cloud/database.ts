/** wx.cloud.database(): a mini-program's own way to the database, bound by the access of each collection. */
import { WxFailure, wxCall, type WxHost, type WxOptions } from '../define'
import { makeCommand } from './command'
import { fromEjson, toEjson } from './ejson'
import { GeoPoint, ServerDate } from './values'
import { writeChanges, writeQuery } from './write-query'

/** What a client reads at most, and unless told. */
const MOST_READ = 20

type Fields = Record<string, unknown>
type Options = WxOptions & { data?: Fields }

/** WeChat's numbers for the database's own codes. */
const CODES: Readonly<Record<string, number>> = {
  DATABASE_PERMISSION_DENIED: -502_003,
  DATABASE_COLLECTION_NOT_EXIST: -502_005,
  DATABASE_REQUEST_FAILED: -502_001,
  DATABASE_INVALID_OPERRATOR: -501_007,
  INVALID_PARAM: -501_007,
}

interface Found {
  data: Fields & { list?: string[] }
}

async function send(host: WxHost, action: string, fields: Fields): Promise<Found['data']> {
  const body = { action: `database.${action}`, ...fields }
  const answer = await host.ask('database', { body })
  const { code, message, data } = answer as { code?: string; message?: string } & Partial<Found>
  if (code !== undefined) {
    const errCode = CODES[code] ?? -502_001
    throw new WxFailure(`${errCode} ${message ?? code}`, { errCode })
  }
  return data ?? {}
}

const text = (value: unknown) => JSON.stringify(toEjson(value))
const readList = (found: Found['data']) =>
  (found.list ?? []).map((each) => fromEjson(JSON.parse(each)) as Fields)

interface Shape {
  query?: Fields
  order?: { field: string; direction: 'asc' | 'desc' }[]
  offset?: number
  limit?: number
  projection?: Fields
}

/** A collection or part of it; every step gives a new one. */
class Query {
  constructor(
    protected readonly host: WxHost,
    protected readonly collectionName: string,
    protected readonly shape: Shape = {},
  ) {}

  where = (query: unknown) => this.with({ query: writeQuery(query) })
  orderBy = (field: string, direction: 'asc' | 'desc') =>
    this.with({ order: [...(this.shape.order ?? []), { field, direction }] })
  skip = (offset: number) => this.with({ offset })
  limit = (limit: number) => this.with({ limit })
  field = (projection: Fields) =>
    this.with({
      projection: Object.fromEntries(
        Object.entries(projection).map(([name, value]) => [
          name,
          typeof value === 'boolean' ? Number(value) : value,
        ]),
      ),
    })

  get = wxCall<object>('collection.get', async () => {
    const { order, offset, limit = MOST_READ, projection } = this.shape
    const found = await send(this.host, 'getDocument', {
      ...this.selected(),
      ...(order ? { order: text(order) } : {}),
      ...(offset === undefined ? {} : { offset }),
      limit: Math.min(limit, MOST_READ),
      ...(projection ? { projection: text(projection) } : {}),
    })
    return { data: readList(found) }
  })

  count = wxCall<object>('collection.count', async () => {
    const { total } = await send(this.host, 'calculateDocument', this.selected())
    return { total }
  })

  update = wxCall<Options>('collection.update', async ({ data = {} }) => {
    const changes = { data: text(writeChanges(data)), multi: true, merge: true, upsert: false }
    const { updated } = await send(this.host, 'modifyDocument', { ...this.selected(), ...changes })
    return { stats: { updated } }
  })

  remove = wxCall<object>('collection.remove', async () => {
    const { deleted } = await send(this.host, 'removeDocument', { ...this.selected(), multi: true })
    return { stats: { removed: deleted } }
  })

  private selected(): Fields {
    const { collectionName, shape } = this
    return { collectionName, queryType: 'WHERE', query: text(shape.query ?? {}) }
  }

  private with(more: Shape): Query {
    return new Query(this.host, this.collectionName, { ...this.shape, ...more })
  }
}

class Document {
  constructor(
    private readonly host: WxHost,
    private readonly collectionName: string,
    private readonly id: string | number,
  ) {}

  get = wxCall<object>('document.get', async () => {
    const [data] = readList(await send(this.host, 'getDocument', { ...this.selected(), limit: 1 }))
    if (!data) {
      const errMsg = `document with _id ${this.id} does not exist`
      throw new WxFailure(`-502001 database request fail: ${errMsg}`, { errCode: -502_001 })
    }
    return { data }
  })

  set = wxCall<Options>('document.set', async ({ data = {} }) => {
    const whole = { data: text(data), multi: false, merge: false, upsert: true }
    const answer = await send(this.host, 'modifyDocument', { ...this.selected(), ...whole })
    const isNew = answer['upsert_id'] !== undefined && answer['upsert_id'] !== null
    return { _id: this.id, stats: { created: isNew ? 1 : 0, updated: isNew ? 0 : 1 } }
  })

  update = wxCall<Options>('document.update', async ({ data = {} }) => {
    const changes = { data: text(writeChanges(data)), multi: false, merge: true, upsert: false }
    const { updated } = await send(this.host, 'modifyDocument', { ...this.selected(), ...changes })
    return { stats: { updated } }
  })

  remove = wxCall<object>('document.remove', async () => {
    const { deleted } = await send(this.host, 'removeDocument', this.selected())
    return { stats: { removed: deleted } }
  })

  private selected(): Fields {
    const { collectionName, id } = this
    return { collectionName, queryType: 'DOC', query: text({ _id: id }), multi: false }
  }
}

/** Stages by their names: `aggregate().match({ … }).group({ … }).end()`. */
const STAGES =
  'addFields bucket bucketAuto count geoNear group limit lookup match project replaceRoot ' +
  'sample skip sort sortByCount unwind'

function makeAggregate(host: WxHost, collectionName: string, stages: readonly Fields[]): Fields {
  const steps = STAGES.split(' ').map((name) => [
    name,
    (value: unknown) => {
      const stageValue = text(name === 'match' ? writeQuery(value) : value)
      return makeAggregate(host, collectionName, [...stages, { stageKey: `$${name}`, stageValue }])
    },
  ])
  const end = wxCall<object>('aggregate.end', async () => ({
    list: readList(await send(host, 'aggregateDocuments', { collectionName, stages })),
  }))
  return { ...(Object.fromEntries(steps) as Fields), end }
}

class Collection extends Query {
  doc = (id: string | number) => new Document(this.host, this.collectionName, id)
  aggregate = () => makeAggregate(this.host, this.collectionName, [])
  watch = (): never => {
    const message = 'wx.cloud.database().collection().watch is not provided by this host'
    this.host.tell('unknown-call', message)
    throw new Error(message)
  }
  add = wxCall<Options>('collection.add', async ({ data = {} }) => {
    const { collectionName } = this
    const sent = { collectionName, data: [text(data)] }
    const { insertedIds } = await send(this.host, 'insertDocument', sent)
    const [id] = insertedIds as unknown[]
    return { _id: typeof id === 'string' && id.startsWith('{') ? fromEjson(JSON.parse(id)) : id }
  })
}

export function makeDatabase(host: WxHost): object {
  return {
    collection: (name: string) => new Collection(host, name),
    command: makeCommand(),
    serverDate: ({ offset = 0 }: { offset?: number } = {}) => new ServerDate(offset),
    RegExp: ({ regexp, options = '' }: { regexp: string; options?: string }) =>
      new RegExp(regexp, options.replace(/[^ims]/g, '')),
    Geo: { Point: GeoPoint },
  }
}

/**
 * What a client may ask of the database: a request comes out narrowed to what its collection's access allows, or is
 * refused. The ready-made permissions narrow silently (a stranger's document is simply not found); a safe rule
 * refuses every query that could reach more than it allows.
 */
import type { DatabaseRequest } from '../database/database'
import { documentKey } from '../database/collection'
import type { Access, AclTag, SafeRule } from '../database/collections-file'
import { readEjsonDocument, writeEjson } from '../database/ejson'
import type { Store } from '../database/store'
import { invalidParam, permissionDenied } from '../database/tcb-error'
import { isDocument, type Document, type Value } from '../database/values'
import { judgeRule, type Circumstances } from './judge-rule'
import { parseRule } from './parse-rule'
import { permitStages } from './permit-stages'
import { readBranches } from './read-constraints'

/** How many documents a client gets at once, asked or not. */
export const CLIENT_LIMIT = 20

export interface Client {
  openid: string
  /** By the cloud's clock, ms. */
  now: number
  store: Store
}

type Operation = 'read' | 'create' | 'update' | 'delete'

/** What clients can ask for at all; collections, transactions and whatever else there is belong to functions. */
const OPERATIONS: Record<string, Operation> = {
  'database.getDocument': 'read',
  'database.calculateDocument': 'read',
  'database.aggregateDocuments': 'read',
  'database.insertDocument': 'create',
  'database.modifyDocument': 'update',
  'database.removeDocument': 'delete',
}

type Reach = 'all' | 'own' | 'none'
const REACH: Record<AclTag, { read: Reach; write: Reach }> = {
  READONLY: { read: 'all', write: 'own' },
  PRIVATE: { read: 'own', write: 'own' },
  ADMINWRITE: { read: 'all', write: 'none' },
  ADMINONLY: { read: 'none', write: 'none' },
}

/** The request as it may be carried out; throws where it may not. */
export function permitCall(
  action: string,
  asked: DatabaseRequest,
  client: Client,
): DatabaseRequest {
  const operation = Object.hasOwn(OPERATIONS, action) ? OPERATIONS[action] : undefined
  if (!operation || asked.transactionId !== undefined) throw permissionDenied()
  const { access } = client.store.collection(asked.collectionName)
  const request = { ...asked }
  if (operation === 'create') return permitCreate(request, access, client)
  if (action === 'database.aggregateDocuments') return permitStages(request, access, client)
  const query = readQuery(request.query, client)
  request.query = writeEjson(permitQuery(operation, query, access, client, request))
  if (operation === 'update') stampUpdate(request, query, access, client)
  if (action === 'database.getDocument') request.limit = clientLimit(request.limit)
  return request
}

function clientLimit(limit: number | undefined): number {
  return Math.min(Number(limit) || CLIENT_LIMIT, CLIENT_LIMIT)
}

/** A query with the caller in the place of `'{openid}'`. */
export function readQuery(text: string | undefined, { openid, now }: Client): Document {
  return fillIn(readEjsonDocument(text, now), openid) as Document
}

function fillIn(value: Value, openid: string): Value {
  if (value === '{openid}') return openid
  if (Array.isArray(value)) return value.map((one) => fillIn(one, openid))
  if (!isDocument(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, fillIn(one, openid)]))
}

/** The query, narrowed where the access is a ready-made one. */
export function permitQuery(
  operation: Operation,
  query: Document,
  access: Access,
  client: Client,
  request?: DatabaseRequest,
): Document {
  if (typeof access !== 'string') {
    const branches = readBranches(query)
    const data = request ? dataOf(request, client) : {}
    const isAllowed = branches?.every((branch) =>
      holds(access, operation, { ...circumstances(client, data), doc: { branch } }),
    )
    if (!isAllowed) throw permissionDenied()
    return query
  }
  const reach = REACH[access][operation === 'read' ? 'read' : 'write']
  if (reach === 'none') throw permissionDenied()
  return reach === 'own' ? ownedBy(client.openid, query) : query
}

function ownedBy(openid: string, query: Document): Document {
  if (!('_openid' in query)) return { ...query, _openid: openid }
  const also = Array.isArray(query.$and) ? query.$and : []
  return { ...query, $and: [...also, { _openid: openid }] }
}

function permitCreate(request: DatabaseRequest, access: Access, client: Client): DatabaseRequest {
  if (typeof access === 'string' && REACH[access].write === 'none') throw permissionDenied()
  const texts = Array.isArray(request.data) ? request.data : [request.data]
  const data = texts.map((text) => {
    const document = stamped(readEjsonDocument(text, client.now), client)
    mayExist(document, access, client)
    return writeEjson(document)
  })
  return { ...request, data }
}

function mayExist(document: Document, access: Access, client: Client): void {
  if (typeof access === 'string') return
  const given = { ...circumstances(client, document), doc: { document } }
  if (!holds(access, 'create', given)) throw permissionDenied()
}

function ownerIsSet(): Error {
  return invalidParam('the field _openid is set by the system')
}

/** A client's document carries who made it, which nobody can say of themselves. */
function stamped(document: Document, { openid }: Client): Document {
  if ('_openid' in document) throw ownerIsSet()
  return { ...document, _openid: openid }
}

/** `set` writes a whole document, which then is the caller's; `update` leaves the owner alone. */
function stampUpdate(
  request: DatabaseRequest,
  { _id: id }: Document,
  access: Access,
  client: Client,
): void {
  const data = readEjsonDocument(request.data, client.now)
  request.upsert = request.upsert === true && request.merge === false
  if (request.merge !== false) return refuseOwner(data)
  const document = stamped(data, client)
  request.data = writeEjson(document)
  const { documents } = client.store.collection(request.collectionName)
  const isThere = id !== undefined && documents.has(documentKey(id))
  if (request.upsert && !isThere) mayExist({ _id: id ?? null, ...document }, access, client)
}

function refuseOwner(data: Document): void {
  const touched = Object.entries(data).flatMap(([operator, fields]) => {
    if (!isDocument(fields)) return []
    const renamed = operator === '$rename' ? Object.values(fields) : []
    return [...Object.keys(fields), ...renamed]
  })
  if (touched.some((path) => typeof path === 'string' && path.split('.')[0] === '_openid')) {
    throw ownerIsSet()
  }
}

/** What an update sets, as rules see it. */
function dataOf({ data, merge }: DatabaseRequest, { now }: Client): Document {
  if (data === undefined) return {}
  const given = readEjsonDocument(data, now)
  return merge === false ? given : isDocument(given.$set) ? given.$set : {}
}

function circumstances({ openid, now, store }: Client, data: Document): Omit<Circumstances, 'doc'> {
  return {
    auth: { openid },
    now,
    data,
    fetch: (collection, id) =>
      store.collections.get(collection)?.documents.get(documentKey(id))?.document ?? null,
  }
}

/** What nothing is said of is forbidden. */
function holds(rules: SafeRule, operation: Operation, given: Circumstances): boolean {
  const rule = rules[operation] ?? (operation === 'read' ? false : (rules.write ?? false))
  return typeof rule === 'boolean' ? rule : judgeRule(parseRule(rule), given) === true
}

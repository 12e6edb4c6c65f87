/** The database actions of the admin protocol. */
import { writeEjson } from '../database/ejson'
import type { Database, DatabaseRequest } from '../database/database'
import { keptText } from '../database/keep-texts'
import type { Document } from '../database/values'

type Answer = Record<string, unknown>
type Operation = (database: Database, request: DatabaseRequest) => Answer

const list = (documents: Document[], write: (document: Document) => string): Answer => ({
  data: { list: documents.map((document) => write(document)) },
})

/** Lists are rarely asked for again as they were, and would drive out what is. */
const MOST_KEPT = 4

/** Without a projection it is the stored documents themselves that are answered. */
function found(documents: Document[], { projection }: DatabaseRequest): Answer {
  return list(documents, projection || documents.length > MOST_KEPT ? writeEjson : keptText)
}

/** Operations that only read need not wait for the disk. */
export const READING = new Set([
  'database.getDocument',
  'database.calculateDocument',
  'database.aggregateDocuments',
  'database.startTransaction',
])

export const DATABASE_OPERATIONS: Record<string, Operation> = {
  'database.addCollection': ({ store }, { collectionName }) => {
    store.createCollection(collectionName)
    return {}
  },
  'database.insertDocument': (database, request) => ({
    data: { insertedIds: database.insert(request) },
  }),
  'database.getDocument': (database, request) => ({
    ...found(database.find(request), request),
    limit: request.limit,
    offset: request.offset,
  }),
  'database.calculateDocument': (database, request) => ({
    data: { total: database.count(request) },
  }),
  'database.modifyDocument': (database, request) => ({ data: database.modify(request) }),
  'database.modifyAndReturnDoc': (database, request) => {
    const { updated, doc } = database.modifyAndReturn(request)
    return { data: { updated, doc: doc ? writeEjson(doc) : null } }
  },
  'database.removeDocument': (database, request) => ({
    data: { deleted: database.remove(request) },
  }),
  'database.aggregateDocuments': (database, request) =>
    list(database.aggregate(request), writeEjson),
  'database.startTransaction': (database, request) => ({ transactionId: database.begin(request) }),
  'database.commitTransaction': ({ store }, { transactionId }) => {
    store.commit(transactionId ?? '')
    return {}
  },
  'database.abortTransaction': ({ store }, { transactionId }) => {
    store.abort(transactionId ?? '')
    return {}
  },
}

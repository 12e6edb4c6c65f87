/** What the log says: changes of documents and buckets told as records, and records turned back into what is kept. */
import { documentKey, type Version } from './database/collection'
import { reviveEjson, writeEjson } from './database/ejson'
import type { Write } from './database/transaction'
import type { Document, Value } from './database/values'

export type BucketMap = Map<string, Map<string, unknown>>
export type DocumentMap = Map<string, Map<string, Document>>

type LogRecord =
  | { c: string }
  | { w: [collection: string, key: string, document: unknown][] }
  | { b: [bucket: string, key: string, value?: unknown] }

const DOCUMENTS_A_RECORD = 50

export function tellCollection(name: string): string {
  return JSON.stringify({ c: name } satisfies LogRecord)
}

/** One commit: all of its writes in one record. */
export function tellCommit(writes: readonly Write[]): string {
  return tellWrites(writes.map(({ collection, key, document }) => [collection.name, key, document]))
}

function tellWrites(w: [collection: string, key: string, document: Document | null][]): string {
  return writeEjson({ w })
}

/** `text`: the value as JSON. */
export function tellEntry(bucket: string, key: string, text: string): string {
  return `{"b":[${JSON.stringify(bucket)},${JSON.stringify(key)},${text}]}`
}

export function tellRemoval(bucket: string, key: string): string {
  return JSON.stringify({ b: [bucket, key] } satisfies LogRecord)
}

/** Everything, once. */
export function* tellAll(
  collections: readonly { name: string; versions: readonly Version[] }[],
  buckets: BucketMap,
): Generator<string> {
  for (const { name, versions } of collections) {
    yield tellCollection(name)
    for (let first = 0; first < versions.length; first += DOCUMENTS_A_RECORD) {
      const some = versions.slice(first, first + DOCUMENTS_A_RECORD)
      yield tellWrites(
        some.map(({ document }) => [name, documentKey(document._id as Value), document]),
      )
    }
  }
  for (const [bucket, entries] of buckets) {
    for (const [key, value] of entries) yield tellEntry(bucket, key, JSON.stringify(value))
  }
}

/** What a log comes to, record by record. */
export class Retold {
  readonly collections = new Set<string>()
  readonly documents: DocumentMap = new Map()
  readonly buckets: BucketMap = new Map()
  /** About how many characters of the log tell what is kept, by what they tell. */
  private readonly lengths = new Map<string, number>()

  get neededLength(): number {
    let sum = 0
    for (const length of this.lengths.values()) sum += length
    return sum
  }

  take(text: string): void {
    const record = JSON.parse(text) as LogRecord
    if ('c' in record) {
      this.collections.add(record.c)
    } else if ('b' in record) {
      const [bucket, key, value] = record.b
      const isKept = record.b.length === 3
      if (isKept) entriesOf(this.buckets, bucket).set(key, value)
      else this.buckets.get(bucket)?.delete(key)
      this.measure(`b${bucket}\0${key}`, isKept, text.length)
    } else {
      const share = text.length / record.w.length
      for (const [name, key, document] of record.w) {
        const documents = entriesOf(this.documents, name)
        if (document === null) documents.delete(key)
        else documents.set(key, reviveEjson(document, 0) as Document)
        this.measure(`w${name}\0${key}`, document !== null, share)
      }
    }
  }

  private measure(what: string, isKept: boolean, length: number): void {
    if (isKept) this.lengths.set(what, length)
    else this.lengths.delete(what)
  }
}

export function entriesOf<T>(groups: Map<string, Map<string, T>>, name: string): Map<string, T> {
  let entries = groups.get(name)
  if (!entries) groups.set(name, (entries = new Map<string, T>()))
  return entries
}

export function copyBuckets(buckets: BucketMap): BucketMap {
  return new Map([...buckets].map(([name, entries]) => [name, new Map(entries)]))
}

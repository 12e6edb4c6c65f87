/** One collection: current versions, the past that open transactions still see, locks and indexes. */
import type { Access, IndexSpec } from './collections-file'
import { CollectionIndex } from './collection-index'
import { writeEjson } from './ejson'
import { orderKey } from './order-values'
import type { Document, Value } from './values'

export interface Version {
  document: Document
  /** Sequence number of the commit that made it. */
  sequence: number
}

interface PastVersion {
  document: Document | null
  /** The commit that replaced it. */
  until: number
}

/** The key under which a document is kept: 7 and "7" are different ids. */
export function documentKey(id: Value): string {
  return typeof id === 'string' ? 's' + id : 'v' + orderKey(id)
}

/** Documents kept from before break a unique index that is declared now. */
export class IndexViolated extends Error {
  override name = 'IndexViolated'
  constructor(collection: string, { spec, fields }: CollectionIndex, documents: Document[]) {
    const ids = documents.map((document) => writeEjson(document._id)).join(' and ')
    const same = `${ids} have the same ${fields.join(', ')}`
    super(`collection ${collection}: ${same}, which the unique index ${spec.name} forbids`)
  }
}

export class Collection<Owner extends object> {
  readonly documents = new Map<string, Version>()
  readonly history = new Map<string, PastVersion[]>()
  /** Documents that an open transaction has written. */
  readonly locks = new Map<string, Owner>()
  /** Unique index keys that an open transaction has claimed or given up. */
  readonly reservations = new Map<string, Owner>()
  /** Which commit last changed the holder of a unique key, while older snapshots are open. */
  readonly keyChanges = new Map<string, number>()
  readonly indexes: CollectionIndex[] = []
  private ids: CollectionIndex | null = null

  constructor(
    readonly name: string,
    /** What clients may do with its documents. */
    readonly access: Access,
  ) {}

  /** Adds an index; a collection that already breaks its uniqueness is refused by name. */
  addIndex(spec: IndexSpec): void {
    const index = new CollectionIndex(spec)
    index.rebuild(this.entries())
    if (index.unique) this.refuseDuplicates(index)
    this.indexes.push(index)
  }

  private refuseDuplicates(index: CollectionIndex): void {
    const seen = new Map<string, Document>()
    for (const { document } of this.documents.values()) {
      for (const sort of index.keysOf(document)) {
        const first = seen.get(sort)
        if (first) throw new IndexViolated(this.name, index, [first, document])
        seen.set(sort, document)
      }
    }
  }

  /** The order of `_id`, kept only once somebody has asked for it. */
  idIndex(): CollectionIndex {
    if (!this.ids) {
      this.ids = new CollectionIndex({ name: '_id_', keys: [['_id', 1]], unique: true })
      this.ids.rebuild(this.entries())
    }
    return this.ids
  }

  /** Makes a document (or its absence) current. `keepPast`: some transaction may still need the old one. */
  put(key: string, document: Document | null, sequence: number, keepPast: boolean): void {
    const old = this.documents.get(key)
    if (keepPast) {
      const past = this.history.get(key)
      const version = { document: old?.document ?? null, until: sequence }
      if (past) past.push(version)
      else this.history.set(key, [version])
    }
    if (keepPast) this.noteKeyChanges(old?.document ?? null, document, sequence)
    if (document) this.documents.set(key, { document, sequence })
    else this.documents.delete(key)
    for (const index of this.indexes) moveKey(index, key, old?.document ?? null, document)
    if (this.ids) moveKey(this.ids, key, old?.document ?? null, document)
  }

  private noteKeyChanges(old: Document | null, next: Document | null, sequence: number): void {
    for (const index of this.indexes) {
      if (!index.unique || (old && next && index.isBlindTo(old, next))) continue
      const before = old ? index.keysOf(old) : []
      const after = next ? index.keysOf(next) : []
      const changed = [
        ...before.filter((sort) => !after.includes(sort)),
        ...after.filter((sort) => !before.includes(sort)),
      ]
      for (const sort of changed) this.keyChanges.set(index.mark(sort), sequence)
    }
  }

  /** The document as it was after commit `sequence`. */
  asOf(key: string, sequence: number): Document | null {
    const current = this.documents.get(key)
    if (current && current.sequence <= sequence) return current.document
    const past = this.history.get(key)
    if (past) for (const version of past) if (version.until > sequence) return version.document
    return null
  }

  changedSince(key: string, sequence: number): boolean {
    const current = this.documents.get(key)
    if (current) return current.sequence > sequence
    const past = this.history.get(key)
    return past !== undefined && (past[past.length - 1] as PastVersion).until > sequence
  }

  /** Drops what no transaction that began before `oldest` can still see. */
  forget(key: string, oldest: number): void {
    const past = this.history.get(key)
    if (!past) return
    const needed = past.filter((version) => version.until > oldest)
    if (needed.length) this.history.set(key, needed)
    else this.history.delete(key)
  }

  /** Replaces everything at once: restore and opening. */
  load(documents: Iterable<[string, Version]>): void {
    this.documents.clear()
    this.history.clear()
    this.keyChanges.clear()
    for (const [key, version] of documents) this.documents.set(key, version)
    for (const index of this.indexes) index.rebuild(this.entries())
    this.ids = null
  }

  *entries(): Generator<[string, Document]> {
    for (const [key, version] of this.documents) yield [key, version.document]
  }
}

function moveKey(
  index: CollectionIndex,
  key: string,
  before: Document | null,
  after: Document | null,
): void {
  if (before && after && index.isBlindTo(before, after)) return
  if (before) index.remove(key, before)
  if (after) index.add(key, after)
}

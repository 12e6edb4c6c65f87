/** Everything that outlives a restart: documents and extension buckets, in memory and (with a folder) in the log. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import type { CollectionsFile } from './database/collections-file'
import { reviveEjson, writeEjson } from './database/ejson'
import { Journal } from './database/journal'
import { Store, type CommitListener } from './database/store'
import type { Write } from './database/transaction'
import type { Document } from './database/values'
import type { Buckets, Snapshot } from './types'

type BucketMap = Map<string, Map<string, unknown>>
type DocumentMap = Map<string, Map<string, Document>>

interface StateSnapshot extends Snapshot {
  documents: DocumentMap
  buckets: BucketMap
}

type JournalRecord =
  | { c: string }
  | { w: [collection: string, key: string, document: unknown][] }
  | { b: [bucket: string, key: string, value?: unknown] }

/** A data folder that another running emulator holds. */
export class DataFolderInUse extends Error {
  override name = 'DataFolderInUse'
}

export class CloudState implements Buckets, CommitListener {
  readonly store = new Store()
  private buckets: BucketMap = new Map()
  private journal: Journal | null = null
  private compacting: Promise<void> | null = null
  private isReplaying = false

  private constructor(
    readonly folder: string | null,
    private readonly collections: CollectionsFile,
  ) {}

  static open(folder: string | null, collections: CollectionsFile, sync: boolean): CloudState {
    const state = new CloudState(folder, collections)
    if (folder) {
      mkdirSync(folder, { recursive: true })
      takeFolder(folder)
      state.isReplaying = true
      const loaded: DocumentMap = new Map()
      const replay = (text: string): void => state.replay(JSON.parse(text) as JournalRecord, loaded)
      state.journal = Journal.open(join(folder, 'store.log'), sync, replay)
      state.store.load(loaded)
      state.isReplaying = false
    }
    state.store.listener = state
    state.createDeclared()
    return state
  }

  private replay(record: JournalRecord, loaded: DocumentMap): void {
    if ('c' in record) {
      if (!this.store.collections.has(record.c))
        this.store.createCollection(record.c, this.collections[record.c]?.acl)
    } else if ('b' in record) {
      const [bucket, key, value] = record.b
      if (record.b.length === 3) this.put(bucket, key, value)
      else this.remove(bucket, key)
    } else {
      for (const [name, key, document] of record.w) {
        let documents = loaded.get(name)
        if (!documents) loaded.set(name, (documents = new Map<string, Document>()))
        if (document === null) documents.delete(key)
        else documents.set(key, reviveEjson(document, 0) as Document)
      }
    }
  }

  private createDeclared(): void {
    for (const [name, spec] of Object.entries(this.collections)) {
      const existing = this.store.collections.get(name)
      const collection = existing ?? this.store.createCollection(name, spec.acl)
      for (const index of spec.indexes ?? []) collection.addIndex(index)
    }
  }

  // CommitListener: called while a change becomes visible, before it is acknowledged.
  committed(writes: Write[]): void {
    if (!this.journal) return
    const parts = writes.map(
      ({ collection, key, document }) =>
        `[${JSON.stringify(collection.name)},${JSON.stringify(key)},${document ? writeEjson(document) : 'null'}]`,
    )
    this.record(`{"w":[${parts.join(',')}]}`)
  }

  collectionCreated(name: string): void {
    this.record(JSON.stringify({ c: name }))
  }

  private record(text: string): void {
    if (!this.journal || this.isReplaying) return
    this.journal.append(text)
    if (this.journal.isDue && !this.compacting) {
      this.compacting = this.compact().finally(() => (this.compacting = null))
    }
  }

  get(bucket: string, key: string): unknown {
    return this.buckets.get(bucket)?.get(key)
  }

  put(bucket: string, key: string, value: unknown): void {
    const kept: unknown = JSON.parse(JSON.stringify(value ?? null))
    let entries = this.buckets.get(bucket)
    if (!entries) this.buckets.set(bucket, (entries = new Map<string, unknown>()))
    entries.set(key, kept)
    if (this.journal) this.record(JSON.stringify({ b: [bucket, key, kept] }))
  }

  remove(bucket: string, key: string): void {
    if (!this.buckets.get(bucket)?.delete(key)) return
    if (this.journal) this.record(JSON.stringify({ b: [bucket, key] }))
  }

  list(bucket: string): { key: string; value: unknown }[] {
    return [...(this.buckets.get(bucket) ?? [])].map(([key, value]) => ({ key, value }))
  }

  /** Resolves when all that was changed so far survives a crash. */
  async settled(): Promise<void> {
    if (this.journal) await this.journal.settled()
  }

  snapshot(): StateSnapshot {
    const documents: DocumentMap = new Map()
    for (const [name, collection] of this.store.collections) {
      documents.set(name, new Map(collection.entries()))
    }
    return { id: randomUUID(), documents, buckets: copyBuckets(this.buckets) }
  }

  async restore(snapshot: Snapshot): Promise<void> {
    const { documents, buckets } = snapshot as StateSnapshot
    for (const name of documents.keys()) {
      if (!this.store.collections.has(name)) this.store.createCollection(name)
    }
    this.store.load(documents)
    this.buckets = copyBuckets(buckets)
    await this.compact()
  }

  async reset(): Promise<void> {
    for (const name of [...this.store.collections.keys()]) {
      if (!(name in this.collections)) this.store.collections.delete(name)
    }
    this.store.load(new Map())
    this.buckets = new Map()
    await this.compact()
  }

  private async compact(): Promise<void> {
    await this.journal?.compact(() => this.records())
  }

  private *records(): Generator<string> {
    for (const [name, collection] of this.store.collections) {
      yield JSON.stringify({ c: name })
      for (const [key, document] of collection.entries()) {
        yield `{"w":[[${JSON.stringify(name)},${JSON.stringify(key)},${writeEjson(document)}]]}`
      }
    }
    for (const [bucket, entries] of this.buckets) {
      for (const [key, value] of entries) yield JSON.stringify({ b: [bucket, key, value] })
    }
  }

  async close(): Promise<void> {
    this.store.abortAll()
    await this.compacting
    await this.journal?.close()
    this.journal = null
    if (this.folder) rmSync(join(this.folder, 'lock'), { force: true })
  }
}

function copyBuckets(buckets: BucketMap): BucketMap {
  return new Map([...buckets].map(([name, entries]) => [name, new Map(entries)]))
}

/** Throws DataFolderInUse while a running emulator holds the folder; a dead one's lock counts for nothing. */
export function checkFolderIsFree(folder: string): void {
  const lock = join(folder, 'lock')
  if (!existsSync(lock)) return
  const holder = Number(readFileSync(lock, 'utf8'))
  if (holder !== process.pid && isAlive(holder)) {
    throw new DataFolderInUse(`${folder} is in use by process ${holder}`)
  }
}

/** One emulator a folder: the lock names the process that holds it. */
function takeFolder(folder: string): void {
  checkFolderIsFree(folder)
  writeFileSync(join(folder, 'lock'), String(process.pid))
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

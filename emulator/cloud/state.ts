/** Everything that outlives a restart: documents and extension buckets, in memory and (with a folder) in the log. */
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import type { CollectionsFile } from './database/collections-file'
import { Journal, type Sync } from './database/journal'
import { Store, type CommitListener } from './database/store'
import type { Write } from './database/transaction'
import * as log from './log-records'
import { takeFolder } from './take-folder'
import type { Buckets, Snapshot } from './types'

interface StateSnapshot extends Snapshot {
  documents: log.DocumentMap
  buckets: log.BucketMap
}

export interface StateOptions {
  folder: string | null
  collections: CollectionsFile
  sync: Sync
  /** The log is rewritten once it has this many bytes and is three times as long as it need be. */
  compactFrom?: number
}

const COMPACT_FROM = 16 * 1024 * 1024
const OUTGROWN = 3

export class CloudState implements Buckets, CommitListener {
  readonly store = new Store()
  readonly folder: string | null
  private readonly collections: CollectionsFile
  private readonly compactFrom: number
  private buckets: log.BucketMap = new Map()
  private journal: Journal | null = null
  /** What the log would measure if it told nothing twice: bytes, about. */
  private neededSize = 0
  private compacting: Promise<void> | null = null
  private release = (): void => {}

  private constructor({ folder, collections, compactFrom }: StateOptions) {
    this.folder = folder
    this.collections = collections
    this.compactFrom = compactFrom ?? COMPACT_FROM
  }

  /** Refuses with DataFolderInUse, LogDamaged or NotALog. */
  static open(options: StateOptions): CloudState {
    const state = new CloudState(options)
    if (options.folder !== null) state.release = takeFolder(options.folder)
    try {
      if (options.folder !== null) state.openLog(options.folder, options.sync)
      state.store.listener = state
      state.createDeclared()
    } catch (error) {
      state.release()
      throw error
    }
    return state
  }

  private openLog(folder: string, sync: Sync): void {
    const retold = new log.Retold()
    this.journal = Journal.open(join(folder, 'store.log'), sync, (text) => retold.take(text))
    for (const name of retold.collections) {
      this.store.createCollection(name, this.collections[name]?.acl)
    }
    this.store.load(retold.documents)
    this.buckets = retold.buckets
    this.neededSize = retold.neededLength
    this.compactWhenDue()
  }

  private createDeclared(): void {
    for (const [name, spec] of Object.entries(this.collections)) {
      const existing = this.store.collections.get(name)
      const collection = existing ?? this.store.createCollection(name, spec.acl)
      for (const index of spec.indexes ?? []) collection.addIndex(index)
    }
  }

  // CommitListener: called before a change is made; when it throws, the change is not made.
  committed(writes: Write[]): void {
    if (this.journal) this.record(log.tellCommit(writes))
  }

  collectionCreated(name: string): void {
    this.record(log.tellCollection(name))
  }

  private record(text: string): void {
    if (!this.journal) return
    this.journal.append(text)
    this.compactWhenDue()
  }

  get(bucket: string, key: string): unknown {
    return this.buckets.get(bucket)?.get(key)
  }

  put(bucket: string, key: string, value: unknown): void {
    const text = JSON.stringify(value ?? null)
    this.record(log.tellEntry(bucket, key, text))
    log.entriesOf(this.buckets, bucket).set(key, JSON.parse(text))
  }

  remove(bucket: string, key: string): void {
    const entries = this.buckets.get(bucket)
    if (!entries?.has(key)) return
    this.record(log.tellRemoval(bucket, key))
    entries.delete(key)
  }

  list(bucket: string): { key: string; value: unknown }[] {
    return [...(this.buckets.get(bucket) ?? [])].map(([key, value]) => ({ key, value }))
  }

  /** Resolves when all that was changed so far is as safe as was asked for. */
  settled(): Promise<void> {
    return this.journal?.settled() ?? Promise.resolve()
  }

  snapshot(): StateSnapshot {
    const documents: log.DocumentMap = new Map()
    for (const [name, collection] of this.store.collections) {
      documents.set(name, new Map(collection.entries()))
    }
    return { id: randomUUID(), documents, buckets: log.copyBuckets(this.buckets) }
  }

  async restore(snapshot: Snapshot): Promise<void> {
    const { documents, buckets } = snapshot as StateSnapshot
    for (const name of documents.keys()) {
      if (!this.store.collections.has(name)) this.store.createCollection(name)
    }
    this.store.load(documents)
    this.buckets = log.copyBuckets(buckets)
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

  private compactWhenDue(): void {
    const size = this.journal?.size ?? 0
    if (this.compacting || size < this.compactFrom || size < OUTGROWN * this.neededSize) return
    this.compact().catch((error: unknown) => {
      console.error(`The log could not be rewritten, and goes on growing: ${String(error)}`)
      this.neededSize = size
    })
  }

  /** Rewrites the log as it is needed; one rewriting after the other, and after the change that is being made. */
  private compact(): Promise<void> {
    const before = this.compacting ?? Promise.resolve()
    const work = before.then(async () => {
      const { journal } = this
      if (!journal) return
      await journal.compact(this.records())
      this.neededSize = journal.size
    })
    const ended = work
      .catch(() => {})
      .then(() => {
        if (this.compacting === ended) this.compacting = null
      })
    this.compacting = ended
    return work
  }

  /** All that is kept now; what changes while it is being told is not in it. */
  private records(): Iterable<string> {
    const collections = [...this.store.collections].map(([name, { documents }]) => ({
      name,
      versions: [...documents.values()],
    }))
    return log.tellAll(collections, log.copyBuckets(this.buckets))
  }

  async close(): Promise<void> {
    this.store.abortAll()
    while (this.compacting) await this.compacting
    const { journal } = this
    this.journal = null
    try {
      await journal?.close()
    } finally {
      this.release()
    }
  }
}

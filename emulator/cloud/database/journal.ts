/**
 * The append-only log: a change is written to it before it is made, and when that fails the change is not made.
 * What was appended survives any death of the process; a power cut too, once it is synced to the disk.
 */
import { closeSync, constants, fdatasync, fdatasyncSync, fsync, fsyncSync } from 'node:fs'
import { ftruncateSync, openSync, renameSync, rmSync, write, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { frameRecord, MAGIC } from './frame-record'
import { readLog } from './read-log'

const writeAsync = promisify(write)
const dataSyncAsync = promisify(fdatasync)
const syncAsync = promisify(fsync)

/** How long a write may wait for its sync when nobody waits for it, ms. */
const BEHIND_MS = 50
const CHUNK = 1024 * 1024

/**
 * When the log is synced to the disk. `always`: before a change is acknowledged; `behind`: a moment after it, one sync
 * for all changes of that moment; `never`: when the log is closed.
 */
export type Sync = 'always' | 'behind' | 'never'

/** The log could not be written: what was to be appended is not in it. */
export class LogWriteFailed extends Error {
  override name = 'LogWriteFailed'
  constructor(path: string, cause: unknown) {
    super(`${path} can't be written: ${cause instanceof Error ? cause.message : String(cause)}`)
  }
}

export class Journal {
  /** Bytes appended since opening, and how many of them are known to be on the disk. */
  private appended = 0
  private synced = 0
  private syncing: Promise<void> | null = null
  private timer: NodeJS.Timeout | null = null
  /** Why nothing more is taken: the disk lost what it had accepted. */
  private failure: LogWriteFailed | null = null
  /** A failed write left something behind the last record. */
  private isSoiled = false
  /** What has been appended since a compaction began. */
  private since: Buffer[] | null = null

  private constructor(
    private readonly path: string,
    private readonly sync: Sync,
    private descriptor: number,
    /** Where the next record goes: bytes in the file. */
    public size: number,
    /** Records that were in the log when it was opened. */
    readonly records: number,
  ) {}

  /**
   * Opens (or makes) a log; `replay` gets every record, in order. A last record that was cut short is cut off.
   * Refuses with LogDamaged or NotALog.
   */
  static open(path: string, sync: Sync, replay: (text: string) => void): Journal {
    // What a compaction that was cut off left behind.
    rmSync(`${path}.new`, { force: true })
    const descriptor = openSync(path, constants.O_RDWR | constants.O_CREAT)
    try {
      const { end, records } = readLog(descriptor, path, replay)
      ftruncateSync(descriptor, end)
      if (end === 0) writeWhole(descriptor, MAGIC, 0)
      fsyncSync(descriptor)
      if (end === 0) syncFolder(path)
      return new Journal(path, sync, descriptor, end || MAGIC.length, records)
    } catch (error) {
      closeSync(descriptor)
      throw error
    }
  }

  /** Puts a record behind the others, whole or not at all: then it throws LogWriteFailed. */
  append(text: string): void {
    if (this.failure) throw this.failure
    const record = frameRecord(text)
    try {
      if (this.isSoiled) ftruncateSync(this.descriptor, this.size)
      this.isSoiled = true
      writeWhole(this.descriptor, record, this.size)
      this.isSoiled = false
    } catch (error) {
      this.wipe()
      throw new LogWriteFailed(this.path, error)
    }
    this.size += record.length
    this.appended += record.length
    this.since?.push(Buffer.from(record))
    if (this.sync === 'behind')
      this.timer ??= setTimeout(() => this.syncBehind(), BEHIND_MS).unref()
  }

  private wipe(): void {
    try {
      ftruncateSync(this.descriptor, this.size)
      this.isSoiled = false
    } catch {
      // The next append tries again before it writes.
    }
  }

  /** Resolves when everything appended so far is as safe as `sync` promises. */
  async settled(): Promise<void> {
    if (this.failure) throw this.failure
    if (this.sync !== 'always') return
    const wanted = this.appended
    while (this.synced < wanted) await (this.syncing ??= this.syncGroup())
  }

  private syncBehind(): void {
    this.timer = null
    if (this.synced === this.appended || this.failure) return
    this.syncing ??= this.syncGroup()
    this.syncing.catch((error: unknown) => console.error(String(error)))
  }

  /** One sync for all that was appended before it starts. */
  private async syncGroup(): Promise<void> {
    // Changes of the same turn of the event loop join the group.
    await new Promise((resolve) => setImmediate(resolve))
    const reached = this.appended
    try {
      await dataSyncAsync(this.descriptor)
      this.synced = Math.max(this.synced, reached)
    } catch (error) {
      // What a failed sync dropped can't be had back by syncing again.
      this.failure = new LogWriteFailed(this.path, error)
      throw this.failure
    } finally {
      this.syncing = null
    }
  }

  /**
   * Replaces the log by `records`, which must say all that it says now and not change; what is appended meanwhile
   * follows them. The old log stands until the new one is whole and on the disk.
   */
  async compact(records: Iterable<string>): Promise<void> {
    if (this.failure) throw this.failure
    const since: Buffer[] = (this.since = [])
    const temporary = `${this.path}.new`
    let descriptor: number | null = null
    try {
      descriptor = openSync(temporary, 'w+')
      let size = await writeRecords(descriptor, records)
      await syncAsync(descriptor)
      await this.syncing
      // From here to the end nothing else happens.
      const rest = Buffer.concat(since)
      writeWhole(descriptor, rest, size)
      size += rest.length
      fsyncSync(descriptor)
      renameSync(temporary, this.path)
      syncFolder(this.path)
      closeSync(this.descriptor)
      this.descriptor = descriptor
      this.size = size
      this.synced = this.appended
    } catch (error) {
      if (descriptor !== null) closeSync(descriptor)
      rmSync(temporary, { force: true })
      throw new LogWriteFailed(temporary, error)
    } finally {
      this.since = null
    }
  }

  async close(): Promise<void> {
    if (this.timer) clearTimeout(this.timer)
    await this.syncing?.catch(() => {})
    try {
      if (!this.failure) fdatasyncSync(this.descriptor)
    } finally {
      closeSync(this.descriptor)
    }
  }
}

async function writeRecords(descriptor: number, records: Iterable<string>): Promise<number> {
  let at = 0
  let chunk: Buffer[] = [MAGIC]
  let length = MAGIC.length
  const writeChunk = async (): Promise<void> => {
    const bytes = Buffer.concat(chunk)
    for (let done = 0; done < bytes.length;) {
      const left = bytes.length - done
      const { bytesWritten } = await writeAsync(descriptor, bytes, done, left, at + done)
      done += bytesWritten
    }
    at += bytes.length
    chunk = []
    length = 0
  }
  for (const text of records) {
    const record = Buffer.from(frameRecord(text))
    chunk.push(record)
    length += record.length
    if (length >= CHUNK) await writeChunk()
  }
  await writeChunk()
  return at
}

function writeWhole(descriptor: number, bytes: Buffer, at: number): void {
  for (let done = 0; done < bytes.length;) {
    done += writeSync(descriptor, bytes, done, bytes.length - done, at + done)
  }
}

/** A renamed or new file is found again after a power cut once its folder is synced. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return
  const folder = openSync(dirname(path), 'r')
  fsyncSync(folder)
  closeSync(folder)
}

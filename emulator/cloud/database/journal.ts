/**
 * The append-only log: records of [length, checksum, text], synced to disk in groups.
 * A record is whole or it is not there: opening cuts off a torn tail.
 */
import { closeSync, fdatasync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs'
import { fdatasyncSync, fsyncSync, renameSync, statSync, write } from 'node:fs'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { crc32 } from 'node:zlib'

const MAGIC = Buffer.from('FENYOU-LOG-1\n')
const HEADER = 8
const writeAsync = promisify(write)
const syncAsync = promisify(fdatasync)

function frame(text: string): Buffer {
  const length = Buffer.byteLength(text)
  const record = Buffer.allocUnsafe(HEADER + length)
  record.write(text, HEADER)
  record.writeUInt32LE(length, 0)
  record.writeUInt32LE(crc32(record.subarray(HEADER)), 4)
  return record
}

/** The records of a log file, and where the last whole one ends. */
function readRecords(file: Buffer): { texts: string[]; end: number } {
  const texts: string[] = []
  if (!file.subarray(0, MAGIC.length).equals(MAGIC)) return { texts, end: 0 }
  let at = MAGIC.length
  while (at + HEADER <= file.length) {
    const length = file.readUInt32LE(at)
    const body = file.subarray(at + HEADER, at + HEADER + length)
    if (body.length < length || crc32(body) !== file.readUInt32LE(at + 4)) break
    texts.push(body.toString())
    at += HEADER + length
  }
  return { texts, end: at }
}

export class Journal {
  private descriptor: number
  private waiting: Buffer[] = []
  private flushing: Promise<void> | null = null
  /** Bytes in the file, and after the last compaction. */
  size: number
  private compactedSize: number

  private constructor(
    private readonly path: string,
    private readonly sync: boolean,
    descriptor: number,
    size: number,
  ) {
    this.descriptor = descriptor
    this.size = size
    this.compactedSize = size
  }

  /** Opens (or makes) a log; `replay` gets every whole record, in order. */
  static open(path: string, sync: boolean, replay: (text: string) => void): Journal {
    const descriptor = openSync(path, 'a+')
    const { texts, end } = readRecords(readFileSync(path))
    for (const text of texts) replay(text)
    ftruncateSync(descriptor, end)
    if (end === 0) writeSync(descriptor, MAGIC)
    fdatasyncSync(descriptor)
    return new Journal(path, sync, descriptor, end || MAGIC.length)
  }

  append(text: string): void {
    this.waiting.push(frame(text))
    this.flushing ??= this.flush()
  }

  /** Resolves when everything appended so far is on disk. */
  async settled(): Promise<void> {
    if (this.sync) while (this.flushing) await this.flushing
  }

  /** One write and one sync for all that has gathered meanwhile. */
  private async flush(): Promise<void> {
    // Commits of the same turn of the event loop join this group.
    await new Promise((resolve) => setImmediate(resolve))
    const group = Buffer.concat(this.waiting)
    this.waiting = []
    const descriptor = this.descriptor
    for (let at = 0; at < group.length;) {
      at += (await writeAsync(descriptor, group, at, group.length - at, null)).bytesWritten
    }
    this.size += group.length
    if (this.sync) await syncAsync(descriptor)
    this.flushing = this.waiting.length ? this.flush() : null
  }

  /** Whether the log has outgrown what it describes. */
  get isDue(): boolean {
    return this.size > 16 * 1024 * 1024 && this.size > 3 * this.compactedSize
  }

  /** Replaces the log by `records`, which must say all that it said. */
  async compact(records: () => Iterable<string>): Promise<void> {
    while (this.flushing) await this.flushing
    const temporary = `${this.path}.new`
    const descriptor = openSync(temporary, 'w')
    let size = writeSync(descriptor, MAGIC)
    for (const text of records()) size += writeSync(descriptor, frame(text))
    fsyncSync(descriptor)
    renameSync(temporary, this.path)
    const folder = openSync(dirname(this.path), 'r')
    fsyncSync(folder)
    closeSync(folder)
    closeSync(this.descriptor)
    closeSync(descriptor)
    this.descriptor = openSync(this.path, 'a')
    this.size = this.compactedSize = statSync(this.path).size || size
  }

  async close(): Promise<void> {
    while (this.flushing) await this.flushing
    fdatasyncSync(this.descriptor)
    closeSync(this.descriptor)
  }
}

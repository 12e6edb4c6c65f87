/**
 * Reads a log from its beginning. A last record that was cut short never counted and is left out; anything else that
 * does not match its checksum is damage, and no log is opened over it: later commits would vanish unseen.
 */
import { fstatSync, readSync } from 'node:fs'
import { HEADER, MAGIC, matchesHeader } from './frame-record'

const CHUNK = 4 * 1024 * 1024
const OPENING_BRACE = 0x7b
const CLOSING_BRACE = 0x7d

/** A log whose middle is not what was written; nothing has been changed. */
export class LogDamaged extends Error {
  override name = 'LogDamaged'
  constructor(
    readonly path: string,
    readonly offset: number,
    what: string,
  ) {
    super(
      `${path} is damaged at byte ${offset}: ${what}. Nothing was changed. ` +
        `To go on with what lies before it: truncate -s ${offset} ${path}`,
    )
  }
}

/** A file that some other program wrote. */
export class NotALog extends Error {
  override name = 'NotALog'
  constructor(path: string) {
    super(`${path} is not a log of this emulator; nothing was changed`)
  }
}

/** The part of a file that is being looked at. */
class View {
  readonly size: number
  private part: Buffer = Buffer.alloc(0)
  private from = 0

  constructor(private readonly descriptor: number) {
    this.size = fstatSync(descriptor).size
  }

  /** Null when the file ends before that. */
  bytes(at: number, length: number): Buffer | null {
    if (at + length > this.size) return null
    if (at < this.from || at + length > this.from + this.part.length) this.load(at, length)
    return this.part.subarray(at - this.from, at - this.from + length)
  }

  private load(at: number, length: number): void {
    const part = Buffer.allocUnsafe(Math.min(Math.max(length, CHUNK), this.size - at))
    for (let done = 0; done < part.length;) {
      done += readSync(this.descriptor, part, done, part.length - done, at + done)
    }
    this.part = part
    this.from = at
  }
}

export interface LogExtent {
  /** Where the last whole record ends; 0: there is not even a beginning. */
  end: number
  records: number
}

/** `replay` gets the text of every whole record, in order. */
export function readLog(
  descriptor: number,
  path: string,
  replay: (text: string) => void,
): LogExtent {
  const view = new View(descriptor)
  const start = view.bytes(0, Math.min(MAGIC.length, view.size)) ?? MAGIC
  if (!MAGIC.subarray(0, start.length).equals(start)) throw new NotALog(path)
  if (start.length < MAGIC.length) return { end: 0, records: 0 }
  let at = MAGIC.length
  let records = 0
  for (let body = bodyAt(view, at); body; body = bodyAt(view, at)) {
    replay(body.toString())
    at += HEADER + body.length
    records++
  }
  if (at < view.size) refuseDamage(view, path, at, records)
  return { end: at, records }
}

function bodyAt(view: View, at: number): Buffer | null {
  const header = view.bytes(at, HEADER)
  const length = header?.readUInt32LE(0) ?? 0
  // The next look may load another part of the file over this one.
  const kept = header && Buffer.from(header)
  const body = length > 0 ? view.bytes(at + HEADER, length) : null
  return kept && body && matchesHeader(kept, body) ? body : null
}

/** Throws unless what stands at `at`, up to the end, is one record that was cut short while it was written. */
function refuseDamage(view: View, path: string, at: number, records: number): void {
  const rest = view.bytes(at, view.size - at) ?? Buffer.alloc(0)
  const following = countWhole(rest, 1)
  const place = `record ${records + 1} does not match its checksum`
  if (following) throw new LogDamaged(path, at, `${place}, and ${wholeRecords(following)}`)
  if (rest.length < HEADER || rest.every((byte) => byte === 0)) return
  const length = rest.readUInt32LE(0)
  const body = rest.subarray(HEADER)
  if (length > 0 && body.length < length) {
    if (matchesHeader(rest, body)) throw new LogDamaged(path, at, `${place}'s length`)
    return
  }
  // Text never ends in zero: its last bytes were not written any more.
  if (length > 0 && body[length - 1] === 0) return
  throw new LogDamaged(path, at, `${place}, and it was not cut short`)
}

/** How many whole records there are from the first one found at or after `from`. */
function countWhole(bytes: Buffer, from: number): number {
  let count = 0
  for (let at = from; at + HEADER < bytes.length;) {
    const length = bytes.readUInt32LE(at)
    const end = at + HEADER + length
    const isPlausible =
      end <= bytes.length &&
      bytes[at + HEADER] === OPENING_BRACE &&
      bytes[end - 1] === CLOSING_BRACE
    if (isPlausible && matchesHeader(bytes.subarray(at), bytes.subarray(at + HEADER, end))) {
      count++
      at = end
    } else {
      at++
    }
  }
  return count
}

function wholeRecords(count: number): string {
  return count === 1 ? '1 whole record follows' : `${count} whole records follow`
}

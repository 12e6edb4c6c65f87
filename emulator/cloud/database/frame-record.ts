/** One record of the log as bytes: its length, its CRC-32, its text. A record is whole or it does not count. */
import { crc32 } from 'node:zlib'

export const MAGIC = Buffer.from('FENYOU-LOG-1\n')
export const HEADER = 8

/** Where records are put together: most are small, and are written before the next one is made. */
const scratch = Buffer.allocUnsafeSlow(64 * 1024)

/** A JSON object's text as a record; to be used, or copied, before the next one is made. */
export function frameRecord(text: string): Buffer {
  const most = HEADER + 3 * text.length
  const place = most <= scratch.length ? scratch : Buffer.allocUnsafe(most)
  const length = place.write(text, HEADER)
  place.writeUInt32LE(length, 0)
  place.writeUInt32LE(crc32(place.subarray(HEADER, HEADER + length)), 4)
  return place.subarray(0, HEADER + length)
}

/** Whether `body` is what the header promised. */
export function matchesHeader(header: Buffer, body: Buffer): boolean {
  return crc32(body) === header.readUInt32LE(4)
}

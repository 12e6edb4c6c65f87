/** One record of the log as bytes: its length, its CRC-32, its text. A record is whole or it does not count. */
import { crc32 } from 'node:zlib'

export const MAGIC = Buffer.from('FENYOU-LOG-1\n')
export const HEADER = 8

/** A JSON object's text as a record. */
export function frameRecord(text: string): Buffer {
  const length = Buffer.byteLength(text)
  const record = Buffer.allocUnsafe(HEADER + length)
  record.write(text, HEADER)
  record.writeUInt32LE(length, 0)
  record.writeUInt32LE(crc32(record.subarray(HEADER)), 4)
  return record
}

/** Whether `body` is what the header promised. */
export function matchesHeader(header: Buffer, body: Buffer): boolean {
  return crc32(body) === header.readUInt32LE(4)
}

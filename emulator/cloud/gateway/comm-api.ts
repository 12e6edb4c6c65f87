/** The protobuf messages of cloud.openapi: CommApiData in, CommOpenApiResp out. */
import { Reader, Writer } from 'protobufjs/minimal'

interface Pair {
  key: string
  value: Buffer
  fileName: string
}

/** Calls `read` for each field of the message that ends at `end`; unread fields are skipped. */
function eachField(reader: Reader, end: number, read: (field: number) => boolean): void {
  while (reader.pos < end) {
    const tag = reader.uint32()
    if (!read(tag >>> 3)) reader.skipType(tag & 7)
  }
}

function readPair(reader: Reader): Pair {
  const pair: Pair = { key: '', value: Buffer.alloc(0), fileName: '' }
  eachField(reader, reader.uint32() + reader.pos, (field) => {
    if (field === 1) pair.key = reader.string()
    else if (field === 2) pair.value = Buffer.from(reader.bytes())
    else if (field === 4) pair.fileName = reader.string()
    else return false
    return true
  })
  return pair
}

/** The call's input: JSON values, and media (those with a file name) as { contentType, fileName, value }. */
export function readApiInput(bytes: Buffer): Record<string, unknown> {
  const input: Record<string, unknown> = {}
  const reader = Reader.create(bytes)
  eachField(reader, reader.len, (field) => {
    if (field !== 2) return false
    eachField(reader, reader.uint32() + reader.pos, (inner) => {
      if (inner !== 1) return false
      const { key, value, fileName } = readPair(reader)
      input[key] = fileName
        ? { contentType: contentTypeOf(fileName), fileName, value }
        : (JSON.parse(value.toString()) as unknown)
      return true
    })
    return true
  })
  return input
}

function contentTypeOf(fileName: string): string {
  const extension = fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase()
  return extension === 'jpg' ? 'image/jpeg' : `image/${extension}`
}

export function writeApiAnswer(body: Buffer, contentType: string): Buffer {
  const writer = Writer.create()
  writer.uint32(10).bytes(body)
  writer.uint32(18).string(contentType)
  writer.uint32(24).int32(0)
  writer.uint32(32).uint32(200)
  return Buffer.from(writer.finish())
}

export function writeApiError(errorCode: number): Buffer {
  return Buffer.from(Writer.create().uint32(24).int32(errorCode).finish())
}

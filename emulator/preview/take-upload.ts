// Stands in for wx.cloud.uploadFile in a browser: stores one picture or video in the cloud, answers with its file id.
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { uploadFile } from '../cloud'

const PICTURE_BYTES = 10 * 1024 * 1024
const VIDEO_BYTES = 50 * 1024 * 1024
const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'video/mp4': 'mp4',
  'video/quicktime': 'mov',
}

/** POST with the file as body and its type in content-type; 415 for anything else, 413 when too large. */
export async function takeUpload(
  base: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const answer = (status: number, body: object) => {
    outgoing.writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
    outgoing.end(JSON.stringify(body))
  }
  const type = (incoming.headers['content-type'] ?? '').split(';')[0] ?? ''
  const extension = EXTENSIONS[type]
  const isVideo = type.startsWith('video/')
  if (incoming.method !== 'POST' || !extension)
    return answer(415, { error: 'POST a picture or a video' })
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of incoming) {
    size += (chunk as Buffer).length
    if (size > (isVideo ? VIDEO_BYTES : PICTURE_BYTES)) {
      return answer(413, { error: 'the file is too large' })
    }
    chunks.push(chunk as Buffer)
  }
  // The folders into which a phone uploads.
  const path = `${isVideo ? 'videos' : 'pictures'}/${randomUUID()}.${extension}`
  answer(200, { fileId: await uploadFile(base, path, Buffer.concat(chunks)) })
}

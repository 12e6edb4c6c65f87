/** Storage: the admin actions, and the upload and download addresses they hand out. */
import { invalidParam } from '../database/tcb-error'
import type { Files } from '../storage/files'
import { MAX_FILE } from '../storage/files'
import type { HttpAnswer, HttpRequest } from '../types'
import { CORS } from './http-messages'

type Fields = Record<string, unknown>

export function uploadMetadata(files: Files, base: string, { path }: Fields): Fields {
  if (typeof path !== 'string' || !path || path.startsWith('/')) throw invalidParam('invalid path')
  const fileId = files.idOf(path)
  return {
    data: {
      url: `${base}/cos/${encodeURIComponent(fileId)}`,
      token: 'local-token',
      authorization: files.authorization(fileId),
      fileId,
      cosFileId: Buffer.from(fileId).toString('base64'),
    },
  }
}

export function downloadUrls(files: Files, base: string, { file_list: list }: Fields): Fields {
  const asked = Array.isArray(list) ? (list as { fileid: string; max_age?: number }[]) : []
  if (asked.length > 50) throw invalidParam('file_list length exceed 50')
  return {
    data: {
      download_list: asked.map(({ fileid, max_age: maxAge = 7200 }) =>
        files.find(fileid)
          ? { code: 'SUCCESS', fileID: fileid, tempFileURL: downloadUrl(base, fileid), maxAge }
          : { code: 'STORAGE_FILE_NONEXIST', fileID: fileid, tempFileURL: '' },
      ),
    },
  }
}

/** Not escaped: the SDK escapes it itself before it downloads. */
export function downloadUrl(base: string, fileId: string): string {
  return `${base}/cos/${fileId.replace('cloud://', '')}`
}

export function deleteFiles(files: Files, { fileid_list: list }: Fields): Fields {
  const ids = Array.isArray(list) ? (list as string[]) : []
  if (ids.length > 50) throw invalidParam('fileid_list length exceed 50')
  return {
    data: {
      delete_list: ids.map((fileID) => ({
        fileID,
        code: files.remove(fileID) ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST',
      })),
    },
  }
}

/** PUT and GET under /cos/. */
export function answerCos(files: Files, request: HttpRequest, body: Buffer): HttpAnswer {
  const name = decodeURIComponent(request.path.slice('/cos/'.length))
  const fileId = name.startsWith('cloud://') ? name : `cloud://${name}`
  if (request.method === 'PUT') return upload(files, request, fileId, body)
  const file = files.find(fileId)
  if (!file) return cosError(404, 'NoSuchKey', 'The specified key does not exist.')
  const headers = { ...CORS, 'content-type': file.contentType, etag: `"${file.hash}"` }
  if (request.headers['if-none-match'] === headers.etag) return { status: 304, headers }
  return { headers, body: files.read(file) }
}

function upload(files: Files, { headers }: HttpRequest, fileId: string, body: Buffer): HttpAnswer {
  if (headers.authorization !== files.authorization(fileId)) {
    return cosError(403, 'SignatureDoesNotMatch', 'The signature does not match.')
  }
  if (body.length > MAX_FILE) return cosError(400, 'EntityTooLarge', 'The file is too large.')
  files.put(fileId, body)
  return { headers: CORS }
}

function cosError(status: number, code: string, message: string): HttpAnswer {
  const ids = '<RequestId>local</RequestId><TraceId>local</TraceId>'
  const body = `<Error><Code>${code}</Code><Message>${message}</Message>${ids}</Error>`
  return { status, headers: { ...CORS, 'content-type': 'application/xml' }, body }
}

/** Storage: the admin actions, and the upload and download addresses they hand out. */
import { invalidParam } from '../database/tcb-error'
import type { Parts } from '../parts'
import { checkPath } from '../storage/check-path'
import { MAX_FILE, type Files } from '../storage/files'
import { checkAddress, signAddress } from '../storage/sign-address'
import type { HttpAnswer, HttpRequest } from '../types'
import { CORS } from './http-messages'
import { cutRange } from './cut-range'

type Fields = Record<string, unknown>
type Action = (parts: Parts, fields: Fields) => Fields

/** Files of one call. */
const MOST_FILES = 50
/** How long a temporary address is good unless told: a day, in seconds. */
const DAY_S = 86_400

const ACTIONS: Record<string, Action> = {
  'storage.getUploadMetadata': uploadMetadata,
  'storage.batchGetDownloadUrl': downloadUrls,
  'storage.batchDeleteFile': deleteFiles,
  'storage.batchCopyFile': copyFiles,
  'storage.getFileAuthority': fileAuthority,
}

/** Null for an action that storage doesn't have. Changes are durable before they are answered. */
export async function answerStorage(
  parts: Parts,
  action: string,
  fields: Fields,
): Promise<Fields | null> {
  const perform = ACTIONS[action]
  if (!perform) return null
  const answer = perform(parts, fields)
  await parts.state.settled()
  return answer
}

function listOf<Item>(list: unknown, name: string, isItem: (item: unknown) => boolean): Item[] {
  if (!Array.isArray(list) || !list.every(isItem)) {
    throw invalidParam(`${name} is not a list of files`)
  }
  if (list.length > MOST_FILES) throw invalidParam(`${name} length exceed ${MOST_FILES}`)
  return list as Item[]
}

const isText = (value: unknown): boolean => typeof value === 'string' && value !== ''
const isObject = (value: unknown): value is Fields => value !== null && typeof value === 'object'

function uploadMetadata({ files, base }: Parts, { path }: Fields): Fields {
  const fault = checkPath(path)
  if (fault) throw invalidParam(fault)
  const fileId = files.idOf(path as string)
  return {
    data: {
      url: `${base()}/cos/${encodeURIComponent(fileId)}`,
      token: 'local-token',
      authorization: files.authorization(fileId),
      fileId,
      cosFileId: Buffer.from(fileId).toString('base64'),
    },
  }
}

interface AskedFile {
  fileid: string
  /** Seconds. */
  max_age?: number
  url_type?: string
}

function downloadUrls(parts: Parts, { file_list: list }: Fields): Fields {
  const asked = listOf<AskedFile>(list, 'file_list', (one) => isObject(one) && isText(one.fileid))
  return { data: { download_list: asked.map((one) => downloadUrl(parts, one)) } }
}

/** Not escaped, as the SDK escapes it before it downloads; it takes a COS address as it is. */
function downloadUrl({ files, base, clock }: Parts, asked: AskedFile): Fields {
  const { fileid: fileID, max_age: maxAge = DAY_S, url_type: kind } = asked
  if (!Number.isFinite(maxAge) || maxAge <= 0) throw invalidParam('maxAge is seconds above 0')
  if (!files.find(fileID)) return { code: 'STORAGE_FILE_NONEXIST', fileID, tempFileURL: '' }
  const path = fileID.replace('cloud://', '')
  const plain = `${base()}/cos/${kind === 'COS_URL' ? encodeURI(path) : path}`
  const query = files.isPublic ? '' : signAddress(fileID, clock.now() + maxAge * 1000)
  return { code: 'SUCCESS', fileID, tempFileURL: plain + query, maxAge }
}

function deleteFiles({ files }: Parts, { fileid_list: list }: Fields): Fields {
  const ids = listOf<string>(list, 'fileid_list', isText)
  return {
    data: {
      delete_list: ids.map((fileID) => ({
        fileID,
        code: files.remove(fileID) ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST',
      })),
    },
  }
}

interface AskedCopy {
  src_path: string
  dst_path: string
  /** Allowed unless false. */
  overwrite?: boolean
  remove_original?: boolean
}

function copyFiles({ files }: Parts, { file_list: list }: Fields): Fields {
  const asked = listOf<AskedCopy>(
    list,
    'file_list',
    (one) => isObject(one) && isText(one.src_path) && isText(one.dst_path),
  )
  return { data: { copy_list: asked.map((one) => copyFile(files, one)) } }
}

function copyFile(files: Files, asked: AskedCopy): Fields {
  const fault = checkPath(asked.dst_path)
  if (fault) return { code: 'INVALID_PARAM', message: fault }
  const [from, fileId] = [files.idOf(asked.src_path), files.idOf(asked.dst_path)]
  if (asked.overwrite === false && files.find(fileId)) {
    return { code: 'STORAGE_FILE_PATH_CONFLICT', message: `${asked.dst_path} is taken` }
  }
  if (!files.copy(from, fileId)) {
    return { code: 'STORAGE_FILE_NONEXIST', message: `${asked.src_path} doesn't exist` }
  }
  if (asked.remove_original) files.remove(from)
  return { fileId }
}

function fileAuthority({ files }: Parts, { fileList: list }: Fields): Fields {
  const asked = listOf<{ path: string; type: string }>(
    list,
    'fileList',
    (one) => isObject(one) && isText(one.path),
  )
  return {
    data: asked.map(({ path, type }) => ({
      path,
      cosFileId: Buffer.from(path).toString('base64'),
      read: type === 'READ' && files.isPublic,
    })),
  }
}

/** PUT, GET and HEAD under /cos/. */
export async function answerCos(
  parts: Parts,
  request: HttpRequest,
  body: Buffer,
): Promise<HttpAnswer> {
  const name = decodeURIComponent(request.path.slice('/cos/'.length))
  const fileId = name.startsWith('cloud://') ? name : `cloud://${name}`
  const action = request.method === 'PUT' ? 'storage.put' : 'storage.get'
  const strike = parts.faults.strike('storage', { action, fileId })
  if (strike?.effect === 'delay') {
    await parts.faults.linger(strike)
  } else if (strike?.effect === 'fail') {
    return cosError(503, strike.code ?? 'ServiceUnavailable', strike.message ?? 'a declared fault')
  }
  const answer = perform(parts, request, fileId, body)
  await parts.state.settled()
  return strike?.effect === 'drop-answer-after-work' ? { drop: true } : answer
}

function perform(parts: Parts, request: HttpRequest, fileId: string, body: Buffer): HttpAnswer {
  if (request.method === 'PUT') return upload(parts.files, request, fileId, body)
  if (request.method === 'GET' || request.method === 'HEAD') {
    return download(parts, request, fileId)
  }
  return cosError(405, 'MethodNotAllowed', 'The specified method is not allowed.')
}

function upload(files: Files, { headers }: HttpRequest, fileId: string, body: Buffer): HttpAnswer {
  if (headers.authorization !== files.authorization(fileId)) {
    return cosError(403, 'SignatureDoesNotMatch', 'The signature does not match.')
  }
  if (body.length > MAX_FILE) return cosError(400, 'EntityTooLarge', 'The file is too large.')
  const type = headers['content-type']
  // What tools say who say nothing: the file's name knows better.
  const isSaid = type !== undefined && !/octet-stream|x-www-form-urlencoded/.test(type)
  files.put(fileId, body, isSaid ? type : undefined)
  return { headers: CORS }
}

function download(parts: Parts, { headers, query }: HttpRequest, fileId: string): HttpAnswer {
  const { files, clock } = parts
  const fault = files.isPublic ? null : checkAddress(fileId, query, clock.now())
  if (fault) return cosError(403, fault, 'The address is not, or no longer, signed for this file.')
  const file = files.find(fileId)
  if (!file) return cosError(404, 'NoSuchKey', 'The specified key does not exist.')
  const about = {
    ...CORS,
    'content-type': file.contentType,
    'accept-ranges': 'bytes',
    etag: `"${file.hash}"`,
  }
  if (headers['if-none-match'] === about.etag) return { status: 304, headers: about }
  return cutRange(files.read(file), headers.range, about)
}

function cosError(status: number, code: string, message: string): HttpAnswer {
  const ids = '<RequestId>local</RequestId><TraceId>local</TraceId>'
  const body = `<Error><Code>${code}</Code><Message>${message}</Message>${ids}</Error>`
  return { status, headers: { ...CORS, 'content-type': 'application/xml' }, body }
}

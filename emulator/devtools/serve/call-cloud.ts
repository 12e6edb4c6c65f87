/** Calls of the local cloud as one person: functions, the client's database, the phone's half of WeChat, files. */
import { uploadFile } from '../../cloud'
import type { HostAnswer, HostAsk } from '../shared/host-calls'
import { CallFailure } from './call-failure'

/** Where the cloud is, and who calls. */
export interface CloudCaller {
  /** `http://127.0.0.1:8787`; null when the host was started without one. */
  base: string | null
  openid: string
}

/** What wx.cloud says for each of the cloud's own codes; anything else ran and failed. */
const FUNCTION_CODES: Readonly<Record<string, string>> = {
  FUNCTION_NOT_FOUND: '-501000 FunctionName parameter could not be found',
  FUNCTIONS_TIME_LIMIT_EXCEEDED: '-504003 Invoking task timed out',
  EXCEED_REQUEST_SIZE_LIMIT: '-501007 parameters wrong: the event is too large',
}
const EXECUTE_FAIL = '-504002 functions execute fail'

export async function callFunction(
  caller: CloudCaller,
  { name, data }: HostAsk<'function'>,
): Promise<HostAnswer<'function'>> {
  const path = `/functions/${encodeURIComponent(name)}`
  const response = await post(caller, path, data ?? {})
  const requestId = response.headers.get('x-emulator-request-id') ?? ''
  const result = readAnswer(await response.text())
  if (response.ok) return { result, requestId }
  const { code = '', message = '' } = errorOf(result)
  const reason = FUNCTION_CODES[code] ?? EXECUTE_FAIL
  throw new CallFailure(`Error: errCode: ${reason} | errMsg: ${message} (callId: ${requestId})`)
}

export async function callDatabase(
  caller: CloudCaller,
  { body }: HostAsk<'database'>,
): Promise<HostAnswer<'database'>> {
  const response = await post(caller, '/client/database', body)
  return readAnswer(await response.text()) as Record<string, unknown>
}

/** What only asks is a GET. */
const ASKED_ROUTES = new Set(['me', 'inbox'])

export async function callWechat(
  caller: CloudCaller,
  { route, body }: HostAsk<'wechat'>,
): Promise<HostAnswer<'wechat'>> {
  const path = `/wechat/${route.replace(/^\/|\.\.\/?/g, '')}`
  const response = await (ASKED_ROUTES.has(route)
    ? reach(caller, path, { headers: { 'x-wx-openid': caller.openid } })
    : post(caller, path, body))
  const answer = readAnswer(await response.text()) as Record<string, unknown>
  if (response.ok) return answer
  throw new CallFailure(`${response.status} ${JSON.stringify(answer)}`)
}

export async function storeFile(
  caller: CloudCaller,
  { cloudPath, base64 }: HostAsk<'upload'>,
): Promise<HostAnswer<'upload'>> {
  const fileId = await uploadFile(baseOf(caller), cloudPath, Buffer.from(base64, 'base64'))
  return { fileId }
}

/** Most files the cloud names at once. */
const MOST_FILES = 50

export async function findFileUrls(
  caller: CloudCaller,
  { fileIds }: HostAsk<'fileUrls'>,
): Promise<HostAnswer<'fileUrls'>> {
  const urls: Record<string, string | null> = {}
  for (let at = 0; at < fileIds.length; at += MOST_FILES) {
    const list = fileIds.slice(at, at + MOST_FILES).map((fileid) => ({ fileid }))
    const body = { action: 'storage.batchGetDownloadUrl', file_list: list }
    const response = await post(caller, '/admin', body)
    const { data } = readAnswer(await response.text()) as {
      data?: { download_list: { fileID: string; tempFileURL: string }[] }
    }
    for (const { fileID, tempFileURL } of data?.download_list ?? [])
      urls[fileID] = tempFileURL || null
  }
  return { urls }
}

/** Anybody's, as the emulated storage knows no owners. */
export async function deleteFiles(
  caller: CloudCaller,
  { fileIds }: HostAsk<'deleteFiles'>,
): Promise<HostAnswer<'deleteFiles'>> {
  const deleted: Record<string, boolean> = {}
  for (let at = 0; at < fileIds.length; at += MOST_FILES) {
    const body = {
      action: 'storage.batchDeleteFile',
      fileid_list: fileIds.slice(at, at + MOST_FILES),
    }
    const response = await post(caller, '/admin', body)
    const { data } = readAnswer(await response.text()) as {
      data?: { delete_list: { fileID: string; code: string }[] }
    }
    for (const { fileID, code } of data?.delete_list ?? []) deleted[fileID] = code === 'SUCCESS'
  }
  return { deleted }
}

function baseOf({ base }: CloudCaller): string {
  if (base !== null) return base
  throw new CallFailure('the host was started without a cloud: --cloud URL names one')
}

function post(caller: CloudCaller, path: string, body: unknown): Promise<Response> {
  const headers = { 'content-type': 'application/json', 'x-wx-openid': caller.openid }
  return reach(caller, path, { method: 'POST', headers, body: JSON.stringify(body) })
}

async function reach(caller: CloudCaller, path: string, init: RequestInit): Promise<Response> {
  const base = baseOf(caller)
  try {
    return await fetch(base + path, init)
  } catch {
    // A broken connection looks the same to the app whether the cloud did its work or not.
    throw new CallFailure('request:fail errcode:-101 connection broken')
  }
}

function readAnswer(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function errorOf(answer: unknown): { code?: string; message?: string } {
  const { error } = (answer ?? {}) as { error?: { code?: string; message?: string } }
  return error ?? {}
}

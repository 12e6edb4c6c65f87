/** wx.request, downloadFile and uploadFile through the Node side; sockets are not provided. */
import { extensionOf, fromBase64, toBase64 } from './bytes'
import { wxCall, WxFailure, wxCalls, type WxHost, type WxOptions } from './define'
import { readFileAt } from './resolve-file'
import { takeParameters } from './take-parameters'

const METHODS = ['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT']
/** app.json's networkTimeout unless told. */
const TIMEOUT_MS = 60_000
const BOUNDARY = '----WebKitFormBoundaryMiniProgram'

interface Asked {
  url: string
  method: string
  headers: Record<string, string>
  bytes?: Uint8Array
  timeoutMs: number
}

async function http(host: WxHost, { bytes, ...asked }: Asked) {
  if (!/^https?:\/\//.test(asked.url)) throw new WxFailure(`invalid url "${asked.url}"`)
  if (host.choices().network === 'none') throw new WxFailure('', { errno: 600_001 })
  const answer = await host.ask('http', {
    ...asked,
    ...(bytes ? { base64: toBase64(bytes) } : {}),
  })
  return { ...answer, bytes: fromBase64(answer.base64) }
}

function headersOf(given: Record<string, unknown> | undefined): Record<string, string> {
  const headers: Record<string, string> = { 'content-type': 'application/json' }
  for (const [name, value] of Object.entries(given ?? {})) {
    headers[name.toLowerCase()] = String(value)
  }
  return headers
}

/** Members as a query or form, in WeChat's encoding: objects within as JSON. */
function encodeForm(data: object): string {
  return Object.entries(data)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => {
      const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
      return `${encodeURIComponent(name)}=${encodeURIComponent(text)}`
    })
    .join('&')
}

function bodyOf(data: unknown, contentType: string): Uint8Array | undefined {
  if (data === undefined || data === null) return undefined
  if (Object.prototype.toString.call(data) === '[object ArrayBuffer]') {
    return new Uint8Array(data as ArrayBuffer)
  }
  if (typeof data === 'string') return new TextEncoder().encode(data)
  const isForm = contentType.includes('application/x-www-form-urlencoded')
  return new TextEncoder().encode(isForm ? encodeForm(data) : JSON.stringify(data))
}

function withQuery(url: string, data: unknown): string {
  if (data === null || typeof data !== 'object') return url
  const query = encodeForm(data)
  return query === '' ? url : `${url}${url.includes('?') ? '&' : '?'}${query}`
}

async function request(host: WxHost, options: object): Promise<object> {
  const taken = takeParameters(options, {
    url: 'String',
    method: 'String?',
    header: 'Object?',
    dataType: 'String?',
    responseType: 'String?',
    timeout: 'Number?',
  })
  const method = (taken.method ?? 'GET').toUpperCase()
  if (!METHODS.includes(method)) throw new WxFailure(`method is invalid: ${method}`)
  const { data } = options as { data?: unknown }
  const headers = headersOf(taken.header)
  const isInQuery = method === 'GET' || method === 'HEAD'
  const bytes = isInQuery ? undefined : bodyOf(data, headers['content-type'] ?? '')
  const answer = await http(host, {
    url: isInQuery ? withQuery(taken.url, data) : taken.url,
    method,
    headers,
    ...(bytes ? { bytes } : {}),
    timeoutMs: taken.timeout ?? TIMEOUT_MS,
  })
  return {
    data: readBody(answer.bytes, taken.responseType, taken.dataType ?? 'json'),
    statusCode: answer.status,
    header: answer.headers,
    cookies: [],
    profile: {},
  }
}

function readBody(bytes: Uint8Array, responseType: string | undefined, dataType: string): unknown {
  if (responseType === 'arraybuffer') return bytes.slice().buffer
  const text = new TextDecoder().decode(bytes)
  if (dataType !== 'json') return text
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}

async function downloadFile(host: WxHost, options: object): Promise<object> {
  const taken = takeParameters(options, {
    url: 'String',
    header: 'Object?',
    filePath: 'String?',
    timeout: 'Number?',
  })
  const answer = await http(host, {
    url: taken.url,
    method: 'GET',
    headers: headersOf(taken.header),
    timeoutMs: taken.timeout ?? TIMEOUT_MS,
  })
  const type = answer.headers['content-type'] ?? 'application/octet-stream'
  const members = {
    statusCode: answer.status,
    header: answer.headers,
    dataLength: answer.bytes.length,
  }
  if (taken.filePath !== undefined) {
    host.phone.files.write(taken.filePath, answer.bytes, type)
    return { ...members, filePath: taken.filePath }
  }
  const tempFilePath = host.phone.files.addTemporary(answer.bytes, type, extensionOf(type))
  return { ...members, tempFilePath }
}

async function uploadFile(host: WxHost, options: object): Promise<object> {
  const taken = takeParameters(options, {
    url: 'String',
    filePath: 'String',
    name: 'String',
    header: 'Object?',
    formData: 'Object?',
    timeout: 'Number?',
  })
  const file = await readFileAt(host, taken.filePath)
  const parts: (string | Uint8Array)[] = Object.entries(taken.formData ?? {}).map(
    ([name, value]) =>
      `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${String(value)}\r\n`,
  )
  const fileName = taken.filePath.split('/').at(-1) ?? 'file'
  parts.push(
    `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${taken.name}"; filename="${fileName}"\r\n` +
      `Content-Type: ${file.type}\r\n\r\n`,
    file.bytes,
    `\r\n--${BOUNDARY}--\r\n`,
  )
  const answer = await http(host, {
    url: taken.url,
    method: 'POST',
    headers: {
      ...headersOf(taken.header),
      'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
    },
    bytes: new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer()),
    timeoutMs: taken.timeout ?? TIMEOUT_MS,
  })
  return { data: new TextDecoder().decode(answer.bytes), statusCode: answer.status }
}

type Work = (host: WxHost, options: object) => Promise<object>

/** A call that gives a task at once: `abort` makes the call fail, whatever comes later. */
function withTask(host: WxHost, name: string, work: Work) {
  return (options: WxOptions = {}) => {
    let abort = () => {}
    const aborted = new Promise<never>((_, reject) => {
      abort = () => reject(new WxFailure('abort'))
    })
    aborted.catch(() => {})
    const perform = wxCall<WxOptions>(name, (given) => Promise.race([work(host, given), aborted]))
    const answer = perform(options)
    const ignore = () => {}
    const listeners = ['HeadersReceived', 'ProgressUpdate', 'ChunkReceived']
    const task = Object.fromEntries(
      listeners.flatMap((each) => [
        [`on${each}`, ignore],
        [`off${each}`, ignore],
      ]),
    )
    // With a promise as well: `await wx.request(…)` and `wx.request(…).abort()` are both usual.
    return Object.assign(answer ?? {}, task, { abort: () => abort() })
  }
}

export function network(host: WxHost): Record<string, unknown> {
  return {
    request: withTask(host, 'request', request),
    downloadFile: withTask(host, 'downloadFile', downloadFile),
    uploadFile: withTask(host, 'uploadFile', uploadFile),
    ...wxCalls({
      getNetworkType: () => {
        const { network: networkType } = host.choices()
        return {
          networkType,
          signalStrength: networkType === 'none' ? 0 : 100,
          hasSystemProxy: false,
        }
      },
    }),
  }
}

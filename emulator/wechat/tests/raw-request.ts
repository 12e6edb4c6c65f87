// A merchant's request signed by hand, so that a test can spoil exactly one part of it.
import { createPrivateKey, createSign, randomBytes } from 'node:crypto'
import type { TestCloud } from './test-cloud'

export interface RawRequest {
  method: string
  path: string
  body?: string
  mchid?: string
  serial?: string
  /** Seconds. */
  timestamp?: number
  nonce?: string
  scheme?: string
  /** Sent instead of the body, path or method that was signed. */
  sentBody?: string
  sentPath?: string
  sentMethod?: string
  /** Sent instead of the true signature. */
  signature?: string
  headers?: Record<string, string | undefined>
}

export interface RawAnswer {
  status: number
  headers: Headers
  code: string
  message: string
  detail: Record<string, unknown>
  text: string
}

function authorizationOf(cloud: TestCloud, request: RawRequest): string {
  const { env } = cloud
  const { method, path, body = '' } = request
  const timestamp = String(request.timestamp ?? Math.floor(cloud.clock.now() / 1000))
  const nonce = request.nonce ?? randomBytes(16).toString('hex')
  const der = Buffer.from(env['WXPAY_MERCHANT_PRIVATE_KEY'] ?? '', 'base64')
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  const signature =
    request.signature ??
    createSign('RSA-SHA256')
      .update(`${method}\n${path}\n${timestamp}\n${nonce}\n${body}\n`)
      .sign(key, 'base64')
  const mchid = request.mchid ?? env['WXPAY_MCHID']
  const serial = request.serial ?? env['WXPAY_MERCHANT_SERIAL']
  const parts = { mchid, serial_no: serial, nonce_str: nonce, timestamp, signature }
  const quoted = Object.entries(parts).map(([name, value]) => `${name}="${value}"`)
  return `${request.scheme ?? 'WECHATPAY2-SHA256-RSA2048'} ${quoted.join(',')}`
}

export async function sendRaw(cloud: TestCloud, request: RawRequest): Promise<RawAnswer> {
  const { method, path, body, sentBody, sentPath, sentMethod } = request
  const wanted: Record<string, string | undefined> = {
    authorization: authorizationOf(cloud, request),
    accept: 'application/json',
    'user-agent': 'test',
    'content-type': 'application/json',
    ...request.headers,
  }
  const headers = Object.entries(wanted).filter((pair): pair is [string, string] =>
    Boolean(pair[1]),
  )
  const sent = sentBody ?? body
  const answer = await fetch(`${cloud.base}${sentPath ?? path}`, {
    method: sentMethod ?? method,
    headers,
    ...(sent === undefined ? {} : { body: sent }),
  })
  const text = await answer.text()
  const isJson = answer.headers.get('content-type')?.includes('json') && text !== ''
  const json = (isJson ? JSON.parse(text) : {}) as Partial<RawAnswer>
  const { code = '', message = '', detail = {} } = json
  return { status: answer.status, headers: answer.headers, code, message, detail, text }
}

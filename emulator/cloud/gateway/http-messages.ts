/** Requests in, answers out: bodies read whole, answers of any extension written alike. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { HttpAnswer, HttpRequest } from '../types'

export const MAX_BODY = 64 * 1024 * 1024

/** A request as it is asked about: query and headers are made when somebody wants them. */
class ReadRequest implements HttpRequest {
  readonly method: string
  readonly path: string
  readonly url: string
  private readonly search: string
  private readQuery: URLSearchParams | null = null
  private readHeaders: Record<string, string> | null = null

  constructor(readonly raw: IncomingMessage) {
    const { url = '/' } = raw
    const at = url.indexOf('?')
    this.method = raw.method ?? 'GET'
    this.path = at < 0 ? url : url.slice(0, at)
    this.search = at < 0 ? '' : url.slice(at + 1)
    this.url = url
  }

  get query(): URLSearchParams {
    return (this.readQuery ??= new URLSearchParams(this.search))
  }

  get headers(): Record<string, string> {
    return (this.readHeaders ??= joinHeaders(this.raw))
  }
}

/** Only Set-Cookie can come as a list. */
function joinHeaders({ headers }: IncomingMessage): Record<string, string> {
  const cookies = headers['set-cookie']
  const joined = cookies ? { ...headers, 'set-cookie': cookies.join(', ') } : headers
  return joined as Record<string, string>
}

export function readRequest(raw: IncomingMessage): HttpRequest {
  return new ReadRequest(raw)
}

export class BodyTooLarge extends Error {
  override name = 'BodyTooLarge'
}

/** The whole body; one beyond the limit is read to its end and thrown away, so that it can be answered. */
export function readBody(raw: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = []
    let size = 0
    raw.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= MAX_BODY) chunks.push(chunk)
      else chunks = []
    })
    raw.on('end', () => {
      if (size > MAX_BODY) return reject(new BodyTooLarge(`a request may have ${MAX_BODY} bytes`))
      resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks))
    })
    raw.on('error', reject)
  })
}

export function writeAnswer(response: ServerResponse, answer: HttpAnswer): void {
  if (answer.drop) {
    response.destroy()
    return
  }
  const { body = '' } = answer
  const isPlain = typeof body === 'string' || Buffer.isBuffer(body)
  const text = isPlain ? body : JSON.stringify(body)
  // Node writes bytes sooner than text beyond Latin-1.
  const bytes = typeof text === 'string' ? Buffer.from(text) : text
  const headers: Record<string, string | number> = { 'content-length': bytes.length }
  if (!isPlain) headers['content-type'] = 'application/json; charset=utf-8'
  response.writeHead(answer.status ?? 200, Object.assign(headers, answer.headers))
  response.end(bytes)
}

export const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST, PUT, DELETE, HEAD, OPTIONS',
  'access-control-allow-headers': '*',
  'access-control-expose-headers': '*',
  'access-control-max-age': '600',
}

/** What nobody foresaw: told in one line to the client, and with its stack to who runs the cloud. */
export function describeInternal(error: unknown): HttpAnswer {
  if (error instanceof BodyTooLarge) {
    return refusal(413, 'EXCEED_REQUEST_SIZE_LIMIT', error.message)
  }
  if (error instanceof URIError)
    return refusal(400, 'INVALID_PARAM', 'the address is badly encoded')
  console.error(error)
  return refusal(500, 'INTERNAL', error instanceof Error ? error.message : String(error))
}

/** An own error in words: `{ error: { code, message } }`. */
export function refusal(status: number, code: string, message: string): HttpAnswer {
  return { status, headers: CORS, body: { error: { code, message } } }
}

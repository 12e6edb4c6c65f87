/** The one port of the local cloud: decides who answers a request, and writes the answer. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { answerControl, CONTROL_PREFIX, type Controls } from '../control/routes'
import type { Parts } from '../parts'
import type { HttpAnswer, HttpRequest } from '../types'
import { answerAdmin } from './answer-admin'
import { answerClient } from './answer-client'
import { answerCall } from './answer-functions'
import { answerHttpAccess } from './answer-http-access'
import { answerCos } from './answer-storage'
import {
  CORS,
  describeInternal,
  readBody,
  readRequest,
  refusal,
  writeAnswer,
} from './http-messages'

export class PortTaken extends Error {
  override name = 'PortTaken'
  constructor(readonly port: number) {
    super(`port ${port} is taken`)
  }
}

async function route(
  parts: Parts,
  controls: Controls,
  request: HttpRequest,
  body: Buffer,
): Promise<HttpAnswer> {
  const { path, method } = request
  const isCall = path.startsWith('/functions/')
  const isClient = path === '/client/database'
  const isOurs = isCall || isClient || path.startsWith('/cos/') || path.startsWith(CONTROL_PREFIX)
  if (method === 'OPTIONS' && isOurs) return { status: 204, headers: CORS }
  if (isCall) return answerCall(parts, request, body)
  if (isClient) return answerClient(parts, request, body)
  if (path.startsWith('/http/')) return answerHttpAccess(parts, request, body)
  if (path.startsWith('/cos/')) return answerCos(parts, request, body)
  if (path.startsWith(CONTROL_PREFIX)) {
    const answer = await answerControl(parts, controls, request, body)
    if (answer) return answer
  }
  for (const extension of parts.extensions) {
    const answer = await extension.handle(request, body)
    if (!answer) continue
    await parts.state.settled()
    return answer
  }
  return refusal(404, 'NOT_FOUND', `nothing answers ${method} ${path}`)
}

async function serve(
  parts: Parts,
  controls: Controls,
  raw: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const body = await readBody(raw)
    const request = readRequest(raw)
    // The SDK's calls are by far the most, and take the shortest way.
    const isAdmin = request.path === '/admin'
    const answer = isAdmin
      ? await answerAdmin(parts, request, body)
      : await route(parts, controls, request, body)
    writeAnswer(response, answer)
  } catch (error) {
    if (response.headersSent) return void response.destroy()
    writeAnswer(response, describeInternal(error))
  }
}

export function createGateway(parts: Parts, controls: Controls): Server {
  const server = createServer((raw, response) => void serve(parts, controls, raw, response))
  // An idle connection closed just as the SDK uses it again would look like a lost answer.
  server.keepAliveTimeout = 600_000
  server.requestTimeout = 0
  return server
}

/** The port listened on; a taken one is a PortTaken. */
export function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new PortTaken(port) : error)
    })
    server.listen(port, host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}

export async function closeServer(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

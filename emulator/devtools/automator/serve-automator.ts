/** The WebSocket that miniprogram-automator connects to: frames in, answers and events out. */
import { WebSocketServer, type RawData, type WebSocket } from 'ws'
import { answerCommand, mayWait } from './answer-command'
import type { CommandHost, Params } from './command'

const MAX_FRAME = 32 * 1024 * 1024
/** The WebSocket's own code for "not the data I understand". */
const UNSUPPORTED = 1007

export class PortTaken extends Error {
  override name = 'PortTaken'

  constructor(readonly port: number) {
    super(`port ${port} is taken`)
  }
}

export interface AutomatorServer {
  port: number
  /** To every client. */
  emit(method: string, params: unknown): void
  close(): Promise<void>
}

/** @throws PortTaken */
export async function serveAutomator(host: CommandHost, port: number): Promise<AutomatorServer> {
  const server = new WebSocketServer({ port, host: '127.0.0.1', maxPayload: MAX_FRAME })
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve)
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortTaken(port) : error),
    )
  })
  server.on('connection', (socket) => serveClient(host, socket))
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    emit(method, params) {
      const frame = JSON.stringify({ method, params })
      for (const client of server.clients) send(client, frame)
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const client of server.clients) client.terminate()
      }),
  }
}

interface Frame {
  id: string
  method: string
  params: Params
}

/** One command after the other, in the order they came. */
function serveClient(host: CommandHost, socket: WebSocket): void {
  let last: Promise<unknown> = Promise.resolve()
  // A frame that is too large ends the connection by itself.
  socket.on('error', () => {})
  socket.on('message', (data, isBinary) => {
    const frame = isBinary ? 'a frame must be text' : readFrame(data)
    if (typeof frame === 'string') return socket.close(UNSUPPORTED, frame)
    if (!('method' in frame)) {
      return send(socket, JSON.stringify({ id: frame.id, error: { message: frame.mistake } }))
    }
    last = last.then(() => {
      const answered = answer(host, socket, frame)
      return mayWait(frame.method) ? undefined : answered
    })
  })
}

/** A text says why nothing can be answered; a mistake is answered under its id. */
function readFrame(data: RawData): Frame | { id: string; mistake: string } | string {
  let frame: unknown
  try {
    // ws hands text over as a Buffer unless told otherwise.
    frame = JSON.parse((data as Buffer).toString())
  } catch {
    return 'a frame must be JSON'
  }
  if (typeof frame !== 'object' || frame === null) return 'a frame must be an object'
  const { id, method, params } = frame as Record<string, unknown>
  if (typeof id !== 'string' && typeof id !== 'number') return 'a frame needs an id'
  if (typeof method !== 'string') return { id: id as string, mistake: 'method must be a text' }
  if (
    params !== undefined &&
    params !== null &&
    (typeof params !== 'object' || Array.isArray(params))
  ) {
    return { id: id as string, mistake: 'params must be an object' }
  }
  return { id: id as string, method, params: (params ?? {}) as Params }
}

async function answer(host: CommandHost, socket: WebSocket, frame: Frame): Promise<void> {
  const { id, method, params } = frame
  let reply: object
  try {
    reply = { id, result: await answerCommand(host, method, params) }
  } catch (error) {
    reply = { id, error: { message: wordsOf(error) } }
  }
  send(socket, JSON.stringify(reply))
}

/** Without playwright's own prefix: the client sees the app's or the host's words. */
function wordsOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.replace(/^(page|frame)\.\w+: (Error: )?/, '')
}

function send(socket: WebSocket, frame: string): void {
  if (socket.readyState === socket.OPEN) socket.send(frame)
}

// The preview: a desk with phones side by side, each phone an origin of its own on the same cloud.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Cloud } from '../cloud'
import { takeUpload } from './take-upload'
import { deskPage } from './desk-page'
import { forward, isForwarded } from './forward'
import { listenFrom } from './listen'
import { phonePage, type PreviewPerson } from './phone-page'
import { fileBehind, sendFile } from './static-files'

export type { PreviewPerson } from './phone-page'

export interface PreviewOptions {
  readonly cloud: Cloud
  /** The folder of the h5 build. */
  readonly app: string
  readonly people: readonly PreviewPerson[]
  /** Keys of the people whose phones lie on the desk at first: up to three. */
  readonly phones: readonly string[]
  readonly title: string
  /** The desk's port; a busy one gives way to the next free one. Phones take the ports after it. */
  readonly port: number
  readonly host: string
}

export interface Preview {
  readonly url: string
  readonly port: number
  /** Each phone's own address, in the order of `phones`. */
  readonly phoneUrls: readonly string[]
  stop(): Promise<void>
}

export async function servePreview(options: PreviewOptions): Promise<Preview> {
  const servers: Server[] = []
  const open = async (port: number, answer: Answering) => {
    const server = createServer((incoming, outgoing) => {
      Promise.resolve(answer(incoming, outgoing)).catch((error: unknown) => {
        if (!outgoing.headersSent) outgoing.writeHead(500)
        outgoing.end(String(error))
      })
    })
    servers.push(server)
    return listenFrom(server, port, options.host)
  }
  const phonePorts: number[] = []
  const deskPort = await open(options.port, (incoming, outgoing) =>
    answerDesk(options, phonePorts, incoming, outgoing),
  )
  let next = deskPort + 1
  for (const key of options.phones) {
    const got = await open(next, (incoming, outgoing) =>
      answerPhone(options, key, incoming, outgoing),
    )
    phonePorts.push(got)
    next = got + 1
  }
  const shownHost = options.host === '0.0.0.0' ? 'localhost' : options.host
  return {
    url: `http://${shownHost}:${deskPort}/`,
    port: deskPort,
    phoneUrls: phonePorts.map((port) => `http://${shownHost}:${port}/`),
    async stop() {
      await Promise.all(
        servers.map(
          (server) =>
            new Promise<void>((resolve) => {
              server.close(() => resolve())
              server.closeAllConnections()
            }),
        ),
      )
    },
  }
}

type Answering = (incoming: IncomingMessage, outgoing: ServerResponse) => void | Promise<void>

function addressOf(incoming: IncomingMessage): URL {
  return new URL(incoming.url ?? '/', 'http://preview')
}

function sendHtml(outgoing: ServerResponse, html: string): void {
  outgoing.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
  })
  outgoing.end(html)
}

function sendJson(outgoing: ServerResponse, body: unknown): void {
  outgoing.writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
  outgoing.end(JSON.stringify(body))
}

async function answerDesk(
  options: PreviewOptions,
  phonePorts: readonly number[],
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const { cloud } = options
  const { pathname, searchParams } = addressOf(incoming)
  if (pathname === '/') {
    const { title, people, phones } = options
    return sendHtml(outgoing, deskPage({ title, people, phones, phonePorts }))
  }
  if (pathname === '/clock') {
    if (incoming.method === 'POST') {
      const ms = Number(searchParams.get('advanceMs'))
      if (!Number.isSafeInteger(ms) || ms < 0 || ms > 400 * 86_400_000) {
        outgoing.writeHead(400)
        outgoing.end()
        return
      }
      await cloud.advance(ms)
    }
    return sendJson(outgoing, { now: cloud.clock.now() })
  }
  outgoing.writeHead(404)
  outgoing.end()
}

async function answerPhone(
  options: PreviewOptions,
  firstPerson: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const { cloud, app, people } = options
  const { pathname, searchParams } = addressOf(incoming)
  if (isForwarded(pathname)) return forward(cloud.base, incoming, outgoing)
  if (pathname === '/upload') return takeUpload(cloud.base, incoming, outgoing)
  if (pathname === '/' || pathname === '/index.html') {
    const key = searchParams.get('person') ?? firstPerson
    const person = people.find((one) => one.key === key) ?? people[0]
    if (!person) throw new Error('the preview has no people')
    return sendHtml(outgoing, phonePage(app, person, cloud.clock.now() - Date.now()))
  }
  const file = fileBehind(app, pathname)
  if (file) return sendFile(file, outgoing)
  outgoing.writeHead(404)
  outgoing.end()
}

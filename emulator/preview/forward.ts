// Passes a request on to the cloud and its answer back, so that a phone needs only its own origin.
import { request, type IncomingMessage, type ServerResponse } from 'node:http'

/** What a phone may ask of the cloud through its own origin. */
const OPEN_PATHS = /^\/(functions|wechat|cos)\//

export function isForwarded(path: string): boolean {
  return OPEN_PATHS.test(path)
}

export function forward(base: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const target = new URL(incoming.url ?? '/', base)
  const headers = { ...incoming.headers, host: target.host }
  const onward = request(target, { method: incoming.method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(outgoing)
  })
  onward.on('error', () => {
    if (!outgoing.headersSent) outgoing.writeHead(502, { 'content-type': 'application/json' })
    outgoing.end('{"error":"the cloud did not answer"}')
  })
  incoming.pipe(onward)
}

// Listens on a port, or on the next free one after it.
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

const TRIES = 40

/** The port that was got (0 asks for any); throws when none of the next ones is free. */
export async function listenFrom(server: Server, port: number, host: string): Promise<number> {
  for (let candidate = port; candidate < port + TRIES; candidate += 1) {
    if (await tryListening(server, candidate, host)) return portOf(server)
  }
  throw new Error(`no free port from ${port} to ${port + TRIES - 1}`)
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port
}

function tryListening(server: Server, port: number, host: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException) => {
      server.off('listening', onListening)
      if (error.code === 'EADDRINUSE') resolve(false)
      else reject(error)
    }
    const onListening = () => {
      server.off('error', onError)
      resolve(true)
    }
    server.once('error', onError)
    server.once('listening', onListening)
    server.listen(port, host)
  })
}

/** The inside of a function instance: prepares the surroundings, loads the bundle, serves one call at a time. */
import { format } from 'node:util'
import { createRequire } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import { shiftDate } from './shift-date'
import { guardNetwork } from './guard-network'
import type { InstanceError, InstanceMessage, InstanceSettings, InvokeMessage } from './messages'

type Main = (event: unknown, context: unknown) => unknown

const settings = workerData as InstanceSettings
const now = performance.now.bind(performance)
let current: string | null = null
let lastEnv: string[] = []

function send(message: InstanceMessage): void {
  parentPort?.postMessage(message)
}

function describe(error: unknown): InstanceError {
  if (!(error instanceof Error)) {
    const message = typeof error === 'string' ? error : (JSON.stringify(error) ?? 'undefined')
    return { name: 'Error', message, stack: message }
  }
  return { name: error.name, message: error.message, stack: error.stack ?? error.message }
}

function captureConsole(): void {
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    console[level] = (...args: unknown[]) =>
      send({ type: 'log', id: current, level, text: format(...args) })
  }
}

function setEnv(env: Record<string, string>): void {
  for (const name of lastEnv) if (!(name in env)) delete process.env[name]
  for (const [name, value] of Object.entries(env)) process.env[name] = value
  lastEnv = Object.keys(env)
}

async function serve(main: Main, { id, event, env, context }: InvokeMessage): Promise<void> {
  current = id
  setEnv(env)
  try {
    const result = await main(JSON.parse(event), context)
    send({
      type: 'done',
      id,
      result: JSON.stringify(result === undefined ? null : result) ?? 'null',
    })
  } catch (error) {
    send({ type: 'thrown', id, error: describe(error) })
  }
}

function load(): Main {
  const bundle = createRequire(settings.file)(settings.file) as { main?: Main }
  if (typeof bundle.main !== 'function')
    throw new Error(`${settings.file} exports no main function`)
  return bundle.main
}

process.setSourceMapsEnabled(true)
shiftDate(settings.clock)
guardNetwork(settings.hosts)
captureConsole()
try {
  const started = now()
  const main = load()
  parentPort?.on('message', (message: InvokeMessage) => void serve(main, message))
  send({ type: 'ready', loadMs: now() - started })
} catch (error) {
  send({ type: 'failed', error: describe(error) })
}

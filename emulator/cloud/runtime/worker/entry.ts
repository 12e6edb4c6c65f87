/** The inside of a function instance: prepares the surroundings, loads the bundle, serves one call at a time. */
import { getHeapStatistics } from 'node:v8'
import { parentPort, workerData } from 'node:worker_threads'
import { callMain, type Main } from './call-main'
import { captureOutput } from './capture-output'
import { loadBundle } from './load-bundle'
import { shiftDate } from './shift-date'
import { guardNetwork } from './guard-network'
import type {
  CompiledBundle,
  InstanceError,
  InstanceMessage,
  InstanceSettings,
  InvokeMessage,
} from './messages'

const settings = workerData as InstanceSettings
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

function setEnv(env: Record<string, string>): void {
  for (const name of lastEnv) if (!(name in env)) delete process.env[name]
  for (const [name, value] of Object.entries(env)) process.env[name] = value
  lastEnv = Object.keys(env)
}

/** JavaScript heap and buffers, MB. */
function readMemory(): number {
  const { used_heap_size: heap, external_memory: buffers } = getHeapStatistics()
  return Math.round((heap + buffers) / 1048576)
}

async function serve(main: Main, { id, event, env, context }: InvokeMessage): Promise<void> {
  current = id
  output.begin()
  setEnv(env)
  try {
    const returned = await callMain(main, JSON.parse(event), context)
    const result = JSON.stringify(returned === undefined ? null : returned) ?? 'null'
    send({ type: 'done', result, memoryMb: readMemory() })
  } catch (error) {
    send({ type: 'thrown', error: describe(error) })
  }
}

function load(): Main {
  const { file, exported, compiled } = settings
  const keep = (compiled: CompiledBundle): void => send({ type: 'compiled', compiled })
  const bundle = loadBundle(file, compiled, keep) as Record<string, unknown>
  const main = bundle[exported]
  if (typeof main !== 'function') throw new Error(`${file} exports no ${exported} function`)
  return main as Main
}

shiftDate(settings.clock)
guardNetwork(settings.hosts, () => current)
const output = captureOutput((level, text) => send({ type: 'log', level, text }))
try {
  const main = load()
  parentPort?.on('message', (message: InvokeMessage) => void serve(main, message))
  send({ type: 'ready' })
} catch (error) {
  send({ type: 'failed', error: describe(error) })
}

/** Puts the parts together: state, engine, runtime, gateway and extensions become one running cloud. */
import { Counters } from './control/counters'
import { Faults } from './control/faults'
import { InvocationLogs } from './control/invocation-logs'
import { People } from './control/people'
import type { Controls } from './control/routes'
import { checkCollections } from './database/check-collections'
import { Database } from './database/database'
import { readDocuments } from './database/read-documents'
import { httpEvent, readHttpAnswer } from './gateway/answer-http-access'
import { closeServer, createGateway, listen } from './gateway/server'
import { TransactionTurns } from './gateway/transaction-turns'
import type { Parts } from './parts'
import { checkFunctions } from './runtime/check-functions'
import { SharedClock } from './runtime/clock'
import { Invoker } from './runtime/invoker'
import { Timers } from './runtime/timers'
import { CloudState } from './state'
import { Files } from './storage/files'
import type { Cloud, CloudOptions, ExtensionHost, HttpRequest } from './types'

const CLOCK = 'emulator'

/** Starts a cloud; refuses with PortTaken, DataFolderInUse, NoFunctions, BadFunctionSettings or CollectionsInvalid. */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  checkCollections(options.collections)
  const doubts = checkFunctions(options.functionsDir, options.functions ?? [])
  if (!options.quiet) for (const doubt of doubts) console.log(doubt)
  const { data: folder = null, collections, sync = 'behind', compactFrom } = options
  const state = CloudState.open({ folder, collections, sync, compactFrom })
  const where = { base: '' }
  const parts = assemble(options, state, () => where.base)
  const controls = controlsOf(parts)
  const server = createGateway(parts, controls)
  const host = options.host ?? '127.0.0.1'
  let port: number
  try {
    port = await listen(server, options.port ?? 0, host)
  } catch (error) {
    await state.close()
    throw error
  }
  where.base = `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`
  if (options.timers !== false) parts.timers.start()
  const ticking = setInterval(() => void tick(parts).catch(() => {}), 1000)
  ticking.unref()
  return cloudOf(parts, controls, where.base, port, async () => {
    clearInterval(ticking)
    parts.timers.stop()
    for (const extension of parts.extensions) await extension.stop?.()
    await parts.invoker.stop()
    await closeServer(server)
    saveClock(parts)
    await state.close()
  })
}

function assemble(options: CloudOptions, state: CloudState, base: () => string): Parts {
  const clock = new SharedClock()
  const saved = state.get(CLOCK, 'clock')
  if (options.startAt !== undefined) clock.set(options.startAt)
  else if (saved) clock.load(saved as ReturnType<SharedClock['saved']>)
  const print = (line: string): void => {
    if (!options.quiet) console.log(line)
  }
  const counters = new Counters()
  const faults = new Faults()
  const logs = new InvocationLogs()
  const people = new People(state, clock)
  const known = { state, clock, counters, faults, logs, people, base, extensions: [] }
  const parts = known as unknown as Parts
  parts.database = new Database(state.store, () => clock.now())
  parts.turns = new TransactionTurns(state.store)
  parts.files = new Files(state, state.folder, options.storageAcl)
  parts.invoker = new Invoker({
    functionsDir: options.functionsDir,
    functions: options.functions ?? [],
    instances: options.instances ?? 4,
    idleMs: options.idleMs ?? 5 * 60_000,
    hosts: options.hosts ?? [],
    clock,
    counters,
    faults,
    logs,
    people,
    base,
    env: () => functionEnv(parts, options),
    print,
  })
  parts.timers = new Timers(parts.invoker, clock, print)
  const host = extensionHost(parts, print)
  parts.extensions = (options.extensions ?? []).map((create) => create(host))
  return parts
}

function functionEnv(parts: Parts, { env = {} }: CloudOptions): Record<string, string> {
  const base = parts.base()
  const fromExtensions = parts.extensions.map((extension) => extension.env?.(base) ?? {})
  const given = typeof env === 'function' ? env(base) : env
  return [...fromExtensions, given].reduce((all, one) => ({ ...all, ...one }), {})
}

function extensionHost(parts: Parts, print: (line: string) => void): ExtensionHost {
  return {
    clock: parts.clock,
    state: parts.state,
    base: parts.base,
    log: print,
    fault: (target, facts) => parts.faults.strike(target, facts),
    count: (kind, facts) => void parts.counters.call(kind, facts.token as string | undefined),
    http: (name, path, request) => callHttp(parts, name, path, request ?? {}),
  }
}

async function callHttp(
  parts: Parts,
  functionName: string,
  path: string,
  request: NonNullable<Parameters<Cloud['http']>[2]>,
): ReturnType<Cloud['http']> {
  const [pathname = '/', search = ''] = path.split('?')
  const headers = Object.entries(request.headers ?? {}).map(([k, v]) => [k.toLowerCase(), v])
  const asked = {
    method: request.method ?? 'GET',
    headers: Object.fromEntries(headers) as Record<string, string>,
    query: new URLSearchParams(search),
  } as HttpRequest
  const body = Buffer.from(request.body ?? '')
  const event = httpEvent(asked, pathname.startsWith('/') ? pathname : `/${pathname}`, body)
  const source = 'wx_http'
  const result = await parts.invoker.invoke({ functionName, event, source, identity: {} })
  return readHttpAnswer(result)
}

async function tick(parts: Parts): Promise<void> {
  for (const extension of parts.extensions) await extension.tick?.(parts.clock.now())
}

function saveClock({ state, clock }: Parts): void {
  const { isFrozen, value } = clock.saved()
  // Milliseconds that merely passed while starting are no shift.
  if (isFrozen || Math.abs(value) >= 1) state.put(CLOCK, 'clock', { isFrozen, value })
}

function controlsOf(parts: Parts): Controls {
  const { clock, state, timers } = parts
  const moved = async (): Promise<{ fired: string[] }> => {
    saveClock(parts)
    const isAlive = (owner: string): boolean => parts.invoker.byToken(owner) !== undefined
    state.store.expire(clock.now(), isAlive)
    const fired = timers.isAutomatic ? await timers.fireDue() : []
    await tick(parts)
    await state.settled()
    return { fired }
  }
  return {
    snapshots: new Map(),
    advance: (ms) => {
      clock.advance(ms)
      return moved()
    },
    setClock: ({ setMs, freeze }) => {
      if (freeze === true) clock.freeze(setMs)
      else if (freeze === false) clock.resume()
      if (setMs !== undefined) clock.set(setMs)
      return moved()
    },
    snapshot: () => state.snapshot(),
    restore: (snapshot) => state.restore(snapshot),
    reset: () => state.reset(),
  }
}

function cloudOf(
  parts: Parts,
  controls: Controls,
  base: string,
  port: number,
  stop: () => Promise<void>,
): Cloud {
  const { invoker, timers, counters, faults, logs, people, clock, state } = parts
  return {
    base,
    port,
    clock,
    state,
    call: async (functionName, event, identity = {}) => {
      const source = 'wx_client'
      return JSON.parse(await invoker.invoke({ functionName, event, source, identity })) as unknown
    },
    http: (functionName, path, request = {}) => callHttp(parts, functionName, path, request),
    runTimer: (functionName, trigger) => timers.run(functionName, trigger),
    advance: controls.advance,
    database: readDocuments(state.store),
    counters,
    faults,
    logs: (filter) => logs.read(filter),
    people: () => people.list(parts.extensions),
    snapshot: controls.snapshot,
    restore: controls.restore,
    reset: controls.reset,
    stop,
  }
}

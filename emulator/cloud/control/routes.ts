/** The control API under /__emulator__/: what tests, the bench and the preview turn. See emulator/README.md. */
import type { Parts } from '../parts'
import { CORS, refusal } from '../gateway/http-messages'
import { readDocuments, type ExportedDocuments } from '../database/read-documents'
import type { Snapshot } from '../types'
import type { HttpAnswer, HttpRequest } from '../types'
import { FunctionError } from '../runtime/function-error'
import type { FaultSpec } from './faults'

export const CONTROL_PREFIX = '/__emulator__/'

/** What only the running cloud as a whole can do. */
export interface Controls {
  advance: (ms: number) => Promise<{ fired: string[] }>
  setClock: (change: { setMs?: number; freeze?: boolean }) => Promise<{ fired: string[] }>
  snapshot: () => Snapshot
  restore: (snapshot: Snapshot) => Promise<void>
  reset: () => Promise<void>
  snapshots: Map<string, Snapshot>
}

type Input = Record<string, unknown>
type Route = (parts: Parts, controls: Controls, input: Input, request: HttpRequest) => unknown

const ROUTES: Record<string, Route> = {
  'GET health': (parts) => ({
    ok: true,
    now: parts.clock.now(),
    functions: parts.invoker.list(),
    collections: Object.fromEntries(
      [...parts.database.store.collections].map(([name, { documents }]) => [name, documents.size]),
    ),
    extensions: parts.extensions.map(({ name }) => name),
    memoryMb: Math.round(process.memoryUsage().rss / 1048576),
  }),
  'GET clock': ({ clock }) => ({ now: clock.now(), frozen: clock.isFrozen() }),
  'POST clock': async ({ clock }, controls, input) => {
    const { advanceMs, setMs, freeze } = input
    for (const ms of [advanceMs, setMs]) {
      if (ms !== undefined && !Number.isFinite(ms))
        throw badRequest('milliseconds must be a number')
    }
    const fired = typeof advanceMs === 'number' ? (await controls.advance(advanceMs)).fired : []
    const change = { setMs: setMs as number | undefined, freeze: freeze as boolean | undefined }
    if (setMs !== undefined || freeze !== undefined) {
      fired.push(...(await controls.setClock(change)).fired)
    }
    return { now: clock.now(), frozen: clock.isFrozen(), fired }
  },
  'GET counters': ({ counters }) => counters.read(),
  'DELETE counters': ({ counters }) => counters.clear(),
  'GET faults': ({ faults }) => ({ faults: faults.list() }),
  'POST faults': ({ faults }, _controls, input) => {
    try {
      return { id: faults.add(input as unknown as FaultSpec) }
    } catch (error) {
      throw badRequest((error as Error).message)
    }
  },
  'DELETE faults': ({ faults }) => faults.clear(),
  'GET logs': ({ logs }, _controls, _input, { query }) => {
    const [name, requestId] = [query.get('function'), query.get('requestId')]
    return { logs: logs.read({ function: name ?? undefined, requestId: requestId ?? undefined }) }
  },
  'POST snapshot': (_parts, controls) => {
    const snapshot = controls.snapshot()
    controls.snapshots.set(snapshot.id, snapshot)
    return { id: snapshot.id }
  },
  'POST restore': async (_parts, controls, { id }) => {
    const snapshot = controls.snapshots.get(String(id))
    if (!snapshot) throw badRequest(`no snapshot ${String(id)}`)
    await controls.restore(snapshot)
  },
  'POST reset': (_parts, controls) => controls.reset(),
  'GET export': ({ database }) => readDocuments(database.store).export(),
  'POST import': async ({ database, state }, _controls, input) => {
    readDocuments(database.store).import(input as ExportedDocuments)
    await state.settled()
  },
}

function badRequest(message: string): FunctionError {
  return new FunctionError('INVALID_PARAM', message)
}

export async function answerControl(
  parts: Parts,
  controls: Controls,
  request: HttpRequest,
  body: Buffer,
): Promise<HttpAnswer | null> {
  const path = request.path.slice(CONTROL_PREFIX.length)
  const route = ROUTES[`${request.method} ${path}`] ?? findParameterised(request.method, path)
  if (!route) return null
  try {
    const input = body.length ? (JSON.parse(body.toString()) as Input) : {}
    const answer = (await route(parts, controls, input, request)) ?? { ok: true }
    return { headers: CORS, body: answer }
  } catch (error) {
    if (error instanceof SyntaxError) return refusal(400, 'INVALID_PARAM', 'the body is not JSON')
    if (!(error instanceof FunctionError)) throw error
    const status = { INVALID_PARAM: 400, FUNCTION_NOT_FOUND: 404, TRIGGER_NOT_FOUND: 404 }[
      error.code
    ]
    return refusal(status ?? 500, error.code, error.message)
  }
}

/** Routes with a name in their path: timers/<function>/run and faults/<id>. */
function findParameterised(method: string, path: string): Route | null {
  const [first, second = '', third] = path.split('/').map(decodeURIComponent)
  if (method === 'POST' && first === 'timers' && third === 'run') {
    return async ({ timers }, _controls, { trigger }) => ({
      result: await timers.run(second, trigger as string | undefined),
    })
  }
  if (method === 'DELETE' && first === 'faults' && second) {
    return ({ faults }) => faults.remove(second)
  }
  return null
}

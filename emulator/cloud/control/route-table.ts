/** What the control API can be asked, by path and method; `:name` stands for one part of the path. */
import type { Parts } from '../parts'
import { readDocuments, type ExportedDocuments } from '../database/read-documents'
import { STORAGE_ACLS } from '../storage/files'
import type { Snapshot } from '../types'
import { BadFault, type FaultSpec } from './faults'
import {
  allow,
  invalid,
  missing,
  readFlag,
  readMs,
  readOneOf,
  readText,
  type Input,
} from './read-input'

/** What only the running cloud as a whole can do. */
export interface Controls {
  advance: (ms: number) => Promise<{ fired: string[] }>
  setClock: (change: { setMs?: number; freeze?: boolean }) => Promise<{ fired: string[] }>
  snapshot: () => Snapshot
  restore: (snapshot: Snapshot) => Promise<void>
  reset: () => Promise<void>
  snapshots: Map<string, Snapshot>
}

export interface ControlCall {
  parts: Parts
  controls: Controls
  input: Input
  query: URLSearchParams
  /** What stands in the path for `:name`. */
  name: string
}

export type Route = (call: ControlCall) => unknown

export const ROUTES: Record<string, Partial<Record<string, Route>>> = {
  '': { GET: () => ({ calls: listCalls() }) },
  health: { GET: tellHealth },
  people: { GET: ({ parts }) => ({ people: parts.people.list(parts.extensions) }) },
  clock: { GET: tellClock, POST: moveClock },
  'timers/:name/run': { POST: runTimer },
  counters: {
    GET: ({ parts }) => parts.counters.read(),
    DELETE: ({ parts }) => parts.counters.clear(),
  },
  faults: {
    GET: ({ parts }) => ({ faults: parts.faults.list() }),
    POST: addFault,
    DELETE: ({ parts }) => parts.faults.clear(),
  },
  'faults/:name': {
    DELETE: ({ parts, name }) => {
      if (!parts.faults.remove(name)) throw missing(`no fault ${name}`)
    },
  },
  logs: { GET: tellLogs, DELETE: ({ parts }) => parts.logs.clear() },
  instances: { DELETE: recycle },
  collections: { GET: tellCollections, POST: createCollection },
  storage: { GET: tellStorage, PUT: changeStorage },
  snapshot: { POST: takeSnapshot },
  restore: { POST: restore },
  reset: { POST: ({ controls }) => controls.reset() },
  export: { GET: ({ parts }) => readDocuments(parts.database.store).export() },
  import: { POST: importDocuments },
}

function listCalls(): string[] {
  return Object.entries(ROUTES).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`.trim()),
  )
}

function tellHealth({ parts }: ControlCall): object {
  return {
    ok: true,
    now: parts.clock.now(),
    functions: parts.invoker.list(),
    collections: Object.fromEntries(
      [...parts.database.store.collections].map(([name, { documents }]) => [name, documents.size]),
    ),
    storage: tellStorage({ parts }),
    extensions: parts.extensions.map(({ name }) => name),
    memoryMb: Math.round(process.memoryUsage().rss / 1048576),
  }
}

function tellClock({ parts: { clock } }: ControlCall): object {
  return { now: clock.now(), frozen: clock.isFrozen() }
}

async function moveClock(call: ControlCall): Promise<object> {
  const { controls, input } = call
  allow(input, 'advanceMs', 'setMs', 'freeze')
  const advanceMs = readMs(input, 'advanceMs', 0)
  const change = { setMs: readMs(input, 'setMs', 0), freeze: readFlag(input, 'freeze') }
  const isChange = change.setMs !== undefined || change.freeze !== undefined
  if (advanceMs === undefined && !isChange) throw invalid('advanceMs, setMs or freeze is needed')
  const fired = advanceMs === undefined ? [] : (await controls.advance(advanceMs)).fired
  if (isChange) fired.push(...(await controls.setClock(change)).fired)
  return { ...tellClock(call), fired }
}

async function runTimer({ parts, input, name }: ControlCall): Promise<object> {
  allow(input, 'trigger')
  return { result: await parts.timers.run(name, readText(input, 'trigger')) }
}

function addFault({ parts, input }: ControlCall): object {
  try {
    return { id: parts.faults.add(input as unknown as FaultSpec) }
  } catch (error) {
    throw error instanceof BadFault ? invalid(error.message) : error
  }
}

function tellLogs({ parts, query }: ControlCall): object {
  const [name, requestId] = [query.get('function'), query.get('requestId')]
  const filter = { function: name ?? undefined, requestId: requestId ?? undefined }
  return { logs: parts.logs.read(filter) }
}

function recycle({ parts, query }: ControlCall): object {
  const name = query.get('function') ?? undefined
  if (name !== undefined) parts.invoker.deployed(name)
  return { ended: parts.invoker.deployment.recycle(name) }
}

function tellCollections({ parts }: ControlCall): object {
  const { collections } = parts.database.store
  return {
    collections: [...collections].map(([name, { documents }]) => ({ name, count: documents.size })),
  }
}

async function createCollection({ parts, input }: ControlCall): Promise<void> {
  allow(input, 'name')
  const name = readText(input, 'name')
  if (name === undefined) throw invalid('name is needed')
  parts.database.store.createCollection(name)
  await parts.state.settled()
}

function tellStorage({ parts }: Pick<ControlCall, 'parts'>): object {
  return { acl: parts.files.acl, ...parts.files.count() }
}

async function changeStorage({ parts, input }: ControlCall): Promise<object> {
  allow(input, 'acl')
  parts.files.setAcl(readOneOf(input, 'acl', STORAGE_ACLS))
  await parts.state.settled()
  return tellStorage({ parts })
}

function takeSnapshot({ controls }: ControlCall): object {
  const snapshot = controls.snapshot()
  controls.snapshots.set(snapshot.id, snapshot)
  return { id: snapshot.id }
}

async function restore({ controls, input }: ControlCall): Promise<void> {
  allow(input, 'id')
  const id = readText(input, 'id')
  const snapshot = controls.snapshots.get(id ?? '')
  if (!snapshot) throw id === undefined ? invalid('id is needed') : missing(`no snapshot ${id}`)
  await controls.restore(snapshot)
}

/** All or nothing: what can't be stored leaves everything as it was. */
async function importDocuments({ parts, controls, input }: ControlCall): Promise<void> {
  for (const [name, documents] of Object.entries(input)) checkDocuments(name, documents)
  const before = controls.snapshot()
  try {
    readDocuments(parts.database.store).import(input as ExportedDocuments)
  } catch (error) {
    await controls.restore(before)
    throw invalid((error as Error).message)
  }
  await parts.state.settled()
}

function checkDocuments(name: string, documents: unknown): void {
  if (!Array.isArray(documents)) throw invalid(`${name} must be a list of documents`)
  for (const [i, document] of (documents as unknown[]).entries()) {
    const isDocument = document !== null && typeof document === 'object' && !Array.isArray(document)
    if (!isDocument || !('_id' in document)) throw invalid(`${name}[${i}] has no _id`)
  }
}

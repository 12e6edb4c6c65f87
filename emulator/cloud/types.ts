/** The shapes that people outside the emulator meet: options, the running cloud, and extensions. */
import type { IncomingMessage } from 'node:http'
import type { CollectionsFile } from './database/collections-file'
import type { Sync } from './database/journal'
import type { Documents } from './database/read-documents'
import type { FaultEffect, FaultSpec } from './control/faults'
import type { CounterReport } from './control/counters'
import type { InvocationLog } from './control/invocation-logs'
import type { KnownPerson } from './control/people'
import type { FunctionSettings } from './runtime/function-settings'
import type { StorageAcl } from './storage/files'

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** The one clock of the emulated cloud; functions see it through `Date`. Moments are UTC ms. */
export interface Clock {
  now(): number
  /** Makes it `ms` now. A running clock goes on from there, a frozen one stays there. */
  set(ms: number): void
  advance(ms: number): void
  /** Stops the clock (at `ms`, or where it is), so that seeding can step it from outside. */
  freeze(ms?: number): void
  /** Lets a frozen clock run on from where it stands. */
  resume(): void
  isFrozen(): boolean
}

/** Durable key-value state for extensions: part of snapshot, restore, reset and `--data`. Values are JSON. */
export interface Buckets {
  get(bucket: string, key: string): unknown
  put(bucket: string, key: string, value: unknown): void
  remove(bucket: string, key: string): void
  list(bucket: string): { key: string; value: unknown }[]
}

export interface HttpRequest {
  method: string
  /** Path without the query, as it came (not decoded). */
  path: string
  query: URLSearchParams
  /** Header names in lower case. */
  headers: Record<string, string>
  /** Path and query, exactly as on the request line: what signatures are made over. */
  url: string
  raw: IncomingMessage
}

export interface HttpAnswer {
  status?: number
  /** A list of values is sent as so many headers. */
  headers?: Record<string, string | string[]>
  /** An object is sent as JSON. */
  body?: Buffer | string | object
  /** Breaks the connection instead of answering. */
  drop?: boolean
}

export interface Caller {
  openid?: string
  function?: string
}

export type OpenApiAnswer = { json: unknown } | { buffer: Buffer; contentType: string }

/** A part of the outside world that functions reach through the cloud, such as WeChat. */
export interface Extension {
  name: string
  /** Answers a request that is not the cloud's own, or null to leave it to the next. */
  handle(req: HttpRequest, body: Buffer): Promise<HttpAnswer | null>
  /** Answers cloud.openapi and cloud.callOpenAPI; media arrive as { contentType, fileName, value: Buffer }. */
  openApi?(
    apiName: string,
    input: Record<string, unknown>,
    caller: Caller,
  ): Promise<OpenApiAnswer | null>
  /** Answers cloud.cloudPay (snake_case both ways). */
  cloudPay?(apiName: string, input: Record<string, unknown>, caller: Caller): Promise<object | null>
  /** Environment of every function instance, known once the address is. */
  env?(base: string): Record<string, string>
  /** The people it knows, by what they are called. */
  people?(): { openid: string; name?: string }[]
  /** Called about once a second, and after each jump of the clock. */
  tick?(now: number): Promise<void>
  stop?(): void | Promise<void>
}

export interface ExtensionHost {
  clock: Clock
  state: Buckets
  /** `http://host:port` of the running cloud. */
  base(): string
  log(line: string): void
  /** Asks whether a declared fault strikes here; the extension carries the effect out. */
  fault(target: string, facts: Record<string, unknown>): FaultEffect | null
  /** Counts a call, for the invocation that `facts.token` names: a request's header `x-emulator-invocation`. */
  count(kind: string, facts: Record<string, unknown>): void
  /** Invokes a function as HTTP access does (payment notices), without a person. */
  http(
    functionName: string,
    path: string,
    request: { method?: string; headers?: Record<string, string>; body?: string | Buffer },
  ): Promise<HttpFunctionAnswer>
}

export type ExtensionFactory = (host: ExtensionHost) => Extension

export interface HttpFunctionAnswer {
  status: number
  headers: Record<string, string | string[]>
  body: Buffer
}

export interface CloudOptions {
  /** 0 (the default) takes any free port. */
  port?: number
  /** 127.0.0.1 unless given. */
  host?: string
  /** Folder that keeps the data; null or absent: memory only. */
  data?: string | null
  /**
   * How far a change has come when it is acknowledged. `behind` (the default): it survives any death of the process,
   * and is synced to the disk a moment later; `always`: it is on the disk and survives a power cut; `never`: like
   * `behind`, synced only by `stop()` (seeding).
   */
  sync?: Sync
  /** The log is rewritten once it has so many bytes (16 MB) and is three times as long as it need be. */
  compactFrom?: number
  /** Folder with one folder per function: `<name>/index.js`, optionally `config.json`. */
  functionsDir: string
  /** Timeouts, memory, variables and triggers by function, as in cloudbaserc.json. */
  functions?: FunctionSettings[]
  collections: CollectionsFile
  env?: Record<string, string> | ((base: string) => Record<string, string>)
  /** Instances a function may scale to; 4 unless given. */
  instances?: number
  /** An instance unused for so long (real time, ms) is ended; 5 minutes unless given. */
  idleMs?: number
  /** Hosts beyond this machine that functions may reach; `*` is all of them. None unless given. */
  hosts?: string[]
  /** Who may read stored files by their plain address; READONLY (everybody), as in a new environment, unless given. */
  storageAcl?: StorageAcl
  /** false: triggers fire only when told to. */
  timers?: boolean
  extensions?: ExtensionFactory[]
  /** The clock starts (running) at this moment instead of the real one, ms. */
  startAt?: number
  quiet?: boolean
}

export interface CallOptions {
  openid?: string
  unionid?: string
}

/** A whole state of the cloud, held in memory; documents are shared, not copied. */
export interface Snapshot {
  readonly id: string
}

export interface Cloud {
  base: string
  port: number
  clock: Clock
  state: Buckets
  /** Calls a function as the mini-program does. Throws FunctionError when it fails. */
  call(functionName: string, event: unknown, options?: CallOptions): Promise<unknown>
  http(
    functionName: string,
    path: string,
    request?: { method?: string; headers?: Record<string, string>; body?: string | Buffer },
  ): Promise<HttpFunctionAnswer>
  /** Runs a timer trigger now (the function's first one unless named); returns what it returned. */
  runTimer(functionName: string, trigger?: string): Promise<unknown>
  /** Moves the clock and waits for the timers that became due, and for the extensions. */
  advance(ms: number): Promise<{ fired: string[] }>
  /** Direct access for auditors and tests, past every function. */
  database: Documents
  counters: { read(): CounterReport; clear(): void }
  faults: {
    add(spec: FaultSpec): string
    remove(id: string): void
    clear(): void
    /** Calls that a `delay` holds back now. */
    readonly held: number
    /** Lets go of every call that a `delay` holds back now. */
    release(): void
  }
  logs(filter?: { function?: string; requestId?: string }): InvocationLog[]
  /** Who called, and whom the extensions know. */
  people(): KnownPerson[]
  snapshot(): Snapshot
  restore(snapshot: Snapshot): Promise<void>
  /** Back to empty collections; keeps the clock. */
  reset(): Promise<void>
  stop(): Promise<void>
}

// What this extension asks of the local cloud that carries it: a structural copy, so that it can be tested alone.

export interface Clock {
  /** The emulator's (shifted) time in UTC milliseconds. */
  now(): number
}

/** Durable key-value state, part of the emulator's snapshots. Values are plain JSON. */
export interface Buckets {
  get(bucket: string, key: string): unknown
  put(bucket: string, key: string, value: unknown): void
  remove(bucket: string, key: string): void
  list(bucket: string): { key: string; value: unknown }[]
}

export interface HttpRequest {
  method: string
  /** Path and query, exactly as on the request line: what signatures are made over. */
  url: string
  /** Header names in lower case. */
  headers: Record<string, string>
}

export interface HttpAnswer {
  status: number
  headers: Record<string, string>
  body: string | Buffer
  /** Breaks the connection instead of answering. */
  drop?: boolean
}

export type OpenApiAnswer = { json: unknown } | { buffer: Buffer; contentType: string }

export interface Caller {
  openid?: string | undefined
  function?: string | undefined
}

export interface Extension {
  name: string
  /** Null means "not mine". */
  handle(req: HttpRequest, body: Buffer): Promise<HttpAnswer | null>
  /** Null means that no such API is known. */
  openApi?(
    apiName: string,
    input: Record<string, unknown>,
    caller: Caller,
  ): Promise<OpenApiAnswer | null>
  /** cloud.cloudPay, snake_case both ways; a Buffer is a file. Null means that no such API is known. */
  cloudPay?(apiName: string, input: Record<string, unknown>, caller: Caller): Promise<object | null>
  /** Everybody this extension knows, by real name where it knows that. */
  people?(): { openid: string; name?: string }[]
  env?(base: string): Record<string, string>
  tick?(now: number): Promise<void>
  stop?(): void | Promise<void>
}

export interface Host {
  clock: Clock
  state: Buckets
  /** The cloud's own address, without a trailing slash. */
  base(): string
  log(line: string): void
  /** The fault that applies to this call, if one was ordered; see readEffect. */
  fault(target: string, facts: Record<string, unknown>): unknown
  count(kind: string, facts: Record<string, unknown>): void
}

export type ExtensionFactory = (host: Host) => Extension

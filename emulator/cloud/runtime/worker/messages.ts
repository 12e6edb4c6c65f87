/** What the runtime and a function instance say to each other. */

export interface InstanceSettings {
  file: string
  /** The exported name that is called. */
  exported: string
  clock: SharedArrayBuffer
  /** Hosts a function may reach; the local cloud and loopback. */
  hosts: string[]
  /** What an earlier instance made of the file. */
  compiled: CompiledBundle | null
}

/** Below this size compiling costs less than carrying its result. */
export const WORTH_KEEPING_BYTES = 100_000

/** V8's code of a bundle; it fits only the very text that it was made from. */
export interface CompiledBundle {
  /** SHA-256 of the bundle's text, hex. */
  digest: string
  code: Uint8Array
}

export interface InvokeMessage {
  id: string
  /** JSON text. */
  event: string
  /** Environment of this one invocation: WX_* and TCB_* names. */
  env: Record<string, string>
  context: Record<string, unknown>
}

export interface InstanceError {
  name: string
  message: string
  stack: string
}

export type InstanceMessage =
  | { type: 'ready' }
  | { type: 'compiled'; compiled: CompiledBundle }
  | { type: 'failed'; error: InstanceError }
  | { type: 'log'; level: string; text: string }
  | { type: 'done'; result: string; memoryMb: number }
  | { type: 'thrown'; error: InstanceError }

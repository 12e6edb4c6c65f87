/** What the runtime and a function instance say to each other. */

export interface InstanceSettings {
  file: string
  /** The exported name that is called. */
  exported: string
  clock: SharedArrayBuffer
  /** Hosts a function may reach; the local cloud and loopback. */
  hosts: string[]
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
  | { type: 'failed'; error: InstanceError }
  | { type: 'log'; level: string; text: string }
  | { type: 'done'; result: string; memoryMb: number }
  | { type: 'thrown'; error: InstanceError }

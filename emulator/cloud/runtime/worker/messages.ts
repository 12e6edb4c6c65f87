/** What the runtime and a function instance say to each other. */

export interface InstanceSettings {
  file: string
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
  | { type: 'ready'; loadMs: number }
  | { type: 'failed'; error: InstanceError }
  | { type: 'log'; id: string | null; level: string; text: string }
  | { type: 'done'; id: string; result: string }
  | { type: 'thrown'; id: string; error: InstanceError }

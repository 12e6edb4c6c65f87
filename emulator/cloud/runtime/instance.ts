/** One instance of one function: a worker thread with its own environment, serving one request at a time. */
import { Worker } from 'node:worker_threads'
import type { LogLine } from '../control/invocation-logs'
import { workerCode } from './bundle-worker'
import { FunctionError } from './function-error'
import type { DeployedFunction } from './function-settings'
import type { InstanceMessage, InstanceSettings, InvokeMessage } from './worker/messages'

interface Pending {
  resolve: (result: string) => void
  reject: (error: Error) => void
  onLine: (line: LogLine) => void
  timer: NodeJS.Timeout | null
}

export interface InstanceOptions {
  deployed: DeployedFunction
  env: Record<string, string>
  clock: SharedArrayBuffer
  hosts: string[]
  onExit: () => void
}

export class Instance {
  readonly ready: Promise<void>
  coldStartMs: number | null = null
  isDead = false
  private readonly worker: Worker
  private pending: Pending | null = null
  private settleReady!: (error?: Error) => void

  constructor(private readonly options: InstanceOptions) {
    const started = performance.now()
    const { deployed, env, clock, hosts } = options
    this.ready = new Promise((resolve, reject) => {
      this.settleReady = (error) => {
        if (error) return reject(error)
        this.coldStartMs = Math.round((performance.now() - started) * 10) / 10
        resolve()
      }
    })
    this.ready.catch(() => {})
    this.worker = new Worker(workerCode(), {
      eval: true,
      env: { ...env },
      // The parent's own flags (a TypeScript loader, a test runner's) mean nothing to a function.
      execArgv: [],
      workerData: { file: deployed.file, clock, hosts } satisfies InstanceSettings,
      resourceLimits: { maxOldGenerationSizeMb: deployed.memoryMb },
      stdout: false,
      stderr: false,
    })
    this.worker.on('message', (message: InstanceMessage) => this.receive(message))
    this.worker.on('error', (error: Error) => this.die(crashed(error)))
    this.worker.on('exit', (code) => {
      this.die(new FunctionError('FUNCTIONS_EXECUTE_FAIL', `the instance exited with code ${code}`))
    })
  }

  /** Runs one request. Times out by ending the thread, as the real runtime does. */
  async invoke(message: InvokeMessage, onLine: (line: LogLine) => void): Promise<string> {
    await this.ready
    return new Promise((resolve, reject) => {
      const { timeoutMs } = this.options.deployed
      const timer = setTimeout(() => {
        const seconds = timeoutMs / 1000
        const text = `Invoking task timed out after ${seconds} seconds`
        this.kill(new FunctionError('FUNCTIONS_TIME_LIMIT_EXCEEDED', text))
      }, timeoutMs)
      this.pending = { resolve, reject, onLine, timer }
      this.worker.postMessage(message)
    })
  }

  private receive(message: InstanceMessage): void {
    switch (message.type) {
      case 'ready':
        return this.settleReady()
      case 'failed': {
        const { stack, message: text } = message.error
        return this.die(new FunctionError('FUNCTIONS_EXECUTE_FAIL', text, stack))
      }
      case 'log':
        return this.pending?.onLine({ level: message.level, text: message.text })
      case 'done':
        return this.settle()?.resolve(message.result)
      case 'thrown': {
        const { stack, message: text } = message.error
        return this.settle()?.reject(new FunctionError('FUNCTIONS_EXECUTE_FAIL', text, stack))
      }
    }
  }

  private settle(): Pending | null {
    const pending = this.pending
    if (pending?.timer) clearTimeout(pending.timer)
    this.pending = null
    return pending
  }

  /** Ends the thread at once; whoever waits for it gets `reason`. */
  kill(reason: Error): void {
    this.die(reason)
  }

  private die(reason: Error): void {
    if (this.isDead) return
    this.isDead = true
    this.settleReady(reason)
    this.settle()?.reject(reason)
    void this.worker.terminate()
    this.options.onExit()
  }

  async stop(): Promise<void> {
    this.isDead = true
    this.settle()?.reject(new FunctionError('FUNCTIONS_EXECUTE_FAIL', 'the cloud is stopping'))
    await this.worker.terminate()
  }
}

function crashed(error: Error): FunctionError {
  const isMemory = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
  const code = isMemory ? 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED' : 'FUNCTIONS_EXECUTE_FAIL'
  return new FunctionError(code, error?.message ?? String(error), error?.stack)
}

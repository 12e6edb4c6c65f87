/** One instance of one function: a worker thread with its own environment, serving one request at a time. */
import { Worker } from 'node:worker_threads'
import type { LogLine } from '../control/invocation-logs'
import { workerCode } from './bundle-worker'
import { findCompiled, keepCompiled } from './compiled-bundles'
import { FunctionError, outOfMemory, timedOut } from './function-error'
import type { DeployedFunction } from './function-settings'
import { mapPositions } from './map-positions'
import type {
  InstanceError,
  InstanceMessage,
  InstanceSettings,
  InvokeMessage,
} from './worker/messages'

/** As deep as a main thread of Node goes, where a function really runs. */
const STACK_MB = 1.2

interface Pending {
  resolve: (answer: InstanceAnswer) => void
  reject: (error: Error) => void
  timer: NodeJS.Timeout
}

export interface InstanceAnswer {
  /** JSON text. */
  result: string
  /** JavaScript heap and buffers in use when the answer left, MB. */
  memoryMb: number
}

export interface InstanceOptions {
  deployed: DeployedFunction
  env: Record<string, string>
  clock: SharedArrayBuffer
  hosts: string[]
  print: (line: string) => void
  onReady: (ms: number) => void
  onExit: () => void
}

export class Instance {
  readonly ready: Promise<void>
  coldStartMs: number | null = null
  isDead = false
  private readonly worker: Worker
  private readonly loadTimer: NodeJS.Timeout
  private pending: Pending | null = null
  /** Takes printed lines of the latest request, also when they come after its answer. */
  private onLine: ((line: LogLine) => void) | null = null
  private earlyLines: LogLine[] = []
  private settleReady!: (error?: Error) => void

  constructor(private readonly options: InstanceOptions) {
    const started = performance.now()
    const { deployed, env, clock, hosts } = options
    this.ready = new Promise((resolve, reject) => {
      this.settleReady = (error) => {
        clearTimeout(this.loadTimer)
        if (error) return reject(error)
        this.coldStartMs = Math.round((performance.now() - started) * 10) / 10
        options.onReady(this.coldStartMs)
        resolve()
      }
    })
    this.ready.catch(() => {})
    const { file, exported, memoryMb, loadTimeoutMs } = deployed
    this.loadTimer = setTimeout(() => {
      this.kill(timedOut(`Loading ${deployed.name}`, loadTimeoutMs))
    }, loadTimeoutMs)
    this.loadTimer.unref()
    const compiled = findCompiled(file)
    this.worker = new Worker(workerCode(), {
      eval: true,
      env: { ...env },
      // The parent's own flags (a TypeScript loader, a test runner's) mean nothing to a function.
      execArgv: [],
      workerData: { file, exported, clock, hosts, compiled } satisfies InstanceSettings,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, stackSizeMb: STACK_MB },
      stdout: false,
      stderr: false,
    })
    this.worker.on('message', (message: InstanceMessage) => this.receive(message))
    this.worker.on('error', (error: Error) => this.die(this.crashed(error)))
    this.worker.on('exit', (code) => {
      this.die(new FunctionError('FUNCTIONS_EXECUTE_FAIL', `the instance exited with code ${code}`))
    })
  }

  /** From now on printed lines belong to this request, and those printed while loading. */
  listen(onLine: (line: LogLine) => void): void {
    this.onLine = onLine
    for (const line of this.earlyLines.splice(0)) onLine(line)
  }

  /** Runs one request. Times out by ending the thread, as the real runtime does. */
  async invoke(message: InvokeMessage): Promise<InstanceAnswer> {
    await this.ready
    return new Promise((resolve, reject) => {
      const { timeoutMs } = this.options.deployed
      const timer = setTimeout(() => this.kill(timedOut('Invoking task', timeoutMs)), timeoutMs)
      this.pending = { resolve, reject, timer }
      this.worker.postMessage(message)
    })
  }

  private receive(message: InstanceMessage): void {
    switch (message.type) {
      case 'ready':
        return this.settleReady()
      case 'compiled':
        return keepCompiled(this.options.deployed.file, message.compiled)
      case 'failed':
        return this.die(this.failed(message.error))
      case 'log': {
        const line = { level: message.level, text: this.readable(message.text) }
        if (this.onLine) this.onLine(line)
        else this.earlyLines.push(line)
        return
      }
      case 'done':
        return this.settle()?.resolve({ result: message.result, memoryMb: message.memoryMb })
      case 'thrown':
        return this.settle()?.reject(this.failed(message.error))
    }
  }

  /** Positions in the bundle, told as those in its sources. */
  private readable(text: string): string {
    return mapPositions(text, this.options.deployed.file)
  }

  private failed({ message, stack }: InstanceError): FunctionError {
    const told = message + explainLoading(message, this.options.deployed)
    const mapped = this.readable(stack.replace(message, () => told))
    return new FunctionError('FUNCTIONS_EXECUTE_FAIL', told, mapped)
  }

  private crashed(error: Error): FunctionError {
    if ((error as NodeJS.ErrnoException)?.code === 'ERR_WORKER_OUT_OF_MEMORY') {
      return outOfMemory(this.options.deployed.memoryMb)
    }
    const message = error?.message ?? String(error)
    return this.failed({ name: 'Error', message, stack: error?.stack ?? message })
  }

  private settle(): Pending | null {
    const pending = this.pending
    if (pending) clearTimeout(pending.timer)
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
    const wasLoaded = this.coldStartMs !== null
    this.settleReady(reason)
    const pending = this.settle()
    if (pending) pending.reject(reason)
    else if (wasLoaded) {
      const { deployed, print } = this.options
      print(`${deployed.name}: an idle instance ended: ${reason.message}`)
    }
    void this.worker.terminate()
    this.options.onExit()
  }

  async stop(): Promise<void> {
    this.isDead = true
    const reason = new FunctionError('FUNCTIONS_EXECUTE_FAIL', 'the cloud is stopping')
    this.settleReady(reason)
    this.settle()?.reject(reason)
    await this.worker.terminate()
  }
}

/** What a person may do about a package that isn't there. */
function explainLoading(message: string, { folder }: DeployedFunction): string {
  if (!message.startsWith('Cannot find module') || !/'[\w@]/.test(message)) return ''
  return ` (install it in ${folder} or a folder above: npm install)`
}

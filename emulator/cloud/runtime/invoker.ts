/** Calls functions: context, faults, counters and logs around an instance from the function's pool. */
import { randomUUID } from 'node:crypto'
import type { Counters } from '../control/counters'
import type { FaultEffect, Faults } from '../control/faults'
import type { InvocationLog, InvocationLogs } from '../control/invocation-logs'
import type { Clock } from '../types'
import { FunctionError, functionNotFound } from './function-error'
import {
  findFunction,
  listFunctions,
  type DeployedFunction,
  type FunctionSettings,
} from './function-settings'
import {
  DEFAULT_APPID,
  invocationContext,
  invocationEnv,
  instanceEnv,
  type Identity,
} from './invocation-env'
import { Pool, type Lease } from './pool'

export interface InvokerOptions {
  functionsDir: string
  functions: FunctionSettings[]
  instances: number
  clock: Clock & { memory: SharedArrayBuffer }
  counters: Counters
  faults: Faults
  logs: InvocationLogs
  base: () => string
  env: () => Record<string, string>
  print: (line: string) => void
}

export interface Invocation {
  functionName: string
  event: unknown
  /** wx_client, wx_trigger, wx_http; a nested call adds ",scf". */
  source: string
  identity: Identity
}

/** What the gateway knows of an invocation by its token. */
export interface Running extends Invocation {
  requestId: string
  lease: Lease | null
  kill: { afterCalls: number; action?: string; counted: number } | null
}

export class Invoker {
  private pools = new Map<string, Pool>()
  private running = new Map<string, Running>()
  private isStopping = false

  constructor(private readonly options: InvokerOptions) {}

  byToken(token: string | undefined): Running | undefined {
    return token === undefined ? undefined : this.running.get(token)
  }

  list(): { name: string; instances: number; timers: string[] }[] {
    const { functionsDir, functions } = this.options
    return listFunctions(functionsDir).map((name) => ({
      name,
      instances: this.pools.get(name)?.size ?? 0,
      timers: findFunction(functionsDir, name, functions)?.triggers.map((t) => t.name) ?? [],
    }))
  }

  deployed(name: string): DeployedFunction {
    const { functionsDir, functions } = this.options
    const deployed = findFunction(functionsDir, name, functions)
    if (!deployed) throw functionNotFound(name, listFunctions(functionsDir))
    return deployed
  }

  /** Returns the JSON text the function returned; throws FunctionError. */
  async invoke(invocation: Invocation): Promise<string> {
    const deployed = this.deployed(invocation.functionName)
    const requestId = randomUUID()
    const { counters, logs, clock, faults } = this.options
    const { functionName, event, source } = invocation
    const running: Running = { ...invocation, requestId, lease: null, kill: null }
    const log = logs.begin(requestId, functionName, source, clock.now())
    counters.begin(requestId, functionName, event)
    this.running.set(requestId, running)
    const started = performance.now()
    try {
      const strike = faults.strike('function', { function: functionName, event, source })
      const result = await this.runStruck(deployed, running, log, strike)
      log.outcome = 'ok'
      return result
    } catch (error) {
      throw this.failed(error, running, log)
    } finally {
      log.ms = Math.round((performance.now() - started) * 10) / 10
      counters.end(requestId)
      this.running.delete(requestId)
    }
  }

  private failed(error: unknown, running: Running, log: InvocationLog): FunctionError {
    const failure =
      error instanceof FunctionError
        ? error
        : new FunctionError('FUNCTIONS_EXECUTE_FAIL', String((error as Error)?.message ?? error))
    failure.requestId = running.requestId
    failure.logs = log.lines
    log.outcome = 'failed'
    log.error = failure.functionStack || failure.message
    this.options.print(`${running.functionName} failed: ${log.error}`)
    return failure
  }

  private async runStruck(
    deployed: DeployedFunction,
    running: Running,
    log: InvocationLog,
    strike: FaultEffect | null,
  ): Promise<string> {
    if (strike?.effect === 'delay') {
      await new Promise((resolve) => setTimeout(resolve, strike.delayMs ?? 1000))
    } else if (strike?.effect === 'fail' || strike?.effect === 'conflict') {
      const message = strike.message ?? 'a declared fault struck this call'
      throw new FunctionError(strike.code ?? 'FUNCTIONS_EXECUTE_FAIL', message)
    } else if (strike?.effect === 'kill-instance') {
      const { afterCalls = 0, action } = strike
      running.kill = { afterCalls, action, counted: 0 }
    }
    const result = await this.run(deployed, running, log)
    if (strike?.effect === 'drop-answer-after-work') {
      const dropped = new FunctionError(
        'FUNCTIONS_ANSWER_DROPPED',
        'the answer was lost on the way',
      )
      dropped.isDropped = true
      throw dropped
    }
    return result
  }

  private async run(
    deployed: DeployedFunction,
    running: Running,
    log: InvocationLog,
  ): Promise<string> {
    if (this.isStopping) throw new FunctionError('FUNCTIONS_EXECUTE_FAIL', 'the cloud is stopping')
    const { requestId, functionName, source, identity } = running
    const lease = await this.pool(deployed).lease(deployed)
    running.lease = lease
    try {
      await lease.instance.ready
      if (lease.isCold) log.coldStartMs = lease.instance.coldStartMs ?? undefined
      const env = this.options.env()
      const appid = env.WX_APPID ?? env.WXPAY_APPID ?? DEFAULT_APPID
      const message = {
        id: requestId,
        event: JSON.stringify(withUser(running, appid)) ?? '{}',
        env: invocationEnv(source, identity, requestId, appid),
        context: invocationContext(deployed, requestId),
      }
      return await lease.instance.invoke(message, (line) => {
        this.options.logs.add(log, line)
        this.options.print(`${functionName} ${line.level}: ${line.text}`)
      })
    } finally {
      lease.release()
    }
  }

  private pool(deployed: DeployedFunction): Pool {
    let pool = this.pools.get(deployed.name)
    if (!pool) {
      const { base, env, instances, clock } = this.options
      pool = new Pool(deployed, {
        limit: instances,
        clock: clock.memory,
        hosts: [new URL(base()).hostname],
        env: (current) => ({
          ...instanceEnv(base()),
          ...this.given(env(), current),
          ...current.variables,
        }),
      })
      this.pools.set(deployed.name, pool)
    }
    return pool
  }

  /** As deployed: a variable that some functions declare reaches only those. */
  private given(env: Record<string, string>, deployed: DeployedFunction): Record<string, string> {
    const declared = new Set(
      this.options.functions.flatMap(({ envVariables = {} }) => Object.keys(envVariables)),
    )
    return Object.fromEntries(
      Object.entries(env).filter(([name]) => !declared.has(name) || deployed.declared.has(name)),
    )
  }

  /** Counts a database call towards a declared death; true when the instance was just ended. */
  diesAt(running: Running, action: string): boolean {
    const { kill, lease } = running
    if (!kill || !lease || (kill.action !== undefined && kill.action !== action)) return false
    if (kill.counted++ < kill.afterCalls) return false
    running.kill = null
    const text = `the instance was killed after ${kill.afterCalls} calls`
    lease.instance.kill(new FunctionError('FUNCTIONS_INSTANCE_KILLED', text))
    return true
  }

  async stop(): Promise<void> {
    this.isStopping = true
    await Promise.all([...this.pools.values()].map((pool) => pool.stop()))
  }
}

/** The platform adds who is calling to the event of a client's call. */
function withUser({ event, source, identity }: Running, appid: string): unknown {
  const isClient = source === 'wx_client' && identity.openid !== undefined
  if (!isClient || event === null || typeof event !== 'object' || Array.isArray(event)) return event
  return { ...event, userInfo: { appId: appid, openId: identity.openid } }
}

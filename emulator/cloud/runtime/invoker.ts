/** Calls functions: context, faults, counters and logs around an instance from the function's pool. */
import { randomUUID } from 'node:crypto'
import type { Counters } from '../control/counters'
import type { FaultEffect, Faults } from '../control/faults'
import type { InvocationLog, InvocationLogs, LogLine } from '../control/invocation-logs'
import type { People } from '../control/people'
import { Deployment, type DeploymentOptions, type FunctionReport } from './deployment'
import { answerLost, checkAnswerSize, checkEventSize, FunctionError } from './function-error'
import type { DeployedFunction } from './function-settings'
import { DEFAULT_APPID, invocationContext, invocationEnv, type Identity } from './invocation-env'
import type { Lease } from './pool'
import { readBuild } from './read-build'

export interface InvokerOptions extends DeploymentOptions {
  counters: Counters
  faults: Faults
  logs: InvocationLogs
  people: People
}

export interface Invocation {
  functionName: string
  event: unknown
  /** wx_client, wx_trigger, wx_http; a nested call adds ",scf". */
  source: string
  identity: Identity
  /** The request id of the invocation that calls. */
  parent?: string
}

/** What the gateway knows of an invocation by its token. */
export interface Running extends Invocation {
  requestId: string
  lease: Lease | null
  kill: { afterCalls: number; action?: string; counted: number } | null
}

export interface Answer {
  /** The JSON text the function returned. */
  result: string
  requestId: string
  /** What starting the instance took, when one was started for this call. */
  coldStartMs: number | null
}

export class Invoker {
  readonly deployment: Deployment
  private running = new Map<string, Running>()
  private isStopping = false

  constructor(private readonly options: InvokerOptions) {
    this.deployment = new Deployment(options)
  }

  byToken(token: string | undefined): Running | undefined {
    return token === undefined ? undefined : this.running.get(token)
  }

  list(): FunctionReport[] {
    return this.deployment.report()
  }

  deployed(name: string): DeployedFunction {
    return this.deployment.find(name)
  }

  /** Returns the JSON text the function returned; throws FunctionError. */
  async invoke(invocation: Invocation): Promise<string> {
    return (await this.answer(invocation)).result
  }

  /** As invoke, with what else is known of the call. */
  async answer(invocation: Invocation): Promise<Answer> {
    const deployed = this.deployed(invocation.functionName)
    const requestId = randomUUID()
    const { counters, logs, clock, faults, people } = this.options
    const { functionName, event, source, identity, parent } = invocation
    const running: Running = { ...invocation, requestId, lease: null, kill: null }
    if (source === 'wx_client') people.note(identity.openid)
    const log = logs.begin(requestId, functionName, source, clock.now(), parent)
    counters.begin(requestId, functionName, event, parent)
    this.running.set(requestId, running)
    const started = performance.now()
    try {
      const strike = faults.strike('function', { function: functionName, event, source })
      const result = await this.runStruck(deployed, running, log, strike)
      log.outcome = 'ok'
      return { result, requestId, coldStartMs: log.coldStartMs ?? null }
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
    failure.coldStartMs = log.coldStartMs ?? null
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
      await this.options.faults.linger(strike)
    } else if (strike?.effect === 'fail' || strike?.effect === 'conflict') {
      const message = strike.message ?? 'a declared fault struck this call'
      throw new FunctionError(strike.code ?? 'FUNCTIONS_EXECUTE_FAIL', message)
    } else if (strike?.effect === 'kill-instance') {
      const { afterCalls = 0, action } = strike
      running.kill = { afterCalls, action, counted: 0 }
    }
    const result = await this.run(deployed, running, log)
    if (strike?.effect === 'drop-answer-after-work') throw answerLost()
    return result
  }

  private async run(
    deployed: DeployedFunction,
    running: Running,
    log: InvocationLog,
  ): Promise<string> {
    const { env: readEnv, logs, print } = this.options
    const { requestId, functionName, source, identity } = running
    const settings = readEnv()
    const appid = settings.WX_APPID ?? settings.WXPAY_APPID ?? DEFAULT_APPID
    const event = JSON.stringify(withUser(running, appid)) ?? '{}'
    checkEventSize(event)
    const lease = await this.leaseLoaded(deployed, running, (line) => {
      logs.add(log, line)
      print(`${functionName} ${line.level}: ${line.text}`)
    })
    try {
      if (lease.isCold) log.coldStartMs = lease.instance.coldStartMs ?? undefined
      const env = invocationEnv(source, identity, requestId, appid)
      const context = invocationContext(deployed, requestId, env)
      const message = { id: requestId, event, env, context }
      const { result, memoryMb } = await lease.instance.invoke(message)
      log.memoryMb = memoryMb
      checkAnswerSize(result)
      return result
    } finally {
      lease.release()
    }
  }

  /** An instance that has loaded; a bundle that was being written while it loaded is tried again. */
  private async leaseLoaded(
    deployed: DeployedFunction,
    running: Running,
    onLine: (line: LogLine) => void,
  ): Promise<Lease> {
    for (let attempt = 1; ; attempt++) {
      if (this.isStopping) {
        throw new FunctionError('FUNCTIONS_EXECUTE_FAIL', 'the cloud is stopping')
      }
      const pool = this.deployment.pool(deployed.name)
      const lease = await pool.lease(deployed, this.countAncestors(running))
      running.lease = lease
      lease.instance.listen(onLine)
      try {
        await lease.instance.ready
        return lease
      } catch (error) {
        lease.release()
        if (attempt === 3 || readBuild(deployed.folder) === lease.build) throw error
      }
    }
  }

  /** How many of the callers up the chain hold an instance of the same function. */
  private countAncestors({ functionName, parent }: Running): number {
    const caller = this.byToken(parent)
    if (!caller) return 0
    return (
      this.countAncestors({ ...caller, functionName }) +
      Number(caller.functionName === functionName)
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
    await this.deployment.stop()
  }
}

/** The platform adds who is calling to the event of a client's call. */
function withUser({ event, source, identity }: Running, appid: string): unknown {
  const isClient = source === 'wx_client' && identity.openid !== undefined
  if (!isClient || event === null || typeof event !== 'object' || Array.isArray(event)) return event
  return { ...event, userInfo: { appId: appid, openId: identity.openid } }
}

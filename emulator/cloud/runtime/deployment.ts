/** All functions of the cloud as they are deployed, with a pool of instances for each that was called. */
import type { Clock } from '../types'
import { nextDue, parseCron } from './cron'
import { functionNotFound } from './function-error'
import {
  fillVariables,
  findFunction,
  listFunctions,
  type DeployedFunction,
  type FunctionSettings,
} from './function-settings'
import { instanceEnv } from './invocation-env'
import { Pool } from './pool'

export interface DeploymentOptions {
  functionsDir: string
  functions: FunctionSettings[]
  instances: number
  idleMs: number
  /** Hosts beyond this machine that functions may reach; `*` is all. */
  hosts: string[]
  clock: Clock & { memory: SharedArrayBuffer }
  base: () => string
  env: () => Record<string, string>
  print: (line: string) => void
}

export interface FunctionReport {
  name: string
  instances: number
  /** Calls that wait for an instance. */
  queued: number
  coldStarts: number
  lastColdStartMs: number | null
  timeoutMs: number
  memoryMb: number
  /** `next` is when it is due, UTC ms; null when it isn't within five years. */
  timers: { name: string; cron: string; next: number | null }[]
}

export class Deployment {
  private pools = new Map<string, Pool>()
  private told = new Set<string>()

  constructor(private readonly options: DeploymentOptions) {}

  find(name: string): DeployedFunction {
    const { functionsDir, functions } = this.options
    const deployed = findFunction(functionsDir, name, functions)
    if (!deployed) throw functionNotFound(name, listFunctions(functionsDir, functions))
    return deployed
  }

  all(): DeployedFunction[] {
    const { functionsDir, functions } = this.options
    return listFunctions(functionsDir, functions).map((name) => this.find(name))
  }

  report(): FunctionReport[] {
    return this.all().map(({ name, timeoutMs, memoryMb, triggers }) => {
      const pool = this.pools.get(name)
      return {
        name,
        instances: pool?.size ?? 0,
        queued: pool?.queued ?? 0,
        coldStarts: pool?.coldStarts ?? 0,
        lastColdStartMs: pool?.lastColdStartMs ?? null,
        timeoutMs,
        memoryMb,
        timers: triggers.map(({ name, config }) => ({
          name,
          cron: config,
          next: this.nextOf(config),
        })),
      }
    })
  }

  private nextOf(cron: string): number | null {
    try {
      return nextDue(parseCron(cron), this.options.clock.now())
    } catch {
      return null
    }
  }

  /** The function whose HTTP access path leads to `path` (or whose name begins it), and what follows. */
  route(path: string): { name: string; rest: string } {
    const declared = this.options.functions
      .filter((one) => one.path && (path === one.path || path.startsWith(`${one.path}/`)))
      .sort((a, b) => (b.path?.length ?? 0) - (a.path?.length ?? 0))[0]
    if (declared?.path) return { name: declared.name, rest: path.slice(declared.path.length) }
    const [, name = '', ...rest] = path.split('/')
    return { name, rest: rest.length ? `/${rest.join('/')}` : '' }
  }

  pool(name: string): Pool {
    let pool = this.pools.get(name)
    if (!pool) {
      const { base, instances, idleMs, clock, hosts, print } = this.options
      pool = new Pool({
        limit: instances,
        idleMs,
        clock: clock.memory,
        hosts: [new URL(base()).hostname, ...hosts],
        env: (deployed) => this.envOf(deployed),
        print,
      })
      this.pools.set(name, pool)
    }
    return pool
  }

  /** As deployed: a variable that some functions declare, or fill theirs from, reaches only those. */
  private envOf(deployed: DeployedFunction): Record<string, string> {
    const { base, functions } = this.options
    const env = this.options.env()
    const kept = new Set(functions.flatMap(({ envVariables = {} }) => namesIn(envVariables)))
    const open = Object.entries(env).filter(([name]) => !kept.has(name))
    const filled = fillVariables(deployed.variables, env)
    this.tellUnset(deployed, filled)
    return { ...instanceEnv(base()), ...Object.fromEntries(open), ...filled }
  }

  /** Once a function: a variable without a value is a secret that isn't here, or a slip. */
  private tellUnset({ name, variables }: DeployedFunction, filled: Record<string, string>): void {
    const unset = Object.keys(variables).filter((variable) => !(variable in filled))
    if (unset.length === 0 || this.told.has(name)) return
    this.told.add(name)
    this.options.print(`${name}: without a value (.env.local may give one): ${unset.join(', ')}`)
  }

  /** Ends instances, so that the next call is a cold start; those at work end after their answer. */
  recycle(name?: string): number {
    const pools = [...this.pools].filter(([one]) => name === undefined || one === name)
    return pools.reduce((sum, [, pool]) => sum + pool.recycle(), 0)
  }

  async stop(): Promise<void> {
    await Promise.all([...this.pools.values()].map((pool) => pool.stop()))
  }
}

function namesIn(variables: Record<string, string>): string[] {
  const referenced = Object.values(variables).flatMap((value) =>
    [...String(value).matchAll(/\{\{\s*env\.(\w+)\s*\}\}/g)].map((match) => match[1] as string),
  )
  return [...Object.keys(variables), ...referenced]
}

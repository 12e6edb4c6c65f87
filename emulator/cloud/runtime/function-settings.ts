/** What is configured for each function: cloudbaserc.json's entry, completed by the bundle's own config.json. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface TimerTrigger {
  name: string
  type: string
  /** Seven fields: second minute hour day month weekday year, UTC+8. */
  config: string
}

/** As in cloudbaserc.json; `timeout` in seconds, `memorySize` in MB. */
export interface FunctionSettings {
  name: string
  timeout?: number
  memorySize?: number
  envVariables?: Record<string, string>
  triggers?: TimerTrigger[]
}

export interface DeployedFunction {
  name: string
  file: string
  timeoutMs: number
  memoryMb: number
  /** Variables with a value of their own. */
  variables: Record<string, string>
  /** Names of all variables that are configured for it. */
  declared: Set<string>
  triggers: TimerTrigger[]
}

export class NoFunctions extends Error {
  override name = 'NoFunctions'
}

/** The function of that name as it is deployed now; null when there is no bundle. */
export function findFunction(
  functionsDir: string,
  name: string,
  declared: FunctionSettings[],
): DeployedFunction | null {
  if (!/^[\w-]+$/.test(name)) return null
  const file = join(functionsDir, name, 'index.js')
  if (!existsSync(file)) return null
  const own = readConfig(join(functionsDir, name, 'config.json'))
  const settings = declared.find((candidate) => candidate.name === name)
  const triggers = settings?.triggers ?? own.triggers ?? []
  return {
    name,
    file,
    timeoutMs: (settings?.timeout ?? own.timeout ?? 20) * 1000,
    memoryMb: settings?.memorySize ?? own.memorySize ?? 256,
    variables: keepResolved(settings?.envVariables ?? {}),
    declared: new Set(Object.keys(settings?.envVariables ?? {})),
    triggers: triggers.filter((trigger) => trigger.type === 'timer'),
  }
}

function readConfig(path: string): Partial<FunctionSettings> {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as FunctionSettings) : {}
}

/** `{{env.NAME}}` stands for a secret of the real deployment: here the variable is simply absent. */
function keepResolved(variables: Record<string, string>): Record<string, string> {
  const resolved = Object.entries(variables).filter(([, value]) => !value.includes('{{'))
  return Object.fromEntries(resolved.map(([name, value]) => [name, String(value)]))
}

export function listFunctions(functionsDir: string): string[] {
  if (!existsSync(functionsDir)) {
    throw new NoFunctions(`no functions in ${functionsDir}: build them first`)
  }
  return readdirSync(functionsDir).filter((name) =>
    existsSync(join(functionsDir, name, 'index.js')),
  )
}

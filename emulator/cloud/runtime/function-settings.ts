/** What is configured for each function: cloudbaserc.json's entry, completed by the bundle's own config.json. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface TimerTrigger {
  name: string
  type: string
  /** Seven fields: second minute hour day month weekday year, UTC+8. */
  config: string
}

/** As in cloudbaserc.json; times in seconds, `memorySize` in MB. */
export interface FunctionSettings {
  name: string
  /** Its folder below the functions' folder, when that isn't its name. */
  dir?: string
  /** File and exported name, `index.main` unless given. */
  handler?: string
  timeout?: number
  /** How long an instance may take to load; 65 s unless given, as in the function service. */
  initTimeout?: number
  memorySize?: number
  envVariables?: Record<string, string>
  triggers?: TimerTrigger[]
  /** HTTP access path, such as `/api/hello`. */
  path?: string
  /** `HTTP` is a web server of its own, which the emulator doesn't run. */
  type?: string
}

export interface DeployedFunction {
  name: string
  folder: string
  file: string
  /** The exported name that is called. */
  exported: string
  timeoutMs: number
  loadTimeoutMs: number
  memoryMb: number
  /** Configured variables; values may hold `{{env.NAME}}`. */
  variables: Record<string, string>
  triggers: TimerTrigger[]
}

export class NoFunctions extends Error {
  override name = 'NoFunctions'
}

/** A settings file that can't be read, named. */
export class BadFunctionSettings extends Error {
  override name = 'BadFunctionSettings'
}

/** The function of that name as it is deployed now; null when there is no bundle. */
export function findFunction(
  functionsDir: string,
  name: string,
  declared: FunctionSettings[],
): DeployedFunction | null {
  if (!/^[\w-]+$/.test(name)) return null
  const settings = declared.find((candidate) => candidate.name === name)
  if (!settings && declared.some(({ dir }) => dir === name)) return null
  const folder = join(functionsDir, settings?.dir ?? name)
  const { script, exported } = readHandler(settings?.handler ?? 'index.main')
  const file = join(folder, script)
  if (!existsSync(file)) return null
  const own = readConfig(join(folder, 'config.json'))
  const triggers = settings?.triggers ?? own.triggers ?? []
  return {
    name,
    folder,
    file,
    exported,
    timeoutMs: (settings?.timeout ?? own.timeout ?? 20) * 1000,
    loadTimeoutMs: (settings?.initTimeout ?? 65) * 1000,
    memoryMb: settings?.memorySize ?? own.memorySize ?? 256,
    variables: settings?.envVariables ?? {},
    triggers: triggers.filter((trigger) => trigger.type === 'timer'),
  }
}

function readHandler(handler: string): { script: string; exported: string } {
  const at = handler.lastIndexOf('.')
  if (at < 1) return { script: 'index.js', exported: handler }
  return { script: `${handler.slice(0, at)}.js`, exported: handler.slice(at + 1) }
}

function readConfig(path: string): Partial<FunctionSettings> {
  if (!existsSync(path)) return {}
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as FunctionSettings
  } catch (error) {
    throw new BadFunctionSettings(`${path} is not JSON: ${(error as Error).message}`)
  }
}

/**
 * The variables with their `{{env.NAME}}` filled in; one that can't be filled is absent (in the real deployment it
 * would be a secret).
 */
export function fillVariables(
  variables: Record<string, string>,
  env: Record<string, string>,
): Record<string, string> {
  const filled: Record<string, string> = {}
  for (const [name, template] of Object.entries(variables)) {
    const value = String(template).replace(
      /\{\{\s*env\.(\w+)\s*\}\}/g,
      (placeholder, wanted: string) => env[wanted] ?? placeholder,
    )
    if (!value.includes('{{')) filled[name] = value
  }
  return filled
}

/** Names of all functions that have a bundle. */
export function listFunctions(functionsDir: string, declared: FunctionSettings[] = []): string[] {
  if (!existsSync(functionsDir)) {
    throw new NoFunctions(`there is no folder ${functionsDir} with functions`)
  }
  const named = declared.map(({ name }) => name)
  return [...new Set([...readdirSync(functionsDir), ...named])].filter(
    (name) => findFunction(functionsDir, name, declared) !== null,
  )
}

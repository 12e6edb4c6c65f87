/** Looks over all functions' settings before the cloud starts: what the real service would refuse is named at once. */
import { parseCron } from './cron'
import {
  BadFunctionSettings,
  findFunction,
  listFunctions,
  type DeployedFunction,
  type FunctionSettings,
} from './function-settings'

/** Throws NoFunctions or BadFunctionSettings; answers with what is doubtful but can be run. */
export function checkFunctions(functionsDir: string, declared: FunctionSettings[]): string[] {
  const names = listFunctions(functionsDir, declared)
  const problems = declared.flatMap(checkNumbers)
  const doubts = declared
    .filter(({ name }) => !names.includes(name))
    .map(({ name }) => `function ${name} is configured, but there is no code for it`)
  for (const { name, type } of declared) {
    if (type === 'HTTP') doubts.push(`function ${name} is a web server (type HTTP): not run here`)
  }
  for (const name of names) {
    const deployed = findFunction(functionsDir, name, declared)
    if (!deployed) continue
    problems.push(...checkTriggers(deployed))
    if (deployed.triggers.length > 1) {
      doubts.push(`function ${name} has several triggers: the deployment tools take one a function`)
    }
  }
  if (problems.length) throw new BadFunctionSettings(problems.join('\n'))
  return doubts
}

function checkNumbers(settings: FunctionSettings): string[] {
  return (['timeout', 'initTimeout', 'memorySize'] as const).flatMap((member) => {
    const value: unknown = settings[member]
    const isRight = value === undefined || (typeof value === 'number' && value > 0)
    return isRight ? [] : [`function ${settings.name}: ${member} must be a number above 0`]
  })
}

function checkTriggers({ name, triggers }: DeployedFunction): string[] {
  const seen = new Set<string>()
  return triggers.flatMap((trigger) => {
    const which = `function ${name}, trigger ${String(trigger.name)}`
    const problems: string[] = []
    if (!/^[A-Za-z][\w-]{0,59}$/.test(trigger.name ?? '')) {
      problems.push(`${which}: a name is a letter, then up to 59 letters, digits, - and _`)
    }
    if (seen.has(trigger.name)) problems.push(`${which}: the name is taken`)
    seen.add(trigger.name)
    try {
      parseCron(String(trigger.config))
    } catch (error) {
      problems.push(`${which}: ${(error as Error).message}`)
    }
    return problems
  })
}

/** Errors and broken rules of the app: told to the automator's client as they come, and kept for Host.problems. */
import type { NodeBridge } from '../shared/host-calls'
import type { Problem } from '../shared/problem'

export interface Problems {
  readonly list: readonly Problem[]
  /** An error in the app's code: App.exceptionThrown, App.onError. */
  report: (error: unknown) => void
  /** A rejection nobody caught: App.exceptionThrown, App.onUnhandledRejection. */
  reportRejection: (reason: unknown, promise: Promise<unknown>) => void
  tell: (kind: Problem['kind'], message: string) => void
  /** What the app prints: App.logAdded once the client asked for it. */
  log: (type: LogType, args: readonly unknown[]) => void
  enableLog: () => void
  /** What the engine's words leave out, or null. */
  explain: (message: string) => string | null
  /** Who else is told: App.onError, App.onUnhandledRejection. */
  onReport: (text: string) => void
  onRejection: (rejection: { reason: unknown; promise: Promise<unknown> }) => void
}

export const LOG_TYPES = ['log', 'info', 'warn', 'error', 'debug'] as const
export type LogType = (typeof LOG_TYPES)[number]

/** What an error says: WeChat's failures are plain objects with `errMsg`. */
export function messageOf(error: unknown): string {
  if (error instanceof Error) return error.message
  if (error !== null && typeof error === 'object') {
    const { errMsg, message } = error as { errMsg?: unknown; message?: unknown }
    if (typeof errMsg === 'string') return errMsg
    if (typeof message === 'string') return message
    return JSON.stringify(plain(error)) ?? 'an object'
  }
  return String(error)
}

const stackOf = (error: unknown): string | undefined => {
  const stack = (error as { stack?: unknown } | null)?.stack
  return typeof stack === 'string' ? stack : undefined
}

/** What JSON can carry of a value; what it cannot is its text. */
export function plain(value: unknown): unknown {
  if (value === undefined) return null
  if (value instanceof Error) return value.message
  try {
    const json = JSON.stringify(value)
    return json === undefined ? textOf(value) : (JSON.parse(json) as unknown)
  } catch {
    return textOf(value)
  }
}

const textOf = (value: unknown): string =>
  typeof value === 'function' ? `[Function ${value.name}]` : Object.prototype.toString.call(value)

export function makeProblems(
  emit: NodeBridge['__hostEmit'],
  print: Record<LogType, (...args: unknown[]) => void>,
): Problems {
  const list: Problem[] = []
  let isLogging = false
  const throwUp = (error: unknown, lead = '') => {
    const words = messageOf(error)
    const more = problems.explain(words)
    const problem: Problem = {
      kind: more === null ? 'exception' : 'unknown-call',
      message: lead + words + (more === null ? '' : ` (${more})`),
    }
    const stack = stackOf(error)
    if (stack) problem.stack = stack
    list.push(problem)
    void emit('App.exceptionThrown', { message: problem.message, stack: problem.stack ?? '' })
    void emit('Host.problem', problem)
    return problem
  }
  const problems: Problems = {
    list,
    report(error) {
      const { message, stack } = throwUp(error)
      problems.onReport(stack ?? message)
    },
    reportRejection(reason, promise) {
      throwUp(reason, 'Unhandled promise rejection: ')
      problems.onRejection({ reason, promise })
    },
    tell(kind, message) {
      const problem: Problem = { kind, message }
      list.push(problem)
      void emit('Host.problem', problem)
      problems.log(kind === 'warning' ? 'warn' : 'error', [message])
    },
    log(type, args) {
      print[type](...args)
      if (isLogging) void emit('App.logAdded', { type, args: args.map(plain) })
    },
    enableLog() {
      isLogging = true
    },
    explain: () => null,
    onReport: () => undefined,
    onRejection: () => undefined,
  }
  return problems
}

/** React tells of an error in a component only by printing it. */
const isReactError = (args: readonly unknown[]): boolean =>
  args.some((one) => one instanceof Error) ||
  /^(Uncaught|The above error occurred)/.test(String(args[0]))

/** The console the app's code knows. */
export function makeConsole(problems: Problems): Record<string, (...args: unknown[]) => void> {
  const own: Record<string, (...args: unknown[]) => void> = {}
  for (const type of LOG_TYPES) own[type] = (...args) => problems.log(type, args)
  own['error'] = (...args) => {
    problems.log('error', args)
    if (isReactError(args)) problems.report(args.find((one) => one instanceof Error) ?? args[0])
  }
  for (const name of ['group', 'groupCollapsed', 'trace', 'table', 'dir'])
    own[name] = (...args) => problems.log('log', args)
  for (const name of ['groupEnd', 'time', 'timeEnd', 'timeLog', 'count', 'assert', 'clear'])
    own[name] = () => undefined
  return own
}

/** wx.* by a value or a function in its place, and back. */
import type { RunningApp } from '../running-app'
import { memberOf } from './app'
import { listOf, textOf, type Params } from './answer'

interface Callbacks {
  success?: (result: unknown) => void
  fail?: (result: unknown) => void
  complete?: (result: unknown) => void
}

const isFailure = (result: unknown): boolean => {
  const errMsg = (result as { errMsg?: unknown } | null)?.errMsg
  return typeof errMsg === 'string' && errMsg.includes(':fail')
}

/** A mock's result the way WeChat gives results: to callbacks when there are any, else as a promise. */
function give(method: string, options: unknown, result: unknown): unknown {
  const { success, fail, complete } = (options ?? {}) as Callbacks
  const named = (value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? { errMsg: `${method}:ok`, ...value }
      : value
  const answer = Promise.resolve(result).then(named)
  if (!success && !fail && !complete)
    return answer.then((value) => (isFailure(value) ? Promise.reject(value as Error) : value))
  void answer.then((value) => {
    if (isFailure(value)) fail?.(value)
    else success?.(value)
    complete?.(value)
  })
  return undefined
}

/** What answers by its return value. */
const isImmediate = (method: string): boolean =>
  /Sync$|^(on|off)[A-Z]|^create[A-Z]|^get\w+(Manager|Info)$|^(canIUse|nextTick)$/.test(method) &&
  !/^(getSystemInfo|getStorageInfo|getImageInfo|getVideoInfo|getFileInfo)$/.test(method)

export function makeMocks(
  running: RunningApp,
  functionFrom: (source: string) => (...args: unknown[]) => unknown,
) {
  const originals = new Map<string, unknown>()
  return {
    mock(params: Params): void {
      const method = textOf(params, 'method')
      const { owner, name, call } = memberOf(running.wx, method)
      const { functionDeclaration, result } = params
      const isRestore = functionDeclaration == null && (result === undefined || result === null)
      if (isRestore) {
        if (originals.has(method)) owner[name] = originals.get(method)
        originals.delete(method)
        return
      }
      if (!originals.has(method)) originals.set(method, call)
      const origin = originals.get(method)
      const more = listOf(params, 'args')
      const answer =
        typeof functionDeclaration === 'string' ? functionFrom(functionDeclaration) : () => result
      owner[name] = function (...given: unknown[]) {
        const all = more.length > 0 && given.length === 0 ? [undefined] : given
        const answered = answer.apply({ origin }, [...all, ...more])
        return isImmediate(method) ? answered : give(method, given[0], answered)
      }
    },
  }
}

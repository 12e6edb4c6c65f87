/** How a topic of wx.* is written: plain async functions that throw WxFailure; `wxCall` gives them WeChat's manners. */
import type { Choices } from '../../shared/choices'
import type { HostAnswer, HostAsk, HostCallKind, Launch } from '../../shared/host-calls'
import type { Manifest, ThemeName } from '../../shared/manifest'
import type { Problem } from '../../shared/problem'
import type { LogicPage } from '../logic-page'
import type { Shell } from '../../shell/shell'
import type { Phone } from './phone'

/** A failed call: `name:fail <reason>`, with further members (errCode, errno …) beside errMsg. */
export class WxFailure extends Error {
  constructor(
    readonly reason: string,
    readonly members: Readonly<Record<string, unknown>> = {},
  ) {
    super(reason)
  }
}

export interface WxOptions {
  success?: (result: WxResult) => void
  fail?: (result: WxResult) => void
  complete?: (result: WxResult) => void
  [name: string]: unknown
}

export interface WxResult {
  errMsg: string
  [name: string]: unknown
}

/** What every topic is given. */
export interface WxHost {
  readonly manifest: Manifest
  readonly openid: string
  readonly shell: Shell
  choices(): Choices
  /** The page on top. @throws WxFailure when there is none */
  topPage(): LogicPage
  pages(): readonly LogicPage[]
  /** How the app was first opened, and how it last came to the front. */
  launchOptions(): Launch
  enterOptions(): Launch
  theme(): ThemeName
  fontSize(): number
  /** The person's storage: keys to JSON texts. */
  readonly storage: Map<string, string>
  /** @throws WxFailure */
  ask<K extends HostCallKind>(kind: K, ask: HostAsk<K>): Promise<HostAnswer<K>>
  /** App-wide events: wx.on<name> and wx.off<name> are made by the topic, fired by whoever knows. */
  on(name: string, listener: (value: unknown) => void): void
  off(name: string, listener?: (value: unknown) => void): void
  fire(name: string, value: unknown): void
  /** An error in the app's code: App.exceptionThrown, App.onError. */
  report(error: unknown): void
  /** Keeps a problem that is no exception in Host.problems. */
  tell(kind: Problem['kind'], message: string): void
  /** Page stack moves. Each throws WxFailure with the tail of WeChat's errMsg. */
  readonly navigation: Navigation
  /** The top page's look changed, or its tab bar's: the shell shows it anew. */
  lookChanged(page: LogicPage): void
  /** What stays on the phone outside the app: clipboard, album, shares, files. Made by `makePhone()`. */
  readonly phone: Phone
}

export interface Navigation {
  navigateTo(options: {
    url: string
    events?: Record<string, (value: unknown) => void>
  }): Promise<object | void>
  redirectTo(options: { url: string }): Promise<object | void>
  reLaunch(options: { url: string }): Promise<object | void>
  switchTab(options: { url: string }): Promise<object | void>
  navigateBack(options: { delta?: number }): Promise<object | void>
}

/** A topic: the members it adds to wx. Asynchronous ones are wrapped with `wxCall`. */
export type WxTopic = (host: WxHost) => Record<string, unknown>

/** An asynchronous call: reads its options and answers with members beside errMsg. */
export type Perform = (options: WxOptions) => Promise<object | void> | object | void

/** Calls with WeChat's manners, by name. */
export function wxCalls(calls: Readonly<Record<string, Perform>>): Record<string, unknown> {
  const entries = Object.entries(calls)
  return Object.fromEntries(entries.map(([name, perform]) => [name, wxCall(name, perform)]))
}

/**
 * WeChat's way of answering: callbacks when any is given, else a promise that rejects with `{ errMsg }`.
 * An error that is not a WxFailure is the host's own mistake: it is reported and rejected as it is.
 */
export function wxCall<O extends object>(
  name: string,
  perform: (options: O) => Promise<object | void> | object | void,
): (options?: O & WxOptions) => Promise<WxResult> | undefined {
  return (given) => {
    const options = given ?? ({} as O & WxOptions)
    const hasCallbacks = Boolean(options.success || options.fail || options.complete)
    const answer = settle(name, perform, options)
    if (!hasCallbacks) {
      return answer.then((result) => {
        if (result.errMsg.startsWith(`${name}:ok`)) return result
        // WeChat rejects with a plain object, not an Error.
        // eslint-disable-next-line @typescript-eslint/only-throw-error
        throw result
      })
    }
    void answer.then((result) => {
      const isOk = result.errMsg.startsWith(`${name}:ok`)
      try {
        if (isOk) options.success?.(result)
        else options.fail?.(result)
      } finally {
        options.complete?.(result)
      }
    })
    return undefined
  }
}

async function settle<O extends object>(
  name: string,
  perform: (options: O) => Promise<object | void> | object | void,
  options: O,
): Promise<WxResult> {
  try {
    return { errMsg: `${name}:ok`, ...(await perform(options)) }
  } catch (error) {
    if (!(error instanceof WxFailure)) throw error
    return { errMsg: `${name}:fail ${error.reason}`, ...error.members }
  }
}

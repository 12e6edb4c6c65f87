// Who WeChat says is calling.
import { cloud } from './sdk'

export interface CallerFacts {
  /** Empty when WeChat vouches for nobody: timers, HTTP access. */
  readonly openid: string
}

/** An all-digit OPENID arrives as a number from the SDK; it is text here. */
export function readCaller(): CallerFacts {
  const context = cloud.getWXContext() as { OPENID?: string | number }
  return { openid: context.OPENID === undefined ? '' : String(context.OPENID) }
}

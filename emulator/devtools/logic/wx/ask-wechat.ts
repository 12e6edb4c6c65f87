/** The phone's half of WeChat in the local cloud: an answer's errMsg becomes the call's own. */
import { WxFailure, type WxHost } from './define'

/** @throws WxFailure with what follows `:fail` in the answer */
export async function askWeChat(
  host: WxHost,
  route: string,
  body: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  const { errMsg, ...members } = await host.ask('wechat', { route, body })
  if (typeof errMsg === 'string' && /:fail/.test(errMsg)) {
    throw new WxFailure(errMsg.replace(/^[^:]*:fail ?/, ''), members)
  }
  return members
}

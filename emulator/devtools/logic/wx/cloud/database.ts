/** wx.cloud.database(). */
import type { WxHost } from '../define'

export function makeDatabase(host: WxHost): object {
  host.tell('unknown-call', 'wx.cloud.database is not provided by this host')
  throw new Error('wx.cloud.database is not provided by this host')
}

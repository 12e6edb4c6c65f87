/** wx.onAppShow and its kin: listeners that the logic layer, the shell and other topics fire. */
import type { WxHost } from './define'

const EVENTS = [
  ...['AppShow', 'AppHide', 'Error', 'UnhandledRejection', 'PageNotFound', 'ThemeChange'],
  ...['WindowResize', 'KeyboardHeightChange', 'NetworkStatusChange', 'NetworkWeakChange'],
  ...['MemoryWarning', 'AudioInterruptionBegin', 'AudioInterruptionEnd', 'UserCaptureScreen'],
  ...[
    'LazyLoadError',
    'CopyUrl',
    'BatteryInfoChange',
    'ApiCategoryChange',
    'AppRoute',
    'AppRouteDone',
  ],
  'ScreenRecordingStateChanged',
]

export function appEvents(host: WxHost): Record<string, unknown> {
  const members = EVENTS.flatMap((name): [string, unknown][] => [
    [`on${name}`, (listener: (value: unknown) => void) => host.on(name, listener)],
    [`off${name}`, (listener?: (value: unknown) => void) => host.off(name, listener)],
  ])
  return Object.fromEntries(members)
}

/** What the topics of wx.* are given: the running app seen from its phone. */
import type { Boot, HostAnswer, HostAsk, HostCallKind, NodeBridge } from '../shared/host-calls'
import type { Manifest } from '../shared/manifest'
import type { Shell } from '../shell/shell'
import type { AppEvents } from './tell-events'
import type { Problems } from './report-problems'
import type { Router } from './router'
import type { AppStart } from './start-app'
import type { Phone } from './wx/phone'
import { WxFailure, type WxHost } from './wx/define'

export function makeHost(parts: {
  manifest: Manifest
  boot: Boot
  shell: Shell
  phone: Phone
  problems: Problems
  events: AppEvents
  router: Router
  start: AppStart
  call: NodeBridge['__hostCall']
  show(): void
}): WxHost {
  const { boot, events, problems, router, start } = parts
  return {
    manifest: parts.manifest,
    openid: boot.openid,
    shell: parts.shell,
    phone: parts.phone,
    choices: () => boot.choices,
    topPage() {
      const page = router.top()
      if (!page) throw new WxFailure('no page is open')
      return page
    },
    pages: () => router.stack,
    launchOptions: () => start.launchOptions(),
    enterOptions: () => start.enterOptions(),
    theme: () => boot.theme,
    fontSize: () => boot.fontSize,
    storage: new Map(Object.entries(boot.storage)),
    async ask<K extends HostCallKind>(kind: K, ask: HostAsk<K>): Promise<HostAnswer<K>> {
      const told = await parts.call(kind, ask)
      if (told.failure !== undefined) throw new WxFailure(told.failure)
      return told.answer as HostAnswer<K>
    },
    on: events.on,
    off: events.off,
    fire: events.fire,
    report: problems.report,
    tell: problems.tell,
    navigation: router,
    lookChanged(page) {
      if (router.top() === page) parts.show()
    },
  }
}

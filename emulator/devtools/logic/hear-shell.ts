/** The person's taps on WeChat's own bars: back, tabs, the capsule's menu. */
import type { Manifest } from '../shared/manifest'
import type { Shell } from '../shell/shell'
import type { Router } from './router'
import type { WxHost } from './wx/define'
import { mayLeave } from './wx/navigation'
import { openMenu } from './share-page'

export function hearShell({
  shell,
  router,
  host,
  manifest,
}: {
  shell: Shell
  router: Router
  host: WxHost
  manifest: Manifest
}): void {
  const report = (error: unknown) => host.report(error)

  const goBack = async () => {
    const page = router.top()
    if (!page || router.stack.length < 2) return
    if (await mayLeave(host, page)) await router.navigateBack({})
  }

  const tapTab = async (index: number) => {
    const item = manifest.app.tabBar?.list[index]
    if (!item) return
    await router.switchTab({ url: `/${item.pagePath}` })
    const { text } = shell.tab(index)
    router.top()?.call('onTabItemTap', { index, pagePath: item.pagePath, text: text || item.text })
  }

  shell.onBack(() => void goBack().catch(report))
  shell.onTab((index) => void tapTab(index).catch(report))
  shell.onMenu(() => {
    const page = router.top()
    if (page) void openMenu(host, page).catch(report)
  })
}

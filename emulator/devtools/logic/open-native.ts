/** Components that WeChat answers for: share and other open-type buttons, navigators, pickers. */
import type { NativeKind } from '../view/page-view'
import type { OpenPage } from './open-page'
import type { WxHost } from './wx/define'
import { shareCard } from './share-page'

export function openNative(
  host: WxHost,
  page: OpenPage,
  kind: NativeKind,
  element: HTMLElement,
  properties: Record<string, unknown>,
): void {
  void (async () => {
    if (kind === 'open-type' && properties['openType'] === 'share') {
      const target = { id: element.id, dataset: { ...element.dataset } }
      await shareCard(host, page, { from: 'button', target })
    }
  })().catch((error) => host.report(error))
}

/** Components that WeChat answers for: open-type buttons, navigators, pickers, and bars set from a template. */
import type { NativeKind } from '../../view/page-view'
import type { OpenPage } from '../open-page'
import type { WxHost } from '../wx/define'
import { followNavigator } from './follow-navigator'
import { offerNickname } from './offer-nickname'
import { openPicker } from './open-picker'
import { pressButton } from './press-button'
import { setBars } from './set-bars'

/** The component that asked, and what WeChat answers to it as an event of its own. */
export interface Asker {
  readonly host: WxHost
  readonly page: OpenPage
  readonly element: HTMLElement
  readonly properties: Readonly<Record<string, unknown>>
  emit(type: string, detail: object): void
}

const NATIVES: Partial<Record<NativeKind, (asker: Asker) => Promise<void> | void>> = {
  'open-type': pressButton,
  navigator: followNavigator,
  picker: openPicker,
  nickname: offerNickname,
  'page-meta': setBars,
  'navigation-bar': setBars,
}

export function openNative(
  host: WxHost,
  page: OpenPage,
  kind: NativeKind,
  element: HTMLElement,
  properties: Readonly<Record<string, unknown>>,
): void {
  const emit = (type: string, detail: object) => {
    if (!page.isGone) page.view.builtin(element)?.emit(type, detail)
  }
  const open = async () => NATIVES[kind]?.({ host, page, element, properties, emit })
  open().catch((error) => host.report(error))
}

export const textOf = ({ properties }: Asker, name: string): string => {
  const value = properties[name]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

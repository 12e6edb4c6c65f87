/** The phone around the pages: status and navigation bar, tab bar, and the sheets WeChat itself draws. */
import type { PageLook } from '../logic/logic-page'
import type { TabBar, ThemeName } from '../shared/manifest'

/** A sheet of WeChat's own that waits for the person. */
export interface NativeSheet {
  /** modal, action-sheet, payment, transfer, permission, privacy, subscribe, phone, share, receipt, picker … */
  kind: string
  title: string
  /** Who asks: the app's name unless told. */
  app?: string
  content?: string
  /** Lines to choose from (an action sheet, a selector picker). */
  items?: readonly string[]
  amountFen?: number
  /** A text field in a modal, with what it shows while empty. */
  editable?: { placeholder: string; value: string }
  confirmText?: string
  confirmColor?: string
  cancelText?: string | null
  cancelColor?: string
  /** Switches to set, in the settings; `confirm` answers with their states by name. */
  switches?: readonly { name: string; label: string; isOn: boolean }[]
  /** More of its own, drawn below the title (picker columns). Returns what `confirm` answers with. */
  body?: (place: HTMLElement) => () => unknown
}

export type SheetAnswer =
  | { verdict: 'confirm'; text?: string; value?: unknown }
  | { verdict: 'item'; index: number }
  | { verdict: 'cancel' }

export interface TabChange {
  badge?: string | null
  hasDot?: boolean
  text?: string
  iconPath?: string
  selectedIconPath?: string
}

export interface Shell {
  /** Queued: a second sheet waits until the first is answered. */
  ask(sheet: NativeSheet): Promise<SheetAnswer>
  /** The sheet that waits now, or null. */
  openSheet(): NativeSheet | null
  /** As if the person had tapped. @throws Error when no sheet is open or it has no such button */
  answerSheet(answer: SheetAnswer): void
  showToast(toast: {
    title: string
    icon: 'success' | 'error' | 'loading' | 'none'
    image?: string
    durationMs: number
    mask: boolean
  }): void
  hideToast(): void
  toast(): { title: string; icon: string } | null
  /** The keyboard's offer of a text to put in; null takes it away. */
  suggest(text: string | null, onTap?: () => void): void
  /** Pictures on the whole screen: wx.previewImage. */
  preview(urls: readonly string[], at: number): void
  setTabBar(bar: TabBar | null): void
  setTab(index: number, change: TabChange): void
  /** Colours by the names of app.json. */
  setTabBarStyle(change: Partial<Omit<TabBar, 'list' | 'custom'>>): void
  tab(index: number): { badge: string | null; hasDot: boolean; text: string }
  showTabBar(isShown: boolean): void
  setTheme(theme: ThemeName): void
  /** The page on top changed or its look did. */
  show(page: {
    frame: HTMLIFrameElement
    route: string
    look: PageLook
    canGoBack: boolean
    isTab: boolean
  }): void
  /** Resolves once the frame's document has loaded. */
  newFrame(): Promise<HTMLIFrameElement>
  /** CSS pixels. */
  measures(): {
    screen: { width: number; height: number }
    window: { width: number; height: number }
    statusBarHeight: number
    capsule: {
      left: number
      top: number
      right: number
      bottom: number
      width: number
      height: number
    }
    safeArea: {
      left: number
      top: number
      right: number
      bottom: number
      width: number
      height: number
    }
  }
  onBack(listener: () => void): void
  onTab(listener: (index: number) => void): void
  /** The capsule's menu: 转发, 分享到朋友圈 … */
  onMenu(listener: () => void): void
}

/** What a phone keeps beside the app's pages: clipboard, album, cards sent, temporary files, the last tap. */
import { FileStore } from './files/store'

/** A card or file that left the app. */
export interface Share {
  kind: 'card' | 'file' | 'picture' | 'timeline'
  title: string
  /** With query, without leading slash. */
  path: string
  imageUrl: string
  /** False when the person closed the sheet. */
  isSent: boolean
  [name: string]: unknown
}

export interface Picture {
  /** data: address. */
  dataUrl: string
  width: number
  height: number
}

export interface Phone {
  clipboard: string
  readonly album: Picture[]
  /** Videos in the album. */
  readonly videos: { dataUrl: string; bytes: number }[]
  readonly shares: Share[]
  readonly files: FileStore
  /**
   * The page whose tap was last handled: what needs a person's tap (subscribe messages) is allowed once for it.
   * The logic layer sets it when it hands a tap to the app's code; null when it is used up.
   */
  tappedPageId: number | null
  /** The answers to the privacy contract and to permissions by scope, each with the choice under which it was given. */
  readonly permits: Map<string, { isAllowed: boolean; under: string }>
  /** wx.enableAlertBeforeUnload: questions by pageId. */
  readonly leaveQuestions: Map<number, string>
  /** What wx.onNeedPrivacyAuthorization was given. */
  privacyListener: ((...args: never[]) => unknown) | null
  /** Pages whose 转发 was taken away by wx.hideShareMenu. */
  readonly menusHidden: Set<number>
  /** Members of wx that the app looked for and that WeChat doesn't have either. */
  readonly missing: Set<string>
}

export function makePhone(): Phone {
  return {
    clipboard: '',
    album: [],
    videos: [],
    shares: [],
    files: new FileStore(),
    tappedPageId: null,
    permits: new Map(),
    leaveQuestions: new Map(),
    privacyListener: null,
    menusHidden: new Set(),
    missing: new Set(),
  }
}

/** A page in the stack as the logic layer holds it; its picture is drawn by a PageView in a frame of its own. */
import type { PageView } from '../view/page-view'

export interface LogicPage {
  /** Never used again in the life of the host. */
  readonly pageId: number
  /** Without leading slash. */
  readonly route: string
  readonly query: Readonly<Record<string, string>>
  /** The object the app's code knows as `this`. */
  readonly instance: Record<string, unknown> & { data: Record<string, unknown> }
  readonly frame: HTMLIFrameElement
  readonly view: PageView
  /** Navigation bar and window settings as they are now, theme names resolved. */
  readonly look: PageLook
  /** Calls a lifecycle or handler of the page; an error in it is reported, not thrown. */
  call(method: string, ...args: unknown[]): unknown
  /** setData calls of this page, and the bytes they carried. */
  readonly traffic: { setDataCalls: number; setDataBytes: number; firstRenderMs: number | null }
}

export interface PageLook {
  title: string
  navBackground: string
  navText: 'black' | 'white'
  isNavCustom: boolean
  background: string
  isLoading: boolean
  canPullDown: boolean
}

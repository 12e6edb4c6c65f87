/** The page stack and its moves, one after the other, each with WeChat's order of lifecycles and words of failure. */
import type { Manifest } from '../shared/manifest'
import type { AppEvents } from './tell-events'
import type { OpenPage } from './open-page'
import type { PageMaker } from './make-pages'
import { openChannel, type EventChannel } from './open-channel'
import { readUrl, type PageUrl } from './read-urls'
import { WxFailure, type Navigation } from './wx/define'

/** As many pages as WeChat keeps. */
export const MAX_PAGES = 10

export interface RouterParts {
  readonly manifest: Manifest
  readonly events: AppEvents
  readonly pages: PageMaker
  /** The shell shows the page on top. */
  show: () => void
  report: (error: unknown) => void
  /** False while the app is in the background: pages wait with onShow. */
  isInFront: () => boolean
}

type OpenType =
  'appLaunch' | 'navigateTo' | 'redirectTo' | 'reLaunch' | 'switchTab' | 'navigateBack'

/** Told by a move when its page is being drawn. */
type Drawn = (until: Promise<void>) => void

export class Router implements Navigation {
  private readonly pages: OpenPage[] = []
  private readonly tabs = new Map<string, OpenPage>()
  private readonly tabRoutes: readonly string[]
  private last: Promise<unknown> = Promise.resolve()

  constructor(private readonly parts: RouterParts) {
    this.tabRoutes = (parts.manifest.app.tabBar?.list ?? []).map(({ pagePath }) => pagePath)
  }

  get stack(): readonly OpenPage[] {
    return this.pages
  }

  top(): OpenPage | undefined {
    return this.pages.at(-1)
  }

  isTab(route: string): boolean {
    return this.tabRoutes.includes(route)
  }

  /** Every page that lives: the stack's, and tab pages below it. */
  alive(): OpenPage[] {
    return [...new Set([...this.pages, ...this.tabs.values()])]
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    let seen
    do {
      seen = this.last
      await seen
    } while (seen !== this.last)
  }

  /** The first page of a start, or the page a warm start leads to: all others go. */
  open(url: PageUrl): Promise<void> {
    return this.queue(async (drawn) => {
      const page = await this.create(url)
      this.dropAll()
      this.enter(page, 'appLaunch', drawn)
    })
  }

  navigateTo({ url, events }: Parameters<Navigation['navigateTo']>[0]): Promise<object> {
    return this.queue(async (drawn) => {
      const to = this.read(url)
      this.refuseTab(to, 'navigateTo')
      if (this.pages.length >= MAX_PAGES) throw new WxFailure('webview count limit exceed')
      const { opener, opened } = openChannel(events)
      const page = await this.create(to, opened)
      this.top()?.hide()
      this.enter(page, 'navigateTo', drawn)
      return { eventChannel: opener }
    })
  }

  redirectTo({ url }: { url: string }): Promise<void> {
    return this.queue(async (drawn) => {
      const to = this.read(url)
      this.refuseTab(to, 'redirectTo')
      const page = await this.create(to)
      const left = this.pages.pop()
      if (left) this.drop(left)
      this.enter(page, 'redirectTo', drawn)
    })
  }

  reLaunch({ url }: { url: string }): Promise<void> {
    return this.queue(async (drawn) => {
      const page = await this.create(this.read(url))
      this.dropAll()
      this.enter(page, 'reLaunch', drawn)
    })
  }

  /** Tab pages stay alive below; every other page goes. */
  switchTab({ url }: { url: string }): Promise<void> {
    return this.queue(async (drawn) => {
      const to = this.read(url)
      if (!this.isTab(to.route)) throw new WxFailure('can not switch to no-tabBar page')
      if (url.includes('?')) throw new WxFailure(`url "${url}" has a query: tab pages take none`)
      const known = this.tabs.get(to.route)
      if (known && this.top() === known) return
      const page = known ?? (await this.create(to))
      for (const left of this.pages.splice(0).reverse()) {
        if (left === page) continue
        if (this.tabs.get(left.route) === left) left.hide()
        else this.drop(left)
      }
      if (!known) return this.enter(page, 'switchTab', drawn)
      this.pages.push(page)
      return this.comeBack(page, 'switchTab')
    })
  }

  navigateBack({ delta = 1 }: { delta?: number }): Promise<void> {
    return this.queue(async () => {
      if (this.pages.length < 2) throw new WxFailure('cannot navigate back at first page.')
      const steps = Math.min(Math.max(1, Math.trunc(delta)), this.pages.length - 1)
      for (const page of this.pages.splice(-steps).reverse()) this.drop(page)
      const page = this.top()
      if (page) this.comeBack(page, 'navigateBack')
    })
  }

  /** Answers when the move is made; the next move waits until its page is drawn. */
  private queue<T>(move: (drawn: Drawn) => Promise<T>): Promise<T> {
    let drawing: Promise<void> = Promise.resolve()
    const drawn: Drawn = (until) => {
      drawing = until
    }
    const answer = this.last.then(() => move(drawn))
    this.last = answer.then(
      () => drawing,
      () => undefined,
    )
    return answer
  }

  private read(url: string): PageUrl {
    const page = readUrl(url, this.top()?.route ?? '')
    if (!this.parts.manifest.pages.includes(page.route))
      throw new WxFailure(`page "${page.route}" is not found`)
    return page
  }

  private refuseTab({ route }: PageUrl, name: string): void {
    if (this.isTab(route)) throw new WxFailure(`can not ${name} a tabbar page`)
  }

  private async create(url: PageUrl, channel: EventChannel | null = null): Promise<OpenPage> {
    try {
      return await this.parts.pages.make(url.route, url.query, channel)
    } catch (error) {
      this.parts.report(error)
      throw new WxFailure(error instanceof Error ? error.message : String(error))
    }
  }

  /** A new page comes onto the stack. */
  private enter(page: OpenPage, openType: OpenType, drawn: Drawn): void {
    const startedAt = performance.now()
    this.pages.push(page)
    if (this.isTab(page.route)) this.tabs.set(page.route, page)
    this.parts.events.fire('AppRoute', routeOf(page, openType))
    this.parts.show()
    page.call('onLoad', { ...page.query })
    if (this.parts.isInFront()) page.show()
    drawn(
      page.mount(startedAt).then(() => {
        if (!page.isGone) this.routed(page, openType)
        this.parts.pages.keepFrameReady()
      }),
    )
  }

  /** A page that lay below is on top again. */
  private comeBack(page: OpenPage, openType: OpenType): void {
    this.parts.events.fire('AppRoute', routeOf(page, openType))
    this.parts.show()
    if (this.parts.isInFront()) page.show()
    this.routed(page, openType)
  }

  private routed(page: OpenPage, openType: OpenType): void {
    page.call('onRouteDone')
    this.parts.events.fire('AppRouteDone', routeOf(page, openType))
  }

  private drop(page: OpenPage): void {
    if (this.tabs.get(page.route) === page) this.tabs.delete(page.route)
    page.unload()
  }

  private dropAll(): void {
    for (const page of this.pages.splice(0).reverse()) this.drop(page)
    for (const page of [...this.tabs.values()]) this.drop(page)
  }
}

const routeOf = (page: OpenPage, openType: OpenType) => ({
  path: page.route,
  query: page.query,
  openType,
  webviewId: page.pageId,
})

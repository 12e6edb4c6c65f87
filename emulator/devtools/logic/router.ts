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

export interface Router extends Navigation {
  readonly stack: readonly OpenPage[]
  top: () => OpenPage | undefined
  isTab: (route: string) => boolean
  /** Every page that lives: the stack's, and tab pages below it. */
  alive: () => OpenPage[]
  /** The first page of a start, or the page a warm start leads to: all others go. */
  open: (url: PageUrl) => Promise<void>
  /** Resolves when nothing is under way. */
  idle: () => Promise<void>
}

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

export function makeRouter(parts: RouterParts): Router {
  const stack: OpenPage[] = []
  const tabs = new Map<string, OpenPage>()
  const tabRoutes = (parts.manifest.app.tabBar?.list ?? []).map(({ pagePath }) => pagePath)
  const isTab = (route: string) => tabRoutes.includes(route)
  const top = () => stack.at(-1)
  let last: Promise<unknown> = Promise.resolve()

  /** Answers when the move is made; the next move waits until its page is drawn. */
  const queue = <T>(move: (drawn: (until: Promise<void>) => void) => Promise<T>): Promise<T> => {
    let drawing: Promise<void> = Promise.resolve()
    const answer = last.then(() =>
      move((until) => {
        drawing = until
      }),
    )
    last = answer.then(
      () => drawing,
      () => undefined,
    )
    return answer
  }

  const read = (url: string): PageUrl => {
    const page = readUrl(url, top()?.route ?? '')
    if (!parts.manifest.pages.includes(page.route))
      throw new WxFailure(`page "${page.route}" is not found`)
    return page
  }

  const create = async (url: PageUrl, channel: EventChannel | null = null): Promise<OpenPage> => {
    try {
      return await parts.pages.make(url.route, url.query, channel)
    } catch (error) {
      parts.report(error)
      throw new WxFailure(error instanceof Error ? error.message : String(error))
    }
  }

  const routed = (page: OpenPage, openType: OpenType) => {
    page.call('onRouteDone')
    const told = { path: page.route, query: page.query, openType, webviewId: page.pageId }
    parts.events.fire('AppRouteDone', told)
  }

  const enter = (page: OpenPage, openType: OpenType, drawn: (until: Promise<void>) => void) => {
    const startedAt = performance.now()
    const told = { path: page.route, query: page.query, openType, webviewId: page.pageId }
    parts.events.fire('AppRoute', told)
    parts.show()
    page.call('onLoad', { ...page.query })
    if (parts.isInFront()) page.show()
    drawn(
      page.mount(startedAt).then(() => {
        if (!page.isGone) routed(page, openType)
        parts.pages.keepFrameReady()
      }),
    )
  }

  const pushed = (page: OpenPage) => {
    stack.push(page)
    if (isTab(page.route)) tabs.set(page.route, page)
  }

  const returned = (page: OpenPage, openType: OpenType) => {
    const told = { path: page.route, query: page.query, openType, webviewId: page.pageId }
    parts.events.fire('AppRoute', told)
    parts.show()
    if (parts.isInFront()) page.show()
    routed(page, openType)
  }

  const drop = (page: OpenPage) => {
    if (tabs.get(page.route) === page) tabs.delete(page.route)
    page.unload()
  }

  const dropAll = () => {
    for (const page of stack.splice(0).reverse()) drop(page)
    for (const page of [...tabs.values()]) drop(page)
  }

  const refuseTab = ({ route }: PageUrl, name: string) => {
    if (isTab(route)) throw new WxFailure(`can not ${name} a tabbar page`)
  }

  return {
    stack,
    top,
    isTab,
    alive: () => [...new Set([...stack, ...tabs.values()])],
    idle: async () => {
      let seen
      do {
        seen = last
        await seen
      } while (seen !== last)
    },
    open: (url) =>
      queue(async (drawn) => {
        const page = await create(url)
        dropAll()
        pushed(page)
        enter(page, 'appLaunch', drawn)
      }),
    navigateTo: ({ url, events }) =>
      queue(async (drawn) => {
        const to = read(url)
        refuseTab(to, 'navigateTo')
        if (stack.length >= MAX_PAGES) throw new WxFailure('webview count limit exceed')
        const { opener, opened } = openChannel(events)
        const page = await create(to, opened)
        top()?.hide()
        pushed(page)
        enter(page, 'navigateTo', drawn)
        return { eventChannel: opener }
      }),
    redirectTo: ({ url }) =>
      queue(async (drawn) => {
        const to = read(url)
        refuseTab(to, 'redirectTo')
        const page = await create(to)
        const left = stack.pop()
        if (left) drop(left)
        pushed(page)
        enter(page, 'redirectTo', drawn)
      }),
    reLaunch: ({ url }) =>
      queue(async (drawn) => {
        const page = await create(read(url))
        dropAll()
        pushed(page)
        enter(page, 'reLaunch', drawn)
      }),
    switchTab: ({ url }) =>
      queue(async (drawn) => {
        const to = read(url)
        if (!isTab(to.route)) throw new WxFailure('can not switch to no-tabBar page')
        if (url.includes('?')) throw new WxFailure(`url "${url}" has a query: tab pages take none`)
        await switchTo(to, drawn)
      }),
    navigateBack: ({ delta = 1 }) =>
      queue(async () => {
        if (stack.length < 2) throw new WxFailure('cannot navigate back at first page.')
        const steps = Math.min(Math.max(1, Math.trunc(delta)), stack.length - 1)
        for (const page of stack.splice(stack.length - steps).reverse()) drop(page)
        const page = top()
        if (page) returned(page, 'navigateBack')
      }),
  }

  /** Tab pages stay alive below; every other page goes. */
  async function switchTo(to: PageUrl, drawn: (until: Promise<void>) => void): Promise<void> {
    const known = tabs.get(to.route)
    if (known && top() === known) return
    const page = known ?? (await create(to))
    for (const left of stack.splice(0).reverse()) {
      if (left === page) continue
      if (tabs.get(left.route) === left) left.hide()
      else drop(left)
    }
    stack.push(page)
    tabs.set(to.route, page)
    if (known) returned(page, 'switchTab')
    else enter(page, 'switchTab', drawn)
  }
}

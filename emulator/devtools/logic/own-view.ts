/** What a page's view knows of its page: events in, definitions and files out. */
import type { Manifest } from '../shared/manifest'
import type { NativeKind, PageOwner } from '../view/page-view'
import type { OpenPage } from './open-page'
import type { Problems } from './report-problems'
import { nextTurn } from './take-turn'

export interface OwnerParts {
  readonly manifest: Manifest
  readonly problems: Problems
  /** A custom component's definition, its script loaded now if it was not. @throws Error without one */
  componentDefinition: (path: string) => Record<string, unknown>
  resolveFile: (source: string, base: string) => Promise<string> | string
  openNative(
    page: OpenPage,
    kind: NativeKind,
    element: HTMLElement,
    properties: Record<string, unknown>,
  ): void
  /** A tap is being handed to the app's code. */
  tapped: (page: OpenPage) => void
  fontSize: () => number
  wx: () => Record<string, unknown>
  /** CSS pixels of the screen that bars and corners take from this page. */
  insets: (page: OpenPage) => { top: number; right: number; bottom: number; left: number }
}

/** Events that count as the person's tap for what WeChat allows only then. */
const TAPS = new Set(['tap', 'longpress', 'longtap', 'submit', 'confirm'])

export function makePageOwner(parts: OwnerParts, page: OpenPage, initialData: string): PageOwner {
  const later = (method: string, ...args: unknown[]) =>
    nextTurn(() => {
      if (!page.isGone) page.call(method, ...args)
    })
  const { instance } = page
  return {
    route: page.route,
    manifest: parts.manifest,
    initialData,
    handlerNames: Object.keys(instance).filter((name) => typeof instance[name] === 'function'),
    reachBottomDistance: page.config.onReachBottomDistance ?? 50,
    handle(handler, event, answered) {
      if (page.isGone) return
      if (TAPS.has(event.type)) parts.tapped(page)
      const answer = page.call(handler, JSON.parse(JSON.stringify(event)))
      answered?.(answer)
    },
    componentDefinition: parts.componentDefinition,
    scrolled: (scrollTop) => {
      if (page.has('onPageScroll')) later('onPageScroll', { scrollTop })
    },
    reachedBottom: () => later('onReachBottom'),
    pulledDown: () => {
      if (page.look.canPullDown) later('onPullDownRefresh')
    },
    report: (error) => parts.problems.report(error),
    resolveFile: (source, base) => parts.resolveFile(source, base),
    openNative: (kind, element, properties) => parts.openNative(page, kind, element, properties),
    fontSize: () => parts.fontSize(),
    callWx: (name, ...args) => (parts.wx()[name] as (...given: unknown[]) => unknown)(...args),
    safeAreaInsets: () => parts.insets(page),
    problem: ({ kind, message }) => parts.problems.tell(kind, message),
    modelChanged: (json) => page.take(JSON.parse(json) as Record<string, unknown>),
  }
}

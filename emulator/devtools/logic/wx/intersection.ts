/** wx.createIntersectionObserver: which parts of the page are seen. */
import type { LogicPage } from '../logic-page'
import type { WxHost } from './define'

interface Options {
  thresholds?: number[]
  initialRatio?: number
  observeAll?: boolean
}
interface Margins {
  left?: number
  right?: number
  top?: number
  bottom?: number
}

const plainRect = ({ left, top, right, bottom, width, height }: DOMRectReadOnly) => ({
  left,
  top,
  right,
  bottom,
  width,
  height,
})

class Observer {
  private root: HTMLElement | null = null
  private margins: Margins = {}
  private observer: IntersectionObserver | null = null

  constructor(
    private readonly host: WxHost,
    private readonly page: LogicPage,
    private readonly component: unknown,
    private readonly options: Options,
  ) {}

  relativeTo(selector: string, margins: Margins = {}): this {
    this.root = this.find(selector)[0] ?? null
    this.margins = margins
    return this
  }

  relativeToViewport(margins: Margins = {}): this {
    this.root = null
    this.margins = margins
    return this
  }

  observe(selector: string, callback: (seen: object) => void): void {
    void this.page.view.settled().then(() => this.begin(selector, callback))
  }

  disconnect(): void {
    this.observer?.disconnect()
  }

  private find(selector: string): HTMLElement[] {
    const { view } = this.page
    const within = this.component ? view.hostOf?.(this.component) : null
    return view.select(selector, within ?? undefined)
  }

  private begin(selector: string, callback: (seen: object) => void): void {
    const { thresholds = [0], initialRatio = 0, observeAll = false } = this.options
    const Observing = (this.page.view.window as unknown as typeof globalThis).IntersectionObserver
    const { top = 0, right = 0, bottom = 0, left = 0 } = this.margins
    let isFirst = true
    const tell = (entries: IntersectionObserverEntry[]) => {
      for (const entry of entries) {
        const isInitial = isFirst && entry.intersectionRatio === initialRatio
        isFirst = false
        if (!isInitial) this.tell(entry, callback)
      }
    }
    this.observer = new Observing(tell, {
      root: this.root,
      rootMargin: `${top}px ${right}px ${bottom}px ${left}px`,
      threshold: thresholds,
    })
    const found = this.find(selector)
    for (const element of observeAll ? found : found.slice(0, 1)) this.observer.observe(element)
  }

  private tell(entry: IntersectionObserverEntry, callback: (seen: object) => void): void {
    try {
      callback({
        id: entry.target.id,
        intersectionRatio: entry.intersectionRatio,
        intersectionRect: plainRect(entry.intersectionRect),
        boundingClientRect: plainRect(entry.boundingClientRect),
        relativeRect: entry.rootBounds ? plainRect(entry.rootBounds) : null,
        time: Date.now(),
      })
    } catch (error) {
      this.host.report(error)
    }
  }
}

export function intersection(host: WxHost): Record<string, unknown> {
  return {
    createIntersectionObserver: (component: unknown, options: Options = {}) => {
      const own = host.pages().find(({ instance }) => instance === component)
      const isPage = own !== undefined || component === undefined || component === null
      return new Observer(host, own ?? host.topPage(), isPage ? null : component, options)
    },
  }
}

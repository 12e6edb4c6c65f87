/** wx.createSelectorQuery: asks the page's view for places, sizes, scrolling, styles and nodes. */
import type { LogicPage } from '../logic-page'
import type { PageView } from '../../view/page-view'
import { asCanvasNode } from './canvas'
import { WxFailure, type WxHost } from './define'

interface Fields {
  id?: boolean
  dataset?: boolean
  mark?: boolean
  rect?: boolean
  size?: boolean
  scrollOffset?: boolean
  properties?: string[]
  computedStyle?: string[]
  context?: boolean
  node?: boolean
}
type Answer = Record<string, unknown> | null
type Callback = (answer: unknown) => void

interface Ask {
  selector: string | null
  isAll: boolean
  fields: Fields
  callback: Callback | undefined
}

const RECT: Fields = { id: true, dataset: true, rect: true, size: true }
const SCROLL: Fields = { id: true, dataset: true, scrollOffset: true }

/** The canvas inside a canvas component. */
export function nodeOf(host: WxHost, view: PageView, element: HTMLElement): unknown {
  const builtin = view.builtin(element)
  const canvas = element.querySelector<HTMLCanvasElement>('canvas') ?? shadowCanvas(element)
  if (canvas) return asCanvasNode(host, canvas)
  if (builtin?.tag === 'scroll-view') return element
  const component = view.componentOf(element)
  return component ? component : null
}

const shadowCanvas = (element: HTMLElement) =>
  element.shadowRoot?.querySelector<HTMLCanvasElement>('canvas') ?? null

function viewportAnswer({ window }: PageView, fields: Fields): Answer {
  const { documentElement } = window.document
  const [width, height] = [window.innerWidth, window.innerHeight]
  return {
    ...(fields.id ? { id: '' } : {}),
    ...(fields.dataset ? { dataset: {} } : {}),
    ...(fields.rect ? { left: 0, top: 0, right: width, bottom: height } : {}),
    ...(fields.size ? { width, height } : {}),
    ...(fields.scrollOffset
      ? {
          scrollLeft: window.scrollX,
          scrollTop: window.scrollY,
          scrollWidth: documentElement.scrollWidth,
          scrollHeight: documentElement.scrollHeight,
        }
      : {}),
  }
}

function elementAnswer(host: WxHost, view: PageView, element: HTMLElement, fields: Fields): Answer {
  const box = element.getBoundingClientRect()
  const builtin = view.builtin(element)
  const styles = fields.computedStyle?.length ? view.window.getComputedStyle(element) : null
  const { left, top, right, bottom, width, height } = box
  return {
    ...(fields.id ? { id: element.id } : {}),
    ...(fields.dataset ? { dataset: datasetOf(element) } : {}),
    ...(fields.rect ? { left, top, right, bottom } : {}),
    ...(fields.size ? { width, height } : {}),
    ...(fields.scrollOffset
      ? {
          scrollLeft: element.scrollLeft,
          scrollTop: element.scrollTop,
          scrollWidth: element.scrollWidth,
          scrollHeight: element.scrollHeight,
        }
      : {}),
    ...Object.fromEntries(
      (fields.properties ?? []).map((name) => [name, builtin?.properties[name]]),
    ),
    ...Object.fromEntries(
      (fields.computedStyle ?? []).map((name) => [
        name,
        styles?.getPropertyValue(name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)),
      ]),
    ),
    ...(fields.node ? { node: nodeOf(host, view, element) } : {}),
    ...(fields.context ? { context: contextOf(view, element) } : {}),
  }
}

function datasetOf(element: HTMLElement): Record<string, unknown> {
  const node = (element as { __wxElement?: { dataset?: Record<string, unknown> } }).__wxElement
  return { ...node?.dataset }
}

function contextOf(view: PageView, element: HTMLElement): unknown {
  const builtin = view.builtin(element)
  return builtin ? builtin.automation : null
}

class SelectorQuery {
  private readonly asks: Ask[] = []
  /** The custom component whose own nodes are meant; the page's without one. */
  private component: unknown = null

  constructor(
    private readonly host: WxHost,
    private page: LogicPage,
  ) {}

  in(component: unknown): this {
    const page = this.host.pages().find(({ instance }) => instance === component)
    if (page) this.page = page
    else this.component = component
    return this
  }

  select(selector: string) {
    return this.refer(selector, false)
  }

  selectAll(selector: string) {
    return this.refer(selector, true)
  }

  selectViewport() {
    return this.refer(null, false)
  }

  exec(callback?: Callback): this {
    const { asks } = this
    // What the view knows comes with its next turn, after all that was set before.
    void this.page.view.settled().then(() => {
      const answers = asks.map((ask) => this.answer(ask))
      try {
        asks.forEach((ask, index) => ask.callback?.(answers[index]))
        callback?.(answers)
      } catch (error) {
        this.host.report(error)
      }
    })
    return this
  }

  private refer(selector: string | null, isAll: boolean) {
    const add =
      (fields: Fields) =>
      (callback?: Callback): this => {
        this.asks.push({ selector, isAll, fields, callback })
        return this
      }
    return {
      fields: (fields: Fields, callback?: Callback) => add(fields)(callback),
      boundingClientRect: add(RECT),
      scrollOffset: add(SCROLL),
      node: add({ node: true }),
      context: add({ context: true }),
    }
  }

  private answer({ selector, isAll, fields }: Ask): unknown {
    const { view } = this.page
    if (selector === null) return viewportAnswer(view, fields)
    const within = this.component ? view.hostOf?.(this.component) : null
    const found = view.select(selector, within ?? undefined)
    const answers = (isAll ? found : found.slice(0, 1)).map((element) =>
      elementAnswer(this.host, view, element, fields),
    )
    return isAll ? answers : (answers[0] ?? null)
  }
}

export function selectorQuery(host: WxHost): Record<string, unknown> {
  const page = () => {
    try {
      return host.topPage()
    } catch {
      throw new WxFailure('no page')
    }
  }
  return { createSelectorQuery: () => new SelectorQuery(host, page()) }
}

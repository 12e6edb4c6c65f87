/**
 * The seam between the layers. The logic layer sees a page's picture only through PageView, the view layer its page
 * only through PageOwner. Data crosses as JSON and takes a turn of the event loop, as between WeChat's threads: it is
 * the view that takes both, in order.
 */
import type { Manifest } from '../shared/manifest'
import type { Problem } from '../shared/problem'

/** An event as the app's handler receives it. */
export interface WxEvent {
  type: string
  timeStamp: number
  target: EventNode
  currentTarget: EventNode
  mark: Record<string, unknown>
  detail: unknown
  touches: TouchPoint[]
  changedTouches: TouchPoint[]
}

export interface EventNode {
  id: string
  offsetLeft: number
  offsetTop: number
  dataset: Record<string, unknown>
}

export interface TouchPoint {
  identifier: number
  pageX: number
  pageY: number
  clientX: number
  clientY: number
  force: number
}

/** Given by the logic layer to the view of one page. */
export interface PageOwner {
  readonly route: string
  readonly manifest: Manifest
  readonly initialData: string
  /** Names the template may bind events to. */
  readonly handlerNames: readonly string[]
  readonly reachBottomDistance: number
  /** An event bound in the page's own template. `answered` gets what the handler returned (an input's new text). */
  handle(handler: string, event: WxEvent, answered?: (value: unknown) => void): void
  /** The definition registered by a custom component's script, loaded now if it was not. */
  componentDefinition(path: string): Record<string, unknown>
  scrolled(scrollTop: number): void
  reachedBottom(): void
  pulledDown(): void
  /** An app's error inside the view (a component's method). */
  report(error: unknown): void
  /** Where the browser finds a picture or file the app names (package path, cloud://, wxfile://, http). */
  resolveFile(source: string, base: string): Promise<string> | string
  /** A component that WeChat answers for: picker sheets, open-type buttons, navigator, keyboard, choose avatar. */
  openNative(kind: NativeKind, element: HTMLElement, properties: Record<string, unknown>): void
  /** CSS pixels of the person's text size: 16 unless made larger. */
  fontSize(): number
  /** A member of wx, for what components have as methods of their own (createSelectorQuery …). */
  callWx?(name: string, ...args: unknown[]): unknown
  /** What env(safe-area-inset-*) is worth inside this page's frame. All 0 where absent. */
  safeAreaInsets?(): { top: number; right: number; bottom: number; left: number }
  /** Something WeChat would print about the app's templates. Goes to `report` where absent. */
  problem?(problem: Problem): void
  /** `model:value` in the page's template changed these members of its data (JSON). */
  modelChanged?(json: string): void
}

export type NativeKind =
  | 'picker'
  | 'open-type'
  | 'navigator'
  | 'nickname'
  | 'video'
  | 'preview'
  | 'page-meta'
  | 'navigation-bar'

export interface PageView {
  readonly window: Window
  /** Resolves once the first picture is drawn. */
  mount(owner: PageOwner): Promise<void>
  setData(json: string): void
  unmount(): void
  /** Elements of the page's own tree, as `page.$` and wx.createSelectorQuery see it; `>>>` enters components. */
  select(selector: string, within?: HTMLElement): HTMLElement[]
  /** All that have come and gone: nothing is waiting to be drawn. */
  settled(): Promise<void>
  /** Dispatches an event on the element, as if WeChat had. */
  fire(element: HTMLElement, type: string, detail: unknown, options?: FireOptions): void
  /** A tap without hit-testing, at the element's middle. */
  tapDirectly(element: HTMLElement): void
  /** The custom component an element is the host of; null for built-in ones. */
  componentOf(element: HTMLElement): ComponentHandle | null
  /** A built-in component's element. */
  builtin(element: HTMLElement): BuiltinElement | null
  /** The nodes as WXML text. */
  wxml(element: HTMLElement, type: 'inner' | 'outer'): string
  /** For `selectComponent` and `createSelectorQuery().in(component)`. */
  selectComponents(selector: string): unknown[]
  setPulledDown(isDown: boolean): void
  /** `pageLifetimes` of the page's components. */
  lifetime?(name: 'show' | 'hide' | 'resize', detail?: unknown): void
  /** The element a component's `this` stands for. */
  hostOf?(component: unknown): HTMLElement | null
}

export interface FireOptions {
  touches?: TouchPoint[]
  changedTouches?: TouchPoint[]
  bubbles?: boolean
}

export interface ComponentHandle {
  data(): Record<string, unknown>
  setData(data: Record<string, unknown>): void
  call(method: string, args: unknown[]): unknown
}

/** What every built-in component's element offers beyond HTMLElement. */
export interface BuiltinElement extends HTMLElement {
  /** Tag without `wx-`. */
  readonly tag: string
  /** Raw values of the template, by camelCase name, defaults included. */
  readonly properties: Record<string, unknown>
  setProperty(name: string, value: unknown): void
  /** Triggers the component's own event (input, change, scrolltolower …): not bubbling unless told. */
  emit(type: string, detail?: unknown, bubbles?: boolean): void
  /** Element.callFunction of the automator: `input`, `tap`, `slideTo`, `swipeTo`, `scrollTo`, `moveTo` … by name. */
  readonly automation: Readonly<Record<string, (...args: never[]) => unknown>>
  /** What `innerText` answers. */
  readonly shownText: string
  /** The real form control to focus and type into; null where there is none. */
  readonly control: HTMLInputElement | HTMLTextAreaElement | null
  /** What a form gathers under the component's name. */
  readonly formValue?: unknown
  /** A tap that reached a label around it. */
  labelTapped?(): void
}

/** Elements by id: an id belongs to one node for ever, and a node keeps its id. */
import type { OpenPage } from '../open-page'
import type { RunningApp } from '../running-app'
import type { BuiltinElement, ComponentHandle } from '../../view/page-view'
import type { Params } from './answer'

export interface ElementDescriptor {
  elementId: string
  tagName: string
  /** Custom components only: the client then offers data, setData, callMethod. */
  nodeId?: string
  videoId?: string
}

const ids = new WeakMap<HTMLElement, string>()
const elements = new WeakMap<OpenPage, Map<string, WeakRef<HTMLElement>>>()
let made = 0

export const tagOf = (element: HTMLElement): string => element.localName.replace(/^wx-/, '')

/** `data-*` of an element: the tree keeps them, with names and values as the template gave them. */
export function datasetOf(element: HTMLElement): Record<string, unknown> {
  const node = (element as { __wxElement?: { dataset?: Record<string, unknown> } }).__wxElement
  return { ...node?.dataset }
}

/** @throws Error for a page that isn't on top, as DevTools answers */
export function pageOf({ router }: RunningApp, params: Params): OpenPage {
  const top = router.top()
  if (!top || top.pageId !== Number(params['pageId']))
    throw new Error('page is not on top of page stack')
  return top
}

export function describe(page: OpenPage, element: HTMLElement): ElementDescriptor {
  let id = ids.get(element)
  if (id === undefined) {
    made += 1
    id = `${page.pageId}-${made}`
    ids.set(element, id)
    const known = elements.get(page) ?? new Map<string, WeakRef<HTMLElement>>()
    elements.set(page, known.set(id, new WeakRef(element)))
  }
  const tagName = tagOf(element)
  return {
    elementId: id,
    tagName,
    ...(page.view.componentOf(element) ? { nodeId: id } : {}),
    ...(tagName === 'video' ? { videoId: id } : {}),
  }
}

export interface Found {
  page: OpenPage
  element: HTMLElement
  builtin: BuiltinElement | null
  component: ComponentHandle | null
}

/** @throws Error when the element is no longer drawn */
export function elementOf(running: RunningApp, params: Params): Found {
  const page = pageOf(running, params)
  const element = elements.get(page)?.get(String(params['elementId']))?.deref()
  if (!element?.isConnected) throw new Error('no such element')
  return {
    page,
    element,
    builtin: page.view.builtin(element),
    component: page.view.componentOf(element),
  }
}

/** @throws Error when nothing matches: the client answers null */
export function first(page: OpenPage, found: readonly HTMLElement[]): ElementDescriptor {
  const [element] = found
  if (!element) throw new Error('no such element')
  return describe(page, element)
}

/** An element in words, for errors: `<view class="bar">`. */
export function nameOf(element: Element): string {
  const className = element.getAttribute('class')
  const id = element.id ? ` id="${element.id}"` : ''
  const text = (element.textContent ?? '').trim().slice(0, 20)
  return `<${element.localName.replace(/^wx-/, '')}${id}${className ? ` class="${className}"` : ''}>${text}`
}

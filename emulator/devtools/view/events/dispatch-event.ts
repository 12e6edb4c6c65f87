/** Events enter glass-easel's tree here, whether a finger, a component or the automator made them. */
import { Event as TreeEvent, type Element as TreeElement } from 'glass-easel'
import type { FireOptions, TouchPoint } from '../page-view'

/** A DOM node as glass-easel marks it. */
export interface MarkedNode extends Node {
  __wxElement?: TreeElement
}

export function treeNodeOf(node: MarkedNode | null): TreeElement | null {
  return node?.__wxElement ?? null
}

/** The element of the template a DOM node belongs to: built-in components have inner parts of their own. */
export function templateElement(node: EventTarget | Node | null): HTMLElement | null {
  let at = node as Node | null
  while (at && !(treeNodeOf(at) && at instanceof HTMLElement)) at = at.parentNode
  return at instanceof HTMLElement ? at : null
}

/** @returns whether a listener that catches the event stopped it */
export function dispatchEvent(
  element: HTMLElement,
  type: string,
  detail: unknown,
  options: FireOptions = {},
): boolean {
  const node = treeNodeOf(element)
  if (!node) return false
  const bubbles = options.bubbles ?? true
  const event = new TreeEvent(type, detail, {
    bubbles,
    composed: bubbles,
    capturePhase: true,
    extraFields: {
      touches: options.touches ?? ([] as TouchPoint[]),
      changedTouches: options.changedTouches ?? ([] as TouchPoint[]),
    },
  })
  TreeEvent.dispatchEvent(node, event)
  return event.defaultPrevented()
}

/** Whether the element or anything around it listens to the event. */
export function isHeard(element: HTMLElement, type: string): boolean {
  let at: TreeElement | null = treeNodeOf(element)
  while (at) {
    const { listeners, captureListeners } = (
      at as unknown as {
        _$eventTarget: {
          listeners: Record<string, unknown>
          captureListeners: Record<string, unknown> | null
        }
      }
    )._$eventTarget
    if (listeners[type] ?? captureListeners?.[type]) return true
    at = parentOf(at)
  }
  return false
}

/** The node around another, out of components' own trees as well. */
export function parentOf(node: TreeElement): TreeElement | null {
  const parent = node.parentNode
  if (parent) return parent
  const root = node as unknown as { getHostNode?: () => TreeElement }
  return root.getHostNode?.() ?? null
}

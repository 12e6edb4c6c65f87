/** A glass-easel event as an app's handler receives it in WeChat: plain members that survive JSON. */
import type { Element as TreeElement, ShadowedEvent } from 'glass-easel'
import type { EventNode, TouchPoint, WxEvent } from '../page-view'

type Shadowed = ShadowedEvent<unknown> & {
  touches?: TouchPoint[]
  changedTouches?: TouchPoint[]
}

export function isTreeEvent(value: unknown): value is Shadowed {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as { getEventBubbleStatus?: unknown }).getEventBubbleStatus === 'function'
  )
}

/** A component's `this` stands for its element. */
export function treeElementOf(caller: unknown): TreeElement {
  return (caller as { _$?: TreeElement })._$ ?? (caller as TreeElement)
}

function plainNode(caller: unknown): EventNode {
  const element = treeElementOf(caller)
  const place = (element as { $$?: HTMLElement | null }).$$
  return {
    id: element.id,
    offsetLeft: place?.offsetLeft ?? 0,
    offsetTop: place?.offsetTop ?? 0,
    dataset: { ...(element.dataset as Record<string, unknown>) },
  }
}

export function normaliseEvent(event: Shadowed): WxEvent {
  return JSON.parse(
    JSON.stringify({
      type: event.type,
      timeStamp: Math.round(performance.now()),
      target: plainNode(event.target),
      currentTarget: plainNode(event.currentTarget),
      mark: event.mark ?? {},
      detail: event.detail ?? {},
      touches: event.touches ?? [],
      changedTouches: event.changedTouches ?? [],
      mut: event.mutatedMarked(),
    }),
  ) as WxEvent
}

/** hover-class: put on a while after the finger came, taken off a while after it left, given up when it moves. */
import { treeNodeOf } from '../events/dispatch-event'
import { isBuiltin, type WxElement } from './element'

/** glass-easel's segment for passing classes; it prefixes them as the component's own. */
const PASSING = 3

interface Hover {
  element: WxElement
  names: string
  timer: number
  isShown: boolean
}

let hovers: Hover[] = []

function show(hover: Hover, isShown: boolean): void {
  hover.isShown = isShown
  treeNodeOf(hover.element)?.toggleNodeClass(hover.names, isShown, PASSING)
}

export function startHover(from: HTMLElement): void {
  cancelHover()
  for (let at: HTMLElement | null = from; at; at = at.parentElement) {
    if (!isBuiltin(at) || typeof at.properties['hoverClass'] !== 'string') continue
    const { hoverClass, hoverStartTime, hoverStopPropagation, disabled } = at.properties
    if (hoverClass !== 'none' && hoverClass !== '' && !disabled) {
      const hover: Hover = { element: at, names: hoverClass, timer: 0, isShown: false }
      hover.timer = window.setTimeout(() => show(hover, true), Number(hoverStartTime))
      hovers.push(hover)
    }
    if (hoverStopPropagation) break
  }
}

/** The finger left: what was pressed shows it, however short the press. */
export function endHover(): void {
  for (const hover of hovers) {
    clearTimeout(hover.timer)
    if (!hover.isShown) show(hover, true)
    window.setTimeout(() => show(hover, false), Number(hover.element.properties['hoverStayTime']))
  }
  hovers = []
}

/** It became something else (a scroll). */
export function cancelHover(): void {
  for (const hover of hovers) {
    clearTimeout(hover.timer)
    if (hover.isShown) show(hover, false)
  }
  hovers = []
}

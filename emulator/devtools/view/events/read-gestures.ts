/** Fingers (or a mouse) on the page become WeChat's touchstart … touchend, tap, longpress. */
import { cancelHover, endHover, startHover } from '../components/hover'
import type { TouchPoint } from '../page-view'
import { dispatchEvent, isHeard, templateElement } from './dispatch-event'

/** How far a finger may stray and still tap, in pixels; how long until a press is long, in ms. */
const TAP_REACH = 10
const LONG_PRESS_MS = 350
/** Browsers send mouse events after a touch; those are not a second finger. */
const MOUSE_AFTER_TOUCH_MS = 800

interface Press {
  element: HTMLElement
  x: number
  y: number
  hasMoved: boolean
  isLong: boolean
  isMulti: boolean
  timer: number
}

type Finger = Pick<Touch, 'clientX' | 'clientY' | 'pageX' | 'pageY'> & {
  identifier?: number
  force?: number
}

let press: Press | null = null
let touchedAt = -MOUSE_AFTER_TOUCH_MS

/** A tap in a disabled button is nobody's. */
function isSwallowed(element: HTMLElement): boolean {
  const button = element.closest<HTMLElement & { properties: Record<string, unknown> }>('wx-button')
  return Boolean(button?.properties['disabled'])
}

/** On a canvas, touches tell where on the canvas. */
function pointOf(finger: Finger, element: HTMLElement): TouchPoint & { x?: number; y?: number } {
  const { identifier = 0, pageX, pageY, clientX, clientY } = finger
  const point = { identifier, pageX, pageY, clientX, clientY, force: finger.force ?? 1 }
  if (element.localName !== 'wx-canvas') return point
  const { left, top } = element.getBoundingClientRect()
  return { ...point, x: clientX - left, y: clientY - top }
}

function tell(
  element: HTMLElement,
  type: string,
  touches: readonly Finger[],
  changed: readonly Finger[],
): boolean {
  if (/^(tap|longpress|longtap)$/.test(type) && isSwallowed(element)) return false
  const at = changed[0]
  const detail = at ? { x: at.pageX, y: at.pageY } : {}
  return dispatchEvent(element, type, detail, {
    touches: touches.map((finger) => pointOf(finger, element)),
    changedTouches: changed.map((finger) => pointOf(finger, element)),
  })
}

function begin(target: EventTarget | null, touches: Finger[], changed: Finger[]): void {
  const element = templateElement(target)
  const first = changed[0]
  if (!element || !first) return
  if (press) {
    press.isMulti = true
    tell(press.element, 'touchstart', touches, changed)
    return
  }
  const now: Press = {
    element,
    x: first.clientX,
    y: first.clientY,
    hasMoved: false,
    isLong: false,
    isMulti: touches.length > 1,
    timer: window.setTimeout(() => lengthen(now, touches, changed), LONG_PRESS_MS),
  }
  press = now
  startHover(element)
  tell(element, 'touchstart', touches, changed)
}

/** A long press that somebody listens to takes the tap's place. */
function lengthen(now: Press, touches: Finger[], changed: Finger[]): void {
  if (press !== now || now.hasMoved || now.isMulti) return
  now.isLong = isHeard(now.element, 'longpress')
  tell(now.element, 'longpress', touches, changed)
  tell(now.element, 'longtap', touches, changed)
}

function stray(now: Press, { clientX, clientY }: Finger): void {
  if (Math.max(Math.abs(clientX - now.x), Math.abs(clientY - now.y)) <= TAP_REACH) return
  if (!now.hasMoved) cancelHover()
  now.hasMoved = true
}

function move(touches: Finger[], changed: Finger[]): boolean {
  const first = changed[0]
  if (!press || !first) return false
  stray(press, first)
  return tell(press.element, 'touchmove', touches, changed)
}

function end(touches: Finger[], changed: Finger[]): void {
  if (!press) return
  const ended = press
  // A browser may keep the first few pixels of a move to itself.
  if (changed[0]) stray(ended, changed[0])
  tell(ended.element, 'touchend', touches, changed)
  if (touches.length > 0) return
  press = null
  clearTimeout(ended.timer)
  if (ended.hasMoved || ended.isMulti) return cancelHover()
  endHover()
  if (!ended.isLong) tell(ended.element, 'tap', touches, changed)
}

function cancel(touches: Finger[], changed: Finger[]): void {
  if (!press) return
  const cancelled = press
  press = null
  clearTimeout(cancelled.timer)
  cancelHover()
  tell(cancelled.element, 'touchcancel', touches, changed)
}

/** A tap at the element's middle that no hit-testing stands in the way of. */
export function tapDirectly(element: HTMLElement): void {
  const { left, top, width, height } = element.getBoundingClientRect()
  const clientX = left + width / 2
  const clientY = top + height / 2
  const finger: Finger = {
    clientX,
    clientY,
    pageX: clientX + window.scrollX,
    pageY: clientY + window.scrollY,
  }
  press = null
  begin(element, [finger], [finger])
  end([], [finger])
}

export function listenToFingers(): void {
  const capture = { capture: true, passive: true }
  document.addEventListener(
    'touchstart',
    (event) => {
      touchedAt = performance.now()
      begin(event.target, [...event.touches], [...event.changedTouches])
    },
    capture,
  )
  document.addEventListener(
    'touchmove',
    (event) => {
      const isCaught = move([...event.touches], [...event.changedTouches])
      if (isCaught && event.cancelable) event.preventDefault()
    },
    { capture: true, passive: false },
  )
  document.addEventListener(
    'touchend',
    (event) => {
      touchedAt = performance.now()
      end([...event.touches], [...event.changedTouches])
    },
    capture,
  )
  document.addEventListener(
    'touchcancel',
    (event) => cancel([...event.touches], [...event.changedTouches]),
    capture,
  )
  // A long press is the app's, not the browser's menu.
  document.addEventListener('contextmenu', (event) => event.preventDefault())
  listenToMouse(capture)
  listenToAnimations(capture)
}

function listenToMouse(capture: AddEventListenerOptions): void {
  const isMouse = () => performance.now() - touchedAt > MOUSE_AFTER_TOUCH_MS
  document.addEventListener(
    'mousedown',
    (event) => {
      if (isMouse() && event.button === 0) begin(event.target, [event], [event])
    },
    capture,
  )
  document.addEventListener(
    'mousemove',
    (event) => {
      if (isMouse() && press) move([event], [event])
    },
    capture,
  )
  document.addEventListener(
    'mouseup',
    (event) => {
      if (isMouse()) end([], [event])
    },
    capture,
  )
}

function listenToAnimations(capture: AddEventListenerOptions): void {
  for (const type of ['animationstart', 'animationiteration', 'animationend', 'transitionend']) {
    document.addEventListener(
      type,
      (event) => {
        const element = event.target as HTMLElement
        const { elapsedTime } = event as AnimationEvent
        if (templateElement(element) === element) dispatchEvent(element, type, { elapsedTime })
      },
      capture,
    )
  }
}

/** A finger (or mouse) dragging on a component's part: how far, how fast,
  and whether the page may scroll meanwhile. */
export interface DragPoint {
  /** Where the finger is, in the window. */
  x: number
  y: number
  /** How far from where it began. */
  dx: number
  dy: number
  /** Pixels a millisecond over the last moves. */
  vx: number
  vy: number
}

export interface DragFollower {
  /** @returns false to leave the finger to the page */
  start(point: DragPoint, target: HTMLElement): boolean
  move(point: DragPoint): void
  end(point: DragPoint): void
  /** Only drags along this axis are the component's; others scroll the page. Both when absent. */
  axis?: 'x' | 'y'
}

const DECIDE_AFTER = 5

interface Drag {
  fromX: number
  fromY: number
  last: { x: number; y: number; at: number }
  vx: number
  vy: number
  isOurs: boolean
}

export function followDrag(element: HTMLElement, follower: DragFollower): void {
  let drag: Drag | null = null
  const pointOf = (x: number, y: number): DragPoint => ({
    x,
    y,
    dx: drag ? x - drag.fromX : 0,
    dy: drag ? y - drag.fromY : 0,
    vx: drag?.vx ?? 0,
    vy: drag?.vy ?? 0,
  })
  const begin = (x: number, y: number, target: EventTarget | null) => {
    const last = { x, y, at: performance.now() }
    drag = { fromX: x, fromY: y, last, vx: 0, vy: 0, isOurs: !follower.axis }
    if (!follower.start(pointOf(x, y), target as HTMLElement)) drag = null
  }
  /** @returns whether the component takes the move */
  const move = (x: number, y: number): boolean => {
    if (!drag) return false
    if (!drag.isOurs) {
      const [along, across] = [Math.abs(x - drag.fromX), Math.abs(y - drag.fromY)]
      if (Math.max(along, across) < DECIDE_AFTER) return false
      if (along > across !== (follower.axis === 'x')) {
        drag = null
        return false
      }
      drag.isOurs = true
    }
    const at = performance.now()
    const passed = Math.max(1, at - drag.last.at)
    drag.vx = (x - drag.last.x) / passed
    drag.vy = (y - drag.last.y) / passed
    drag.last = { x, y, at }
    follower.move(pointOf(x, y))
    return true
  }
  const end = (x: number, y: number) => {
    if (!drag) return
    const { isOurs } = drag
    const point = pointOf(x, y)
    drag = null
    if (isOurs) follower.end(point)
  }
  listenToTouch(element, begin, move, end)
  listenToMouse(element, begin, move, end)
}

type Begin = (x: number, y: number, target: EventTarget | null) => void
type Move = (x: number, y: number) => boolean
type End = (x: number, y: number) => void

function listenToTouch(element: HTMLElement, begin: Begin, move: Move, end: End): void {
  element.addEventListener(
    'touchstart',
    (event) => {
      const [finger] = event.touches
      if (finger && event.touches.length === 1) begin(finger.clientX, finger.clientY, event.target)
    },
    { passive: true },
  )
  element.addEventListener(
    'touchmove',
    (event) => {
      const [finger] = event.touches
      if (finger && move(finger.clientX, finger.clientY) && event.cancelable) event.preventDefault()
    },
    { passive: false },
  )
  const finish = (event: TouchEvent) => {
    const [finger] = event.changedTouches
    if (finger) end(finger.clientX, finger.clientY)
  }
  element.addEventListener('touchend', finish)
  element.addEventListener('touchcancel', finish)
}

function listenToMouse(element: HTMLElement, begin: Begin, move: Move, end: End): void {
  element.addEventListener('mousedown', (event) => {
    // Mouse events that follow a touch come without a move; they would only end what has ended.
    if (
      event.button !== 0 ||
      (event as MouseEvent & { sourceCapabilities?: { firesTouchEvents: boolean } })
        .sourceCapabilities?.firesTouchEvents
    )
      return
    begin(event.clientX, event.clientY, event.target)
    const follow = (at: MouseEvent) => void move(at.clientX, at.clientY)
    const finish = (at: MouseEvent) => {
      window.removeEventListener('mousemove', follow)
      window.removeEventListener('mouseup', finish)
      end(at.clientX, at.clientY)
    }
    window.addEventListener('mousemove', follow)
    window.addEventListener('mouseup', finish)
  })
}

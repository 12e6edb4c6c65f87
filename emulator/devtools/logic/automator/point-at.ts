/** Where to tap, in the phone's pixels: what is hidden, empty or covered is refused in words. */
import type { RunningApp } from '../running-app'
import { nameOf, elementOf } from './find-elements'
import type { Params } from './answer'

export interface Point {
  x: number
  y: number
}

/** Around a point: the middle of the first line of an inline element, else of the element. */
function middleOf(element: HTMLElement): Point {
  const rect = element.getClientRects()[0] ?? element.getBoundingClientRect()
  return { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 }
}

/** @throws Error when there is nothing of the element to see */
function mustShow(element: HTMLElement, inside: Window): void {
  const { width, height } = element.getBoundingClientRect()
  const name = nameOf(element)
  const style = inside.getComputedStyle(element)
  if (style.display === 'none' || element.getClientRects().length === 0)
    throw new Error(`${name} is not displayed`)
  if (style.visibility !== 'visible') throw new Error(`${name} is hidden`)
  if (width === 0 || height === 0) throw new Error(`${name} has no size (${width}×${height})`)
}

const isOutside = ({ x, y }: Point, inside: Window): boolean =>
  x < 0 || y < 0 || x >= inside.innerWidth || y >= inside.innerHeight

function bringIntoView(element: HTMLElement, inside: Window): void {
  const middle = middleOf(element)
  if (isOutside(middle, inside) || !isHit(element, middle))
    element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' })
}

const hitAt = ({ ownerDocument }: Element, { x, y }: Point) => ownerDocument.elementFromPoint(x, y)

function isHit(element: HTMLElement, point: Point): boolean {
  const hit = hitAt(element, point)
  return hit !== null && element.contains(hit)
}

/** Frames that something may go on sliding before it is tapped all the same. */
const PATIENCE_FRAMES = 60

const nextFrame = () =>
  new Promise<void>((resolve) => {
    // Nothing is drawn in a window that is hidden.
    const timer = setTimeout(resolve, 100)
    requestAnimationFrame(() => {
      clearTimeout(timer)
      resolve()
    })
  })

/** A person taps what stands still: waits until the element lies where it lay a frame ago. */
async function standsStill(element: HTMLElement): Promise<void> {
  let before = ''
  for (let frame = 0; frame < PATIENCE_FRAMES; frame += 1) {
    const { left, top, width, height } = element.getBoundingClientRect()
    const now = [left, top, width, height].join()
    if (now === before) return
    before = now
    await nextFrame()
  }
}

/** The middle of an element on the phone's screen. @throws Error naming what is in the way */
export async function tapPoint(
  running: RunningApp,
  params: Params,
): Promise<Point & { frameX: number; frameY: number }> {
  const { element, page } = elementOf(running, params)
  const inside = page.view.window
  mustShow(element, inside)
  const isMoving = params['isMoving'] === true
  if (!isMoving) {
    await standsStill(element)
    bringIntoView(element, inside)
  }
  const middle = middleOf(element)
  const frame = page.frame.getBoundingClientRect()
  const point = { x: frame.left + middle.x, y: frame.top + middle.y }
  if (!isMoving) {
    const name = nameOf(element)
    if (isOutside(middle, inside)) throw new Error(`${name} is outside the screen`)
    if (!isHit(element, middle)) {
      const hit = hitAt(element, middle)
      throw new Error(`${name} is covered by ${hit ? nameOf(hit) : 'nothing that takes taps'}`)
    }
    const above = document.elementFromPoint(point.x, point.y)
    if (above !== page.frame)
      throw new Error(`${name} is covered by WeChat's own ${above ? nameOf(above) : 'screen'}`)
  }
  return { ...point, frameX: frame.left, frameY: frame.top }
}

/** The input's control, focused with all its text marked. @throws Error for what cannot be typed into */
export function focusInput(running: RunningApp, params: Params): void {
  const { element, builtin } = elementOf(running, params)
  const control = builtin?.control
  if (!builtin || !control) throw new Error(`${nameOf(element)} cannot be typed into`)
  if (control.disabled || builtin.properties['disabled'] === true)
    throw new Error(`${nameOf(element)} is disabled`)
  control.focus()
  control.select()
}

const isVisible = (element: HTMLElement): boolean =>
  element.checkVisibility({ visibilityProperty: true, opacityProperty: true })

/** A text the shell shows (a sheet's line, a bar's): its middle. The topmost, where there are several. */
export function pointOfText(text: string): Point {
  const wanted = text.trim()
  const shown = [...document.body.querySelectorAll<HTMLElement>('*')].filter(
    (one) => (one.textContent ?? '').trim() === wanted && one.localName !== 'script',
  )
  let covered: Element | null = null
  for (const element of shown.reverse()) {
    if (!isVisible(element)) continue
    const middle = middleOf(element)
    const hit = hitAt(element, middle)
    if (hit && (element.contains(hit) || hit.contains(element))) return middle
    covered = hit ?? covered
  }
  if (covered) throw new Error(`"${text}" is covered by ${nameOf(covered)}`)
  throw new Error(`WeChat shows no "${text}": ${shownTexts() || 'no text at all'}`)
}

/** What can be read on the shell now, for the error's words. */
function shownTexts(): string {
  const leaves = [...document.body.querySelectorAll<HTMLElement>('*')].filter(
    (one) => one.children.length === 0 && (one.textContent ?? '').trim() !== '' && isVisible(one),
  )
  return leaves.map((one) => `"${(one.textContent ?? '').trim()}"`).join(', ')
}

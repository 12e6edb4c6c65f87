/** movable-area and movable-view: dragged by a finger within (or, if allowed, a little beyond) the area. */
import { followDrag } from '../events/follow-drag'
import { convertRpx } from '../style/convert-rpx'
import { WxElement, closest } from './element'

type Source = '' | 'touch' | 'touch-out-of-bounds' | 'out-of-bounds' | 'friction'

const BACK_MS = 300
/** Beyond the bounds a finger moves it this share of its way. */
const BEYOND = 0.5

export class WxMovableArea extends WxElement {
  static override defaults = { scaleArea: false }
  static override css =
    'wx-movable-area { display: block; position: relative; width: 10px; height: 10px; }'
}

interface Bounds {
  minX: number
  maxX: number
  minY: number
  maxY: number
}

const pixelsOf = (value: unknown) => Number.parseFloat(convertRpx(String(value))) || 0
const within = (value: number, min: number, max: number) => Math.min(max, Math.max(min, value))

export class WxMovableView extends WxElement {
  static override defaults = {
    direction: 'none',
    inertia: false,
    outOfBounds: false,
    x: null,
    y: null,
    damping: 20,
    friction: 2,
    disabled: false,
    scale: false,
    scaleMin: 0.1,
    scaleMax: 10,
    scaleValue: 1,
    animation: true,
  }
  static override css = `
wx-movable-view { display: inline-block; position: absolute; top: 0; left: 0; width: 10px; height: 10px;
  touch-action: none; will-change: transform; }
`
  private at = { x: 0, y: 0 }

  protected override build(): void {
    let from = { x: 0, y: 0 }
    const direction = this.text('direction')
    followDrag(this, {
      ...(direction === 'horizontal' && { axis: 'x' as const }),
      ...(direction === 'vertical' && { axis: 'y' as const }),
      start: () => {
        from = { ...this.at }
        return !this.is('disabled') && this.text('direction') !== 'none'
      },
      move: ({ dx, dy }) => this.drag(from.x + dx, from.y + dy),
      end: () => this.letGo(),
    })
  }

  protected override attached(): void {
    this.moveTo(pixelsOf(this.properties['x']), pixelsOf(this.properties['y']), '', false)
  }

  protected override changed(name: string): void {
    if ((name === 'x' || name === 'y') && this.isConnected) {
      const x = this.properties['x'] === null ? this.at.x : pixelsOf(this.properties['x'])
      const y = this.properties['y'] === null ? this.at.y : pixelsOf(this.properties['y'])
      if (x !== this.at.x || y !== this.at.y) this.moveTo(x, y, '', this.is('animation'))
    } else if (name === 'scaleValue') {
      this.draw(false)
      if (this.is('scale')) this.emit('scale', { ...this.at, scale: this.scaled })
    }
  }

  protected override styled(): void {
    if (this.isReady) this.draw(false)
  }

  private get scaled(): number {
    if (!this.is('scale')) return 1
    return within(this.number('scaleValue'), this.number('scaleMin'), this.number('scaleMax'))
  }

  /** A view larger than its area may be moved until its far edge shows. */
  private get bounds(): Bounds {
    const area = closest<WxMovableArea>(this, 'movable-area')
    const freeX = (area?.clientWidth ?? 0) - this.offsetWidth
    const freeY = (area?.clientHeight ?? 0) - this.offsetHeight
    return {
      minX: Math.min(0, freeX),
      maxX: Math.max(0, freeX),
      minY: Math.min(0, freeY),
      maxY: Math.max(0, freeY),
    }
  }

  private draw(isAnimated: boolean): void {
    this.style.transition = isAnimated ? `transform ${BACK_MS}ms ease-out` : 'none'
    const scale = this.scaled === 1 ? '' : ` scale(${this.scaled})`
    this.style.transform = `translate3d(${this.at.x}px, ${this.at.y}px, 0)${scale}`
  }

  private drag(x: number, y: number): void {
    const direction = this.text('direction')
    const { minX, maxX, minY, maxY } = this.bounds
    const freeX = direction === 'vertical' ? this.at.x : x
    const freeY = direction === 'horizontal' ? this.at.y : y
    const [boundX, boundY] = [within(freeX, minX, maxX), within(freeY, minY, maxY)]
    const isBeyond = boundX !== freeX || boundY !== freeY
    const share = this.is('outOfBounds') ? BEYOND : 0
    this.at = { x: boundX + (freeX - boundX) * share, y: boundY + (freeY - boundY) * share }
    this.draw(false)
    const source: Source = isBeyond && share > 0 ? 'touch-out-of-bounds' : 'touch'
    this.tellChange(source)
    if (direction !== 'vertical') this.emit('htouchmove')
    if (direction !== 'horizontal') this.emit('vtouchmove')
  }

  private letGo(): void {
    const { minX, maxX, minY, maxY } = this.bounds
    const [x, y] = [within(this.at.x, minX, maxX), within(this.at.y, minY, maxY)]
    if (x !== this.at.x || y !== this.at.y) this.moveTo(x, y, 'out-of-bounds', true)
  }

  private moveTo(x: number, y: number, source: Source, isAnimated: boolean): void {
    const { minX, maxX, minY, maxY } = this.bounds
    const moved = { x: within(x, minX, maxX), y: within(y, minY, maxY) }
    const hasChanged = moved.x !== this.at.x || moved.y !== this.at.y
    this.at = moved
    this.draw(isAnimated)
    if (hasChanged) this.tellChange(source)
  }

  private tellChange(source: Source): void {
    const { x, y } = this.at
    this.properties['x'] = x
    this.properties['y'] = y
    this.emit('change', { x: Math.round(x * 1e3) / 1e3, y: Math.round(y * 1e3) / 1e3, source })
  }

  override get automation() {
    return {
      moveTo: (x: unknown, y: unknown) => this.moveTo(Number(x), Number(y), 'touch', false),
    }
  }
}

/** swiper: slides side by side (or one above another), moved by a finger, by time, or by `current`. */
import { followDrag } from '../events/follow-drag'
import { convertRpx } from '../style/convert-rpx'
import { WxElement, closest } from './element'

type Source = '' | 'touch' | 'autoplay'

/** A quick flick turns the slide, however short: pixels a millisecond. */
const FLICK = 0.3

export class WxSwiperItem extends WxElement {
  static override defaults = { itemId: '', skipHiddenItemLayout: false }
  static override css = `
wx-swiper-item { display: block; position: absolute; top: 0; left: 0; width: 100%; height: 100%; overflow: hidden;
  will-change: transform; }
`
  get itemId(): string {
    return this.text('itemId')
  }

  protected override attached(): void {
    closest<WxSwiper>(this, 'swiper')?.itemsChanged()
  }

  /** The author's style came anew and took the place's along. */
  protected override styled(): void {
    if (this.isReady) closest<WxSwiper>(this, 'swiper')?.itemsChanged()
  }
}

export class WxSwiper extends WxElement {
  static override defaults = {
    indicatorDots: false,
    indicatorColor: 'rgba(0, 0, 0, .3)',
    indicatorActiveColor: '#000000',
    autoplay: false,
    current: 0,
    currentItemId: '',
    interval: 5000,
    duration: 500,
    circular: false,
    vertical: false,
    previousMargin: '0px',
    nextMargin: '0px',
    snapToEdge: false,
    displayMultipleItems: 1,
    easingFunction: 'default',
    disableTouch: false,
  }
  static override css = `
wx-swiper { display: block; height: 150px; }
.wx-swiper-wrapper { position: relative; width: 100%; height: 100%; overflow: hidden; transform: translateZ(0);
  touch-action: pan-y; }
wx-swiper[vertical] > .wx-swiper-wrapper { touch-action: pan-x; }
.wx-swiper-slides { position: absolute; inset: 0; }
.wx-swiper-dots { position: absolute; display: flex; gap: 8px; bottom: 10px; left: 50%;
  transform: translateX(-50%); pointer-events: none; }
wx-swiper[vertical] > .wx-swiper-wrapper > .wx-swiper-dots { flex-direction: column; bottom: auto; left: auto;
  right: 10px; top: 50%; transform: translateY(-50%); }
.wx-swiper-dot { width: 8px; height: 8px; border-radius: 50%; }
`
  private readonly wrapper = document.createElement('div')
  private readonly slides = document.createElement('div')
  private readonly dots = document.createElement('div')
  private at = 0
  private timer = 0
  private settleTimer = 0
  private isScheduled = false

  constructor() {
    super()
    this.wrapper.className = 'wx-swiper-wrapper'
    this.slides.className = 'wx-swiper-slides'
    this.dots.className = 'wx-swiper-dots'
    this.slides.dataset['content'] = ''
    this.wrapper.dataset['content'] = ''
    this.wrapper.append(this.slides, this.dots)
  }

  protected override get content(): HTMLElement {
    return this.slides
  }

  private get items(): WxSwiperItem[] {
    return [...this.slides.querySelectorAll<WxSwiperItem>('wx-swiper-item')].filter(
      (item) => item.parentElement?.closest('wx-swiper') === this,
    )
  }

  protected override build(): void {
    Node.prototype.insertBefore.call(this, this.wrapper, this.firstChild)
    this.at = Math.max(0, this.number('current'))
    let from = 0
    followDrag(this.wrapper, {
      axis: this.is('vertical') ? 'y' : 'x',
      start: () => {
        from = this.at
        return !this.is('disableTouch') && this.items.length > 1
      },
      move: ({ dx, dy }) => this.drag(from, this.is('vertical') ? dy : dx),
      end: ({ dx, dy, vx, vy }) =>
        this.letGo(from, this.is('vertical') ? dy : dx, this.is('vertical') ? vy : vx),
    })
  }

  protected override attached(): void {
    this.itemsChanged()
    this.play()
  }

  protected override detached(): void {
    window.clearInterval(this.timer)
  }

  /** Slides came or went: laid out once all have. */
  itemsChanged(): void {
    if (this.isScheduled) return
    this.isScheduled = true
    queueMicrotask(() => {
      this.isScheduled = false
      if (this.at > this.lastIndex) this.at = Math.max(0, this.lastIndex)
      this.layOut(this.at, false)
      this.drawDots()
    })
  }

  protected override changed(name: string, value: unknown): void {
    if (name === 'current') {
      const wanted = Math.min(Math.max(0, Number(value)), Math.max(0, this.lastIndex))
      if (wanted !== this.at && this.items.length > 0) this.turn(wanted, '')
      else if (this.items.length === 0) this.at = Math.max(0, Number(value))
    } else if (name === 'currentItemId' && value) {
      const index = this.items.findIndex((item) => item.properties['itemId'] === value)
      if (index >= 0 && index !== this.at) this.turn(index, '')
    } else if (name === 'autoplay' || name === 'interval') this.play()
    else this.itemsChanged()
  }

  private get shown(): number {
    return Math.max(1, this.number('displayMultipleItems'))
  }

  private get isCircular(): boolean {
    return this.is('circular') && this.items.length > this.shown
  }

  private get lastIndex(): number {
    const { length } = this.items
    return this.is('circular') ? length - 1 : Math.max(0, length - this.shown)
  }

  /** Where a slide stands, in slides from the first shown one; circular ones wrap to the nearer side. */
  private placeOf(index: number, at: number): number {
    const { length } = this.items
    const place = index - at
    if (!this.isCircular) return place
    const half = (length - this.shown) / 2
    if (place < -half) return place + length * Math.ceil((-half - place) / length)
    if (place > length - half - 1) return place - length
    return place
  }

  private layOut(at: number, isAnimated: boolean): void {
    const isVertical = this.is('vertical')
    const [before, after] = [this.text('previousMargin'), this.text('nextMargin')].map((margin) => {
      const pixels = Number.parseFloat(convertRpx(margin))
      return Number.isFinite(pixels) ? pixels : 0
    }) as [number, number]
    Object.assign(this.slides.style, {
      inset: isVertical ? `${before}px 0 ${after}px 0` : `0 ${after}px 0 ${before}px`,
    })
    const duration = isAnimated ? this.number('duration') : 0
    const size = `${100 / this.shown}%`
    this.items.forEach((item, index) => {
      const place = this.placeOf(index, at)
      const wraps =
        Math.abs(place - (item.dataset['place'] ? Number(item.dataset['place']) : place)) >
        this.shown + 1
      item.dataset['place'] = String(place)
      Object.assign(item.style, {
        width: isVertical ? '100%' : size,
        height: isVertical ? size : '100%',
        transition: duration > 0 && !wraps ? `transform ${duration}ms ${this.easing}` : 'none',
        transform: isVertical ? `translate(0, ${place * 100}%)` : `translate(${place * 100}%, 0)`,
      })
    })
  }

  private get easing(): string {
    const name = this.text('easingFunction')
    const easings: Record<string, string> = {
      linear: 'linear',
      easeInCubic: 'cubic-bezier(.55, .055, .675, .19)',
      easeOutCubic: 'cubic-bezier(.215, .61, .355, 1)',
      easeInOutCubic: 'cubic-bezier(.645, .045, .355, 1)',
    }
    return easings[name] ?? 'cubic-bezier(.25, .1, .25, 1)'
  }

  private get slideSize(): number {
    const { clientWidth, clientHeight } = this.slides
    return (this.is('vertical') ? clientHeight : clientWidth) / this.shown
  }

  private drag(from: number, distance: number): void {
    window.clearInterval(this.timer)
    const moved = -distance / this.slideSize
    let at = from + moved
    if (!this.isCircular) {
      const over = at < 0 ? at : at > this.lastIndex ? at - this.lastIndex : 0
      at -= over * 0.7
    }
    this.layOut(at, false)
    const [dx, dy] = this.is('vertical') ? [0, -distance] : [-distance, 0]
    this.emit('transition', { dx, dy })
  }

  private letGo(from: number, distance: number, speed: number): void {
    const moved = -distance / this.slideSize
    const isFlick = Math.abs(speed) > FLICK && Math.sign(-speed) === Math.sign(moved)
    const step = isFlick
      ? Math.sign(moved) * Math.max(1, Math.round(Math.abs(moved)))
      : Math.round(moved)
    this.turn(this.wrapped(from + step), 'touch')
    this.play()
  }

  private wrapped(index: number): number {
    const { length } = this.items
    if (this.isCircular) return ((index % length) + length) % length
    return Math.min(this.lastIndex, Math.max(0, index))
  }

  private turn(index: number, source: Source): void {
    const hasChanged = index !== this.at
    this.at = index
    this.properties['current'] = index
    this.layOut(index, true)
    this.drawDots()
    const currentItemId = this.items[index]?.itemId ?? ''
    if (hasChanged) {
      this.tellModel('current', index)
      this.emit('change', { current: index, currentItemId, source })
    }
    window.clearTimeout(this.settleTimer)
    this.settleTimer = window.setTimeout(
      () => this.emit('animationfinish', { current: index, currentItemId, source }),
      this.number('duration'),
    )
  }

  private play(): void {
    window.clearInterval(this.timer)
    if (!this.is('autoplay') || !this.isConnected) return
    this.timer = window.setInterval(
      () => {
        if (this.items.length < 2) return
        const next = this.at + 1 > this.lastIndex ? 0 : this.at + 1
        this.turn(next, 'autoplay')
      },
      Math.max(50, this.number('interval')),
    )
  }

  private drawDots(): void {
    this.dots.hidden = !this.is('indicatorDots')
    if (this.dots.hidden) return this.dots.replaceChildren()
    const dots = this.items.map((_, index) => {
      const dot = document.createElement('div')
      const isActive = index >= this.at && index < this.at + this.shown
      dot.className = 'wx-swiper-dot'
      dot.style.background = this.text(isActive ? 'indicatorActiveColor' : 'indicatorColor')
      return dot
    })
    this.dots.replaceChildren(...dots)
  }

  override get automation() {
    return { swipeTo: (index: unknown) => this.turn(this.wrapped(Number(index)), 'touch') }
  }
}

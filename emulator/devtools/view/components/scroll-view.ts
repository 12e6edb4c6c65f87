/** scroll-view: scrolls inside itself, tells thresholds once each way, and refreshes when pulled. */
import { treeNodeOf } from '../events/dispatch-event'
import { WxElement } from './element'
import { followRefresher } from './refresher'

/** A scroll has ended when nothing moved for this long. */
const DRAG_END_MS = 120

export class WxScrollView extends WxElement {
  static override defaults = {
    scrollX: false,
    scrollY: false,
    upperThreshold: 50,
    lowerThreshold: 50,
    scrollTop: null,
    scrollLeft: null,
    scrollIntoView: '',
    scrollIntoViewOffset: 0,
    scrollWithAnimation: false,
    enableBackToTop: false,
    enableFlex: false,
    scrollAnchoring: false,
    refresherEnabled: false,
    refresherThreshold: 45,
    refresherDefaultStyle: 'black',
    refresherBackground: '#FFF',
    refresherTriggered: false,
    enhanced: false,
    bounces: true,
    showScrollbar: true,
    pagingEnabled: false,
    fastDeceleration: false,
    type: 'list',
    enablePassive: false,
  }
  static override css = `
wx-scroll-view { display: block; width: 100%; }
.wx-scroll { position: relative; width: 100%; height: 100%; max-height: inherit; overflow: hidden;
  -webkit-overflow-scrolling: touch; overscroll-behavior: contain; }
.wx-scroll::-webkit-scrollbar { display: none; }
wx-scroll-view[scroll-y] > .wx-scroll { overflow-y: auto; }
wx-scroll-view[scroll-x] > .wx-scroll { overflow-x: auto; }
wx-scroll-view[paging-enabled] > .wx-scroll { scroll-snap-type: both mandatory; }
wx-scroll-view[paging-enabled] > .wx-scroll > .wx-scroll-content > * { scroll-snap-align: start; }
.wx-scroll-content { width: 100%; height: 100%; }
.wx-refresher { display: flex; height: 0; overflow: hidden; align-items: center; justify-content: center; gap: 6px; }
.wx-refresher i { width: 6px; height: 6px; border-radius: 50%; background: rgba(0, 0, 0, .5); }
.wx-refresher-white i { background: rgba(255, 255, 255, .8); }
.wx-refresher-none i { display: none; }
`
  private readonly inner = document.createElement('div')
  private readonly place = document.createElement('div')
  private last = { top: 0, left: 0 }
  private atEdge = { upper: true, lower: false }
  private isDragging = false
  private endTimer = 0
  private refresher: ReturnType<typeof followRefresher> | null = null

  constructor() {
    super()
    this.inner.className = 'wx-scroll'
    this.place.className = 'wx-scroll-content'
    this.place.dataset['content'] = ''
    this.inner.dataset['content'] = ''
    this.inner.appendChild(this.place)
  }

  protected override get content(): HTMLElement {
    return this.place
  }

  /** The part that really scrolls. */
  get scroller(): HTMLElement {
    return this.inner
  }

  override get scrollTop(): number {
    return this.inner.scrollTop
  }

  override set scrollTop(top: number) {
    this.inner.scrollTop = top
  }

  override get scrollLeft(): number {
    return this.inner.scrollLeft
  }

  override set scrollLeft(left: number) {
    this.inner.scrollLeft = left
  }

  override get scrollWidth(): number {
    return this.inner.scrollWidth
  }

  override get scrollHeight(): number {
    return this.inner.scrollHeight
  }

  override scrollTo(to?: ScrollToOptions | number, y?: number): void {
    if (typeof to === 'number') this.inner.scrollTo(to, y ?? 0)
    else this.inner.scrollTo(to)
  }

  protected override build(): void {
    Node.prototype.insertBefore.call(this, this.inner, this.firstChild)
    this.inner.addEventListener('scroll', () => this.scrolled())
    this.inner.addEventListener('touchstart', () => (this.isDragging = true), { passive: true })
    this.inner.addEventListener('touchmove', () => this.dragged('dragging'), { passive: true })
    this.inner.addEventListener('touchend', () => this.dragged('dragend'), { passive: true })
    this.refresher = followRefresher(this, this.inner)
  }

  private hasBegun = false
  private dragged(type: 'dragging' | 'dragend'): void {
    if (!this.is('enhanced')) return
    const detail = { scrollTop: this.inner.scrollTop, scrollLeft: this.inner.scrollLeft }
    if (type === 'dragging' && !this.hasBegun) {
      this.hasBegun = true
      this.emit('dragstart', detail)
    }
    this.emit(type, detail)
    if (type === 'dragend') this.hasBegun = false
  }

  protected override attached(): void {
    this.applyFlex()
    this.changed('scrollTop', this.properties['scrollTop'])
    this.changed('scrollLeft', this.properties['scrollLeft'])
    if (this.text('scrollIntoView')) setTimeout(() => this.showChild(), 0)
  }

  protected override styled(): void {
    if (this.isReady) this.applyFlex()
  }

  /** With enable-flex the author's flex lays out the children; without, it has nothing to lay out. */
  private applyFlex(): void {
    const style = getComputedStyle(this)
    const isFlex = this.is('enableFlex') && /flex/.test(style.display)
    Object.assign(this.place.style, {
      display: isFlex ? 'flex' : '',
      flexDirection: isFlex ? style.flexDirection : '',
      flexWrap: isFlex ? style.flexWrap : '',
      justifyContent: isFlex ? style.justifyContent : '',
      alignItems: isFlex ? style.alignItems : '',
    })
  }

  protected override changed(name: string, value: unknown): void {
    const isGiven = value !== undefined && value !== null && value !== ''
    if (name === 'scrollTop' && isGiven) this.go({ top: Number(value) })
    else if (name === 'scrollLeft' && isGiven) this.go({ left: Number(value) })
    else if (name === 'scrollIntoView' && value) setTimeout(() => this.showChild(), 0)
    else if (name === 'enableFlex') this.applyFlex()
    else if (name.startsWith('refresher')) this.refresher?.changed(name)
  }

  private go(to: ScrollToOptions): void {
    if (this.is('scrollWithAnimation')) this.inner.scrollTo({ ...to, behavior: 'smooth' })
    else this.inner.scrollTo(to)
  }

  private showChild(): void {
    const id = this.text('scrollIntoView')
    const child = [...this.querySelectorAll<HTMLElement>('[id]')].find(
      (element) => treeNodeOf(element)?.id === id,
    )
    if (!child) return
    const [here, there] = [this.inner.getBoundingClientRect(), child.getBoundingClientRect()]
    const offset = this.number('scrollIntoViewOffset')
    if (this.is('scrollY')) this.go({ top: this.inner.scrollTop + there.top - here.top + offset })
    if (this.is('scrollX'))
      this.go({ left: this.inner.scrollLeft + there.left - here.left + offset })
  }

  private scrolled(): void {
    const { scrollTop, scrollLeft, scrollHeight, scrollWidth } = this.inner
    const [deltaY, deltaX] = [this.last.top - scrollTop, this.last.left - scrollLeft]
    this.last = { top: scrollTop, left: scrollLeft }
    this.emit('scroll', { scrollLeft, scrollTop, scrollHeight, scrollWidth, deltaX, deltaY })
    if (this.is('scrollY')) this.tellEdges('top', 'bottom', scrollTop, deltaY)
    if (this.is('scrollX')) this.tellEdges('left', 'right', scrollLeft, deltaX)
    window.clearTimeout(this.endTimer)
    this.endTimer = window.setTimeout(() => {
      if (this.isDragging) this.emit('scrollend', { scrollTop, scrollLeft })
      this.isDragging = false
    }, DRAG_END_MS)
  }

  private tellEdges(upper: string, lower: string, at: number, delta: number): void {
    const [shown, whole] =
      upper === 'top'
        ? [this.inner.clientHeight, this.inner.scrollHeight]
        : [this.inner.clientWidth, this.inner.scrollWidth]
    const isUpper = at <= this.number('upperThreshold')
    const isLower = at + shown >= whole - this.number('lowerThreshold')
    if (isUpper && delta > 0 && !this.atEdge.upper) this.emit('scrolltoupper', { direction: upper })
    if (isLower && delta < 0 && !this.atEdge.lower) this.emit('scrolltolower', { direction: lower })
    this.atEdge = { upper: isUpper, lower: isLower }
  }

  override get automation() {
    return {
      scrollTo: (x: unknown, y: unknown) =>
        this.inner.scrollTo({ left: Number(x), top: Number(y) }),
      scrollTop: () => this.inner.scrollTop,
      scrollLeft: () => this.inner.scrollLeft,
      scrollWidth: () => this.inner.scrollWidth,
      scrollHeight: () => this.inner.scrollHeight,
    }
  }
}

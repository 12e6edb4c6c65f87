/** page-meta and navigation-bar say how the page looks; page-container lies over it as another page would. */
import { mountedOwner } from '../page-context'
import { convertRpx } from '../style/convert-rpx'
import { WxElement } from './element'

export class WxPageMeta extends WxElement {
  static override defaults = {
    backgroundTextStyle: '',
    backgroundColor: '',
    backgroundColorTop: '',
    backgroundColorBottom: '',
    rootBackgroundColor: '',
    scrollTop: '',
    scrollDuration: 300,
    pageStyle: '',
    pageFontSize: '',
    rootFontSize: '',
    pageOrientation: '',
  }
  static override css = 'wx-page-meta { display: none; }'

  protected override attached(): void {
    window.addEventListener('scroll', this.scrolled)
    window.addEventListener('resize', this.resized)
  }

  protected override detached(): void {
    window.removeEventListener('scroll', this.scrolled)
    window.removeEventListener('resize', this.resized)
  }

  private readonly scrolled = () => this.emit('scroll', { scrollTop: window.scrollY })
  private readonly resized = () =>
    this.emit('resize', { size: { windowWidth: innerWidth, windowHeight: innerHeight } })

  protected override changed(name: string, value: unknown): void {
    const { body, documentElement: root } = document
    const size = (given: string) =>
      given === 'system' ? `${mountedOwner()?.fontSize() ?? 16}px` : convertRpx(given)
    if (name === 'pageStyle') body.setAttribute('style', convertRpx(this.text('pageStyle')))
    if (name === 'rootFontSize' && value) root.style.fontSize = size(this.text('rootFontSize'))
    if (name === 'pageFontSize' && value) body.style.fontSize = size(this.text('pageFontSize'))
    if (name === 'rootBackgroundColor')
      root.style.backgroundColor = this.text('rootBackgroundColor')
    if (name === 'scrollTop' && value !== '')
      this.scrollPage(Number.parseFloat(convertRpx(this.text('scrollTop'))))
    if (/^background/.test(name) && value) this.askNative('page-meta')
  }

  private scrollPage(top: number): void {
    window.scrollTo({ top, behavior: this.number('scrollDuration') > 0 ? 'smooth' : 'instant' })
    setTimeout(() => this.emit('scrolldone', {}), this.number('scrollDuration'))
  }
}

export class WxNavigationBar extends WxElement {
  static override defaults = {
    title: '',
    loading: false,
    frontColor: '',
    backgroundColor: '',
    colorAnimationDuration: 0,
    colorAnimationTimingFunc: 'linear',
  }
  static override css = 'wx-navigation-bar { display: none; }'

  protected override changed(_name: string, value: unknown, old: unknown): void {
    if (value !== old && value !== '') this.askNative('navigation-bar')
  }
}

type Phase = 'beforeenter' | 'enter' | 'afterenter' | 'beforeleave' | 'leave' | 'afterleave'

export class WxPageContainer extends WxElement {
  static override defaults = {
    show: false,
    duration: 300,
    zIndex: 100,
    overlay: true,
    position: 'bottom',
    round: false,
    closeOnSlideDown: false,
    overlayStyle: '',
    customStyle: '',
  }
  static override css = `
wx-page-container { display: none; position: fixed; inset: 0; }
wx-page-container.wx-entered { display: block; }
.wx-page-overlay { position: absolute; inset: 0; background: rgba(0, 0, 0, .5); }
.wx-page-body { position: absolute; background: #fff; overflow: hidden; left: 0; right: 0; bottom: 0; }
wx-page-container[position=top] > .wx-page-body { top: 0; bottom: auto; }
wx-page-container[position=right] > .wx-page-body { top: 0; }
wx-page-container[position=center] > .wx-page-body { top: 50%; bottom: auto; transform: translateY(-50%); }
wx-page-container[round] > .wx-page-body { border-radius: 12px 12px 0 0; }
`
  private readonly body = document.createElement('div')
  private overlay!: HTMLElement
  private timer = 0

  constructor() {
    super()
    this.body.className = 'wx-page-body'
    this.body.dataset['content'] = ''
  }

  protected override get content(): HTMLElement {
    return this.body
  }

  protected override build(): void {
    Node.prototype.appendChild.call(this, this.body)
    this.overlay = this.addPart('div', 'wx-page-overlay')
    this.overlay.addEventListener('click', () => {
      this.emit('clickoverlay')
      this.close()
    })
  }

  protected override changed(name: string, value: unknown, old: unknown): void {
    this.style.zIndex = String(this.number('zIndex'))
    this.overlay.hidden = !this.is('overlay')
    this.overlay.setAttribute('style', convertRpx(this.text('overlayStyle')))
    this.body.setAttribute('style', convertRpx(this.text('customStyle')))
    if (name !== 'show' || Boolean(value) === Boolean(old)) return
    if (value) this.pass(['beforeenter', 'enter'], 'afterenter', true)
    else this.pass(['beforeleave', 'leave'], 'afterleave', false)
  }

  /** Closed by the person: the property follows. */
  close(): void {
    if (!this.is('show')) return
    this.setProperty('show', false)
    this.tellModel('show', false)
  }

  private pass(first: Phase[], last: Phase, isShown: boolean): void {
    window.clearTimeout(this.timer)
    if (isShown) this.classList.add('wx-entered')
    for (const phase of first) this.emit(phase)
    this.timer = window.setTimeout(() => {
      if (!isShown) this.classList.remove('wx-entered')
      this.emit(last)
    }, this.number('duration'))
  }
}

/** Components that only hold others: view and its likes, label, navigator, sticky headers, portals, conditions. */
import { treeNodeOf } from '../events/dispatch-event'
import { WxElement, isBuiltin } from './element'

const HOVER = {
  hoverClass: 'none',
  hoverStopPropagation: false,
  hoverStartTime: 50,
  hoverStayTime: 400,
}

export class WxView extends WxElement {
  static override defaults = HOVER
  static override css = 'wx-view { display: block; }'
}

export class WxNavigator extends WxElement {
  static override defaults = {
    ...HOVER,
    hoverClass: 'navigator-hover',
    hoverStayTime: 600,
    target: 'self',
    url: '',
    openType: 'navigate',
    delta: 1,
  }
  static override css = `
wx-navigator { display: block; height: auto; width: auto; }
.navigator-hover { background-color: rgba(0, 0, 0, .1); opacity: .7; }
`

  protected override build(): void {
    this.listen('tap', () => this.askNative('navigator'))
  }
}

/** Taps inside belong to these themselves. */
const CONTROLS =
  'wx-checkbox, wx-radio, wx-switch, wx-button, wx-input, wx-textarea, wx-picker, wx-slider'

export class WxLabel extends WxElement {
  static override defaults = { for: '' }
  static override css = 'wx-label { display: inline; cursor: default; }'

  protected override build(): void {
    this.listen('tap', (target) => {
      const inner = target.closest(CONTROLS)
      if (inner && this.contains(inner)) return
      const control = this.labelled()
      if (isBuiltin(control)) (control as { labelTapped?(): void }).labelTapped?.()
    })
  }

  /** The named control of the same tree, else the first one inside. */
  private labelled(): Element | null {
    const id = this.text('for')
    if (!id) return this.querySelector(CONTROLS)
    const tree = treeNodeOf(this)?.ownerShadowRoot
    const found = [...document.querySelectorAll(`#${CSS.escape(id)}`)]
    return found.find((element) => treeNodeOf(element)?.ownerShadowRoot === tree) ?? null
  }
}

/** Drawn outside of the page's flow, over everything that has no greater z-index. */
export class WxRootPortal extends WxElement {
  static override defaults = { enable: true }
  static override css = 'wx-root-portal { display: block; }'
  private readonly portal = document.createElement('div')

  protected override get content(): HTMLElement {
    this.portal.dataset['content'] = ''
    return this.portal
  }

  protected override changed(name: string): void {
    if (name === 'enable') this.place()
  }

  protected override attached(): void {
    this.place()
  }

  protected override detached(): void {
    this.portal.remove()
  }

  private place(): void {
    if (!this.isConnected) return
    const around = this.is('enable') ? document.body : this
    if (this.portal.parentNode !== around) Node.prototype.appendChild.call(around, this.portal)
  }
}

const CONDITIONS: Readonly<Record<string, string>> = {
  minWidth: 'min-width',
  maxWidth: 'max-width',
  width: 'width',
  minHeight: 'min-height',
  maxHeight: 'max-height',
  height: 'height',
}

/** Shows its children while the page's window is as told. */
export class WxMatchMedia extends WxElement {
  static override css =
    'wx-match-media { display: block; } wx-match-media.wx-unmatched { display: none; }'
  private query: MediaQueryList | null = null
  private readonly follow = () => this.classList.toggle('wx-unmatched', !this.query?.matches)

  protected override changed(): void {
    const conditions = Object.entries(CONDITIONS)
      .filter(([name]) => this.text(name) !== '')
      .map(([name, feature]) => `(${feature}: ${Number.parseFloat(this.text(name))}px)`)
    const orientation = this.text('orientation')
    if (orientation) conditions.push(`(orientation: ${orientation})`)
    this.query?.removeEventListener('change', this.follow)
    this.query = window.matchMedia(conditions.join(' and ') || 'all')
    this.query.addEventListener('change', this.follow)
    this.follow()
  }
}

const block = (css: string) =>
  class extends WxElement {
    static override css = css
  }

export const WxShareElement = block('wx-share-element { display: block; }')
export const WxStickySection = block('wx-sticky-section { display: block; }')
export const WxGridView = block('wx-grid-view { display: block; }')
export const WxListView = block('wx-list-view { display: block; }')
export const WxSnapshot = block('wx-snapshot { display: block; }')
export const WxSpan = block('wx-span { display: inline; }')

export class WxStickyHeader extends WxElement {
  static override defaults = { offsetTop: 0 }
  static override css = 'wx-sticky-header { display: block; position: sticky; top: 0; z-index: 1; }'

  protected override changed(name: string): void {
    if (name === 'offsetTop' && this.number('offsetTop'))
      this.style.top = `${this.number('offsetTop')}px`
  }
}

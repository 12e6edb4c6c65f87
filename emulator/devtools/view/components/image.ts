/** image: WeChat's modes, lazy loading, and load or error told with the picture's own size. */
import { pageOwner } from '../page-context'
import { WxElement } from './element'

/** background-size and background-position by mode. */
const MODES: Readonly<Record<string, readonly [size: string, position: string]>> = {
  scaleToFill: ['100% 100%', 'center'],
  aspectFit: ['contain', 'center'],
  aspectFill: ['cover', 'center'],
  widthFix: ['100% 100%', 'center'],
  heightFix: ['100% 100%', 'center'],
  top: ['auto', 'top center'],
  bottom: ['auto', 'bottom center'],
  center: ['auto', 'center'],
  left: ['auto', 'center left'],
  right: ['auto', 'center right'],
  'top left': ['auto', 'top left'],
  'top right': ['auto', 'top right'],
  'bottom left': ['auto', 'bottom left'],
  'bottom right': ['auto', 'bottom right'],
}
/** Lazy pictures are fetched within three screens of being seen. */
const LAZY_MARGIN = '300% 0px'

export class WxImage extends WxElement {
  static override defaults = {
    src: '',
    mode: 'scaleToFill',
    lazyLoad: false,
    webp: false,
    fadeIn: false,
    showMenuByLongpress: false,
  }
  static override css = `
wx-image { display: inline-block; width: 320px; height: 240px; overflow: hidden; }
wx-image > .wx-picture { width: 100%; height: 100%; background-repeat: no-repeat; }
`
  private picture!: HTMLElement
  private loaded: HTMLImageElement | null = null
  private wanted = 0
  private seer: IntersectionObserver | null = null
  private sizer: ResizeObserver | null = null

  protected override build(): void {
    this.picture = this.addPart('div', 'wx-picture')
  }

  protected override changed(name: string): void {
    if (name === 'src') this.want()
    if (name === 'mode') this.place()
  }

  private want(): void {
    const number = ++this.wanted
    this.seer?.disconnect()
    if (!this.text('src')) {
      this.loaded = null
      this.picture.style.backgroundImage = ''
      return
    }
    if (!this.is('lazyLoad')) return void this.load(number)
    this.seer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return
        this.seer?.disconnect()
        void this.load(number)
      },
      { root: document, rootMargin: LAZY_MARGIN },
    )
    this.seer.observe(this)
  }

  private async load(number: number): Promise<void> {
    const src = this.text('src')
    const owner = pageOwner()
    try {
      const address = await owner.resolveFile(src, owner.route)
      if (number !== this.wanted) return
      const image = new Image()
      image.onload = () => {
        if (number === this.wanted) this.show(image, address)
      }
      image.onerror = () => {
        if (number === this.wanted) this.fail(src)
      }
      image.src = address
    } catch {
      if (number === this.wanted) this.fail(src)
    }
  }

  private fail(src: string): void {
    this.loaded = null
    this.picture.style.backgroundImage = ''
    this.emit('error', { errMsg: `GET ${src} 404 (Not Found)` })
  }

  private show(image: HTMLImageElement, address: string): void {
    this.loaded = image
    this.picture.style.backgroundImage = `url("${address.replace(/"/g, '%22')}")`
    this.place()
    this.emit('load', { width: image.naturalWidth, height: image.naturalHeight })
  }

  /** widthFix and heightFix size the component by its picture, and again when it is laid out anew. */
  private place(): void {
    const [size, position] = MODES[this.text('mode')] ?? (['100% 100%', 'center'] as const)
    Object.assign(this.picture.style, { backgroundSize: size, backgroundPosition: position })
    this.sizer?.disconnect()
    const mode = this.text('mode')
    const { naturalWidth = 0, naturalHeight = 0 } = this.loaded ?? {}
    if (!naturalWidth || !naturalHeight || !/Fix$/.test(mode)) return
    const fit = () => {
      if (mode === 'widthFix') {
        this.style.height = `${(this.clientWidth * naturalHeight) / naturalWidth}px`
      } else this.style.width = `${(this.clientHeight * naturalWidth) / naturalHeight}px`
    }
    fit()
    this.sizer = new ResizeObserver(fit)
    this.sizer.observe(this)
  }

  protected override styled(): void {
    if (this.isReady && this.loaded) this.place()
  }

  protected override detached(): void {
    this.seer?.disconnect()
    this.sizer?.disconnect()
  }
}

export class WxCoverImage extends WxImage {
  static override css = `
wx-cover-image { display: inline-block; width: 100%; overflow: hidden; line-height: 0; }
wx-cover-image > .wx-picture { width: 100%; height: 100%; background-repeat: no-repeat; }
`
}

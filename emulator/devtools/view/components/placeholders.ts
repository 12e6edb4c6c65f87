/** What this host does not draw: an honest box that says what would be here, with the events apps wait for. */
import { pageOwner } from '../page-context'
import { WxElement } from './element'

const BOX_CSS = `
.wx-stand-in { display: flex; align-items: center; justify-content: center; box-sizing: border-box; width: 100%;
  height: 100%; padding: 8px;
  overflow: hidden; background: repeating-linear-gradient(45deg, #e9e9e9 0 10px, #f2f2f2 10px 20px); color: #777;
  font-size: 12px; line-height: 1.4;
  text-align: center; word-break: break-all; }
`

abstract class StandIn extends WxElement {
  protected box!: HTMLElement

  protected override build(): void {
    this.box = this.addPart('div', 'wx-stand-in')
    this.describe()
  }

  protected override changed(): void {
    this.describe()
  }

  protected label(): string {
    return this.tag
  }

  private describe(): void {
    this.box.textContent = this.label()
  }
}

const size = (tag: string, width: string, height: string) =>
  `wx-${tag} { display: block; position: relative; width: ${width}; height: ${height}; } ${BOX_CSS}
wx-${tag} > .wx-stand-in { position: absolute; inset: 0; }`

/** A tap plays and pauses; what is played takes no time. */
export class WxVideo extends StandIn {
  static override defaults = {
    src: '',
    duration: 0,
    controls: true,
    autoplay: false,
    loop: false,
    muted: false,
    initialTime: 0,
    poster: '',
    objectFit: 'contain',
    title: '',
  }
  static override css = `${size('video', '300px', '225px')}
wx-video > .wx-video-cover { position: absolute; z-index: 1; inset: 0; background: #000 center / contain no-repeat; }
wx-video > .wx-video-cover::after { content: '▶'; position: absolute; inset: 0; margin: auto; width: 48px;
  height: 48px; border-radius: 24px; background: rgba(0, 0, 0, 0.5); color: #fff; font-size: 20px; line-height: 48px;
  text-align: center; }`
  private isPlaying = false
  private cover!: HTMLElement

  protected override build(): void {
    super.build()
    this.cover = this.addPart('div', 'wx-video-cover')
    this.cover.style.display = 'none'
    this.listen('tap', () => {
      if (this.is('controls')) this.context[this.isPlaying ? 'pause' : 'play']?.()
    })
  }

  protected override changed(name?: string): void {
    super.changed()
    if (name === 'poster') void this.showCover()
  }

  /** The poster lies over the box until the video is played. */
  private async showCover(): Promise<void> {
    const poster = this.text('poster')
    this.cover.style.display = poster && !this.isPlaying ? 'block' : 'none'
    if (!poster) return
    const owner = pageOwner()
    const address = await owner.resolveFile(poster, owner.route)
    this.cover.style.backgroundImage = `url("${address.replace(/"/g, '%22')}")`
  }

  protected override attached(): void {
    if (!this.text('src')) return
    const duration = this.number('duration')
    this.emit('loadedmetadata', { width: 300, height: 225, duration })
    if (this.is('autoplay')) this.context['play']?.()
  }

  protected override label(): string {
    return `${this.isPlaying ? '❚❚' : '▶'} ${this.text('title') || this.text('src') || 'video'}`
  }

  private setPlaying(isPlaying: boolean): void {
    this.isPlaying = isPlaying
    this.changed()
    if (isPlaying) this.cover.style.display = 'none'
    this.emit(isPlaying ? 'play' : 'pause', {})
    if (isPlaying) {
      this.emit('timeupdate', {
        currentTime: this.number('initialTime'),
        duration: this.number('duration'),
      })
    }
  }

  /** What wx.createVideoContext and Element.callContextMethod call. */
  readonly context: Readonly<Record<string, (...args: never[]) => unknown>> = {
    play: () => this.setPlaying(true),
    pause: () => this.setPlaying(false),
    stop: () => this.setPlaying(false),
    seek: (at: number) =>
      this.emit('timeupdate', { currentTime: at, duration: this.number('duration') }),
    end: () => {
      this.isPlaying = false
      this.emit('ended', {})
    },
  }

  override get automation() {
    return this.context
  }
}

export class WxMap extends StandIn {
  static override defaults = {
    longitude: 0,
    latitude: 0,
    scale: 16,
    markers: null,
    showLocation: false,
  }
  static override css = size('map', '300px', '150px')

  protected override attached(): void {
    setTimeout(() => this.emit('updated', {}), 0)
  }

  protected override label(): string {
    const markers = this.properties['markers']
    const count = Array.isArray(markers) ? markers.length : 0
    return `map ${this.number('latitude')}, ${this.number('longitude')}${count ? `, ${count} markers` : ''}`
  }
}

export class WxCamera extends StandIn {
  static override defaults = {
    mode: 'normal',
    resolution: 'medium',
    devicePosition: 'back',
    flash: 'auto',
  }
  static override css = size('camera', '100%', '300px')

  protected override attached(): void {
    setTimeout(() => this.emit('initdone', { maxZoom: 10 }), 0)
  }
}

/** Covers the whole page, as WeChat's does. */
export class WxWebView extends StandIn {
  static override defaults = { src: '' }
  static override css = `${BOX_CSS} wx-web-view { display: block; position: fixed; inset: 0; z-index: 1000; }`

  protected override changed(name?: string): void {
    super.changed()
    const src = this.text('src')
    if (name === 'src' && src) setTimeout(() => this.emit('load', { src }), 0)
  }

  protected override label(): string {
    return `web-view ${this.text('src')}`
  }
}

/** Components the host has no more than a box for. */
export const standIn = (tag: string, width = '100%', height = '100px') =>
  class extends StandIn {
    static override css = size(tag, width, height)
  }

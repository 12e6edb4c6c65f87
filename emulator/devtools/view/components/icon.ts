/** icon and progress: drawn signs and bars. */
import { WxElement } from './element'

/** Outlines on a 24 × 24 field, and WeChat's colours. */
const ROUND = 'M12 1a11 11 0 1 0 0 22 11 11 0 0 0 0-22z'
const SIGNS: Readonly<Record<string, readonly [path: string, colour: string]>> = {
  success: [`${ROUND}M10.4 17 5.6 12.2l1.5-1.5 3.3 3.3 6.6-6.6 1.5 1.5z`, '#09bb07'],
  success_no_circle: ['M9.6 19.2 2.4 12l1.9-1.9 5.3 5.3L19.7 5.3l1.9 1.9z', '#09bb07'],
  info: [`${ROUND}M11 10h2v8h-2zM11 6h2v2.2h-2z`, '#10aeff'],
  warn: [`${ROUND}M11 6h2v8h-2zM11 15.8h2V18h-2z`, '#f76260'],
  waiting: [`${ROUND}M11 6h2v5.4l3.8 2.2-1 1.7L11 12.5z`, '#10aeff'],
  cancel: [
    `${ROUND}M8.1 6.7 12 10.6l3.9-3.9 1.4 1.4-3.9 3.9 3.9 3.9-1.4 1.4-3.9-3.9-3.9 3.9-1.4-1.4 3.9-3.9-3.9-3.9z`,
    '#f43530',
  ],
  clear: [
    `${ROUND}M8.1 6.7 12 10.6l3.9-3.9 1.4 1.4-3.9 3.9 3.9 3.9-1.4 1.4-3.9-3.9-3.9 3.9-1.4-1.4 3.9-3.9-3.9-3.9z`,
    '#b2b2b2',
  ],
  download: [`${ROUND}M11 6h2v6h3l-4 4.4L8 12h3zM7.5 17.3h9v1.4h-9z`, '#09bb07'],
  search: [
    'M10.5 3a7.5 7.5 0 1 0 4.6 13.4l4.9 4.8 1.2-1.2-4.8-4.9A7.5 7.5 0 0 0 10.5 3z' +
      'm0 1.8a5.7 5.7 0 1 1 0 11.4 5.7 5.7 0 0 1 0-11.4z',
    '#b2b2b2',
  ],
}

export class WxIcon extends WxElement {
  static override defaults = { type: '', size: 23, color: '' }
  static override css =
    'wx-icon { display: inline-block; font-size: 0; } wx-icon > i { display: inline-block; }'
  private sign!: HTMLElement

  protected override build(): void {
    this.sign = this.addPart('i', 'wx-icon-sign')
  }

  protected override changed(): void {
    const [path, colour] = SIGNS[this.text('type')] ?? ['', '']
    const size = this.number('size')
    const fill = this.text('color') || colour
    this.sign.innerHTML = path
      ? `<svg viewBox="0 0 24 24" width="${size}" height="${size}"><path fill-rule="evenodd" d="${path}"/></svg>`
      : ''
    this.sign.querySelector('path')?.setAttribute('fill', fill)
  }
}

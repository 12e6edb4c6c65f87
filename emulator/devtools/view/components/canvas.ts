/** canvas: the 2d (or webgl) node that wx.createSelectorQuery's `node: true` hands to the app. */
import { pageOwner, tellOnce } from '../page-context'
import { WxElement } from './element'

/** What WeChat adds to a canvas. */
export interface CanvasNode extends HTMLCanvasElement {
  createImage(): HTMLImageElement
  createImageData(width: number, height: number): ImageData
  createPath2D(path?: Path2D | string): Path2D
  requestAnimationFrame(callback: FrameRequestCallback): number
  cancelAnimationFrame(handle: number): void
}

/** An image whose src may be any address the app knows: package, cloud, temporary, network. */
function makeImage(): HTMLImageElement {
  const image = new Image()
  image.crossOrigin = 'anonymous'
  const source = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src')
  let given = ''
  Object.defineProperty(image, 'src', {
    get: () => given,
    set(address: string) {
      given = address
      const owner = pageOwner()
      Promise.resolve(owner.resolveFile(address, owner.route)).then(
        (resolved) => source?.set?.call(image, resolved),
        () => image.dispatchEvent(new Event('error')),
      )
    },
  })
  return image
}

export class WxCanvas extends WxElement {
  static override defaults = { type: '', canvasId: '', disableScroll: false }
  static override css = `
wx-canvas { display: block; position: relative; width: 300px; height: 150px; overflow: hidden; }
wx-canvas > canvas { display: block; width: 100%; height: 100%; }
wx-canvas[disable-scroll] { touch-action: none; }
`
  private drawing!: CanvasNode

  protected override build(): void {
    const canvas = this.addPart('canvas', 'wx-canvas') as HTMLCanvasElement
    this.drawing = Object.assign(canvas, {
      createImage: makeImage,
      createImageData: (width: number, height: number) => new ImageData(width, height),
      createPath2D: (path?: Path2D | string) => new Path2D(path),
      requestAnimationFrame: (callback: FrameRequestCallback) => requestAnimationFrame(callback),
      cancelAnimationFrame: (handle: number) => cancelAnimationFrame(handle),
    })
  }

  protected override attached(): void {
    if (this.text('type') || !this.text('canvasId')) return
    tellOnce(
      'platform',
      `<canvas canvas-id="${this.text('canvasId')}"> is the old canvas: use type="2d" with an id`,
    )
  }

  get node(): CanvasNode {
    return this.drawing
  }
}

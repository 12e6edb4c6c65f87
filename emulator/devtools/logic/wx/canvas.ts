/** Canvas 2d: nodes as the app knows them, off-screen ones, and their pictures as files. */
import { extensionOf } from './bytes'
import { wxCalls, WxFailure, type WxHost } from './define'
import { resolveFile } from './resolve-file'
import { takeParameters } from './take-parameters'

/** What WeChat's canvas has beside the browser's. */
export interface CanvasNode extends HTMLCanvasElement {
  createImage: () => HTMLImageElement
  createImageData: (width: number, height: number) => ImageData
  createPath2D: (path?: string) => Path2D
  requestAnimationFrame: (paint: FrameRequestCallback) => number
  cancelAnimationFrame: (id: number) => void
}

const SOURCE = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src')

/** An image whose `src` may be a package file, wxfile:// or cloud://. */
function makeImage(host: WxHost, route: string): HTMLImageElement {
  const image = new Image()
  image.crossOrigin = 'anonymous'
  let given = ''
  Object.defineProperty(image, 'src', {
    get: () => given,
    set: (source: string) => {
      given = source
      const load = (address: string) => SOURCE?.set?.call(image, address)
      void resolveFile(host, source, route).then(load, () => load('/__host/missing'))
    },
  })
  return image
}

export function asCanvasNode(host: WxHost, canvas: HTMLCanvasElement): CanvasNode {
  const node = canvas as CanvasNode
  const { route } = host.topPage()
  node.createImage ??= () => makeImage(host, route)
  node.createImageData ??= (width, height) => new ImageData(width, height)
  node.createPath2D ??= (path) => new Path2D(path)
  node.requestAnimationFrame ??= (paint) => requestAnimationFrame(paint)
  node.cancelAnimationFrame ??= (id) => cancelAnimationFrame(id)
  return node
}

function cut(options: object, canvas: HTMLCanvasElement): HTMLCanvasElement {
  const taken = takeParameters(options, {
    x: 'Number?',
    y: 'Number?',
    width: 'Number?',
    height: 'Number?',
    destWidth: 'Number?',
    destHeight: 'Number?',
  })
  const { x = 0, y = 0 } = taken
  const width = taken.width ?? canvas.width - x
  const height = taken.height ?? canvas.height - y
  const copy = document.createElement('canvas')
  copy.width = Math.round(taken.destWidth ?? width * devicePixelRatio)
  copy.height = Math.round(taken.destHeight ?? height * devicePixelRatio)
  copy.getContext('2d')?.drawImage(canvas, x, y, width, height, 0, 0, copy.width, copy.height)
  return copy
}

async function canvasToTempFilePath(host: WxHost, options: object): Promise<object> {
  const { canvas } = options as { canvas?: HTMLCanvasElement }
  if (typeof canvas?.getContext !== 'function') {
    throw new WxFailure(
      'invalid viewId: only canvas of type 2d is provided, pass the node as canvas',
    )
  }
  const { fileType = 'png', quality = 1 } = takeParameters(options, {
    fileType: 'String?',
    quality: 'Number?',
  })
  const type = fileType === 'jpg' ? 'image/jpeg' : 'image/png'
  const copy = cut(options, canvas)
  const blob = await new Promise<Blob | null>((resolve, reject) => {
    try {
      copy.toBlob(resolve, type, quality)
    } catch {
      // A picture from elsewhere, without its owner's leave, spoils a canvas.
      reject(new WxFailure('the canvas is tainted by a cross-origin picture'))
    }
  })
  if (!blob) throw new WxFailure('create bitmap failed')
  const bytes = new Uint8Array(await blob.arrayBuffer())
  return { tempFilePath: host.phone.files.addTemporary(bytes, type, extensionOf(type)) }
}

export function canvas(host: WxHost): Record<string, unknown> {
  return {
    ...wxCalls({ canvasToTempFilePath: (options) => canvasToTempFilePath(host, options) }),
    createOffscreenCanvas: (options: { width?: number; height?: number; type?: string } = {}) => {
      const node = document.createElement('canvas')
      node.width = options.width ?? 300
      node.height = options.height ?? 150
      return asCanvasNode(host, node)
    },
  }
}

/** Loads a picture for a canvas; cloud file ids become addresses first. */
import Taro from '@tarojs/taro'
import { pictureUrl } from '@/api/platform'
import type { CanvasNode } from '../canvas/open-canvas'

async function addressOf(source: string): Promise<string> {
  if (process.env.TARO_ENV !== 'weapp') return pictureUrl(source)
  if (!source.startsWith('cloud://')) return source
  const { fileList } = await Taro.cloud.getTempFileURL({ fileList: [source] })
  return fileList[0]?.tempFileURL ?? source
}

/** Null when the picture cannot be had: the poster is painted without it rather than not at all. */
export async function loadImage(
  node: CanvasNode,
  source: string,
): Promise<HTMLImageElement | null> {
  if (source === '') return null
  const address = await addressOf(source).catch(() => source)
  return new Promise((resolve) => {
    const image = node.createImage ? node.createImage() : new Image()
    // Without it a picture of another origin would lock the canvas against saving.
    if (process.env.TARO_ENV !== 'weapp') image.crossOrigin = 'anonymous'
    image.onload = () => resolve(image)
    image.onerror = () => resolve(null)
    image.src = address
  })
}

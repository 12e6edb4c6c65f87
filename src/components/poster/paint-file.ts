/** Paints a poster on its canvas and makes a file of it. */
import Taro from '@tarojs/taro'
import { openCanvas } from '../canvas/open-canvas'
import type { CanvasNode } from '../canvas/open-canvas'
import { POSTER_HEIGHT, POSTER_WIDTH } from './brush'
import type { PosterWords } from './brush'
import { loadImage } from './load-image'
import { POSTER_TEMPLATES } from './templates'
import type { PosterTemplate } from './templates'

export interface PosterContent extends PosterWords {
  pictureUrl: string
  codeUrl: string
  /** Without one the first character of the name stands for it. */
  avatarUrl?: string
}

export type Paper = { state: 'painting' } | { state: 'ready'; file: string } | { state: 'failed' }

async function fileOf(node: CanvasNode): Promise<string> {
  if (process.env.TARO_ENV !== 'weapp') {
    return (node as unknown as HTMLCanvasElement).toDataURL('image/png')
  }
  const { tempFilePath } = await Taro.canvasToTempFilePath({
    canvas: node as unknown as Taro.Canvas,
    fileType: 'png',
    destWidth: POSTER_WIDTH,
    destHeight: POSTER_HEIGHT,
  })
  return tempFilePath
}

/** Without its picture a poster is still one; without its code it leads nowhere: better none than that. */
export async function paintFile(
  id: string,
  poster: PosterContent,
  template: PosterTemplate,
): Promise<Paper> {
  const canvas = await openCanvas(id, { width: POSTER_WIDTH, height: POSTER_HEIGHT })
  if (!canvas) return { state: 'failed' }
  const [picture, code, avatar] = await Promise.all(
    [poster.pictureUrl, poster.codeUrl, poster.avatarUrl ?? ''].map((url) =>
      loadImage(canvas.node, url),
    ),
  )
  if (!code) return { state: 'failed' }
  const { ctx } = canvas
  ctx.textAlign = 'left'
  ctx.textBaseline = 'alphabetic'
  const pictures = { picture: picture ?? null, code, avatar: avatar ?? null }
  POSTER_TEMPLATES[template](ctx, poster, pictures)
  return { state: 'ready', file: await fileOf(canvas.node) }
}

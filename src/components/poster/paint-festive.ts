/** 节日: cinnabar ground with a gold line, the picture in a frame, cream letters. */
import {
  INKS,
  paintCode,
  paintFoot,
  paintPicture,
  paintPrice,
  paintSharer,
  paintTitle,
  POSTER_HEIGHT,
  POSTER_WIDTH,
  roundedPath,
} from './brush'
import type { Ctx, PaintPoster } from './brush'

const EDGE = 64

function frame(ctx: Ctx, inset: number, width: number): void {
  ctx.lineWidth = width
  ctx.strokeStyle = INKS.festiveLine
  const size = { width: POSTER_WIDTH - inset * 2, height: POSTER_HEIGHT - inset * 2 }
  roundedPath(ctx, { x: inset, y: inset, ...size }, 20)
  ctx.stroke()
}

export const paintFestive: PaintPoster = (ctx, words, { picture, code, avatar }) => {
  ctx.fillStyle = INKS.festive
  ctx.fillRect(0, 0, POSTER_WIDTH, POSTER_HEIGHT)
  frame(ctx, 20, 3)
  frame(ctx, 30, 1)
  const box = { x: EDGE, y: EDGE + 84, width: POSTER_WIDTH - EDGE * 2, height: 600 }
  paintSharer(ctx, words, avatar, { x: EDGE, y: EDGE, ink: INKS.onSeal })
  ctx.save()
  roundedPath(ctx, box, 16)
  ctx.clip()
  paintPicture(ctx, picture, box, words.shopName)
  ctx.restore()
  const title = { x: EDGE, y: 826, width: POSTER_WIDTH - EDGE * 2 }
  paintTitle(ctx, words.title, title, INKS.onSeal)
  paintPrice(ctx, words, { x: EDGE, y: 1040 }, INKS.festiveGold)
  paintFoot(ctx, words.shopName, { x: EDGE, y: 1120, ink: INKS.onSeal })
  paintCode(ctx, code, { x: 560, y: 1070 })
}

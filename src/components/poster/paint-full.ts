/** 大图: the picture from edge to edge, the words on one card of paper that lies over its lower edge. */
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
import type { PaintPoster } from './brush'

const CARD = { x: 30, y: 762, width: 690, height: 458 }
const EDGE = CARD.x + 36

export const paintFull: PaintPoster = (ctx, words, { picture, code, avatar }) => {
  // The card hides a strip of the table, never what stands on it.
  const box = { x: 0, y: 0, width: POSTER_WIDTH, height: CARD.y + 60 }
  ctx.fillStyle = INKS.sunken
  ctx.fillRect(0, 0, POSTER_WIDTH, POSTER_HEIGHT)
  paintPicture(ctx, picture, box, words.shopName)
  ctx.fillStyle = INKS.surface
  roundedPath(ctx, CARD, 28)
  ctx.fill()
  paintTitle(ctx, words.title, { x: EDGE, y: CARD.y + 78, width: CARD.width - 72 })
  paintPrice(ctx, words, { x: EDGE, y: CARD.y + 238 })
  paintSharer(ctx, words, avatar, { x: EDGE, y: CARD.y + 276 })
  paintFoot(ctx, words.shopName, { x: EDGE, y: CARD.y + 384 })
  paintCode(ctx, code, { x: CARD.x + CARD.width - 132, y: CARD.y + 314 })
}

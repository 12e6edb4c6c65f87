/** 素雅: the picture above, words on paper below, the code at the right. */
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
} from './brush'
import type { PaintPoster } from './brush'

const EDGE = 48

export const paintPlain: PaintPoster = (ctx, words, { picture, code, avatar }) => {
  ctx.fillStyle = INKS.paper
  ctx.fillRect(0, 0, POSTER_WIDTH, POSTER_HEIGHT)
  const box = { x: 0, y: 0, width: POSTER_WIDTH, height: 750 }
  paintPicture(ctx, picture, box, words.shopName)
  paintSharer(ctx, words, avatar, { x: EDGE, y: 790 })
  paintTitle(ctx, words.title, { x: EDGE, y: 912, width: POSTER_WIDTH - EDGE * 2 })
  paintPrice(ctx, words, { x: EDGE, y: 1092 })
  paintFoot(ctx, words.shopName, { x: EDGE, y: 1148 })
  paintCode(ctx, code, { x: 594, y: 1098 })
}

/** Paints the share poster, 750 × 1250, always in light colours: picture, title, price, sharer, code on white. */
import { formatFen } from '../money/format'
import { wrapText } from './wrap-text'

export const POSTER_WIDTH = 750
export const POSTER_HEIGHT = 1250

export interface PosterWords {
  title: string
  /** Null for a poster of the shop. */
  priceFen: number | null
  sharerName: string
  shopName: string
}

interface PosterPictures {
  picture: HTMLImageElement | null
  code: HTMLImageElement | null
}

type Ctx = CanvasRenderingContext2D

const SERIF = '"Songti SC", "STSong", "Noto Serif CJK SC", "Source Han Serif SC", serif'
const SANS = '-apple-system, "PingFang SC", "HarmonyOS Sans SC", "Noto Sans CJK SC", sans-serif'
const INKS = {
  paper: '#F6F3EB',
  sunken: '#EFEADF',
  ink: '#22281F',
  ink2: '#52584C',
  ink3: '#676C5F',
  price: '#B0412A',
  seal: '#A93F2B',
  onSeal: '#FFF6E8',
  line: '#E7E1D4',
}
const PICTURE_HEIGHT = 750
const EDGE = 48
const DISC = { x: 594, y: 1096, radius: 116 }
/** The code's side; with the disc's white as its quiet zone it scans from a phone's screen. */
const CODE_SIDE = 160

/** Fills a box with the middle of a picture. */
function cover(ctx: Ctx, image: HTMLImageElement, width: number, height: number): void {
  const scale = Math.max(width / image.width, height / image.height)
  const [sourceWidth, sourceHeight] = [width / scale, height / scale]
  const left = (image.width - sourceWidth) / 2
  const top = (image.height - sourceHeight) / 2
  ctx.drawImage(image, left, top, sourceWidth, sourceHeight, 0, 0, width, height)
}

function paintPicture(ctx: Ctx, picture: HTMLImageElement | null): void {
  ctx.fillStyle = INKS.sunken
  ctx.fillRect(0, 0, POSTER_WIDTH, PICTURE_HEIGHT)
  if (picture) cover(ctx, picture, POSTER_WIDTH, PICTURE_HEIGHT)
}

/** Digits first, ¥ and decimals smaller, on one base line. */
function paintPrice(ctx: Ctx, priceFen: number, x: number, y: number): void {
  const [yuan = '', decimals = ''] = formatFen(priceFen).replace('¥', '').split('.')
  const parts = [
    { text: '¥', size: 40 },
    { text: yuan, size: 60 },
    { text: decimals && `.${decimals}`, size: 44 },
  ]
  ctx.fillStyle = INKS.price
  let at = x
  for (const { text, size } of parts) {
    ctx.font = `600 ${size}px ${SANS}`
    ctx.fillText(text, at, y)
    at += ctx.measureText(text).width + 2
  }
}

function paintSeal(ctx: Ctx, x: number, y: number): void {
  ctx.fillStyle = INKS.seal
  ctx.fillRect(x, y, 44, 44)
  ctx.fillStyle = INKS.onSeal
  ctx.font = `600 28px ${SERIF}`
  ctx.textAlign = 'center'
  ctx.fillText('荐', x + 22, y + 32)
  ctx.textAlign = 'left'
}

function paintCode(ctx: Ctx, code: HTMLImageElement | null): void {
  ctx.fillStyle = '#FFFFFF'
  ctx.beginPath()
  ctx.arc(DISC.x, DISC.y, DISC.radius, 0, Math.PI * 2)
  ctx.fill()
  if (!code) return
  const half = CODE_SIDE / 2
  ctx.drawImage(code, DISC.x - half, DISC.y - half, CODE_SIDE, CODE_SIDE)
}

export function paintPoster(ctx: Ctx, words: PosterWords, { picture, code }: PosterPictures): void {
  ctx.fillStyle = INKS.paper
  ctx.fillRect(0, 0, POSTER_WIDTH, POSTER_HEIGHT)
  ctx.textAlign = 'left'
  ctx.textBaseline = 'alphabetic'
  paintPicture(ctx, picture)
  paintSeal(ctx, EDGE, 794)
  ctx.fillStyle = INKS.ink2
  ctx.font = `400 28px ${SANS}`
  ctx.fillText(`${words.sharerName} 推荐给你`, EDGE + 60, 826)
  ctx.fillStyle = INKS.ink
  ctx.font = `600 48px ${SERIF}`
  const widthOf = (text: string) => ctx.measureText(text).width
  const lines = wrapText(words.title, POSTER_WIDTH - EDGE * 2, 2, widthOf)
  lines.forEach((line, at) => ctx.fillText(line, EDGE, 906 + at * 64))
  if (words.priceFen !== null) paintPrice(ctx, words.priceFen, EDGE, 1088)
  ctx.fillStyle = INKS.ink2
  ctx.font = `600 28px ${SERIF}`
  ctx.fillText(words.shopName, EDGE, 1146)
  ctx.fillStyle = INKS.ink3
  ctx.font = `400 24px ${SANS}`
  ctx.fillText('长按识别小程序码', EDGE, 1188)
  paintCode(ctx, code)
}

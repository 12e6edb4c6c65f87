/** What every poster is painted with: inks that are light in any theme, letters, and the parts all templates share. */
import { formatFen } from '../money/format'
import { wrapText } from './wrap-text'

export const POSTER_WIDTH = 750
export const POSTER_HEIGHT = 1250

export interface PosterWords {
  title: string
  /** Null where nothing has a price: the shop, an invitation. */
  priceFen: number | null
  /** Other SKUs cost more: 起 stands behind the price. */
  isFrom?: boolean
  /** Stands where the price would: when a campaign runs. */
  note?: string
  sharerName: string
  /** What the sharer says: 推荐给你. */
  lead?: string
  shopName: string
}

export interface PosterPictures {
  picture: HTMLImageElement | null
  code: HTMLImageElement | null
  avatar: HTMLImageElement | null
}

export type Ctx = CanvasRenderingContext2D
/** Paints one whole poster. */
export type PaintPoster = (ctx: Ctx, words: PosterWords, pictures: PosterPictures) => void

export const SERIF = '"Songti SC", "STSong", "Noto Serif CJK SC", "Source Han Serif SC", serif'
export const SANS =
  '-apple-system, "PingFang SC", "HarmonyOS Sans SC", "Noto Sans CJK SC", sans-serif'
export const INKS = {
  paper: '#F6F3EB',
  surface: '#FFFEFB',
  sunken: '#EFEADF',
  ink: '#22281F',
  ink2: '#52584C',
  ink3: '#676C5F',
  price: '#B0412A',
  seal: '#A93F2B',
  onSeal: '#FFF6E8',
  brand: '#2C5A46',
  brandTint: '#E4EDE5',
  line: '#E7E1D4',
  festive: '#7F2A1D',
  festiveLine: '#D9B36C',
  festiveGold: '#F3D9A4',
} as const
/** The code's side; with the white around it as its quiet zone it scans from a phone's screen. */
const CODE_SIDE = 160
/** Left of the code. */
const NOTE_WIDTH = 400

interface Box {
  x: number
  y: number
  width: number
  height: number
}

export function roundedPath(ctx: Ctx, { x, y, width, height }: Box, radius: number): void {
  ctx.beginPath()
  ctx.moveTo(x + radius, y)
  ctx.arcTo(x + width, y, x + width, y + height, radius)
  ctx.arcTo(x + width, y + height, x, y + height, radius)
  ctx.arcTo(x, y + height, x, y, radius)
  ctx.arcTo(x, y, x + width, y, radius)
  ctx.closePath()
}

/** Fills a box with the middle of a picture; without one, with the shop's name on quiet ground. */
export function paintPicture(
  ctx: Ctx,
  picture: HTMLImageElement | null,
  box: Box,
  shopName: string,
): void {
  ctx.fillStyle = INKS.sunken
  ctx.fillRect(box.x, box.y, box.width, box.height)
  if (picture) {
    const scale = Math.max(box.width / picture.width, box.height / picture.height)
    const [width, height] = [box.width / scale, box.height / scale]
    const left = (picture.width - width) / 2
    const top = (picture.height - height) / 2
    ctx.drawImage(picture, left, top, width, height, box.x, box.y, box.width, box.height)
    return
  }
  ctx.fillStyle = INKS.brand
  ctx.font = `600 72px ${SERIF}`
  ctx.textAlign = 'center'
  ctx.fillText(shopName, box.x + box.width / 2, box.y + box.height / 2 + 24, box.width - 96)
  ctx.textAlign = 'left'
}

/** Digits first, ¥ and decimals smaller, on one base line; 起 behind where other SKUs cost more. Or the note. */
export function paintPrice(
  ctx: Ctx,
  { priceFen, isFrom, note = '' }: PosterWords,
  at: { x: number; y: number },
  ink: string = INKS.price,
): void {
  if (priceFen === null) {
    ctx.fillStyle = ink
    ctx.font = `600 36px ${SANS}`
    ctx.fillText(note, at.x, at.y, NOTE_WIDTH)
    return
  }
  const [yuan = '', decimals = ''] = formatFen(priceFen).replace('¥', '').split('.')
  const parts = [
    { text: '¥', size: 40 },
    { text: yuan, size: 60 },
    { text: decimals && `.${decimals}`, size: 44 },
    { text: isFrom ? ' 起' : '', size: 32 },
  ]
  ctx.fillStyle = ink
  let { x } = at
  for (const { text, size } of parts) {
    ctx.font = `600 ${size}px ${SANS}`
    ctx.fillText(text, x, at.y)
    x += ctx.measureText(text).width + 2
  }
}

/** At most two lines of serif; answers the base line of the last. */
export function paintTitle(
  ctx: Ctx,
  title: string,
  at: { x: number; y: number; width: number },
  ink: string = INKS.ink,
): number {
  ctx.fillStyle = ink
  ctx.font = `600 48px ${SERIF}`
  const widthOf = (text: string) => ctx.measureText(text).width
  const lines = wrapText(title, at.width, 2, widthOf)
  lines.forEach((line, index) => ctx.fillText(line, at.x, at.y + index * 64))
  return at.y + (lines.length - 1) * 64
}

/** The sharer's picture, or the first character of their name; then the name and what they say. */
export function paintSharer(
  ctx: Ctx,
  { sharerName, lead = '推荐给你' }: PosterWords,
  avatar: HTMLImageElement | null,
  at: { x: number; y: number; ink?: string },
): void {
  const radius = 28
  const middle = { x: at.x + radius, y: at.y + radius }
  ctx.save()
  ctx.beginPath()
  ctx.arc(middle.x, middle.y, radius, 0, Math.PI * 2)
  ctx.fillStyle = INKS.brandTint
  ctx.fill()
  if (avatar) {
    ctx.clip()
    ctx.drawImage(avatar, at.x, at.y, radius * 2, radius * 2)
  }
  ctx.restore()
  if (!avatar) {
    ctx.fillStyle = INKS.brand
    ctx.font = `600 28px ${SERIF}`
    ctx.textAlign = 'center'
    ctx.fillText(Array.from(sharerName)[0] ?? '友', middle.x, middle.y + 10)
    ctx.textAlign = 'left'
  }
  ctx.fillStyle = at.ink ?? INKS.ink2
  ctx.font = `400 28px ${SANS}`
  ctx.fillText(`${sharerName} ${lead}`, at.x + radius * 2 + 16, middle.y + 10, 380)
}

/** The code on white, round as WeChat draws it. */
export function paintCode(
  ctx: Ctx,
  code: HTMLImageElement | null,
  at: { x: number; y: number },
): void {
  ctx.fillStyle = '#FFFFFF'
  ctx.beginPath()
  ctx.arc(at.x, at.y, 116, 0, Math.PI * 2)
  ctx.fill()
  if (!code) return
  const half = CODE_SIDE / 2
  ctx.drawImage(code, at.x - half, at.y - half, CODE_SIDE, CODE_SIDE)
}

/** The shop's name, and how the code is used. */
export function paintFoot(
  ctx: Ctx,
  shopName: string,
  at: { x: number; y: number; ink?: string },
): void {
  ctx.fillStyle = at.ink ?? INKS.ink2
  ctx.font = `600 28px ${SERIF}`
  ctx.fillText(shopName, at.x, at.y, 380)
  ctx.fillStyle = at.ink ?? INKS.ink3
  ctx.font = `400 24px ${SANS}`
  ctx.fillText('长按识别小程序码', at.x, at.y + 42)
}

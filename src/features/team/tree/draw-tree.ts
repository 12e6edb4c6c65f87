/** Draws what of a team is in view: the smaller it is shown, the less of everybody. */
import { formatWan } from '@/components/money/format'
import type { TreeInks } from './inks.data'
import { COLUMN, DOT_R, PERSON_R, ROOT_R } from './lay-out-tree'
import type { Picture, Spot } from './lay-out-tree'
import type { TreeRow } from './tree-row'
import { spotsWithin } from './view'
import type { Size, View } from './view'

type Ctx = CanvasRenderingContext2D

export interface TreeScene {
  name: string
  rows: readonly TreeRow[]
  picture: Picture
  /** The row that is looked at. */
  chosen: number | null
}

/** What one drawing took: spots, not strokes. */
export interface Drawn {
  people: number
  dots: number
  links: number
  words: number
}

/** Below these sizes names, then letters, can't be read and aren't drawn. */
const NAMES_FROM = 0.7
const LETTERS_FROM = 0.45
const SANS = '-apple-system, "PingFang SC", "Noto Sans CJK SC", sans-serif'
const SERIF = '"Songti SC", "STSong", "Noto Serif CJK SC", serif'
const THIN = 1.5
const THICK = 8

interface Brush {
  ctx: Ctx
  view: View
  inks: TreeInks
  scene: TreeScene
  drawn: Drawn
}

export function drawTree(
  ctx: Ctx,
  size: Size,
  scene: TreeScene,
  view: View,
  inks: TreeInks,
): Drawn {
  const drawn = { people: 0, dots: 0, links: 0, words: 0 }
  const brush = { ctx, view, inks, scene, drawn }
  ctx.clearRect(0, 0, size.width, size.height)
  const [from, to] = [-view.x / view.scale, (size.width - view.x) / view.scale]
  const { people, dots, root } = scene.picture
  const [first, end] = spotsWithin(people, from - COLUMN, to + COLUMN)
  // One more on each side: their lines lead out of the picture.
  const linked = people.slice(Math.max(0, first - 1), end + 1)
  for (const spot of linked) drawLink(brush, root, spot)
  const [firstDot, endDot] = spotsWithin(dots, from - DOT_R, to + DOT_R)
  for (const dot of dots.slice(firstDot, endDot)) drawDot(brush, dot, people[dot.of])
  for (const spot of people.slice(first, end)) drawPerson(brush, spot)
  drawRoot(brush, root)
  return drawn
}

function place({ view }: Brush, x: number, y: number): readonly [number, number] {
  return [x * view.scale + view.x, y * view.scale + view.y]
}

/** A curve that leaves and arrives upright; how thick, the sales say. */
function drawLink(brush: Brush, root: Spot, spot: Spot): void {
  const { ctx, view, inks, scene, drawn } = brush
  const row = scene.rows[spot.at]
  const isQuiet = spot.share === 0 && row?.isLively === false
  const [x0, y0] = place(brush, root.x, root.y + ROOT_R)
  const [x1, y1] = place(brush, spot.x, spot.y - PERSON_R)
  const middle = y0 + (y1 - y0) * 0.55
  ctx.beginPath()
  ctx.moveTo(x0, y0)
  ctx.bezierCurveTo(x0, middle, x1, middle, x1, y1)
  ctx.strokeStyle = isQuiet ? inks.quietLink : inks.link
  ctx.lineWidth = Math.max(1, (isQuiet ? 1 : THIN + (THICK - THIN) * spot.share) * view.scale)
  ctx.setLineDash(isQuiet ? [4, 4] : [])
  ctx.stroke()
  ctx.setLineDash([])
  drawn.links += 1
}

function drawDot(brush: Brush, dot: Spot, of: Spot | undefined): void {
  const { ctx, view, inks, scene, drawn } = brush
  if (!of) return
  const row = scene.rows[dot.at]
  const [x, y] = place(brush, dot.x, dot.y)
  if (view.scale >= LETTERS_FROM) {
    const [x0, y0] = place(brush, of.x, of.y + (view.scale < NAMES_FROM ? PERSON_R : 58))
    ctx.beginPath()
    ctx.moveTo(x0, y0)
    ctx.bezierCurveTo(x0, (y0 + y) / 2, x, (y0 + y) / 2, x, y - DOT_R * view.scale)
    ctx.strokeStyle = inks.dotLink
    ctx.lineWidth = 1.5 * view.scale
    ctx.stroke()
  }
  ctx.beginPath()
  ctx.arc(x, y, Math.max(1.5, DOT_R * view.scale), 0, Math.PI * 2)
  ctx.fillStyle = row?.hasSold ? inks.dot : inks.surface
  ctx.fill()
  if (!row?.hasSold) {
    ctx.strokeStyle = inks.dot
    ctx.lineWidth = Math.max(1, 2 * view.scale)
    ctx.stroke()
  }
  drawn.dots += 1
}

function drawPerson(brush: Brush, spot: Spot): void {
  const { ctx, view, inks, scene, drawn } = brush
  const row = scene.rows[spot.at]
  const isFold = spot.kind === 'fold'
  const isQuiet = !isFold && row?.isLively !== true
  const tint = spot.at % inks.grounds.length
  disc(
    brush,
    spot,
    PERSON_R,
    isFold ? inks.surface : isQuiet ? inks.quietGround : inks.grounds[tint],
  )
  if (isFold || spot.at === scene.chosen) {
    ctx.strokeStyle = isFold ? inks.foldEdge : inks.chosen
    ctx.lineWidth = 2 * view.scale
    ctx.stroke()
  }
  drawn.people += 1
  if (view.scale < LETTERS_FROM) return
  const letter = isFold ? `+${spot.folded}` : firstLetter(row?.name ?? '')
  const ink = isFold ? inks.fold : isQuiet ? inks.quietLetter : inks.letters[tint]
  write(brush, letter, { spot, down: 0, size: isFold ? 14 : 16, ink, font: SERIF })
  if (view.scale < NAMES_FROM) return
  const name = isFold ? `还有 ${spot.folded} 人` : shorten(row?.name ?? '')
  write(brush, name, { spot, down: PERSON_R + 14, size: 12, ink: inks.name, font: SANS })
  write(brush, noteOf(spot, scene.rows), {
    ...{ spot, down: PERSON_R + 30, size: 11, ink: inks.note, font: SANS },
  })
  if (spot.more > 0) {
    write(brush, `+${spot.more}`, { spot, down: 106, size: 11, ink: inks.note, font: SANS })
  }
}

function drawRoot(brush: Brush, root: Spot): void {
  const { inks, scene } = brush
  disc(brush, root, ROOT_R + 3, inks.halo)
  disc(brush, root, ROOT_R, inks.self)
  const letter = firstLetter(scene.name)
  write(brush, letter, { spot: root, down: 0, size: 24, ink: inks.onSelf, font: SERIF })
}

function disc(brush: Brush, spot: Spot, r: number, ground: string | undefined): void {
  const { ctx, view } = brush
  const [x, y] = place(brush, spot.x, spot.y)
  ctx.beginPath()
  ctx.arc(x, y, Math.max(2, r * view.scale), 0, Math.PI * 2)
  ctx.fillStyle = ground ?? ''
  ctx.fill()
}

interface Words {
  spot: Spot
  /** How far below the spot their middle is. */
  down: number
  size: number
  ink: string | undefined
  font: string
}

function write(brush: Brush, words: string, { spot, down, size, ink, font }: Words): void {
  const { ctx, view, drawn } = brush
  const [x, y] = place(brush, spot.x, spot.y + down)
  const weight = font === SERIF ? '600 ' : ''
  ctx.font = `${weight}${Math.round(size * view.scale * 10) / 10}px ${font}`
  ctx.textAlign = 'center'
  ctx.textBaseline = 'middle'
  ctx.fillStyle = ink ?? ''
  ctx.fillText(words, x, y)
  drawn.words += 1
}

/** As on an axis, `1.2 万` from ten thousand on: the list and the sheet say the fen. */
function noteOf(spot: Spot, rows: readonly TreeRow[]): string {
  const row = rows[spot.at]
  if (!row) return spot.salesFen > 0 ? `¥${formatWan(spot.salesFen)}` : ''
  if (row.standing === 'left') return '已离开'
  if (row.standing === 'paused') return '已暂停'
  if (spot.salesFen > 0) return `¥${formatWan(spot.salesFen)}`
  return row.isLively ? '¥0' : '没动静'
}

const firstLetter = (name: string) => Array.from(name)[0] ?? '友'

function shorten(name: string): string {
  const letters = Array.from(name)
  return letters.length <= 4 ? name : `${letters.slice(0, 3).join('')}…`
}

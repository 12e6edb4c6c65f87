/** Draws the trend: grid, area, this period's line with its last point, the period before dashed. */
import type { ChartInks } from './inks.data'
import { scaleOf } from './scale'
import type { Scale } from './scale'

export interface TrendPoint {
  label: string
  value: number
}

interface Trend {
  points: readonly TrendPoint[]
  before?: readonly number[]
  format: (value: number) => string
}

interface Field {
  left: number
  right: number
  top: number
  bottom: number
}

type Spot = readonly [x: number, y: number]
type Ctx = CanvasRenderingContext2D

const FONT = '11px -apple-system, "PingFang SC", "Noto Sans CJK SC", sans-serif'

function spotsOf(values: readonly number[], count: number, field: Field, scale: Scale): Spot[] {
  const width = field.right - field.left
  const height = field.bottom - field.top
  return values.map((value, at) => [
    field.left + (count < 2 ? width / 2 : (width * at) / (count - 1)),
    field.bottom - ((value - scale.low) / (scale.high - scale.low)) * height,
  ])
}

function trace(ctx: Ctx, spots: readonly Spot[]): void {
  ctx.beginPath()
  spots.forEach(([x, y], at) => (at === 0 ? ctx.moveTo(x, y) : ctx.lineTo(x, y)))
}

function drawGrid(
  ctx: Ctx,
  field: Field,
  scale: Scale,
  inks: ChartInks,
  format: Trend['format'],
): void {
  ctx.lineWidth = 1
  ctx.strokeStyle = inks.grid
  ctx.fillStyle = inks.text
  ctx.textAlign = 'left'
  ctx.textBaseline = 'middle'
  for (const tick of scale.ticks) {
    const part = (tick - scale.low) / (scale.high - scale.low)
    const y = Math.round(field.bottom - part * (field.bottom - field.top)) + 0.5
    trace(ctx, [
      [field.left - 4, y],
      [field.right + 12, y],
    ])
    ctx.stroke()
    ctx.fillText(format(tick), 0, y)
  }
}

/** At most seven labels, the last one always. */
function drawLabels(
  ctx: Ctx,
  points: readonly TrendPoint[],
  spots: readonly Spot[],
  y: number,
): void {
  const every = Math.max(1, Math.ceil(points.length / 7))
  ctx.textAlign = 'center'
  ctx.textBaseline = 'alphabetic'
  points.forEach(({ label }, at) => {
    const spot = spots[at]
    if (spot && (points.length - 1 - at) % every === 0) ctx.fillText(label, spot[0], y)
  })
}

function drawLine(ctx: Ctx, spots: readonly Spot[], field: Field, inks: ChartInks): void {
  const first = spots[0]
  const last = spots.at(-1)
  if (!first || !last) return
  trace(ctx, [...spots, [last[0], field.bottom], [first[0], field.bottom]])
  ctx.fillStyle = inks.area
  ctx.fill()
  trace(ctx, spots)
  ctx.strokeStyle = inks.line
  ctx.lineWidth = 2.4
  ctx.lineJoin = 'round'
  ctx.lineCap = 'round'
  ctx.stroke()
  ctx.beginPath()
  ctx.arc(last[0], last[1], 5, 0, Math.PI * 2)
  ctx.fillStyle = inks.line
  ctx.fill()
  ctx.strokeStyle = inks.surface
  ctx.lineWidth = 2.5
  ctx.stroke()
}

export function drawTrend(
  ctx: Ctx,
  size: { width: number; height: number },
  { points, before = [], format }: Trend,
  inks: ChartInks,
): void {
  ctx.clearRect(0, 0, size.width, size.height)
  ctx.font = FONT
  const values = points.map((point) => point.value)
  const scale = scaleOf([...values, ...before])
  const labelWidth = Math.max(...scale.ticks.map((tick) => ctx.measureText(format(tick)).width))
  const field = { left: labelWidth + 12, right: size.width - 12, top: 12, bottom: size.height - 30 }
  drawGrid(ctx, field, scale, inks, format)
  const spots = spotsOf(values, points.length, field, scale)
  drawLabels(ctx, points, spots, size.height - 6)
  ctx.setLineDash([4, 4])
  trace(ctx, spotsOf(before.slice(0, points.length), points.length, field, scale))
  ctx.strokeStyle = inks.before
  ctx.lineWidth = 1.6
  ctx.stroke()
  ctx.setLineDash([])
  drawLine(ctx, spots, field, inks)
}

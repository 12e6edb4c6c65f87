/** Draws a funnel: one bar a step, each as wide as its count, with the count and the part that came through. */
import type { ChartInks } from '@/components/trend-chart/inks.data'

export interface FunnelStep {
  name: string
  count: number
  /** False: not a part of the step before, like orders of customers who were won earlier. */
  isPart?: boolean
}

type Ctx = CanvasRenderingContext2D

const FONT = '-apple-system, "PingFang SC", "Noto Sans CJK SC", sans-serif'
/** As drawn on a phone 375 wide; the canvas grows and shrinks with the phone, and all on it with it. */
const STEP_HEIGHT = 46
const BAR = 30
const NAME_WIDTH = 64
const COUNT_WIDTH = 96
/** Something is never drawn as nothing. */
const LEAST = 3

/** `12.5%`, whole tenths; — where nobody could have come through. */
export function partText(count: number, before: number): string {
  if (before === 0) return '—'
  const tenths = Math.floor((count * 1000) / before)
  return `${Math.floor(tenths / 10)}.${tenths % 10}%`
}

function drawStep(
  ctx: Ctx,
  step: FunnelStep,
  place: { width: number; most: number; before: number | null },
  inks: ChartInks,
): void {
  const { width, most, before } = place
  const y = 4
  const room = width - NAME_WIDTH - COUNT_WIDTH
  const part = most === 0 ? 0 : step.count / most
  const length = step.count === 0 ? 0 : Math.max(LEAST, Math.round(room * part))
  ctx.fillStyle = inks.area
  ctx.fillRect(NAME_WIDTH, y, room, BAR)
  ctx.fillStyle = inks.line
  ctx.fillRect(NAME_WIDTH + (room - length) / 2, y, length, BAR)
  ctx.textBaseline = 'middle'
  ctx.fillStyle = inks.text
  ctx.font = `12px ${FONT}`
  ctx.textAlign = 'left'
  ctx.fillText(step.name, 0, y + BAR / 2)
  ctx.textAlign = 'right'
  ctx.font = `600 14px ${FONT}`
  ctx.fillText(String(step.count), width, y + (before === null ? BAR / 2 : BAR / 2 - 8))
  if (before === null) return
  ctx.font = `11px ${FONT}`
  ctx.fillText(partText(step.count, before), width, y + BAR / 2 + 9)
}

export function drawFunnel(
  ctx: Ctx,
  size: { width: number; height: number },
  steps: readonly FunnelStep[],
  inks: ChartInks,
): void {
  ctx.clearRect(0, 0, size.width, size.height)
  const scale = size.height / (STEP_HEIGHT * steps.length)
  const width = size.width / scale
  const most = Math.max(0, ...steps.map((step) => step.count))
  steps.forEach((step, at) => {
    const isPart = at > 0 && step.isPart !== false
    const before = isPart ? (steps[at - 1]?.count ?? 0) : null
    ctx.save()
    ctx.scale(scale, scale)
    ctx.translate(0, at * STEP_HEIGHT)
    drawStep(ctx, step, { width, most, before }, inks)
    ctx.restore()
  })
}

/** A value axis with three even steps on round numbers, so that labels read well and the line fills the field. */

export interface Scale {
  low: number
  high: number
  ticks: number[]
}

const STEPS = 3

function niceStep(raw: number): number {
  const size = 10 ** Math.floor(Math.log10(raw))
  const part = raw / size
  const round =
    part <= 1 ? 1 : part <= 2 ? 2 : part <= 2.5 ? 2.5 : part <= 3 ? 3 : part <= 5 ? 5 : 10
  return Math.max(1, round * size)
}

/** Starts at zero unless all values lie far above it. */
export function scaleOf(values: readonly number[]): Scale {
  const top = Math.max(0, ...values)
  // Nothing to measure: one line at zero says more than four labels of it.
  if (top === 0 && Math.min(0, ...values) === 0) return { low: 0, high: 1, ticks: [0] }
  const bottom = Math.min(...values, top)
  const isHigh = bottom > 0 && (top - bottom) * 3 < top
  const floor = isHigh ? bottom : Math.min(0, bottom)
  let step = niceStep(Math.max(1, top - floor) / STEPS)
  let low = Math.floor(floor / step) * step
  while (low + step * STEPS < top) {
    step = niceStep(step * 1.2)
    low = Math.floor(floor / step) * step
  }
  const ticks = Array.from({ length: STEPS + 1 }, (_, at) => low + at * step)
  return { low, high: low + step * STEPS, ticks }
}

/** Waiting times as a person says them. Pure. */
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@contract/time'

/** `23 分钟`, `2 小时 5 分钟`, `3 天`: what is left until a moment; null when it has come. */
export function leftText(until: number, now: number): string | null {
  const left = until - now
  if (left <= 0) return null
  if (left < MINUTE_MS) return '不到 1 分钟'
  if (left < HOUR_MS) return `${Math.floor(left / MINUTE_MS)} 分钟`
  if (left >= 2 * DAY_MS) return `${Math.floor(left / DAY_MS)} 天`
  const minutes = Math.floor((left % HOUR_MS) / MINUTE_MS)
  const hours = `${Math.floor(left / HOUR_MS)} 小时`
  return minutes === 0 ? hours : `${hours} ${minutes} 分钟`
}

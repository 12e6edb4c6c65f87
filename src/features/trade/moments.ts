/** Moments and waiting times as a person says them. Pure. */
import { DAY_MS, HOUR_MS, MINUTE_MS, dateTimeText } from '@contract/time'

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

/** `11 月 23 日 09:41` in Shanghai. */
export function momentText(at: number): string {
  const [date = '', time = ''] = dateTimeText(at).split(' ')
  const [, month = '', day = ''] = date.split('-')
  return `${Number(month)} 月 ${Number(day)} 日 ${time}`
}

/** `2026-11-23 09:41`: where the year matters. */
export const fullMomentText = dateTimeText

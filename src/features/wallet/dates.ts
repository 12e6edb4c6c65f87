/** Moments as a person says them, in Shanghai: `11 月 20 日`, `09:41`. */
import { dateTimeText } from '@contract/time'

/** The year is said only where it isn't this one. */
export function dayText(at: number, now: number = Date.now()): string {
  const text = dateTimeText(at)
  const [year, month, day] = text.slice(0, 10).split('-')
  const words = `${Number(month)} 月 ${Number(day)} 日`
  return year === dateTimeText(now).slice(0, 4) ? words : `${year} 年 ${words}`
}

export const clockText = (at: number) => dateTimeText(at).slice(11)

export const momentText = (at: number) => `${dayText(at)} ${clockText(at)}`

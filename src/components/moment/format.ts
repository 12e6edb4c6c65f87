/** Moments as a person says them, in Shanghai whatever the phone's own zone: `11 月 20 日`, `09:41`. */
import { startOfDate } from '@contract/time'
import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'
import { serverNow } from '@/api/clock'

dayjs.extend(utc)

const SHANGHAI_HOURS = 8
const inShanghai = (at: number) => dayjs(at).utcOffset(SHANGHAI_HOURS)

/** The year is said only where it isn't this one. */
export function dayText(at: number, now: number = serverNow()): string {
  const day = inShanghai(at)
  const isThisYear = day.year() === inShanghai(now).year()
  return day.format(isThisYear ? 'M 月 D 日' : 'YYYY 年 M 月 D 日')
}

/** A Shanghai date the same way: `2026-11-20` is `11 月 20 日`. */
export const onText = (on: string, now?: number) => dayText(startOfDate(on), now)

/** `09:41` */
export const clockText = (at: number) => inShanghai(at).format('HH:mm')

/** `11 月 23 日 09:41` */
export const momentText = (at: number, now?: number) => `${dayText(at, now)} ${clockText(at)}`

/** `2026-11-23 09:41`: as a picker takes it. */
export const fullMomentText = (at: number) => inShanghai(at).format('YYYY-MM-DD HH:mm')

/** Parts of a wall time: days of the year, weeks, ISO weeks. A wall time is a Date read as UTC. */
import { wallTime } from './time-zone'

const DAY_MS = 86_400_000

/** 1 to 366. */
export function dayOfYear(wall: Date): number {
  return Math.floor((wall.getTime() - wallTime(wall.getUTCFullYear(), 1, 1)) / DAY_MS) + 1
}

/** Weeks begin on Sunday; the days before the first Sunday are week 0. */
export function weekOfYear(wall: Date): number {
  return Math.floor((dayOfYear(wall) + 6 - wall.getUTCDay()) / 7)
}

/** Monday is 1, Sunday 7. */
export function isoDayOfWeek(wall: Date): number {
  return wall.getUTCDay() || 7
}

/** The Thursday of a wall time's week decides on the year the week belongs to. */
function thursdayOf(wall: Date): Date {
  return new Date(wall.getTime() + (4 - isoDayOfWeek(wall)) * DAY_MS)
}

export function isoWeekYear(wall: Date): number {
  return thursdayOf(wall).getUTCFullYear()
}

export function isoWeek(wall: Date): number {
  return Math.ceil(dayOfYear(thursdayOf(wall)) / 7)
}

/** The wall time (as ms) of a day in an ISO week. */
export function isoWall(year: number, week: number, day: number): number {
  const fourth = new Date(wallTime(year, 1, 4))
  return fourth.getTime() + ((week - 1) * 7 + day - isoDayOfWeek(fourth)) * DAY_MS
}

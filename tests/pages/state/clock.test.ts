// The server's clock on a phone: learnt from answers, not moved by slow ones.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DAY_MS, HOUR_MS, SECOND_MS } from '@contract/time'
import { hearClock, serverNow } from '@/api/clock'

const NOON = Date.UTC(2026, 10, 22, 4)

beforeEach(() => void vi.spyOn(Date, 'now').mockReturnValue(NOON))
afterEach(() => {
  // Both agree again.
  hearClock(NOON, NOON, NOON)
  vi.restoreAllMocks()
})

const ahead = () => serverNow() - NOON

describe('店里的钟', () => {
  it.each([
    ['一样', 0],
    ['慢了三天', 3 * DAY_MS],
    ['快了一小时', -HOUR_MS],
  ])('手机的钟%s', (_, by) => {
    hearClock(NOON + by, NOON, NOON)
    expect(ahead()).toBe(by)
  })

  it('回答在路上走了十秒，钟不因此跳动', () => {
    hearClock(NOON + DAY_MS, NOON, NOON)
    hearClock(NOON + DAY_MS - 4 * SECOND_MS, NOON - 10 * SECOND_MS, NOON)
    expect(ahead()).toBe(DAY_MS)
  })

  it('第一次就慢：差的不超过路上的时间，之后越听越准', () => {
    hearClock(NOON + DAY_MS - 6 * SECOND_MS, NOON - 10 * SECOND_MS, NOON)
    expect(Math.abs(ahead() - DAY_MS)).toBeLessThanOrEqual(10 * SECOND_MS)
    hearClock(NOON + DAY_MS, NOON, NOON)
    expect(ahead()).toBe(DAY_MS)
  })

  it('路上手机的钟被拨过：以听到的时候为准', () => {
    hearClock(NOON, NOON + DAY_MS, NOON)
    expect(ahead()).toBe(0)
  })
})

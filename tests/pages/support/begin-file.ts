// Page tests share a process, its happy-dom and its node_modules; each file still begins with our own modules unread
// and an empty document, so that no file sees what another left.
import { afterAll, beforeEach, vi } from 'vitest'

// The shops of these tests live in November 2026, and pages say a year where it is not this one. Time passes where a
// test lets it (`screen.settle(ms)`), and only there.
const NOW = Date.UTC(2026, 10, 22, 4)
vi.useRealTimers()
vi.useFakeTimers({
  now: NOW,
  toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
})

vi.resetModules()
document.body.replaceChildren()
document.head.replaceChildren()
localStorage.clear()
sessionStorage.clear()

beforeEach(() => void vi.setSystemTime(NOW))
afterAll(async () => {
  const { leave } = await import('./render')
  await leave()
})

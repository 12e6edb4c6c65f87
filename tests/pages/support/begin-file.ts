// Page tests share a process, its happy-dom and its node_modules; each file still begins with our own modules unread
// and an empty document, so that no file sees what another left.
import { afterAll, vi } from 'vitest'

// The shops of these tests live in November 2026, and pages say a year where it is not this one.
const begunAt = performance.now()
Date.now = () => Date.UTC(2026, 10, 22, 4) + Math.floor(performance.now() - begunAt)

vi.resetModules()
document.body.replaceChildren()
document.head.replaceChildren()
localStorage.clear()
sessionStorage.clear()

afterAll(async () => {
  const { leave } = await import('./render')
  await leave()
})

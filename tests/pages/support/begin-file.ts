// Page tests share a process, its happy-dom and its node_modules; each file still begins with our own modules unread
// and an empty document, so that no file sees what another left.
import { afterAll, vi } from 'vitest'

vi.resetModules()
document.body.replaceChildren()
document.head.replaceChildren()
localStorage.clear()
sessionStorage.clear()

afterAll(async () => {
  const { leave } = await import('./render')
  await leave()
})

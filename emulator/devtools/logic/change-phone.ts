/** What may change on the phone while the app runs: theme, size of the window, size of the text. */
import type { ThemeName } from '../shared/manifest'
import type { PageLook } from './logic-page'
import type { OpenPage } from './open-page'
import type { RunningApp } from './running-app'
import { lookOf, tabBarOf } from './page-look'

/** The look in the new theme; what the app changed itself stays. */
function restyle(running: RunningApp, page: OpenPage, before: ThemeName, now: ThemeName): void {
  const old = lookOf(running.manifest, page.route, before)
  const next = lookOf(running.manifest, page.route, now)
  const isOwn = (name: keyof PageLook) => page.look[name] !== old[name]
  const names = Object.keys(next) as (keyof PageLook)[]
  Object.assign(
    page.look,
    Object.fromEntries(names.filter((name) => !isOwn(name)).map((name) => [name, next[name]])),
  )
}

/** @throws Error for a name that is neither light nor dark */
export function setTheme(running: RunningApp, name: string): void {
  if (name !== 'light' && name !== 'dark') throw new Error('name must be light or dark')
  const { boot, manifest, shell } = running
  const before = boot.theme
  if (before === name || !manifest.app.darkmode) return
  boot.theme = name
  shell.setTheme(name)
  shell.setTabBar(tabBarOf(manifest, name))
  running.pages.dropReadyFrame()
  for (const page of running.router.alive()) restyle(running, page, before, name)
  running.show()
  running.app.call('onThemeChange', { theme: name })
  running.events.fire('ThemeChange', { theme: name })
}

/** The window has another size: pages and listeners are told. */
export function resizeApp(running: RunningApp): void {
  const { screen, window } = running.shell.measures()
  const size = {
    windowWidth: window.width,
    windowHeight: window.height,
    screenWidth: screen.width,
    screenHeight: screen.height,
  }
  const told = { size, deviceOrientation: screen.width > screen.height ? 'landscape' : 'portrait' }
  running.events.fire('WindowResize', told)
  const top = running.router.top()
  top?.call('onResize', told)
  top?.view.lifetime?.('resize', told)
}

/** @param size points of the person's text, 16 unless made larger */
export function scaleText(running: RunningApp, size: number): void {
  if (!(size >= 12 && size <= 40)) throw new Error('size must be between 12 and 40')
  running.boot.fontSize = size
}

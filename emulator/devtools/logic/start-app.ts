/** How the app starts, leaves for the background and comes back. */
import type { AppEvents } from './tell-events'
import type { Launch } from '../shared/host-calls'
import type { Manifest } from '../shared/manifest'
import type { Problems } from './report-problems'
import type { Router } from './router'
import { optionsOf, type App } from './app'
import { readUrl, writeQuery } from './read-urls'

/** Entrances that show the app as it was left, unless they name a page: lists of mini-programs, other apps. */
const KEEPING_SCENES = new Set([
  1001, 1003, 1022, 1023, 1038, 1056, 1080, 1083, 1089, 1090, 1103, 1104, 1113, 1114, 1117,
])

/** How the person opens it: without a path from a list, with one from a share card, a code … */
export interface Opening {
  path?: string
  query?: Record<string, string>
  scene?: number
  shareTicket?: string
  referrerInfo?: Record<string, unknown>
}

export interface AppStart {
  launchOptions: () => Launch
  enterOptions: () => Launch
  isInFront: () => boolean
  /** The first start: onLaunch, onShow, the first page. */
  launch: (opening: Opening) => Promise<void>
  /** A warm start. */
  reopen: (opening: Opening) => Promise<void>
  background: () => void
  foreground: () => void
}

export function makeStart(parts: {
  manifest: Manifest
  app: App
  events: AppEvents
  problems: Problems
  router: () => Router
}): AppStart {
  const { manifest, app, events, problems } = parts
  const home = manifest.pages[0] ?? ''
  let launched: Launch = { path: home, query: {}, scene: 1001 }
  let entered = launched
  let isInFront = false

  const launchOf = (opening: Opening): Launch => {
    const { route, query } = readUrl(`/${opening.path ?? ''}`, '')
    return {
      path: route || home,
      query: { ...query, ...opening.query },
      scene: opening.scene ?? 1001,
      ...(opening.shareTicket ? { shareTicket: opening.shareTicket } : {}),
      ...(opening.referrerInfo ? { referrerInfo: opening.referrerInfo } : {}),
    }
  }

  const open = async (launch: Launch): Promise<void> => {
    if (manifest.pages.includes(launch.path)) {
      await parts.router().open({ route: launch.path, query: { ...launch.query } })
      return
    }
    const told = { path: launch.path, query: launch.query, isEntryPage: true }
    const isHeard = app.has('onPageNotFound') || events.has('PageNotFound')
    app.call('onPageNotFound', told)
    events.fire('PageNotFound', told)
    if (!isHeard) problems.report(new Error(`page "${launch.path}" is not found`))
  }

  const show = () => {
    isInFront = true
    app.call('onShow', optionsOf(entered))
    events.fire('AppShow', optionsOf(entered))
  }

  const background = () => {
    if (!isInFront) return
    isInFront = false
    parts.router().top()?.hide()
    app.call('onHide', { reason: 0 })
    events.fire('AppHide', { reason: 0 })
  }

  const stands = (launch: Launch): boolean => {
    const top = parts.router().top()
    return top?.route === launch.path && writeQuery(top.query) === writeQuery(launch.query)
  }

  return {
    launchOptions: () => launched,
    enterOptions: () => entered,
    isInFront: () => isInFront,
    background,
    foreground() {
      if (isInFront) return
      show()
      parts.router().top()?.show()
    },
    async launch(opening) {
      launched = launchOf(opening)
      entered = launched
      app.call('onLaunch', optionsOf(launched))
      show()
      await open(launched)
    },
    async reopen(opening) {
      await parts.router().idle()
      background()
      const wanted = launchOf(opening)
      const top = parts.router().top()
      const stays = !opening.path && KEEPING_SCENES.has(wanted.scene) && top !== undefined
      entered = stays ? { ...wanted, path: top.route, query: { ...top.query } } : wanted
      show()
      if (stays || stands(wanted)) top?.show()
      else await open(wanted)
    },
  }
}

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
export type Opening = Partial<Launch>

export interface StartParts {
  readonly manifest: Manifest
  readonly app: App
  readonly events: AppEvents
  readonly problems: Problems
  router: () => Router
}

export class AppStart {
  private readonly home: string
  private launched: Launch
  private entered: Launch
  private isThere = false

  constructor(private readonly parts: StartParts) {
    this.home = parts.manifest.pages[0] ?? ''
    this.launched = { path: this.home, query: {}, scene: 1001 }
    this.entered = this.launched
  }

  launchOptions(): Launch {
    return this.launched
  }

  enterOptions(): Launch {
    return this.entered
  }

  isInFront(): boolean {
    return this.isThere
  }

  /** The first start: onLaunch, onShow, the first page. */
  async launch(opening: Opening): Promise<void> {
    this.launched = this.launchOf(opening)
    this.entered = this.launched
    this.parts.app.call('onLaunch', optionsOf(this.launched))
    this.comeToFront()
    await this.open(this.launched)
  }

  /** A warm start: to the page it names, else the app as it was left or, from elsewhere, its first page. */
  async reopen(opening: Opening): Promise<void> {
    await this.parts.router().idle()
    this.background()
    const wanted = this.launchOf(opening)
    const top = this.parts.router().top()
    const stays = !opening.path && KEEPING_SCENES.has(wanted.scene) && top !== undefined
    this.entered = stays ? { ...wanted, path: top.route, query: { ...top.query } } : wanted
    this.comeToFront()
    if (stays || this.stands(wanted)) top?.show()
    else await this.open(wanted)
  }

  background(): void {
    if (!this.isThere) return
    this.isThere = false
    this.parts.router().top()?.hide()
    this.parts.app.call('onHide', { reason: 0 })
    this.parts.events.fire('AppHide', { reason: 0 })
  }

  foreground(): void {
    if (this.isThere) return
    this.comeToFront()
    this.parts.router().top()?.show()
  }

  private comeToFront(): void {
    this.isThere = true
    this.parts.app.call('onShow', optionsOf(this.entered))
    this.parts.events.fire('AppShow', optionsOf(this.entered))
  }

  private launchOf(opening: Opening): Launch {
    const { route, query } = readUrl(`/${opening.path ?? ''}`, '')
    return {
      path: route || this.home,
      query: { ...query, ...opening.query },
      scene: opening.scene ?? 1001,
      ...(opening.shareTicket ? { shareTicket: opening.shareTicket } : {}),
      ...(opening.referrerInfo ? { referrerInfo: opening.referrerInfo } : {}),
    }
  }

  private async open(launch: Launch): Promise<void> {
    const { manifest, app, events, problems, router } = this.parts
    if (manifest.pages.includes(launch.path)) {
      // What keeps the page from opening was reported by the router.
      const opened = router().open({ route: launch.path, query: { ...launch.query } })
      return opened.catch(() => undefined)
    }
    const told = { path: launch.path, query: launch.query, isEntryPage: true }
    const isHeard = app.has('onPageNotFound') || events.has('PageNotFound')
    app.call('onPageNotFound', told)
    events.fire('PageNotFound', told)
    if (!isHeard) problems.report(new Error(`page "${launch.path}" is not found`))
  }

  /** Whether the page on top is the one wanted, query and all. */
  private stands(launch: Launch): boolean {
    const top = this.parts.router().top()
    return top?.route === launch.path && writeQuery(top.query) === writeQuery(launch.query)
  }
}

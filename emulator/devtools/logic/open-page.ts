/** A page of the stack: its instance, its frame's view, and what crosses between the two. */
import type { PageView } from '../view/page-view'
import type { Problems } from './report-problems'
import type { Manifest, PageConfig, ThemeName } from '../shared/manifest'
import type { LogicPage, PageLook } from './logic-page'
import type { EventChannel } from './open-channel'
import type { Definition } from './register-definitions'
import { carry, judgeSize } from './limit-set-data'
import {
  makeInstance,
  type Instance,
  type InstanceOwner,
  type Update,
  type UpdateListener,
} from './make-instance'
import { configOf, lookOf } from './page-look'
import { makePageOwner, type OwnerParts } from './own-view'
import { writePath } from './read-paths'
import { observe } from './observe-data'
import { nextTurn, turn } from './take-turn'

export interface PageParts extends OwnerParts {
  readonly manifest: Manifest
  readonly problems: Problems
  theme: () => ThemeName
  wx: () => Record<string, unknown>
}

export interface PageOpening {
  pageId: number
  route: string
  query: Record<string, string>
  frame: HTMLIFrameElement
  definition: Definition
  channel: EventChannel | null
}

interface Crossing {
  json: string
  paths: string[]
  done: (() => void) | undefined
  askedAt: number
}

export class OpenPage implements LogicPage, InstanceOwner {
  readonly pageId: number
  readonly route: string
  readonly query: Readonly<Record<string, string>>
  readonly frame: HTMLIFrameElement
  readonly view: PageView
  readonly instance: Instance
  readonly config: PageConfig
  readonly channel: EventChannel | null
  look: PageLook
  readonly traffic = {
    setDataCalls: 0,
    setDataBytes: 0,
    firstSetDataBytes: 0,
    largestSetDataBytes: 0,
    firstRenderMs: null as number | null,
  }
  /** What was said about this page's calls: Host.stats. */
  readonly warnings: string[] = []
  isShown = false
  isGone = false
  private readonly initialData: string
  private isMounted = false
  private readonly early: Crossing[] = []
  private updates = 0
  private updateListener: { withDataPaths: boolean; listener: UpdateListener } | null = null

  constructor(
    private readonly parts: PageParts,
    opening: PageOpening,
  ) {
    this.pageId = opening.pageId
    this.route = opening.route
    this.query = opening.query
    this.frame = opening.frame
    this.channel = opening.channel
    this.view = (opening.frame.contentWindow as unknown as { __pageView: PageView }).__pageView
    this.config = configOf(parts.manifest, opening.route)
    this.look = lookOf(parts.manifest, opening.route, parts.theme())
    this.instance = makeInstance(opening.definition, this)
    this.initialData = JSON.stringify(this.instance.data)
  }

  wx = () => this.parts.wx()
  tell = (message: string) => {
    this.warnings.push(message)
    this.parts.problems.tell('warning', message)
  }

  has(method: string): boolean {
    return typeof this.instance[method] === 'function'
  }

  call(method: string, ...args: unknown[]): unknown {
    const own = this.instance[method]
    if (typeof own !== 'function') return undefined
    try {
      return (own as (...given: unknown[]) => unknown).apply(this.instance, args)
    } catch (error) {
      this.parts.problems.report(error)
      return undefined
    }
  }

  /** Draws the page; resolves when it is drawn and onReady has run. */
  async mount(startedAt: number): Promise<void> {
    try {
      await this.view.mount(makePageOwner(this.parts, this, this.initialData))
    } catch (error) {
      this.parts.problems.report(error)
    }
    this.isMounted = true
    if (this.isShown) this.view.lifetime?.('show')
    for (const one of this.early.splice(0)) this.cross(one)
    this.traffic.firstRenderMs = Math.round(performance.now() - startedAt)
    await turn()
    if (!this.isGone) this.call('onReady')
  }

  show(): void {
    if (this.isShown || this.isGone) return
    this.isShown = true
    this.call('onShow')
    if (this.isMounted) this.view.lifetime?.('show')
  }

  hide(): void {
    if (!this.isShown) return
    this.isShown = false
    this.call('onHide')
    if (this.isMounted) this.view.lifetime?.('hide')
  }

  unload(): void {
    if (this.isGone) return
    this.isShown = false
    this.call('onUnload')
    this.isGone = true
    try {
      if (this.isMounted) this.view.unmount()
    } finally {
      this.frame.remove()
    }
  }

  setData(fields: Record<string, unknown>, done?: () => void): void {
    const { json, values, bytes, warnings } = carry(fields)
    for (const warning of warnings) this.tell(`${warning} (${this.route})`)
    const big = judgeSize(bytes)
    if (big) {
      this.warnings.push(big.text)
      this.parts.problems.tell(big.kind, `${this.route}: ${big.text}`)
    }
    this.take(values)
    const { traffic } = this
    traffic.setDataCalls += 1
    traffic.setDataBytes += bytes
    if (traffic.setDataCalls === 1) traffic.firstSetDataBytes = bytes
    traffic.largestSetDataBytes = Math.max(traffic.largestSetDataBytes, bytes)
    if (this.isGone) return
    const crossing = { json, paths: Object.keys(values), done, askedAt: Date.now() }
    if (this.isMounted) this.cross(crossing)
    else this.early.push(crossing)
  }

  /** Into `this.data` at once: what the page's code reads after setData. */
  take(values: Record<string, unknown>): void {
    for (const [path, value] of Object.entries(values)) writePath(this.instance.data, path, value)
    observe(this.instance, Object.keys(values), (error) => this.parts.problems.report(error))
  }

  selectComponents(selector: string): unknown[] {
    return this.isMounted ? this.view.selectComponents(selector) : []
  }

  listenUpdates(options: { withDataPaths?: boolean }, listener?: UpdateListener): void {
    this.updateListener = listener
      ? { withDataPaths: options.withDataPaths === true, listener }
      : null
  }

  private cross(crossing: Crossing): void {
    const startedAt = Date.now()
    try {
      this.view.setData(crossing.json)
    } catch (error) {
      this.parts.problems.report(error)
    }
    nextTurn(() => nextTurn(() => this.crossed(crossing, startedAt)))
  }

  private crossed(crossing: Crossing, startedAt: number): void {
    this.updates += 1
    const told = this.updateListener
    try {
      crossing.done?.()
      told?.listener(this.describe(crossing, startedAt, told.withDataPaths))
    } catch (error) {
      this.parts.problems.report(error)
    }
  }

  private describe(crossing: Crossing, startedAt: number, withPaths: boolean): Update {
    return {
      updateProcessId: this.updates,
      isMergedUpdate: false,
      ...(withPaths ? { dataPaths: crossing.paths.map((path) => path.split('.')) } : {}),
      pendingStartTimestamp: crossing.askedAt,
      updateStartTimestamp: startedAt,
      updateEndTimestamp: Date.now(),
    }
  }
}

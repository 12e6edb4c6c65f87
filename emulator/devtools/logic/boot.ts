/** Entry of the logic layer's bundle: puts the app together once Node says who opens it and how. */
import type { Boot, NodeBridge } from '../shared/host-calls'
import type { Manifest } from '../shared/manifest'
import { makeAnswerer, settle, type Answer } from './automator/answer'
import { appHandlers } from './automator/app'
import { elementHandlers } from './automator/element'
import { hostHandlers } from './automator/host'
import { nativeHandlers } from './automator/native'
import { pageHandlers } from './automator/page'
import { assembleApp } from './assemble-app'
import type { RunningApp } from './running-app'

interface LogicWindow extends NodeBridge {
  __MANIFEST: Manifest
  __boot(boot: Boot): Promise<Record<string, number>>
  __automator(method: string, params: unknown): Promise<Answer>
  /** What frames find of the logic layer. */
  __logic: { frameReady(frame: Window): void }
}

const here = window as unknown as LogicWindow
let running: RunningApp | null = null
let answer = async (_method: string, _params: unknown): Promise<Answer> => ({
  error: { message: 'the app is not started yet' },
})

here.__logic = { frameReady: (frame) => running?.pages.frameReady(frame) }
here.__automator = (method, params) => answer(method, params)

here.__boot = async (boot) => {
  if (running) throw new Error('the app is started already')
  const startedAt = performance.now()
  const app = assembleApp(here.__MANIFEST, boot, here)
  running = app
  answer = makeAnswerer({
    ...appHandlers(app),
    ...pageHandlers(app),
    ...elementHandlers(app),
    ...hostHandlers(app),
    ...nativeHandlers(app),
  })
  app.load()
  const loadedAt = performance.now()
  await app.start.launch(boot.launch)
  await settle(app)
  const drawnAt = performance.now()
  const ms = (from: number, to: number) => Math.round(to - from)
  return {
    loadMs: ms(startedAt, loadedAt),
    firstPageMs: ms(loadedAt, drawnAt),
    bootMs: ms(startedAt, drawnAt),
  }
}

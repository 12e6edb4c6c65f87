/** The parts of the logic layer, each given the others it needs. */
import type { Boot, NodeBridge } from '../shared/host-calls'
import type { Manifest } from '../shared/manifest'
import { makeShell } from '../shell/make-shell'
import { makeApp } from './app'
import { hearShell } from './hear-shell'
import { makeLoader, type Loader } from './load-module'
import { makeHost } from './make-host'
import { makePages } from './make-pages'
import { openNative } from './native/open-native'
import { tabBarOf } from './page-look'
import { makeDefinitions, type Definitions } from './register-definitions'
import { LOG_TYPES, makeConsole, makeProblems, type Problems } from './report-problems'
import { Router } from './router'
import type { RunningApp } from './running-app'
import { makeSandbox, type Sandbox } from './sandbox'
import { AppStart } from './start-app'
import { makeEvents } from './tell-events'
import type { WxHost } from './wx/define'
import { makePhone } from './wx/phone'
import { resolveFile } from './wx/resolve-file'
import { explainMissing, makeWx } from './wx/topics'

/** What was thrown where nobody catches: timers, promises. */
function hearErrors(problems: Problems): void {
  window.addEventListener('error', (event) => {
    problems.report(event.error ?? event.message)
    event.preventDefault()
  })
  window.addEventListener('unhandledrejection', (event) => {
    problems.reportRejection(event.reason, event.promise)
    event.preventDefault()
  })
}

function definitionFinder(loader: Loader, definitions: Definitions) {
  return (path: string): Record<string, unknown> => {
    if (!definitions.components.has(path)) loader.load(`${path}.js`)
    const known = definitions.components.get(path)
    if (!known) throw new Error(`Component is not registered: ${path}`)
    return known
  }
}

/** What needs nothing of the app's code: its phone, and who hears of errors. */
function makeGround(manifest: Manifest, boot: Boot, bridge: NodeBridge) {
  const print = Object.fromEntries(LOG_TYPES.map((type) => [type, console[type].bind(console)]))
  const emit: NodeBridge['__hostEmit'] = (method, params) => bridge.__hostEmit(method, params)
  const problems = makeProblems(emit, print as Parameters<typeof makeProblems>[1])
  hearErrors(problems)
  const events = makeEvents(problems.report)
  const shell = makeShell(manifest)
  shell.setTheme(boot.theme)
  shell.setTabBar(tabBarOf(manifest, boot.theme))
  return { problems, events, shell, emit, app: makeApp(problems, events), phone: makePhone() }
}

/** `load` runs app.js, and every page's script where the app does not ask for lazy loading. */
export function assembleApp(
  manifest: Manifest,
  boot: Boot,
  bridge: NodeBridge,
): RunningApp & { load(): void } {
  const { problems, events, shell, emit, app, phone } = makeGround(manifest, boot, bridge)
  const loader = makeLoader(manifest, () => sandbox)
  const definitions = makeDefinitions(loader.current, (definition) => app.register(definition))
  const start = new AppStart({ manifest, app, events, problems, router: () => router })
  const show = () => {
    const page = router.top()
    if (!page) return
    const { frame, look, route } = page
    const isTab = router.isTab(route)
    shell.show({ frame, look, route, canGoBack: router.stack.length > 1, isTab })
  }
  const pages = makePages({
    ...{ manifest, problems, shell, loader, definitions, start: boot.start },
    theme: () => boot.theme,
    wx: () => wx,
    componentDefinition: definitionFinder(loader, definitions),
    resolveFile: (source, base) => resolveFile(host, source, base),
    openNative: (page, kind, element, properties) =>
      openNative(host, page, kind, element, properties),
    tapped: (page) => (phone.tappedPageId = page.pageId),
    fontSize: () => boot.fontSize,
    insets: (page) => insetsOf(shell, page.frame),
  })
  const isInFront = () => start.isInFront()
  const { report } = problems
  const router: Router = new Router({ manifest, events, pages, show, isInFront, report })
  const host: WxHost = makeHost({
    ...{ manifest, boot, shell, phone, problems, events, router, start, show },
    call: (kind, ask) => bridge.__hostCall(kind, ask),
  })
  const wx = makeWx(host)
  problems.explain = (message) => explainMissing(host, message)
  const own = {
    ...definitions.globals,
    wx,
    getApp: (options?: { allowDefault?: boolean }) => app.get(options),
    getCurrentPages: () => router.stack.map((page) => page.instance),
    console: makeConsole(problems),
  }
  const sandbox: Sandbox = makeSandbox(own, (message) => problems.tell('platform', message))
  hearShell({ shell, router, host, manifest })
  const parts = { manifest, boot, host, shell, app, router, start, events, problems, loader }
  const load = () => loadScripts(manifest, loader, problems)
  return { ...parts, sandbox, pages, wx, emit, show, load }
}

function loadScripts(manifest: Manifest, loader: Loader, problems: Problems): void {
  const own = new Set<string>(manifest.app.pages)
  const isLazy = manifest.app.lazyCodeLoading === 'requiredComponents'
  const first = isLazy ? [] : manifest.pages.filter((page) => own.has(page))
  for (const path of ['app', ...first]) {
    try {
      loader.load(`${path}.js`)
    } catch (error) {
      problems.report(error)
    }
  }
}

/** What of the safe area's edges falls into the frame. */
function insetsOf(shell: RunningApp['shell'], frame: HTMLIFrameElement) {
  const { safeArea } = shell.measures()
  const box = frame.getBoundingClientRect()
  const over = (edge: number) => Math.max(0, Math.round(edge))
  return {
    top: over(safeArea.top - box.top),
    right: over(box.right - safeArea.right),
    bottom: over(box.bottom - safeArea.bottom),
    left: over(safeArea.left - box.left),
  }
}

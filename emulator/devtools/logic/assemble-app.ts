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
import { makeRouter, type Router } from './router'
import type { RunningApp } from './running-app'
import { makeSandbox, type Sandbox } from './sandbox'
import { makeStart } from './start-app'
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

/** `load` runs app.js, and every page's script where the app does not ask for lazy loading. */
export function assembleApp(
  manifest: Manifest,
  boot: Boot,
  bridge: NodeBridge,
): RunningApp & { load(): void } {
  const print = Object.fromEntries(LOG_TYPES.map((type) => [type, console[type].bind(console)]))
  const problems = makeProblems(
    (method, params) => bridge.__hostEmit(method, params),
    print as Parameters<typeof makeProblems>[1],
  )
  hearErrors(problems)
  const events = makeEvents(problems.report)
  const app = makeApp(problems, events)
  const phone = makePhone()
  const shell = makeShell(manifest)
  shell.setTheme(boot.theme)
  shell.setTabBar(tabBarOf(manifest, boot.theme))

  const loader = makeLoader(manifest, () => sandbox)
  const definitions = makeDefinitions(loader.current, (definition) => app.register(definition))
  const start = makeStart({ manifest, app, events, problems, router: () => router })
  const show = () => {
    const page = router.top()
    if (!page) return
    const canGoBack = router.stack.length > 1
    const { frame, look, route } = page
    shell.show({ frame, look, route, canGoBack, isTab: router.isTab(route) })
  }
  const pages = makePages({
    manifest,
    problems,
    shell,
    loader,
    definitions,
    start: boot.start,
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
  const router: Router = makeRouter({
    ...{ manifest, events, pages, show, isInFront },
    report: problems.report,
  })
  const host: WxHost = makeHost({
    ...{ manifest, boot, shell, phone, problems, events, router, start, show },
    call: (kind, ask) => bridge.__hostCall(kind, ask),
  })
  const wx = makeWx(host)
  problems.explain = (message) => explainMissing(host, message)
  const sandbox: Sandbox = makeSandbox(
    {
      ...definitions.globals,
      wx,
      getApp: (options?: { allowDefault?: boolean }) => app.get(options),
      getCurrentPages: () => router.stack.map((page) => page.instance),
      console: makeConsole(problems),
    },
    (message) => problems.tell('platform', message),
  )
  hearShell({ shell, router, host, manifest })
  return {
    ...{
      manifest,
      boot,
      host,
      shell,
      app,
      router,
      start,
      events,
      problems,
      loader,
      sandbox,
      pages,
    },
    ...{ wx, show },
    emit: (method, params) => bridge.__hostEmit(method, params),
    load: () => loadScripts(manifest, loader, problems),
  }
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

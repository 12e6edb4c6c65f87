/** The page of this frame: mounts it, feeds it data, and answers what the logic layer asks about its elements. */
import { Component, type GeneralComponent } from 'glass-easel'
import { BUILTIN_CSS, BUILTIN_TAGS } from './components/define-components'
import { isBuiltin } from './components/element'
import { Typing } from './components/typing'
import { dispatchEvent, treeNodeOf } from './events/dispatch-event'
import { isTreeEvent, normaliseEvent, treeElementOf } from './events/normalise-event'
import { listenToFingers, tapDirectly } from './events/read-gestures'
import { mountedOwner, setPageOwner } from './page-context'
import type { ComponentHandle, PageOwner, PageView } from './page-view'
import { followPulling, followScrolling, setPulledDown } from './scroll/follow-page'
import { convertRpx } from './style/convert-rpx'
import { PAGE_CSS } from './style/page-css'
import { nextPicture, takeTurn, turnsTaken } from './take-turns'
import { openSpace, type Space } from './tree/open-space'
import { registerComponents } from './tree/register-components'
import { selectElements } from './tree/select-elements'
import { writeWxml } from './tree/write-wxml'

type Root = ReturnType<Space['backend']['createRoot']>
type Templates = Record<string, unknown>

let root: Root | null = null

function mountedRoot(): Root {
  if (!root) throw new Error('the page is not mounted')
  return root
}

let isFed = false

/** The page's data change by the logic layer's word, or by `model:` in its template: those are told. */
function observeModels(fields: readonly string[], owner: PageOwner): Record<string, unknown> {
  return Object.fromEntries(
    fields.map((field) => [
      `${field}.**`,
      (value: unknown) => {
        if (!isFed && root) owner.modelChanged?.(JSON.stringify({ [field]: value }))
      },
    ]),
  )
}

function feed(json: string): void {
  isFed = true
  try {
    root?.get().setData(JSON.parse(json) as never)
  } finally {
    isFed = false
  }
}

/** What a handler of `input` returns takes the text's place. */
function replacing(
  event: Parameters<typeof normaliseEvent>[0],
): ((answer: unknown) => void) | undefined {
  const field = (treeElementOf(event.target) as { $$?: unknown }).$$
  return event.type === 'input' && field instanceof Typing
    ? (answer) => takeTurn(() => field.replaceText(answer))
    : undefined
}

/** The page's component: its template with the app's initial data; handlers are the logic layer's. */
function drawRoot(space: Space, owner: PageOwner): Root {
  const methods: Record<string, (event: unknown) => void> = {}
  for (const name of owner.handlerNames) {
    methods[name] = (event) => {
      if (!isTreeEvent(event)) return
      const [plain, answered] = [normaliseEvent(event), replacing(event)]
      takeTurn(() => owner.handle(name, plain, answered))
    }
  }
  const data = JSON.parse(owner.initialData) as Record<string, unknown>
  const observers = observeModels(Object.keys(data), owner)
  const definition = { data, methods, observers }
  space.code
    .component(owner.route)
    .definition(definition as never)
    .register()
  return space.backend.createRoot('wx-page', space.code, owner.route)
}

const sheets: { style: HTMLStyleElement; css: string }[] = []

function addSheet(css: string): void {
  const style = document.createElement('style')
  style.textContent = convertRpx(css)
  document.head.appendChild(style)
  sheets.push({ style, css })
}

function layInsets(owner: PageOwner): void {
  const insets = owner.safeAreaInsets?.() ?? { top: 0, right: 0, bottom: 0, left: 0 }
  for (const [side, pixels] of Object.entries(insets)) {
    document.documentElement.style.setProperty(`--wx-safe-area-inset-${side}`, `${pixels}px`)
  }
}

function followWidth(owner: PageOwner): void {
  let width = window.innerWidth
  window.addEventListener('resize', () => {
    layInsets(owner)
    if (window.innerWidth === width) return
    width = window.innerWidth
    for (const { style, css } of sheets) style.textContent = convertRpx(css)
    for (const element of document.querySelectorAll('*')) if (isBuiltin(element)) element.restyle()
  })
}

async function mount(owner: PageOwner): Promise<void> {
  setPageOwner(owner)
  const templates = (window as unknown as { __tmpl: Templates }).__tmpl
  const space = openSpace(BUILTIN_TAGS)
  const styled = registerComponents(space, owner, templates)
  addSheet(PAGE_CSS + BUILTIN_CSS)
  for (const path of ['app', ...styled]) {
    const css = owner.manifest.styles[path]
    if (css) addSheet(css)
  }
  layInsets(owner)
  root = drawRoot(space, owner)
  const place = document.createElement('div')
  document.body.appendChild(place)
  root.attach(document.body as never, place as never)
  const settings = { ...owner.manifest.app.window, ...owner.manifest.configs[owner.route] }
  if (settings['disableScroll'] === true) document.body.style.overflow = 'hidden'
  followScrolling(owner)
  followPulling(owner, () => settings['enablePullDownRefresh'] === true)
  followWidth(owner)
  await nextPicture()
}

function componentHandle(node: GeneralComponent): ComponentHandle {
  const caller = node.getMethodCaller() as unknown as Record<string, unknown> & {
    setData(data: Record<string, unknown>): void
  }
  return {
    data: () => node.data,
    setData: (data) => caller.setData(data),
    call: (method, args) => {
      const found = caller[method]
      if (typeof found !== 'function') throw new Error(`component.${method} not exists`)
      return (found as (...given: unknown[]) => unknown).apply(caller, args)
    },
  }
}

function unmount(): void {
  if (!root) return
  root.release()
  root = null
  setPageOwner(null)
}

export function openPageView(): PageView {
  listenToFingers()
  return {
    window,
    mount,
    setData: (json) => takeTurn(() => feed(json)),
    unmount,
    select: (selector, within) => selectElements(mountedRoot().getComponent(), selector, within),
    async settled() {
      await turnsTaken()
      await nextPicture()
      await turnsTaken()
    },
    fire(element, type, detail, options) {
      const bubbles = /^(touch|tap$|long|transition|animation)/.test(type)
      dispatchEvent(element, type, detail, { bubbles, ...options })
    },
    tapDirectly,
    componentOf(element) {
      const node = treeNodeOf(element)
      return node && Component.isComponent(node) ? componentHandle(node) : null
    },
    builtin: (element) => (isBuiltin(element) ? element : null),
    wxml: writeWxml,
    selectComponents: (selector) => mountedRoot().get().selectAllComponents(selector) as unknown[],
    setPulledDown,
    lifetime(name, detail) {
      if (mountedOwner()) mountedRoot().getComponent().triggerPageLifetime(name, [detail])
    },
    hostOf: (component) => (treeElementOf(component) as { $$?: HTMLElement | null }).$$ ?? null,
  }
}

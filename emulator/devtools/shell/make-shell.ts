/** Draws the phone into the empty document and answers for it. */
import type { Manifest } from '../shared/manifest'
import { drawBar } from './draw-bar'
import { drawTabBar } from './draw-tab-bar'
import { make } from './make-element'
import { barsOf, measureScreen, placeOf, type Layout } from './measure-screen'
import { makeSuggestion } from './suggest-text'
import { previewPictures } from './preview-pictures'
import { queueSheets } from './queue-sheets'
import type { Shell } from './shell'
import { makeToast } from './show-toast'
import { PHONE_CSS } from './style.data'

const nothing = () => {}

function appNameOf(manifest: Manifest): string {
  const { navigationBarTitleText } = manifest.app.window
  return navigationBarTitleText ? navigationBarTitleText : '小程序'
}

/** Frames of pages, each in the place its own bars leave it. */
function makeFrames(place: HTMLElement) {
  const layouts = new Map<HTMLIFrameElement, Layout>()
  const lay = (frame: HTMLIFrameElement, layout: Layout) => {
    layouts.set(frame, layout)
    const { top, height } = placeOf(innerWidth, innerHeight, layout)
    frame.style.top = `${top}px`
    frame.style.height = `${height}px`
  }
  return {
    lay,
    fit() {
      for (const [frame, layout] of layouts) {
        if (frame.isConnected) lay(frame, layout)
        else layouts.delete(frame)
      }
    },
    add: (): Promise<HTMLIFrameElement> => {
      const frame = make('iframe')
      frame.src = '/__host/page.html'
      lay(frame, { isNavCustom: false, hasTabs: false })
      return new Promise((resolve) => {
        frame.addEventListener('load', () => resolve(frame), { once: true })
        place.append(frame)
      })
    },
    bring(frame: HTMLIFrameElement) {
      for (const each of place.querySelectorAll('iframe'))
        each.classList.toggle('on', each === frame)
    },
  }
}

/** Everything is laid out anew whenever the screen has another size. */
function followSize(parts: readonly { fit: () => void }[]): void {
  const fit = () => {
    const { safeBottom } = barsOf(innerWidth, innerHeight)
    document.documentElement.style.setProperty('--safe-bottom', `${safeBottom}px`)
    for (const part of parts) part.fit()
  }
  window.addEventListener('resize', fit)
  fit()
}

export function makeShell(manifest: Manifest): Shell {
  const pages = make('div', { id: 'pages' })
  const style = make('style', { text: PHONE_CSS })
  document.head.append(style)
  document.body.append(pages)
  const heard = { back: nothing, menu: nothing, tab: (_index: number) => {} }
  const bar = drawBar(document.body, {
    back: () => heard.back(),
    menu: () => heard.menu(),
    close: nothing,
  })
  const tabs = drawTabBar(document.body, (index) => heard.tab(index))
  const toast = makeToast(document.body)
  const sheets = queueSheets(document.body, appNameOf(manifest))
  const frames = makeFrames(pages)
  const tabPaths = (manifest.app.tabBar?.list ?? []).map((item) => item.pagePath)
  let areTabsShown = true
  let top: Parameters<Shell['show']>[0] | null = null
  let topPath: string | null = null

  const layoutOf = ({ look, isTab }: NonNullable<typeof top>): Layout => ({
    isNavCustom: look.isNavCustom,
    hasTabs: isTab && areTabsShown,
  })
  const paint = () => {
    if (!top) return
    frames.lay(top.frame, layoutOf(top))
    frames.bring(top.frame)
    bar.show(top.look, top.canGoBack)
    top.frame.style.background = top.look.background
    tabs.select(top.isTab && areTabsShown ? topPath : null)
  }
  followSize([bar, tabs, frames])

  return {
    ...sheets,
    showToast: toast.show,
    hideToast: toast.hide,
    toast: toast.shown,
    preview: (urls, at) => previewPictures(document.body, urls, at),
    suggest: makeSuggestion(document.body),
    setTabBar: (next) => tabs.set(next?.custom ? null : next),
    setTab: tabs.change,
    setTabBarStyle: tabs.restyle,
    tab: tabs.tab,
    showTabBar(isShown) {
      areTabsShown = isShown
      paint()
    },
    setTheme: (theme) => void (document.documentElement.dataset['theme'] = theme),
    show(page) {
      top = page
      const index = page.isTab ? tabPaths.indexOf(page.route) : -1
      topPath = tabPaths[index] ?? null
      paint()
    },
    newFrame: frames.add,
    measures: () =>
      measureScreen(
        innerWidth,
        innerHeight,
        top ? layoutOf(top) : { isNavCustom: false, hasTabs: false },
      ),
    onBack: (listener) => void (heard.back = listener),
    onTab: (listener) => void (heard.tab = listener),
    onMenu: (listener) => void (heard.menu = listener),
  }
}

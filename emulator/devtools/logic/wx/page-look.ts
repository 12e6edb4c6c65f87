/** The navigation bar, the page's background, scrolling and pull-down of the page on top. */
import type { LogicPage } from '../logic-page'
import { wxCalls, WxFailure, type WxHost } from './define'
import { takeParameters } from './take-parameters'

const FRONT = { '#ffffff': 'white', '#000000': 'black' } as const

function setNavigationBarColor(host: WxHost, options: object): void {
  const taken = takeParameters(options, { frontColor: 'String', backgroundColor: 'String' })
  const text = FRONT[taken.frontColor as keyof typeof FRONT] as 'white' | 'black' | undefined
  if (!text) {
    throw new WxFailure(
      `parameter error: invalid frontColor "${taken.frontColor}", should be #ffffff or #000000`,
    )
  }
  changeLook(host, { navText: text, navBackground: taken.backgroundColor })
}

function changeLook(host: WxHost, change: Partial<LogicPage['look']>): void {
  const page = host.topPage()
  Object.assign(page.look, change)
  host.lookChanged(page)
}

/** Where `pageScrollTo` shall go, in CSS pixels from the top of the page. */
function targetOf(page: LogicPage, options: object): number {
  const { scrollTop, selector, offsetTop } = takeParameters(options, {
    scrollTop: 'Number?',
    selector: 'String?',
    offsetTop: 'Number?',
  })
  if (selector === undefined) {
    if (scrollTop === undefined) throw new WxFailure('parameter error: scrollTop or selector')
    return scrollTop
  }
  const [element] = page.view.select(selector)
  if (!element) throw new WxFailure(`not found ${selector}`)
  return element.getBoundingClientRect().top + page.view.window.scrollY + (offsetTop ?? 0)
}

export function pageLook(host: WxHost): Record<string, unknown> {
  return wxCalls({
    setNavigationBarTitle: (options) =>
      changeLook(host, takeParameters(options, { title: 'String' })),
    setNavigationBarColor: (options) => setNavigationBarColor(host, options),
    showNavigationBarLoading: () => changeLook(host, { isLoading: true }),
    hideNavigationBarLoading: () => changeLook(host, { isLoading: false }),
    hideHomeButton: () => undefined,
    setBackgroundColor: (options) => {
      const { backgroundColor } = takeParameters(options, { backgroundColor: 'String?' })
      if (backgroundColor !== undefined) changeLook(host, { background: backgroundColor })
    },
    setBackgroundTextStyle: (options) => {
      const { textStyle } = takeParameters(options, { textStyle: 'String' })
      if (textStyle !== 'dark' && textStyle !== 'light') {
        throw new WxFailure(`parameter error: invalid textStyle "${textStyle}"`)
      }
    },
    pageScrollTo: (options) => {
      const page = host.topPage()
      page.view.window.scrollTo({ top: targetOf(page, options), behavior: 'instant' })
    },
    startPullDownRefresh: () => {
      const page = host.topPage()
      page.view.setPulledDown(true)
      page.call('onPullDownRefresh')
    },
    stopPullDownRefresh: () => host.topPage().view.setPulledDown(false),
    loadFontFace: async (options) => {
      const { family, source } = takeParameters(options, { family: 'String', source: 'String' })
      const { window } = host.topPage().view
      const Face = (window as unknown as typeof globalThis).FontFace
      const face = await new Face(family, source).load().catch(() => {
        throw new WxFailure('font face load error')
      })
      window.document.fonts.add(face)
      return { status: 'loaded' }
    },
    hideKeyboard: () => {
      const focused = host.topPage().view.window.document.activeElement
      if (!focused || focused.localName === 'body') throw new WxFailure('input not exists')
      ;(focused as HTMLElement).blur()
    },
  })
}

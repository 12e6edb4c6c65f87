/** wx.setTabBarBadge and its kin; they fail on pages that show no tab bar. */
import type { TabBar } from '../../shared/manifest'
import { wxCalls, WxFailure, type WxHost } from './define'
import { takeParameters } from './take-parameters'

/** Longer badges end in dots. */
const MAX_BADGE = 4

function barOf(host: WxHost): TabBar {
  const { tabBar } = host.manifest.app
  const { route } = host.topPage()
  if (!tabBar?.list.some((item) => item.pagePath === route)) throw new WxFailure('not TabBar page')
  return tabBar
}

function indexOf(host: WxHost, options: object): number {
  const { index } = takeParameters(options, { index: 'Number' })
  const { length } = barOf(host).list
  if (index < 0 || index >= length) throw new WxFailure('tabbar item not found')
  return index
}

export function tabBar(host: WxHost): Record<string, unknown> {
  const { shell } = host
  return wxCalls({
    setTabBarBadge: (options) => {
      const index = indexOf(host, options)
      const { text } = takeParameters(options, { text: 'String' })
      const badge = text.length > MAX_BADGE ? '…' : text
      if (badge !== text) {
        host.tell(
          'warning',
          `wx.setTabBarBadge: at most ${MAX_BADGE} characters are shown: ${text}`,
        )
      }
      shell.setTab(index, { badge, hasDot: false })
    },
    removeTabBarBadge: (options) => shell.setTab(indexOf(host, options), { badge: null }),
    showTabBarRedDot: (options) =>
      shell.setTab(indexOf(host, options), { hasDot: true, badge: null }),
    hideTabBarRedDot: (options) => shell.setTab(indexOf(host, options), { hasDot: false }),
    setTabBarItem: (options) => {
      const index = indexOf(host, options)
      const taken = takeParameters(options, {
        text: 'String?',
        iconPath: 'String?',
        selectedIconPath: 'String?',
      })
      shell.setTab(
        index,
        Object.fromEntries(Object.entries(taken).filter(([, value]) => value !== undefined)),
      )
    },
    setTabBarStyle: (options) => {
      barOf(host)
      const taken = takeParameters(options, {
        color: 'String?',
        selectedColor: 'String?',
        backgroundColor: 'String?',
        borderStyle: 'String?',
      })
      shell.setTabBarStyle(
        Object.fromEntries(Object.entries(taken).filter(([, value]) => value !== undefined)),
      )
    },
    showTabBar: () => {
      barOf(host)
      shell.showTabBar(true)
    },
    hideTabBar: () => {
      barOf(host)
      shell.showTabBar(false)
    },
  })
}

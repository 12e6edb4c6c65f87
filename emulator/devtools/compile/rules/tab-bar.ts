/** The tab bar: two to five pages of the main package, small icons that are there in both themes. */
import type { TabItem, ThemeName } from '../../shared/manifest'
import { inAppJson, type AppFacts, type Broken, type Rule } from './rule'

const MOST_ICON_BYTES = 40 * 1024
const THEMES: readonly ThemeName[] = ['light', 'dark']

export const tabBar: Rule = {
  name: 'tab-bar',
  source:
    'https://developers.weixin.qq.com/miniprogram/dev/reference/configuration/app.html#tabBar',
  check(app) {
    const bar = app.app.tabBar
    if (!bar) return []
    const found: Broken[] = []
    if (bar.list.length < 2 || bar.list.length > 5) {
      found.push(inAppJson(app, 'tabBar', `the tab bar has ${bar.list.length} items: 2 to 5`))
    }
    const paths = bar.list.map(({ pagePath }) => pagePath)
    for (const item of bar.list) found.push(...checkItem(app, item))
    for (const path of paths.filter((one, i) => paths.indexOf(one) !== i)) {
      found.push(inAppJson(app, 'tabBar', `the tab bar has ${path} twice`))
    }
    return found
  },
}

function checkItem(app: AppFacts, item: TabItem): Broken[] {
  const { pagePath, text } = item
  const found: Broken[] = []
  if (!app.app.pages.includes(pagePath)) {
    found.push(inAppJson(app, 'tabBar', `the tab ${pagePath} is no page of the main package`))
  }
  if (typeof text !== 'string' || (text === '' && app.app.tabBar?.custom !== true)) {
    found.push(inAppJson(app, 'tabBar', `the tab ${pagePath} has no text`))
  }
  const seen = new Set<string>()
  for (const member of ['iconPath', 'selectedIconPath'] as const) {
    for (const theme of THEMES) {
      const path = iconOf(app, item[member], theme)
      if (path === null || seen.has(path)) continue
      seen.add(path)
      const fault = faultOf(app, path)
      if (fault) found.push(inAppJson(app, 'tabBar', `the tab ${pagePath}: ${fault}`))
    }
  }
  return found
}

/** A name that the theme lacks is told by the rule on window settings. */
function iconOf({ themes }: AppFacts, given: string | undefined, theme: ThemeName): string | null {
  if (!given) return null
  return given.startsWith('@') ? (themes[theme][given.slice(1)] ?? null) : given
}

function faultOf({ pack }: AppFacts, icon: string): string | null {
  const bytes = pack.sizes.get(icon.replace(/^\.?\//, ''))
  if (bytes === undefined) return `its icon ${icon} is missing`
  if (!/\.(png|jpe?g)$/i.test(icon)) return `its icon ${icon} is neither PNG nor JPEG`
  if (bytes > MOST_ICON_BYTES) return `its icon ${icon} has ${bytes} bytes: at most 40 KB`
  return null
}

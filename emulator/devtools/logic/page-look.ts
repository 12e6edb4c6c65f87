/** How a page's bars look: its own JSON over app.json's window, theme names resolved. */
import type { Manifest, PageConfig, TabBar, Theme, ThemeName } from '../shared/manifest'
import type { PageLook } from './logic-page'

/** `@name` as the theme has it; everything else as it is. */
export const themed = (value: unknown, theme: Theme): string | undefined => {
  if (typeof value !== 'string') return undefined
  return value.startsWith('@') ? theme[value.slice(1)] : value
}

/** A page's configuration over the app's. */
export const configOf = (manifest: Manifest, route: string): PageConfig => ({
  ...manifest.app.window,
  ...manifest.configs[route],
})

export function lookOf(manifest: Manifest, route: string, name: ThemeName): PageLook {
  const config = configOf(manifest, route)
  const theme = manifest.themes[name] ?? {}
  return {
    title: themed(config.navigationBarTitleText, theme) ?? '',
    navBackground: themed(config.navigationBarBackgroundColor, theme) ?? '#000000',
    navText: themed(config.navigationBarTextStyle, theme) === 'black' ? 'black' : 'white',
    isNavCustom: config.navigationStyle === 'custom',
    background: themed(config.backgroundColor, theme) ?? '#ffffff',
    isLoading: false,
    canPullDown: config.enablePullDownRefresh === true,
  }
}

export function tabBarOf(manifest: Manifest, name: ThemeName): TabBar | null {
  const bar = manifest.app.tabBar
  if (!bar) return null
  const theme = manifest.themes[name] ?? {}
  const own = (value: string | undefined) => themed(value, theme)
  const borderStyle = own(bar.borderStyle)
  return {
    ...bar,
    color: own(bar.color) ?? '',
    selectedColor: own(bar.selectedColor) ?? '',
    backgroundColor: own(bar.backgroundColor) ?? '',
    ...(borderStyle === undefined ? {} : { borderStyle }),
    list: bar.list.map((item) => {
      const iconPath = own(item.iconPath)
      const selectedIconPath = own(item.selectedIconPath)
      return {
        ...item,
        ...(iconPath === undefined ? {} : { iconPath }),
        ...(selectedIconPath === undefined ? {} : { selectedIconPath }),
      }
    }),
  }
}

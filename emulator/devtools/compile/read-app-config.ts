/** app.json and theme.json as the host uses them, whichever of their spellings the app has. */
import type { AppConfig, SubPackage, TabBar, Theme, ThemeName } from '../shared/manifest'
import { BrokenApp } from './broken-app'
import { isFields, lineOf, readJson } from './read-json'
import type { Package } from './read-package'

type Fields = Record<string, unknown>

/** @throws BrokenApp when app.json says something that can't be run */
export function readAppConfig(pack: Package): AppConfig {
  const json = readJson(pack, 'app.json')
  const text = pack.texts.get('app.json')
  const refuse = (name: string, reason: string): never => {
    throw new BrokenApp('app.json', lineOf(text, `"${name}"`), reason)
  }
  const pages = json['pages']
  if (!isTexts(pages) || pages.length === 0) return refuse('pages', 'pages must list a page')
  const rawPackages = json['subPackages'] ?? json['subpackages'] ?? []
  if (!Array.isArray(rawPackages)) return refuse('subPackages', 'subPackages must be a list')
  const subPackages = rawPackages.map((one: unknown): SubPackage => {
    const fields = fieldsOf(one)
    const { root, pages: inside } = fields
    if (typeof root !== 'string' || !isTexts(inside)) {
      return refuse('subPackages', 'a subpackage needs a root and a list of pages')
    }
    return { ...fields, root: root.replace(/^\/|\/$/g, ''), pages: inside }
  })
  const tabBar = json['tabBar']
  if (tabBar !== undefined && !(isFields(tabBar) && Array.isArray(tabBar['list']))) {
    return refuse('tabBar', 'tabBar needs a list')
  }
  return {
    ...json,
    pages,
    subPackages,
    window: fieldsOf(json['window']),
    ...(tabBar ? { tabBar: usualTabBar(tabBar) } : {}),
    usingComponents: fieldsOf(json['usingComponents']) as Record<string, string>,
    darkmode: json['darkmode'] === true,
    preloadRule: fieldsOf(json['preloadRule']) as AppConfig['preloadRule'],
    permission: fieldsOf(json['permission']) as AppConfig['permission'],
    requiredPrivateInfos: isTexts(json['requiredPrivateInfos']) ? json['requiredPrivateInfos'] : [],
    __usePrivacyCheck__: json['__usePrivacyCheck__'] === true,
  }
}

/** The members that pages of the tab bar may count on. */
function usualTabBar(given: Fields): TabBar {
  return {
    color: '#7A7E83',
    selectedColor: '#3cc51f',
    backgroundColor: '#ffffff',
    ...given,
  } as unknown as TabBar
}

/** Every page's path, the main package's first. */
export function pagesOf(app: AppConfig): string[] {
  return [
    ...app.pages,
    ...app.subPackages.flatMap((one) => one.pages.map((p) => `${one.root}/${p}`)),
  ]
}

/** theme.json's halves; empty when the app has none. @throws BrokenApp */
export function readThemes(pack: Package, app: AppConfig): Record<ThemeName, Theme> {
  const location = app['themeLocation']
  if (typeof location !== 'string') return { light: {}, dark: {} }
  const file = location.replace(/^\.?\//, '')
  if (!pack.texts.has(file)) {
    const line = lineOf(pack.texts.get('app.json'), '"themeLocation"')
    throw new BrokenApp('app.json', line, `themeLocation names ${file}, which is missing`)
  }
  const json = readJson(pack, file)
  return { light: fieldsOf(json['light']) as Theme, dark: fieldsOf(json['dark']) as Theme }
}

function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {}
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}

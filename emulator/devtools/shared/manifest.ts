/** A compiled mini-program: what the Node side hands to the browser as one script. */

/** One of app.json's theme.json halves: `@name` in a configuration stands for its value. */
export type Theme = Readonly<Record<string, string>>
export type ThemeName = 'light' | 'dark'

/** The members of a page's or component's JSON that the host reads; others pass through. */
export interface PageConfig {
  readonly navigationBarTitleText?: string
  readonly navigationBarBackgroundColor?: string
  readonly navigationBarTextStyle?: string
  readonly navigationStyle?: 'default' | 'custom'
  readonly backgroundColor?: string
  readonly backgroundTextStyle?: string
  readonly enablePullDownRefresh?: boolean
  readonly onReachBottomDistance?: number
  readonly disableScroll?: boolean
  readonly component?: boolean
  readonly styleIsolation?: string
  readonly usingComponents?: Readonly<Record<string, string>>
  readonly componentPlaceholder?: Readonly<Record<string, string>>
  readonly [name: string]: unknown
}

export interface TabItem {
  readonly pagePath: string
  readonly text: string
  readonly iconPath?: string
  readonly selectedIconPath?: string
}

export interface TabBar {
  readonly color: string
  readonly selectedColor: string
  readonly backgroundColor: string
  readonly borderStyle?: string
  readonly custom?: boolean
  readonly list: readonly TabItem[]
}

/** app.json, with subpackages spelt `subPackages` whichever way it was written. */
export interface AppConfig {
  readonly pages: readonly string[]
  readonly subPackages: readonly SubPackage[]
  readonly window: PageConfig
  readonly tabBar?: TabBar
  readonly usingComponents: Readonly<Record<string, string>>
  readonly darkmode: boolean
  readonly lazyCodeLoading?: string
  readonly preloadRule: Readonly<Record<string, { readonly packages: readonly string[] }>>
  readonly permission: Readonly<Record<string, { readonly desc: string }>>
  readonly requiredPrivateInfos: readonly string[]
  readonly __usePrivacyCheck__: boolean
  readonly [name: string]: unknown
}

export interface SubPackage {
  readonly root: string
  readonly name?: string
  readonly pages: readonly string[]
  readonly independent?: boolean
}

export interface Manifest {
  readonly appId: string
  readonly app: AppConfig
  /** Every page's path without leading slash, the main package's first. */
  readonly pages: readonly string[]
  /** Scripts by path with extension. */
  readonly scripts: Readonly<Record<string, string>>
  /** JSON of pages and components by path without extension. */
  readonly configs: Readonly<Record<string, PageConfig>>
  /** Compiled WXSS by path without extension; rpx are left in. `app` is the app's own. */
  readonly styles: Readonly<Record<string, string>>
  /** The class prefix of components whose styles are isolated, by path. */
  readonly styleScopes: Readonly<Record<string, string>>
  readonly themes: Readonly<Record<ThemeName, Theme>>
}

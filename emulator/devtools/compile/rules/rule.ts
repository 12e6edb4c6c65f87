/** What a rule is given and answers: the app as read, and what is wrong with it. */
import type { AppConfig, PageConfig, Theme, ThemeName } from '../../shared/manifest'
import type { Finding } from '../finding'
import { lineOf } from '../read-json'
import type { Package } from '../read-package'

export interface AppFacts {
  readonly pack: Package
  readonly app: AppConfig
  /** Every page's path. */
  readonly pages: readonly string[]
  readonly themes: Readonly<Record<ThemeName, Theme>>
  /** Pages and components by path without extension. */
  readonly configs: Readonly<Record<string, PageConfig>>
}

export interface Rule {
  readonly name: string
  /** The platform's document that says it. */
  readonly source: string
  readonly check: (app: AppFacts) => Broken[] | Promise<Broken[]>
}

export type Broken = Omit<Finding, 'rule' | 'source'>

/** Something wrong in app.json, at the line where the text stands. */
export function inAppJson(
  { pack }: AppFacts,
  at: string,
  message: string,
  severity: Broken['severity'] = 'error',
): Broken {
  const line = lineOf(pack.texts.get('app.json'), `"${at}"`)
  return { severity, file: 'app.json', line, message }
}

/** The subpackage's root a file belongs to; null for the main package. */
export function packageOf({ app }: AppFacts, file: string): string | null {
  const found = app.subPackages.find(({ root }) => file.startsWith(`${root}/`))
  return found?.root ?? null
}

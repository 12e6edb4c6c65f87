/** A built mini-program's folder → what the browser is given, and which of the platform's rules it breaks. */
import type { Manifest } from '../shared/manifest'
import { compileStyles } from './compile-styles'
import { compileTemplates } from './compile-templates'
import type { Finding } from './finding'
import { pagesOf, readAppConfig, readThemes } from './read-app-config'
import { readConfigs } from './read-configs'
import { keepBuilt, keyOf } from './keep-built'
import { readPackage, type Package } from './read-package'
import { checkRules } from './rules/check-rules'

export interface CompiledApp {
  /** Absolute path of the folder that holds app.json. */
  folder: string
  manifest: Manifest
  /** A script's expression: the template generators by path. */
  templates: string
  findings: Finding[]
}

/** @throws BrokenApp naming file and line when the app can't be run */
export async function compileApp(dist: string): Promise<CompiledApp> {
  const pack = readPackage(dist)
  const key = keyOf(
    ['compile', 'shared'],
    JSON.stringify([[...pack.sizes], pack.appId]),
    ...pack.texts.values(),
  )
  const built = await keepBuilt('app', key, async () => JSON.stringify(await compilePackage(pack)))
  return { folder: pack.folder, ...(JSON.parse(built) as Omit<CompiledApp, 'folder'>) }
}

async function compilePackage(pack: Package): Promise<Omit<CompiledApp, 'folder'>> {
  const app = readAppConfig(pack)
  const pages = pagesOf(app)
  const themes = readThemes(pack, app)
  const configs = readConfigs(pack, app, pages)
  const templates = compileTemplates(pack)
  const { styles, scopes } = compileStyles(pack, configs)
  const scripts = Object.fromEntries([...pack.texts].filter(([file]) => file.endsWith('.js')))
  const findings = await checkRules({ pack, app, pages, themes, configs })
  const { appId } = pack
  return {
    manifest: { appId, app, pages, scripts, configs, styles, styleScopes: scopes, themes },
    templates: templates.script,
    findings: [...findings, ...templates.findings],
  }
}

/** Pages' and components' own JSON: every page is complete, every component that is used is there. */
import { posix } from 'node:path'
import type { AppConfig, PageConfig } from '../shared/manifest'
import { BrokenApp } from './broken-app'
import { isFields, lineOf, readJson } from './read-json'
import type { Package } from './read-package'

/** By path without extension; a page without JSON has an empty one. @throws BrokenApp */
export function readConfigs(
  pack: Package,
  app: AppConfig,
  pages: readonly string[],
): Record<string, PageConfig> {
  const configs: Record<string, PageConfig> = {}
  if (!pack.texts.has('app.js')) throw new BrokenApp('app.js', null, 'is missing')
  takeComponents(pack, 'app', app.usingComponents, configs)
  for (const page of pages) {
    for (const extension of ['js', 'wxml']) {
      if (pack.texts.has(`${page}.${extension}`)) continue
      const last = page.split('/').slice(-2).join('/')
      const text = pack.texts.get('app.json')
      const line = lineOf(text, `"${page}"`) ?? lineOf(text, `${last}"`)
      throw new BrokenApp('app.json', line, `page ${page} has no ${page}.${extension}`)
    }
    takeConfig(pack, page, configs)
  }
  return configs
}

/** Where a path that stands in a file's JSON or template leads, without extension. */
export function resolveFrom(file: string, path: string): string {
  if (path.startsWith('/')) return posix.normalize(path.slice(1))
  return posix.join(posix.dirname(file), path)
}

function takeConfig(pack: Package, path: string, configs: Record<string, PageConfig>): void {
  if (configs[path]) return
  const config = pack.texts.has(`${path}.json`)
    ? (readJson(pack, `${path}.json`) as PageConfig)
    : {}
  configs[path] = config
  takeComponents(pack, path, config.usingComponents, configs)
}

function takeComponents(
  pack: Package,
  user: string,
  using: unknown,
  configs: Record<string, PageConfig>,
): void {
  if (!isFields(using)) return
  const file = `${user}.json`
  for (const [name, given] of Object.entries(using)) {
    const refuse = (reason: string): never => {
      throw new BrokenApp(file, lineOf(pack.texts.get(file), `"${name}"`), reason)
    }
    if (typeof given !== 'string') return refuse(`component "${name}" needs a path`)
    // A plugin's component isn't in the package; `findings` tells of it.
    if (given.includes('://')) continue
    const path = componentPath(pack, user, given)
    if (path === null) return refuse(`component "${name}" is missing: there is no ${given}.json`)
    for (const extension of ['js', 'wxml']) {
      if (pack.texts.has(`${path}.${extension}`)) continue
      refuse(`component "${name}" has no ${path}.${extension}`)
    }
    takeConfig(pack, path, configs)
    if (configs[path]?.component !== true) refuse(`${path}.json does not say "component": true`)
  }
}

/** Also a folder with an index, and a path from the root written without its slash. */
function componentPath(pack: Package, user: string, given: string): string | null {
  const near = resolveFrom(user, given)
  const places = [near, `${near}/index`, given, `${given}/index`]
  return places.find((place) => pack.texts.has(`${place}.json`)) ?? null
}

/** A package may use its own files and the main package's; another subpackage's only with require.async. */
import { posix } from 'node:path'
import { lineAt, lineOf } from '../read-json'
import { resolveFrom } from '../read-configs'
import { packageOf, type AppFacts, type Broken, type Rule } from './rule'

export const packageBorders: Rule = {
  name: 'package-borders',
  source: 'https://developers.weixin.qq.com/miniprogram/dev/framework/subpackages/basic.html',
  check: (app) => [...checkScripts(app), ...checkTemplates(app), ...checkComponents(app)],
}

const REQUIRE = /\brequire\(\s*["']([^"']+)["']\s*\)/g
const TAKEN_IN = /<(?:import|include|wxs)\b[^>]*?\bsrc="([^"{]+)"/g

function checkScripts(app: AppFacts): Broken[] {
  return uses(app, '.js', REQUIRE)
}

function checkTemplates(app: AppFacts): Broken[] {
  return uses(app, '.wxml', TAKEN_IN)
}

function uses(app: AppFacts, extension: string, pattern: RegExp): Broken[] {
  const found: Broken[] = []
  for (const [file, text] of app.pack.texts) {
    if (!file.endsWith(extension)) continue
    for (const match of text.matchAll(pattern)) {
      const target = resolveFrom(file, match[1] ?? '')
      if (!crosses(app, file, target)) continue
      const message = `takes ${target} from another subpackage`
      found.push({ severity: 'error', file, line: lineAt(text, match.index), message })
    }
  }
  return found
}

function crosses(app: AppFacts, file: string, target: string): boolean {
  const root = packageOf(app, posix.normalize(target))
  return root !== null && root !== packageOf(app, file)
}

/** Across the border a component needs a placeholder that is shown until its package is there. */
function checkComponents(app: AppFacts): Broken[] {
  return Object.entries(app.configs).flatMap(([path, config]) => {
    const file = `${path}.json`
    const text = app.pack.texts.get(file)
    return Object.entries(config.usingComponents ?? {}).flatMap(([name, target]): Broken[] => {
      const line = lineOf(text, `"${name}"`)
      if (target.includes('://')) {
        const message = `component "${name}" is a plugin's: the host has no plugins`
        return [{ severity: 'warning', file, line, message }]
      }
      if (!crosses(app, file, resolveFrom(path, target))) return []
      if (config.componentPlaceholder?.[name]) return []
      const message = `component "${name}" is another subpackage's and has no componentPlaceholder`
      return [{ severity: 'error', file, line, message }]
    })
  })
}

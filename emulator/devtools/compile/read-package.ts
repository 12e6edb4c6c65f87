/** Reads the folder of a built mini-program: which files it has, how large they are, and what the texts say. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { BrokenApp } from './broken-app'

export interface Package {
  /** Absolute path of the folder that holds app.json. */
  readonly folder: string
  /** Every file's size in bytes by its path inside the folder, with forward slashes. */
  readonly sizes: ReadonlyMap<string, number>
  /** Scripts, templates, styles and JSON by path. */
  readonly texts: ReadonlyMap<string, string>
  readonly appId: string
}

const TEXTS = /\.(js|json|wxml|wxs|wxss)$/
/** What WeChat's tools leave out of the upload by themselves. */
const LEFT_OUT = /^(node_modules|\.git)$|^project\.(private\.)?config\.json$|\.map$/
/** Stands for the app's id where project.config.json names none. */
const VISITOR = 'touristappid'

/** @throws BrokenApp when the folder or its app.json is missing */
export function readPackage(dist: string): Package {
  const given = resolve(dist)
  if (!existsSync(given)) throw new BrokenApp(dist, null, 'there is no such folder')
  const project = readProjectFile(given)
  const folder = existsSync(join(given, 'app.json'))
    ? given
    : resolve(given, project.miniprogramRoot ?? '.')
  if (!existsSync(join(folder, 'app.json'))) {
    throw new BrokenApp(`${dist}/app.json`, null, 'is missing: this is not a built mini-program')
  }
  const sizes = new Map<string, number>()
  const texts = new Map<string, string>()
  for (const path of filesBelow(folder, '')) {
    sizes.set(path, statSync(join(folder, path)).size)
    if (TEXTS.test(path)) texts.set(path, readFileSync(join(folder, path), 'utf8'))
  }
  return { folder, sizes, texts, appId: project.appid ?? VISITOR }
}

function readProjectFile(folder: string): { appid?: string; miniprogramRoot?: string } {
  const file = join(folder, 'project.config.json')
  if (!existsSync(file)) return {}
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as { appid?: string; miniprogramRoot?: string }
  } catch {
    throw new BrokenApp('project.config.json', null, 'is not JSON')
  }
}

function filesBelow(folder: string, below: string): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    if (LEFT_OUT.test(entry.name)) return []
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    return entry.isDirectory() ? filesBelow(folder, path) : [path]
  })
}

/** Loads the package's scripts as modules: each once, when first asked for, within its package's reach. */
import type { Manifest } from '../shared/manifest'
import type { Sandbox } from './sandbox'

export interface Loader {
  /** A script's exports by path with extension. @throws Error naming the module and who asked for it */
  load: (path: string) => unknown
  /** `require` as the script at the path knows it. */
  requireFrom: (path: string) => Require
  /** The script that runs now, without extension: what Page() and Component() register for. */
  current: () => string
}

export interface Require {
  (id: string, done?: (exports: unknown) => void, failed?: (failure: object) => void): unknown
  async: (id: string) => Promise<unknown>
}

/** `a/b/../c` and `./` taken out. */
export function normalize(path: string): string {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

/** A path as written in a file of the package: from the root with a leading slash, else from the file's folder. */
export const resolveFrom = (base: string, path: string): string =>
  path.startsWith('/') ? normalize(path) : normalize(`${base.replace(/[^/]*$/, '')}${path}`)

/** The package a script belongs to: its subpackage's root, or '' for the main package. */
const packageOf = (manifest: Manifest, path: string): string =>
  manifest.app.subPackages.find(({ root }) => path.startsWith(`${normalize(root)}/`))?.root ?? ''

/** The script meant by an id: a path, a folder's index, or an npm package built into the app. */
function findScript(manifest: Manifest, asker: string, id: string): string | undefined {
  const folders = asker
    .split('/')
    .slice(0, -1)
    .map((_, at, parts) => `${parts.slice(0, parts.length - at).join('/')}/`)
  const candidates = [
    resolveFrom(asker, id),
    ...[...folders, ''].map((folder) => `${folder}miniprogram_npm/${id}`),
  ]
  return candidates
    .flatMap((one) => [one, `${one}.js`, `${one}/index.js`])
    .find((one) => one in manifest.scripts)
}

export function makeLoader(manifest: Manifest, sandbox: () => Sandbox): Loader {
  const modules = new Map<string, { exports: unknown }>()
  const running: string[] = []

  const load = (path: string, asker = ''): unknown => {
    const known = modules.get(path)
    if (known) return known.exports
    const script = manifest.scripts[path]
    if (script === undefined) throw missing(path, asker)
    const module = { exports: {} as unknown }
    modules.set(path, module)
    running.push(path)
    try {
      const names = ['require', 'module', 'exports']
      const run = sandbox().compile(script, `weapp:///${path}`, names)
      run.call(undefined, requireFrom(path), module, module.exports)
    } catch (error) {
      modules.delete(path)
      throw error
    } finally {
      running.pop()
    }
    return module.exports
  }

  const open = (asker: string, id: string, isAsync: boolean): unknown => {
    if (typeof id !== 'string' || id === '') throw new Error('require args must be a path')
    const path = findScript(manifest, asker, id)
    if (path === undefined) throw missing(id, asker)
    const root = packageOf(manifest, path)
    if (!isAsync && root !== '' && root !== packageOf(manifest, asker))
      throw new Error(
        `module '${path}' is not defined, require args is '${id}', asked by '${asker}': ` +
          `it is in subpackage '${root}', which only require.async can reach from outside`,
      )
    return load(path, asker)
  }

  const requireFrom = (asker: string): Require =>
    Object.assign(
      (id: string, done?: (exports: unknown) => void, failed?: (failure: object) => void) => {
        if (!done && !failed) return open(asker, id, false)
        void later(asker, id).then(done, failed)
        return undefined
      },
      { async: (id: string) => later(asker, id) },
    )

  const later = (asker: string, id: string): Promise<unknown> =>
    Promise.resolve().then(() => {
      try {
        return open(asker, id, true)
      } catch (error) {
        // WeChat rejects with a plain object, not an Error.
        // eslint-disable-next-line @typescript-eslint/only-throw-error
        throw { mod: id, errMsg: error instanceof Error ? error.message : String(error) }
      }
    })

  return { load, requireFrom, current: () => (running.at(-1) ?? '').replace(/\.js$/, '') }
}

const missing = (id: string, asker: string): Error =>
  new Error(
    `module '${id}' is not defined, require args is '${id}'` +
      (asker ? `, asked by '${asker}'` : ''),
  )

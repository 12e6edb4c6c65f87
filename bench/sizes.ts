// What is shipped, in bytes: function bundles and the mini-program's packages.
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(__dirname, '..')
const MIB = 1024 * 1024
const PAYING = new Set(['mall', 'distributor', 'owner', 'pay-notify', 'timer'])

function bytesUnder(path: string): number {
  if (!existsSync(path)) return 0
  if (statSync(path).isFile()) return path.endsWith('.map') ? 0 : statSync(path).size
  return readdirSync(path).reduce((sum, name) => sum + bytesUnder(join(path, name)), 0)
}

const mib = (bytes: number) => `${(bytes / MIB).toFixed(2)} MiB`
const mb = (bytes: number) => `${(bytes / 1e6).toFixed(2)} MB`

/** The built mini-program in bytes: the main package, and everything. */
export function weappBytes(): { readonly main: number; readonly whole: number } {
  const app = join(ROOT, 'dist', 'weapp')
  const whole = bytesUnder(app)
  const topics = readdirSync(join(app, 'pages')).filter((name) => name !== 'tabs')
  const inSubpackages = topics.reduce((sum, name) => sum + bytesUnder(join(app, 'pages', name)), 0)
  return { main: whole - inSubpackages, whole }
}

export function measureSizes() {
  const functions = join(ROOT, 'dist', 'cloudfunctions')
  const rows = readdirSync(functions).map((name) => ({
    what: `bundle of ${name}`,
    measured: mb(bytesUnder(join(functions, name, 'index.js'))),
    budget: PAYING.has(name) ? '≤ 1.9 MB' : '≤ 1.6 MB',
  }))
  if (!existsSync(join(ROOT, 'dist', 'weapp'))) return rows
  const { main, whole } = weappBytes()
  return [
    ...rows,
    { what: 'weapp main package', measured: mib(main), budget: '≤ 1.0 MiB' },
    { what: 'weapp in all', measured: mib(whole), budget: '≤ 4 MiB' },
  ]
}

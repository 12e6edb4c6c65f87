// Adds lock entries for optional platform packages that a registry mirror does not carry: `npm ci` asks for them.
import { readFileSync, writeFileSync } from 'node:fs'

const FILE = 'package-lock.json'
const SYSTEMS = [
  'android',
  'darwin',
  'freebsd',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'aix',
  'linux',
  'win32',
]

interface Entry {
  version?: string
  cpu?: string[]
  os?: string[]
  libc?: string[]
  dev?: boolean
  optional?: boolean
  optionalDependencies?: Record<string, string>
}
interface Lock {
  packages: Record<string, Entry>
}

/** Whether Node's look-up from a package would find another in the lock. */
function isLocked(lock: Lock, from: string, name: string): boolean {
  const parts = from.split('/node_modules/')
  for (let depth = parts.length; depth >= 0; depth -= 1) {
    const base = parts.slice(0, depth).join('/node_modules/')
    if (lock.packages[`${base ? `${base}/` : ''}node_modules/${name}`]) return true
  }
  return false
}

function missingEntry(name: string, version: string, isDev: boolean): Entry | null {
  const words = name.split('/').pop()?.split('-') ?? []
  const os = words.find((word) => SYSTEMS.includes(word))
  if (!os) return null
  const cpu = words[words.indexOf(os) + 1]
  const libc = words.includes('musl') ? 'musl' : words.includes('gnu') ? 'glibc' : null
  return {
    version,
    ...(cpu ? { cpu: [cpu] } : {}),
    ...(isDev ? { dev: true } : {}),
    ...(os === 'linux' && libc ? { libc: [libc] } : {}),
    optional: true,
    os: [os],
  }
}

const lock = JSON.parse(readFileSync(FILE, 'utf8')) as Lock
let added = 0
for (const [from, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isLocked(lock, from, name)) continue
    const missing = missingEntry(name, version, entry.dev === true)
    if (!missing) continue
    lock.packages[`node_modules/${name}`] = missing
    added += 1
  }
}
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)),
)
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`${added} entries added`)

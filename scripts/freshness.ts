// Knows whether something built still matches its sources, by a fingerprint of their contents.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const ROOT = join(__dirname, '..')

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
    filesUnder(join(path, entry.name)),
  )
}

/** A fingerprint of files and folders, named from the repository's root. */
export function fingerprintOf(sources: readonly string[]): string {
  const hash = createHash('sha256')
  const files = sources.flatMap((source) => filesUnder(join(ROOT, source))).sort()
  for (const file of files) hash.update(`${file.slice(ROOT.length)}\0`).update(readFileSync(file))
  return hash.digest('hex').slice(0, 24)
}

const stampOf = (name: string) => join(ROOT, '.cache', `${name}.stamp`)

/** Runs a build unless its output is there and its sources are those of the last run; true when it ran. */
export async function whenStale(
  name: string,
  sources: readonly string[],
  output: string,
  build: () => Promise<unknown>,
): Promise<boolean> {
  const fingerprint = fingerprintOf(sources)
  const stamp = stampOf(name)
  const isFresh =
    existsSync(join(ROOT, output)) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === fingerprint
  if (isFresh) return false
  await build()
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, fingerprint)
  return true
}

/** What each build is made from. */
export const SOURCES = {
  functions: ['cloudfunctions', 'contract', 'cloudbaserc.json', 'package-lock.json'],
  app: ['src', 'contract', 'config', 'babel.config.js', 'package-lock.json'],
  demo: [
    'cloudfunctions',
    'contract',
    'database',
    'emulator/cloud',
    'emulator/wechat',
    'seed',
    'package-lock.json',
  ],
} as const

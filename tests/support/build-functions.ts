// Builds the bundles that workflow tests run, unless nothing changed since the last time.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildFunctions } from '../../scripts/build-functions'

const ROOT = join(__dirname, '..', '..')
const STAMP = join(ROOT, '.cache', 'functions.stamp')

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesUnder(path) : [path]
  })
}

function fingerprintOfSources(): string {
  const hash = createHash('sha256')
  const sources = ['cloudfunctions', 'contract'].flatMap((folder) => filesUnder(join(ROOT, folder)))
  const files = [...sources, join(ROOT, 'cloudbaserc.json'), join(ROOT, 'package-lock.json')]
  for (const file of files.sort()) {
    hash.update(`${file}:${statSync(file).size}:`).update(readFileSync(file))
  }
  return hash.digest('hex')
}

/** Brings dist/cloudfunctions up to date. */
export async function ensureFunctions(): Promise<void> {
  const fingerprint = fingerprintOfSources()
  const isFresh =
    existsSync(STAMP) &&
    existsSync(join(ROOT, 'dist', 'cloudfunctions')) &&
    readFileSync(STAMP, 'utf8') === fingerprint
  if (isFresh) return
  await buildFunctions()
  mkdirSync(join(ROOT, '.cache'), { recursive: true })
  writeFileSync(STAMP, fingerprint)
}

export async function setup(): Promise<void> {
  await ensureFunctions()
}

/** What was built from the same sources before is taken from a file instead: a later start is quick. */
import { createHash } from 'node:crypto'
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  utimesSync,
  writeFileSync,
  rmSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the host's own sources. */
export const HOST = dirname(dirname(fileURLToPath(import.meta.url)))
const KEPT = join(HOST, '..', '..', '.cache', 'devtools')
const DAY_MS = 86_400_000
/** Not asked for this long: dropped. */
const KEEP_MS = 14 * DAY_MS

/** The text built from what the key says; made when it isn't kept, or can't be. */
export async function keepBuilt(
  name: string,
  key: string,
  build: () => Promise<string>,
): Promise<string> {
  const file = join(KEPT, `${name}-${key}`)
  const kept = readKept(file)
  if (kept !== null) return kept
  const built = await build()
  try {
    mkdirSync(KEPT, { recursive: true })
    dropOld()
    // Another process may be writing the same: whoever is last wins, and nobody reads half a file.
    const draft = `${file}.${process.pid}.draft`
    writeFileSync(draft, built)
    renameSync(draft, file)
  } catch {
    // A folder that can't be written to only costs time.
  }
  return built
}

function readKept(file: string): string | null {
  try {
    const text = readFileSync(file, 'utf8')
    const now = new Date()
    utimesSync(file, now, now)
    return text
  } catch {
    return null
  }
}

function dropOld(): void {
  for (const name of readdirSync(KEPT)) {
    const file = join(KEPT, name)
    if (Date.now() - statSync(file).mtimeMs > KEEP_MS) rmSync(file, { force: true })
  }
}

/** A key of the host's own sources in these folders, and whatever else decides. */
export function keyOf(folders: readonly string[], ...more: readonly string[]): string {
  const hash = createHash('sha256')
  for (const text of more) hash.update(`${text.length}:`).update(text)
  for (const folder of folders) addFolder(hash, join(HOST, folder))
  return hash.digest('hex').slice(0, 24)
}

function addFolder(hash: ReturnType<typeof createHash>, folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) addFolder(hash, path)
    else hash.update(`${path}\n`).update(readFileSync(path))
  }
}

/** Tells one build of a function from the next: the newest change below its folder, dependencies left aside. */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** A folder with more files than this is judged by the first of them. */
const MOST_FILES = 2000

export function readBuild(folder: string): string {
  const files = { count: 0, size: 0, newest: 0 }
  look(folder, files)
  return `${files.newest}:${files.size}:${files.count}`
}

function look(folder: string, files: { count: number; size: number; newest: number }): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'node_modules' || entry.name.startsWith('.')) continue
    if (entry.name.endsWith('.map') || files.count >= MOST_FILES) continue
    const path = join(folder, entry.name)
    const found = statSync(path, { throwIfNoEntry: false })
    if (!found) continue
    if (found.isDirectory()) {
      look(path, files)
      continue
    }
    files.count++
    files.size += found.size
    files.newest = Math.max(files.newest, found.mtimeMs)
  }
}

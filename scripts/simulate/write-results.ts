// Writes both files of a simulation complete or not at all: beside their places first, then moved there.
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'

/** Makes the folder. Should anything fail, what stood there before is as it was. */
export function writeResults(folder: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(folder, { recursive: true })
  const stage = mkdtempSync(join(folder, '.simulate-'))
  const undo: (() => void)[] = []
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(stage, name), text)
    for (const name of Object.keys(files)) {
      const place = join(folder, name)
      const before = join(stage, `${name}.before`)
      const isThere = statSync(place, { throwIfNoEntry: false })?.isFile() === true
      if (isThere) copyFileSync(place, before)
      renameSync(join(stage, name), place)
      undo.push(() => (isThere ? renameSync(before, place) : rmSync(place)))
    }
  } catch (error) {
    for (const step of undo.reverse()) step()
    throw error
  } finally {
    rmSync(stage, { recursive: true, force: true })
  }
}

/** One emulator a data folder: a lock file names the process that holds it; a dead one's lock counts for nothing. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A data folder that another running emulator holds. */
export class DataFolderInUse extends Error {
  override name = 'DataFolderInUse'
}

/** Folders that this process holds. */
const held = new Set<string>()

/** Throws DataFolderInUse while a running emulator holds the folder. */
export function checkFolderIsFree(folder: string): void {
  const lock = lockOf(folder)
  if (held.has(lock)) throw new DataFolderInUse(`${folder} is in use by this process`)
  if (!existsSync(lock)) return
  const text = readFileSync(lock, 'utf8')
  if (isHeld(text)) {
    throw new DataFolderInUse(`${folder} is in use by process ${text.split(' ')[0]}`)
  }
}

/** Takes the folder (and makes it), or throws DataFolderInUse; returns what to call to give it back. */
export function takeFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const lock = lockOf(folder)
  checkFolderIsFree(folder)
  dropStale(folder, lock)
  try {
    writeFileSync(lock, nameOf(process.pid), { flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    throw new DataFolderInUse(`${folder} was taken by another process at this moment`)
  }
  held.add(lock)
  return () => {
    held.delete(lock)
    rmSync(lock, { force: true })
  }
}

/** Two that find the same stale lock: only one can move it, and it sees whether it moved the stale one. */
function dropStale(folder: string, lock: string): void {
  if (!existsSync(lock)) return
  const aside = `${lock}.${process.pid}`
  try {
    renameSync(lock, aside)
  } catch {
    return
  }
  const isFresh = isHeld(readFileSync(aside, 'utf8'))
  if (isFresh) renameSync(aside, lock)
  else rmSync(aside)
  if (isFresh) throw new DataFolderInUse(`${folder} was taken by another process at this moment`)
}

function lockOf(folder: string): string {
  return join(folder, 'lock')
}

/** Whether a lock's text names a process that still runs. */
function isHeld(text: string): boolean {
  const [pid = 0, startedAt = ''] = text.split(' ')
  const holder = Number(pid)
  if (!holder || holder === process.pid || !isAlive(holder)) return false
  // Numbers are given out again: a later process of the same number is another one.
  const runningSince = startOf(holder)
  return startedAt === '' || runningSince === '' || startedAt === runningSince
}

function nameOf(pid: number): string {
  return `${pid} ${startOf(pid)}`
}

/** When a process began, in the system's own ticks; '' where the system does not say. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in parentheses may hold spaces; the start is the 20th field after it.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

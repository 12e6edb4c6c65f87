/** Reads a data folder as it lies on disk, without opening it: nothing is written, no lock is taken. */
import { closeSync, existsSync, openSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { reviveEjson } from './database/ejson'
import { readLog } from './database/read-log'
import { checkFolderIsFree } from './take-folder'

/** There is no data in the folder that could be read. */
export class NoDataFolder extends Error {
  override name = 'NoDataFolder'
}

export interface FolderReading {
  /** The documents of the wanted collections, as they stand at the log's end. */
  readonly documents: ReadonlyMap<string, readonly unknown[]>
  /** Bytes after the last whole record: what a crash cut off before it was acknowledged. */
  readonly tornBytes: number
}

interface CommitRecord {
  readonly w?: readonly (readonly [collection: string, key: string, document: unknown])[]
}

/**
 * Refuses with DataFolderInUse while an emulator runs on it, with NoDataFolder when nothing is kept there, and like
 * opening it would with NotALog and LogDamaged.
 */
export function readFolder(folder: string, collections: readonly string[]): FolderReading {
  checkFolderIsFree(folder)
  const path = join(folder, 'store.log')
  if (!existsSync(path)) throw new NoDataFolder(`${folder} keeps no data: there is no store.log`)
  const wanted = new Map(collections.map((name) => [name, new Map<string, unknown>()]))
  const descriptor = openSync(path, 'r')
  try {
    const { end } = readLog(descriptor, path, (text) => replay(text, wanted))
    const documents = [...wanted].map(([name, rows]) => [name, [...rows.values()]] as const)
    return { documents: new Map(documents), tornBytes: statSync(path).size - end }
  } finally {
    closeSync(descriptor)
  }
}

function replay(text: string, wanted: ReadonlyMap<string, Map<string, unknown>>): void {
  const { w = [] } = JSON.parse(text) as CommitRecord
  for (const [name, key, document] of w) {
    const rows = wanted.get(name)
    if (document === null) rows?.delete(key)
    else rows?.set(key, reviveEjson(document, 0))
  }
}

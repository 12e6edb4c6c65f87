/** Saves files to the album one by one: says how far it is, stops where the album is closed, and goes on from there. */
import { useState } from 'react'
import { saveMedia } from '@/api/platform'

export interface MediaFile {
  kind: 'picture' | 'video'
  source: string
}

export interface Saving {
  /** How many of the files now being saved are in the album; null while nothing is under way. */
  done: number | null
  total: number
  /** Of the last time: what it stopped at. */
  trouble: 'denied' | 'failed' | null
  /** Those not in the album yet. */
  left: readonly MediaFile[]
}

const IDLE: Saving = { done: null, total: 0, trouble: null, left: [] }

/** @param onSaved each time at least one file has got into the album. */
export function useSaveAll(onSaved: () => void) {
  const [saving, setSaving] = useState<Saving>(IDLE)
  const save = async (files: readonly MediaFile[]): Promise<boolean> => {
    if (saving.done !== null) return false
    const left: MediaFile[] = []
    const total = files.length
    let saved = 0
    for (const [index, file] of files.entries()) {
      setSaving({ done: saved, total, trouble: null, left: [] })
      const answer = await saveMedia(file.kind, file.source)
      if (answer === 'saved') saved += 1
      if (answer === 'failed') left.push(file)
      if (answer === 'denied') {
        // The others would be refused in the same way.
        if (saved > 0) onSaved()
        setSaving({ ...IDLE, trouble: 'denied', left: [...left, ...files.slice(index)] })
        return false
      }
    }
    if (saved > 0) onSaved()
    setSaving({ ...IDLE, trouble: left.length > 0 ? 'failed' : null, left })
    return left.length === 0
  }
  return { saving, save }
}

/** The words searched for on this phone, newest first, each once; nothing of it leaves the phone. */
import { readStored, writeStored } from '@/api/platform'

const KEY = 'fenyou.searches'
const MOST = 10

export function readSearches(): string[] {
  try {
    const stored: unknown = JSON.parse(readStored(KEY) ?? '[]')
    return Array.isArray(stored) ? stored.filter((word) => typeof word === 'string') : []
  } catch {
    return []
  }
}

/** Puts a word in front; the answer is the new list. */
export function keepSearch(word: string): string[] {
  const words = [word, ...readSearches().filter((known) => known !== word)].slice(0, MOST)
  writeStored(KEY, JSON.stringify(words))
  return words
}

export function clearSearches(): string[] {
  writeStored(KEY, '[]')
  return []
}

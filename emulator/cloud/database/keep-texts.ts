/**
 * EJSON of stored documents, kept for a while for the next who asks: a stored document is never changed, only replaced
 * by another. At most 2,048 documents of at most 8,192 characters.
 */
import { writeEjson } from './ejson'
import type { Document, Value } from './values'

const MOST_DOCUMENTS = 2048
const MOST_CHARACTERS = 8192

const kept = new Map<Value | undefined, { document: Document; text: string }>()

export function keptText(document: Document): string {
  const found = kept.get(document._id)
  if (found?.document === document) return found.text
  const text = writeEjson(document)
  if (text.length > MOST_CHARACTERS) return text
  if (kept.size >= MOST_DOCUMENTS) kept.clear()
  kept.set(document._id, { document, text })
  return text
}

/** What MongoDB asks of every document that is written, whatever it says: its size, and arrays its indexes can hold. */
import { measureDocument } from './measure-document'
import { requestFailed, writeFailed } from './tcb-error'
import type { Write } from './transaction'
import type { Document } from './values'

/** A BSON document's greatest size, in bytes. */
export const MAX_DOCUMENT = 16 * 1024 * 1024

export function checkDocument({ collection, document, insert }: Write): void {
  if (!document) return
  if (mayBeTooLarge(document) && measureDocument(document) > MAX_DOCUMENT) {
    throw insert
      ? requestFailed('an inserted document is too large')
      : writeFailed(`Resulting document after update is larger than ${MAX_DOCUMENT}`)
  }
  for (const index of collection.indexes) {
    const parallel = index.parallelArrays(document)
    if (parallel.length) {
      const shown = parallel.reverse().map((field) => `[${field.split('.').at(-1)}]`)
      throw writeFailed(`cannot index parallel arrays ${shown.join(' ')}`)
    }
  }
}

/** A character has 3 bytes at most: only what may be too large is measured in bytes. */
function mayBeTooLarge(document: Document): boolean {
  return measureDocument(document, (text) => 3 * text.length) > MAX_DOCUMENT
}

/** What MongoDB will not store: operators as field names, and ids that can't be looked up. */
import { writeFailed } from './tcb-error'
import { typeName, type Document } from './values'

export function checkStorable(document: Document): void {
  for (const field of Object.keys(document)) {
    if (field.startsWith('$')) {
      throw writeFailed(
        `The dollar ($) prefixed field '${field}' in '${field}' is not valid for storage.`,
      )
    }
  }
  const id = document._id
  if (Array.isArray(id) || id instanceof RegExp) {
    throw writeFailed(`The '_id' value cannot be of type ${typeName(id)}`)
  }
}

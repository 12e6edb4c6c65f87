/** What MongoDB will not store: operators as field names, empty steps in paths, ids that can't be looked up. */
import { writeFailed } from './tcb-error'
import { isDocument, typeName, type Document, type Value } from './values'

function notStorable(field: string, path: string): Error {
  return writeFailed(
    `The dollar ($) prefixed field '${field}' in '${path}' is not valid for storage.`,
  )
}

/** A whole document, as it comes in by add and set. */
export function checkStorable(document: Document): void {
  for (const field of Object.keys(document)) {
    if (field.startsWith('$')) throw notStorable(field, field)
  }
  const id = document._id
  if (Array.isArray(id) || id instanceof RegExp) {
    throw writeFailed(`The '_id' value cannot be of type ${typeName(id)}`)
  }
}

/** A value that an update puts at a path: no member may look like an operator. */
export function checkNames(path: string, value: Value): void {
  if (Array.isArray(value)) {
    for (const [i, element] of value.entries()) {
      if (typeof element === 'object') checkNames(`${path}.${i}`, element)
    }
  } else if (isDocument(value)) {
    for (const field of Object.keys(value)) {
      if (field.startsWith('$')) throw notStorable(field, `${path}.${field}`)
      checkNames(`${path}.${field}`, value[field] as Value)
    }
  }
}

/** An update path; `$`, `$[]` and `$[name]` stand for positions. */
export function checkPath(path: string): void {
  if (!path) {
    throw writeFailed('An empty update path is not valid.')
  }
  for (const step of path.split('.')) {
    if (!step) {
      throw writeFailed(
        `The update path '${path}' contains an empty field name, which is not allowed.`,
      )
    }
    if (step.startsWith('$') && !/^\$(\[\w*\])?$/.test(step)) throw notStorable(step, path)
  }
}

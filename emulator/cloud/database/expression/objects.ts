/** Expressions on documents. */
import { refuse } from '../tcb-error'
import { isDocument, typeName, type Document } from '../values'
import { isNullish, takes, takesOne, type Operator } from './operator'

const mergeObjects = takes(0, Number.MAX_SAFE_INTEGER, (parts) => {
  const merged: Document = {}
  for (const part of parts) {
    if (isNullish(part)) continue
    if (!isDocument(part)) {
      throw refuse(
        `$mergeObjects requires object inputs, but input is of type ${typeName(part)}`,
        '40400',
      )
    }
    Object.assign(merged, part)
  }
  return merged
})

const objectToArray = takesOne((value) => {
  if (isNullish(value)) return null
  if (!isDocument(value)) {
    throw refuse(`$objectToArray requires a document input, found: ${typeName(value)}`, '40390')
  }
  return Object.entries(value).map(([k, v]) => ({ k, v }))
})

export const OBJECTS: Record<string, Operator> = {
  $mergeObjects: mergeObjects,
  $objectToArray: objectToArray,
  $meta: (spec) => {
    if (typeof spec === 'string') return () => undefined
    throw refuse('$meta only supports string arguments', 'Location17307')
  },
}

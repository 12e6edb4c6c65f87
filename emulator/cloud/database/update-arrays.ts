/** Update operators on arrays: push with its modifiers, pop, pull, pullAll, addToSet. */
import { putMember, show, type Place, type UpdateOperator } from './update-place'
import { compileQuery, isCommand } from './match-query'
import { compareValues, sortDocuments, type SortSpec } from './order-values'
import { writeFailed } from './tcb-error'
import { copyValue, isDocument, typeName, type Document, type Value } from './values'

function same(a: Value, b: Value): boolean {
  return compareValues(a, b) === 0
}

/** The array at a place; made when absent, refused when something else is there. */
function arrayAt(place: Place, refusal: (type: string) => string): Value[] {
  const value = place.target[place.key]
  if (Array.isArray(value)) return value
  if (value !== undefined) throw writeFailed(refusal(typeName(value)))
  const made: Value[] = []
  putMember(place.target, place.key, made)
  return made
}

const push: UpdateOperator = (place, operand) => {
  const id = show(place.document._id as Value)
  const list = arrayAt(
    place,
    (type) =>
      `The field '${place.path}' must be an array but is of type ${type} in document {_id: ${id}}`,
  )
  if (!isDocument(operand) || !Array.isArray(operand.$each)) {
    list.push(copyValue(operand))
    return
  }
  const { $each: each, $position: position, $sort: sort, $slice: slice } = operand
  const start = typeof position === 'number' ? position : list.length
  list.splice(start < 0 ? Math.max(0, list.length + start) : start, 0, ...copyValue(each))
  if (sort !== undefined) sortElements(list, sort)
  if (typeof slice === 'number') {
    if (slice < 0) list.splice(0, Math.max(0, list.length + slice))
    else list.length = Math.min(list.length, slice)
  }
}

function sortElements(list: Value[], sort: Value): void {
  if (typeof sort === 'number') {
    list.sort((a, b) => compareValues(a, b) * sort)
    return
  }
  const spec = Object.entries(sort as Document) as SortSpec
  const documents = list.map((element) => (isDocument(element) ? element : { '': element }))
  const sorted = sortDocuments(documents, spec)
  for (const [i, element] of sorted.entries()) list[i] = '' in element ? element[''] : element
}

const addToSet: UpdateOperator = (place, operand) => {
  const list = arrayAt(
    place,
    (type) =>
      `Cannot apply $addToSet to non-array field. Field named '${place.key}' has non-array type ${type}`,
  )
  const each = isDocument(operand) && Array.isArray(operand.$each) ? operand.$each : [operand]
  for (const value of each) {
    if (!list.some((element) => same(element, value))) list.push(copyValue(value))
  }
}

/** What $pull removes: elements equal to a value, or matching a condition. */
function pullTest(condition: Value): (element: Value) => boolean {
  if (condition instanceof RegExp) {
    return (element) => typeof element === 'string' && condition.test(element)
  }
  if (!isDocument(condition)) return (element) => same(element, condition)
  const isOnElement =
    isCommand(condition) || Object.keys(condition).some((key) => key.startsWith('$'))
  const test = compileQuery(isOnElement ? { element: condition } : condition)
  return (element) => (isOnElement ? test({ element }) : isDocument(element) && test(element))
}

function removeWhere(place: Place, operator: string, test: (element: Value) => boolean): void {
  const list = place.target[place.key]
  if (list === undefined) return
  if (!Array.isArray(list)) throw writeFailed(`Cannot apply ${operator} to a non-array value`)
  const kept = list.filter((element) => !test(element))
  if (kept.length < list.length) place.target[place.key] = kept
}

export const ARRAY_OPERATORS: Record<string, UpdateOperator> = {
  $push: push,
  $addToSet: addToSet,
  $pop: ({ target, key, path }, operand) => {
    const list = target[key]
    if (list === undefined) return
    if (!Array.isArray(list)) {
      throw writeFailed(`Path '${path}' contains an element of non-array type '${typeName(list)}'`)
    }
    if (operand === -1) list.shift()
    else list.pop()
  },
  $pull: (place, operand) => removeWhere(place, '$pull', pullTest(operand)),
  $pullAll: (place, operand) =>
    removeWhere(place, '$pullAll', (element) =>
      (operand as Value[]).some((value) => same(value, element)),
    ),
}

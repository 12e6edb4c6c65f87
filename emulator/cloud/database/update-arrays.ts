/** Update operators on arrays: push with its modifiers, pop, pull, pullAll, addToSet. */
import { putMember, show, type CheckOperand, type Place, type UpdateOperator } from './update-place'
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

function isClauses(operand: Value): operand is Document {
  return isDocument(operand) && '$each' in operand
}

const CLAUSES = new Set(['$each', '$position', '$sort', '$slice'])

const checkPush: CheckOperand = (_path, operand) => {
  if (!isClauses(operand)) return
  const { $each: each, $position: position, $sort: sort, $slice: slice } = operand
  for (const clause of Object.keys(operand)) {
    if (!CLAUSES.has(clause)) throw writeFailed(`Unrecognized clause in $push: ${clause}`)
  }
  checkEach('$push', each)
  for (const [name, value] of Object.entries({ $position: position, $slice: slice })) {
    if (value === undefined || Number.isInteger(value)) continue
    throw writeFailed(
      `The value for ${name} must be an integer value` +
        `${name === '$slice' ? ' but was given type:' : ', not of type:'} ${typeName(value)}`,
    )
  }
  const directions = isDocument(sort) ? Object.values(sort) : [sort]
  if (sort !== undefined && !directions.every((one) => one === 1 || one === -1)) {
    throw writeFailed(
      'The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields',
    )
  }
}

function checkEach(operator: string, each: Value | undefined): void {
  if (Array.isArray(each)) return
  throw writeFailed(
    `The argument to $each in ${operator} must be an array but it was of type: ${typeName(each)}`,
  )
}

const push: UpdateOperator = (place, operand) => {
  const id = show(place.document._id)
  const list = arrayAt(
    place,
    (type) =>
      `The field '${place.path}' must be an array but is of type ${type} in document {_id: ${id}}`,
  )
  if (!isClauses(operand)) {
    list.push(copyValue(operand))
    return
  }
  const { $each: each, $position: position, $sort: sort, $slice: slice } = operand
  const start = typeof position === 'number' ? position : list.length
  list.splice(
    start < 0 ? Math.max(0, list.length + start) : start,
    0,
    ...copyValue(each as Value[]),
  )
  if (sort !== undefined) sortElements(list, sort)
  if (typeof slice === 'number') {
    if (slice < 0) list.splice(0, Math.max(0, list.length + slice))
    else list.length = Math.min(list.length, slice)
  }
}

/** What is no document has none of the fields to sort by. */
function sortElements(list: Value[], sort: Value): void {
  if (!isDocument(sort)) {
    list.sort((a, b) => compareValues(a, b) * (sort as number))
    return
  }
  const elements = new Map<Document, Value>()
  for (const element of list) elements.set(isDocument(element) ? element : {}, element)
  const sorted = sortDocuments([...elements.keys()], Object.entries(sort) as SortSpec)
  for (const [i, one] of sorted.entries()) list[i] = elements.get(one) as Value
}

const addToSet: UpdateOperator = (place, operand) => {
  const list = arrayAt(
    place,
    (type) =>
      `Cannot apply $addToSet to non-array field. Field named '${place.key}' has non-array type ${type}`,
  )
  const each = isClauses(operand) ? (operand.$each as Value[]) : [operand]
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

export const ARRAY_CHECKS: Record<string, CheckOperand> = {
  $push: checkPush,
  $addToSet: (_path, operand) => {
    if (isClauses(operand)) checkEach('$addToSet', operand.$each)
  },
  $pop: (_path, operand) => {
    if (operand === 1 || operand === -1) return
    throw writeFailed(`$pop expects 1 or -1, found: ${show(operand)}`)
  },
  $pullAll: (_path, operand) => {
    if (Array.isArray(operand)) return
    throw writeFailed(`$pullAll requires an array argument but was given a ${typeName(operand)}`)
  },
}

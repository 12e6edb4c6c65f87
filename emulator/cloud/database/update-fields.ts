/** Update operators on single fields: set, unset, numbers, min and max, bits, the current date. */
import { putMember, show, type Place, type UpdateOperator } from './update-place'
import { compareValues } from './order-values'
import { writeFailed } from './tcb-error'
import { copyValue, isDocument, typeName, type Value } from './values'

function put({ target, key }: Place, value: Value): void {
  putMember(target, key, value)
}

/** The number at a place (absent counts as `absent`), or MongoDB's refusal. */
function numberAt({ target, key, document }: Place, operator: string, operand: Value): number {
  if (typeof operand !== 'number') {
    const verb = operator === '$inc' ? 'increment' : 'multiply'
    throw writeFailed(`Cannot ${verb} with non-numeric argument: {${key}: ${show(operand)}}`)
  }
  const value = target[key]
  if (value === undefined) return 0
  if (typeof value === 'number') return value
  throw writeFailed(
    `Cannot apply ${operator} to a value of non-numeric type. {_id: ${show(document._id as Value)}} ` +
      `has the field '${key}' of non-numeric type ${typeName(value)}`,
  )
}

const set: UpdateOperator = (place, operand) => put(place, copyValue(operand))

export const FIELD_OPERATORS: Record<string, UpdateOperator> = {
  $set: set,
  $setOnInsert: (place, operand, isInsert) => {
    if (isInsert) set(place, operand, isInsert)
  },
  $unset: ({ target, key }) => {
    if (Array.isArray(target)) {
      if (Number(key) < target.length) target[Number(key)] = null
    } else delete target[key]
  },
  $inc: (place, operand) => put(place, numberAt(place, '$inc', operand) + (operand as number)),
  $mul: (place, operand) => put(place, numberAt(place, '$mul', operand) * (operand as number)),
  $min: (place, operand) => {
    const value = place.target[place.key]
    if (value === undefined || compareValues(operand, value) < 0) put(place, copyValue(operand))
  },
  $max: (place, operand) => {
    const value = place.target[place.key]
    if (value === undefined || compareValues(operand, value) > 0) put(place, copyValue(operand))
  },
  $bit: (place, operand) => {
    let value = numberAt(place, '$bit', 0)
    if (!isDocument(operand)) throw writeFailed('The $bit modifier requires an object')
    if (typeof operand.and === 'number') value &= operand.and
    if (typeof operand.or === 'number') value |= operand.or
    if (typeof operand.xor === 'number') value ^= operand.xor
    put(place, value)
  },
}

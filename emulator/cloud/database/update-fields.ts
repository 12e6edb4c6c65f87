/** Update operators on single fields: set, unset, numbers, min and max, bits, the current date. */
import { putMember, show, type CheckOperand, type Place, type UpdateOperator } from './update-place'
import { compareValues } from './order-values'
import { writeFailed } from './tcb-error'
import { copyValue, isDocument, typeName, type Document, type Value } from './values'

function put({ target, key }: Place, value: Value): void {
  putMember(target, key, value)
}

/** The number at a place; 0 where there is nothing. */
function numberAt({ target, key, document }: Place, operator: string): number {
  const value = target[key]
  if (value === undefined) return 0
  if (typeof value === 'number') return value
  throw writeFailed(
    `Cannot apply ${operator} to a value of non-numeric type. {_id: ${show(document._id)}} ` +
      `has the field '${key}' of non-numeric type ${typeName(value)}`,
  )
}

function numeric(verb: string): CheckOperand {
  return (path, operand) => {
    if (typeof operand === 'number') return
    throw writeFailed(`Cannot ${verb} with non-numeric argument: {${path}: ${show(operand)}}`)
  }
}

const set: UpdateOperator = (place, operand) => put(place, copyValue(operand))

function keepExtreme(direction: 1 | -1): UpdateOperator {
  return (place, operand) => {
    const value = place.target[place.key]
    if (value === undefined || compareValues(operand, value) * direction > 0) {
      put(place, copyValue(operand))
    }
  }
}

const BIT_OPERATIONS: Record<string, (a: bigint, b: bigint) => bigint> = {
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
}

const checkBits: CheckOperand = (_path, operand) => {
  if (!isDocument(operand)) {
    throw writeFailed(
      'The $bit modifier is not compatible with a ' +
        `${typeName(operand)}. You must pass in an embedded document: ` +
        '{$bit: {field: {and/or/xor: #}}',
    )
  }
  const entries = Object.entries(operand)
  if (!entries.length) {
    throw writeFailed(
      'You must pass in at least one bitwise operation. The format is: {$bit: {field: {and/or/xor: #}}',
    )
  }
  for (const [name, bits] of entries) {
    if (!BIT_OPERATIONS[name]) {
      throw writeFailed(
        `The $bit modifier only supports 'and', 'or', and 'xor', not '${name}' ` +
          `which is an unknown operator: ${show({ [name]: bits })}`,
      )
    }
    if (typeof bits !== 'number' || !Number.isInteger(bits)) {
      throw writeFailed(
        `The $bit modifier field must be an Integer(32/64 bit); a '${typeName(bits)}' ` +
          `is not supported here: ${show({ [name]: bits })}`,
      )
    }
  }
}

const changeBits: UpdateOperator = (place, operand) => {
  const value = place.target[place.key] ?? 0
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    throw writeFailed(
      `Cannot apply $bit to a value of non-integral type._id: ${show(place.document._id)} ` +
        `has the field ${place.key} of non-integer type ${typeName(value)}`,
    )
  }
  let bits = BigInt(value)
  for (const [name, by] of Object.entries(operand as Document)) {
    bits = BIT_OPERATIONS[name]?.(bits, BigInt(by as number)) ?? bits
  }
  put(place, Number(bits))
}

export const FIELD_OPERATORS: Record<string, UpdateOperator> = {
  $set: set,
  $setOnInsert: (place, operand, occasion) => {
    if (occasion.isInsert) set(place, operand, occasion)
  },
  $unset: ({ target, key }) => {
    if (Array.isArray(target)) {
      if (Number(key) < target.length) target[Number(key)] = null
    } else delete target[key]
  },
  $inc: (place, operand) => put(place, numberAt(place, '$inc') + (operand as number)),
  $mul: (place, operand) => put(place, numberAt(place, '$mul') * (operand as number) + 0),
  $min: keepExtreme(-1),
  $max: keepExtreme(1),
  $bit: changeBits,
  $currentDate: (place, _operand, { now }) => put(place, new Date(now)),
}

export const FIELD_CHECKS: Record<string, CheckOperand> = {
  $inc: numeric('increment'),
  $mul: numeric('multiply'),
  $bit: checkBits,
}

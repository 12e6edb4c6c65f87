/** Comparisons in BSON order ("2" is greater than 3), boolean logic and choices. */
import { compareValues } from '../order-values'
import { refuse } from '../tcb-error'
import { isDocument, isTruthy, typeName, type Value } from '../values'
import { isNullish, readNamed, takes, takesOne, type Operator, type Result } from './operator'

/** A missing value comes before null. */
function compareResults(a: Result, b: Result): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined)
  return Math.sign(compareValues(a, b))
}

function comparison(answer: (order: number) => Value): Operator {
  return takes(2, 2, ([a, b]) => answer(compareResults(a, b)))
}

/** Stops at the first part that decides. */
function logic(deciding: boolean): Operator {
  return (spec, compile) => {
    const parts = (Array.isArray(spec) ? spec : [spec]).map((part) => compile(part))
    return (scope) => {
      for (const part of parts) if (isTruthy(part(scope)) === deciding) return deciding
      return !deciding
    }
  }
}

const cond: Operator = (spec, compile, name) => {
  let parts: Value[]
  if (Array.isArray(spec)) {
    if (spec.length !== 3) {
      throw refuse(
        `Expression $cond takes exactly 3 arguments. ${spec.length} were passed in.`,
        'Location16020',
      )
    }
    parts = spec
  } else {
    const given = readNamed(spec, name, ['if', 'then', 'else'], [])
    parts = [given.if as Value, given.then as Value, given.else as Value]
  }
  const [test, yes, no] = parts.map((part) => compile(part))
  return (scope) => (isTruthy(test?.(scope)) ? yes?.(scope) : no?.(scope))
}

const ifNull: Operator = (spec, compile) => {
  if (!Array.isArray(spec) || spec.length < 2) {
    const given = Array.isArray(spec) ? spec.length : 1
    throw refuse(
      `Expression $ifNull takes exactly 2 arguments. ${given} were passed in.`,
      'Location16020',
    )
  }
  const parts = spec.map((part) => compile(part))
  return (scope) => {
    let value: Result
    for (const part of parts) {
      value = part(scope)
      if (!isNullish(value)) return value
    }
    return value
  }
}

const choose: Operator = (spec, compile) => {
  if (!isDocument(spec)) {
    throw refuse(`$switch requires an object as an argument, found: ${typeName(spec)}`, '40060')
  }
  for (const key of Object.keys(spec)) {
    if (key !== 'branches' && key !== 'default') {
      throw refuse(`$switch found an unknown argument: ${key}`, 'Location40067')
    }
  }
  const { branches, default: otherwise } = spec
  if (!Array.isArray(branches)) {
    throw refuse(`$switch expected an array for 'branches', found: ${typeName(branches)}`, '40061')
  }
  if (!branches.length) throw refuse('$switch requires at least one branch.', 'Location40068')
  const choices = branches.map((branch) => {
    if (!isDocument(branch)) {
      throw refuse(
        `$switch expected each branch to be an object, found: ${typeName(branch)}`,
        '40062',
      )
    }
    if (branch.case === undefined) {
      throw refuse("$switch requires each branch have a 'case' expression", 'Location40064')
    }
    if (branch.then === undefined) {
      throw refuse("$switch requires each branch have a 'then' expression.", 'Location40065')
    }
    return { test: compile(branch.case), value: compile(branch.then) }
  })
  const fallback = otherwise === undefined ? null : compile(otherwise)
  return (scope) => {
    for (const { test, value } of choices) if (isTruthy(test(scope))) return value(scope)
    if (fallback) return fallback(scope)
    throw refuse(
      '$switch could not find a matching branch for an input, and no default was specified.',
      'Location40066',
    )
  }
}

export const CONDITIONALS: Record<string, Operator> = {
  $cmp: comparison((order) => order),
  $eq: comparison((order) => order === 0),
  $ne: comparison((order) => order !== 0),
  $gt: comparison((order) => order > 0),
  $gte: comparison((order) => order >= 0),
  $lt: comparison((order) => order < 0),
  $lte: comparison((order) => order <= 0),
  $and: logic(false),
  $or: logic(true),
  $not: takesOne((value) => !isTruthy(value)),
  $cond: cond,
  $ifNull: ifNull,
  $switch: choose,
}

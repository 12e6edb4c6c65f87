/** Expressions that bind variables: let, map, filter, reduce. */
import { refuse } from '../tcb-error'
import { isDocument, isTruthy, typeName, type Value } from '../values'
import { bind, isNullish, readNamed, type Compile, type Operator } from './operator'

function checkName(name: string): string {
  if (/^[a-z\u0080-\uffff][\w\u0080-\uffff]*$/.test(name) || name === 'CURRENT') return name
  throw refuse(
    `'${name}' starts with an invalid character for a user variable name`,
    'Location16867',
  )
}

const letVariables: Operator = (spec, compile, name) => {
  const { vars, in: body } = readNamed(spec, name, ['vars', 'in'], [])
  if (!isDocument(vars)) {
    throw refuse(`invalid parameter: expected an object (vars)`, 'Location10065')
  }
  const names = Object.keys(vars).map(checkName)
  const values = names.map((one) => compile(vars[one] as Value))
  const inside = compile(body as Value, ...names)
  return (scope) => {
    let inner = scope
    // Every value sees the variables as they were outside.
    for (const [i, one] of names.entries()) inner = bind(inner, one, values[i]?.(scope))
    return inside(inner)
  }
}

function readList(value: Value | undefined, name: string): Value[] | null {
  if (isNullish(value)) return null
  if (Array.isArray(value)) return value
  throw refuse(`input to ${name} must be an array not ${typeName(value)}`, 'Location28651')
}

/** Compiles `input` and the part that sees each element under the name `as`. */
function overElements(spec: Value, compile: Compile, name: string, part: string, more: string[]) {
  const given = readNamed(spec, name, ['input', part], ['as', ...more])
  const as = typeof given.as === 'string' ? checkName(given.as) : 'this'
  return {
    input: compile(given.input as Value),
    as,
    each: compile(given[part] as Value, as),
    given,
  }
}

const map: Operator = (spec, compile, name) => {
  const { input, as, each } = overElements(spec, compile, name, 'in', [])
  return (scope) => {
    const list = readList(input(scope), name)
    return list && list.map((element) => each(bind(scope, as, element)) ?? null)
  }
}

const filter: Operator = (spec, compile, name) => {
  const { input, as, each, given } = overElements(spec, compile, name, 'cond', ['limit'])
  const limit = given.limit === undefined ? null : compile(given.limit)
  return (scope) => {
    const list = readList(input(scope), name)
    if (!list) return null
    const kept = list.filter((element) => isTruthy(each(bind(scope, as, element))))
    const most = limit?.(scope)
    return typeof most === 'number' ? kept.slice(0, most) : kept
  }
}

const reduce: Operator = (spec, compile, name) => {
  const given = readNamed(spec, name, ['input', 'initialValue', 'in'], [])
  const input = compile(given.input as Value)
  const initial = compile(given.initialValue as Value)
  const each = compile(given.in as Value, 'this', 'value')
  return (scope) => {
    const list = input(scope)
    if (isNullish(list)) return null
    if (!Array.isArray(list)) {
      throw refuse(`$reduce requires that 'input' be an array, found: ${typeName(list)}`, '40080')
    }
    return list.reduce(
      (value, element) => each(bind(bind(scope, 'this', element), 'value', value)),
      initial(scope),
    )
  }
}

export const BINDINGS: Record<string, Operator> = {
  $filter: filter,
  $let: letVariables,
  $map: map,
  $reduce: reduce,
}

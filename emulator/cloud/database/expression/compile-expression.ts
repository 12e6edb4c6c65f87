/** Aggregation expressions, compiled once: field paths, variables, literals, objects, lists, operators. */
import { refuse } from '../tcb-error'
import { isDocument, type Document, type Value } from '../values'
import { lookUp, type Compile, type Evaluate, type Result } from './operator'
import { OPERATORS } from './operators'
import { show } from '../update-place'

export { startScope, bind, type Evaluate, type Scope } from './operator'

const SYSTEM_NAMES: ReadonlySet<string> = new Set([
  ...['ROOT', 'CURRENT', 'REMOVE', 'NOW', 'DESCEND', 'PRUNE', 'KEEP'],
])

/** `names`: variables that are bound from outside ($lookup's `let`). */
export function compileExpression(spec: Value, names: Iterable<string> = []): Evaluate {
  return compileSpec(spec, new Set([...SYSTEM_NAMES, ...names]))
}

function compileSpec(spec: Value, names: ReadonlySet<string>): Evaluate {
  if (typeof spec === 'string' && spec.charCodeAt(0) === 36) return compilePath(spec, names)
  if (Array.isArray(spec)) return compileList(spec, names)
  if (isDocument(spec)) return compileDocument(spec, names)
  return () => spec
}

function compilePath(path: string, names: ReadonlySet<string>): Evaluate {
  if (path.startsWith('$$')) return compileVariable(path.slice(2), names)
  const steps = pathSteps(path.slice(1))
  const [only] = steps as [string]
  if (steps.length === 1) {
    return ({ current }) => (isDocument(current) ? current[only] : undefined)
  }
  return ({ current }) => followPath(current, steps, 0)
}

function pathSteps(path: string): string[] {
  if (!path) throw refuse("'$' by itself is not a valid FieldPath", 'Location16872')
  const steps = path.split('.')
  if (steps.includes('')) {
    const where = path.endsWith('.') ? "must not end with a '.'." : 'must not have empty parts.'
    throw refuse(`FieldPath ${where}`, path.endsWith('.') ? 'Location40353' : 'Location15998')
  }
  return steps
}

function compileVariable(path: string, names: ReadonlySet<string>): Evaluate {
  const [name, ...steps] = path.split('.') as [string, ...string[]]
  if (!names.has(name)) throw refuse(`Use of undefined variable: ${name}`, 'Location17276')
  const read = variableReader(name)
  return steps.length ? (scope) => followPath(read(scope), steps, 0) : read
}

function variableReader(name: string): Evaluate {
  switch (name) {
    case 'ROOT':
      return ({ root }) => root
    case 'CURRENT':
      return ({ current }) => current
    case 'REMOVE':
      return () => undefined
    case 'NOW':
      return (scope) => lookUp(scope, 'NOW') ?? new Date()
    case 'DESCEND':
    case 'PRUNE':
    case 'KEEP':
      return () => `$$${name}`
    default:
      return (scope) => lookUp(scope, name)
  }
}

/** A path goes through documents, and through the documents in an array; positions mean nothing here. */
function followPath(value: Result, steps: string[], at: number): Result {
  if (at === steps.length) return value
  if (Array.isArray(value)) {
    const found: Value[] = []
    for (const element of value) {
      if (!isDocument(element)) continue
      const part = followPath(element, steps, at)
      if (part !== undefined) found.push(part)
    }
    return found
  }
  return isDocument(value) ? followPath(value[steps[at] as string], steps, at + 1) : undefined
}

function compileList(spec: Value[], names: ReadonlySet<string>): Evaluate {
  const parts = spec.map((part) => compileSpec(part, names))
  return (scope) => parts.map((part) => part(scope) ?? null)
}

function compileDocument(spec: Document, names: ReadonlySet<string>): Evaluate {
  const fields = Object.keys(spec)
  const first = fields[0]
  if (first === undefined) return () => ({})
  if (first.charCodeAt(0) === 36) {
    if (fields.length > 1) {
      throw refuse(
        `An object representing an expression must have exactly one field: ${show(spec)}`,
        'Location15983',
      )
    }
    return compileOperator(first, spec[first] as Value, names)
  }
  const members = fields.map((field) => {
    if (field.includes('.')) {
      throw refuse("FieldPath field names may not contain '.'.", 'Location16412')
    }
    if (field.startsWith('$')) {
      throw refuse("FieldPath field names may not start with '$'.", 'Location16410')
    }
    return [field, compileSpec(spec[field] as Value, names)] as const
  })
  return (scope) => {
    const made: Document = {}
    for (const [field, evaluate] of members) {
      const value = evaluate(scope)
      if (value !== undefined) made[field] = value
    }
    return made
  }
}

function compileOperator(name: string, operand: Value, names: ReadonlySet<string>): Evaluate {
  if (name === '$literal' || name === '$const') return () => operand
  const operator = Object.hasOwn(OPERATORS, name) ? OPERATORS[name] : undefined
  if (!operator) throw refuse(`Unrecognized expression '${name}'`, 'InvalidPipelineOperator')
  const compile: Compile = (part, ...more) =>
    compileSpec(part, more.length ? new Set([...names, ...more]) : names)
  return operator(operand, compile, name)
}

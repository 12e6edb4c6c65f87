/** What expression operators are made of: the scope they see, and ways to read their arguments. */
import { refuse } from '../tcb-error'
import { isDocument, typeName, type Document, type Value } from '../values'

/** Undefined is MongoDB's "missing": a member that is absent altogether. */
export type Result = Value | undefined
export type Evaluate = (scope: Scope) => Result
/** Compiles a part; `names` are variables that this part may use beside those already known. */
export type Compile = (spec: Value, ...names: string[]) => Evaluate
/** Compiles one use of an operator. */
export type Operator = (spec: Value, compile: Compile, name: string) => Evaluate

interface Variable {
  name: string
  value: Result
  outer: Variable | null
}

export interface Scope {
  root: Document
  /** What `$field` looks into. */
  current: Result
  variables: Variable | null
}

export function startScope(root: Document, outer: Scope | null = null): Scope {
  return { root, current: root, variables: outer ? outer.variables : null }
}

export function bind({ root, current, variables }: Scope, name: string, value: Result): Scope {
  return {
    root,
    current: name === 'CURRENT' ? value : current,
    variables: { name, value, outer: variables },
  }
}

export function lookUp({ variables }: Scope, name: string): Result {
  for (let one = variables; one; one = one.outer) if (one.name === name) return one.value
  return undefined
}

export function isNullish(value: Result): value is null | undefined {
  return value === null || value === undefined
}

function refuseCount(name: string, least: number, most: number, given: number): never {
  const wanted =
    least === most
      ? `takes exactly ${least} arguments. ${given} were passed in.`
      : `takes at least ${least} arguments, and at most ${most}, but ${given} were passed in.`
  throw refuse(`Expression ${name} ${wanted}`, least === most ? 'Location16020' : 'Location28667')
}

/** An operator on a list of arguments; a single one may stand without its list. */
export function takes(
  least: number,
  most: number,
  apply: (args: Result[], name: string) => Result,
): Operator {
  return (spec, compile, name) => {
    const parts = Array.isArray(spec) ? spec : [spec]
    if (parts.length < least || parts.length > most) refuseCount(name, least, most, parts.length)
    const evaluates = parts.map((part) => compile(part))
    return (scope) => {
      const args: Result[] = []
      for (const evaluate of evaluates) args.push(evaluate(scope))
      return apply(args, name)
    }
  }
}

export function takesOne(apply: (value: Result, name: string) => Result): Operator {
  return takes(1, 1, ([value], name) => apply(value, name))
}

/** An operator on arguments by name; those in `optional` may be left out. */
export function takesNamed(
  required: string[],
  optional: string[],
  apply: (args: Record<string, Result>, name: string) => Result,
): Operator {
  return (spec, compile, name) => {
    const parts = readNamed(spec, name, required, optional)
    const evaluates = Object.entries(parts).map(([key, part]) => [key, compile(part)] as const)
    return (scope) => {
      const args: Record<string, Result> = {}
      for (const [key, evaluate] of evaluates) args[key] = evaluate(scope)
      return apply(args, name)
    }
  }
}

/** The arguments by name, checked for those missing and those unknown. */
export function readNamed(
  spec: Value,
  name: string,
  required: string[],
  optional: string[],
): Document {
  if (!isDocument(spec)) {
    throw refuse(`${name} only supports an object as its argument, not ${typeName(spec)}`)
  }
  for (const key of Object.keys(spec)) {
    if (!required.includes(key) && !optional.includes(key)) {
      throw refuse(`Unrecognized argument to ${name}: ${key}`)
    }
  }
  for (const key of required) {
    if (!(key in spec)) throw refuse(`Missing '${key}' parameter to ${name}`)
  }
  return spec
}

/** Text as MongoDB makes it of numbers and dates; nothing is the empty text. */
export function asText(value: Result): string {
  if (isNullish(value)) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (value instanceof Date) return value.toISOString()
  throw refuse(`can't convert from BSON type ${typeName(value)} to String`, 'Location16007')
}

/** $group, $count, $sortByCount and $bucket: documents gathered under a key. */
import { ACCUMULATORS, type Accumulator } from '../expression/accumulators'
import {
  compileExpression,
  startScope,
  type Evaluate,
  type Scope,
} from '../expression/compile-expression'
import { compareValues, orderKey, typeRank } from '../order-values'
import { refuse } from '../tcb-error'
import { isDocument, typeName, type Document, type Value } from '../values'
import type { CompileStage } from './stage'

interface Output {
  field: string
  start: () => Accumulator
  evaluate: Evaluate
}

/** Reads `{ total: { $sum: '$price' } }`. */
export function readOutputs(spec: Document, names: string[]): Output[] {
  return Object.entries(spec).map(([field, value]) => {
    if (field.includes('.')) {
      throw refuse(`The field name '${field}' cannot contain '.'`, 'Location40235')
    }
    if (field.startsWith('$')) {
      throw refuse(`The field name '${field}' cannot be an operator name`, 'Location40236')
    }
    const operators = isDocument(value) ? Object.keys(value) : []
    const [operator] = operators
    if (operator === undefined || !operator.startsWith('$')) {
      throw refuse(`The field '${field}' must be an accumulator object`, 'Location40234')
    }
    if (operators.length > 1) {
      throw refuse(`The field '${field}' must specify one accumulator`, 'Location40238')
    }
    const start = Object.hasOwn(ACCUMULATORS, operator) ? ACCUMULATORS[operator] : undefined
    if (!start) throw refuse(`unknown group operator '${operator}'`, 'Location15952')
    return { field, start, evaluate: compileOperand(operator, value as Document, names) }
  })
}

/** A list of one may stand for its element; more are too many for an accumulator. */
function compileOperand(operator: string, value: Document, names: string[]): Evaluate {
  const operand = value[operator] as Value
  if (!Array.isArray(operand)) return compileExpression(operand, names)
  if (operand.length !== 1) {
    throw refuse(`The ${operator} accumulator is a unary operator`, 'Location40237')
  }
  return compileExpression(operand[0] as Value, names)
}

/** One group: its key and what it has gathered. */
export class Group {
  private readonly accumulators: Accumulator[]

  constructor(
    readonly id: Value,
    private readonly outputs: Output[],
  ) {
    this.accumulators = outputs.map((output) => output.start())
  }

  add(scope: Scope): void {
    for (let i = 0; i < this.outputs.length; i++) {
      this.accumulators[i]?.add((this.outputs[i] as Output).evaluate(scope))
    }
  }

  document(id: Value = this.id): Document {
    const document: Document = { _id: id }
    for (const [i, { field }] of this.outputs.entries()) {
      document[field] = this.accumulators[i]?.result() ?? null
    }
    return document
  }
}

export const group: CompileStage = (spec, { names }) => {
  if (!isDocument(spec)) {
    throw refuse("a group's fields must be specified in an object", 'Location15947')
  }
  const { _id: id, ...rest } = spec
  if (id === undefined) {
    throw refuse('a group specification must include an _id', 'Location15955')
  }
  const keyOf = compileExpression(id, names)
  const outputs = readOutputs(rest, names)
  return (documents, outer) => {
    const groups = new Map<string, Group>()
    for (const document of documents) {
      const scope = startScope(document, outer)
      const key = keyOf(scope) ?? null
      const mark = orderKey(key)
      let one = groups.get(mark)
      if (!one) groups.set(mark, (one = new Group(key, outputs)))
      one.add(scope)
    }
    return [...groups.values()].map((one) => one.document())
  }
}

export const count: CompileStage = (spec) => {
  if (typeof spec !== 'string') {
    throw refuse('the count field must be a non-empty string', 'Location40156')
  }
  if (!spec) throw refuse('the count field must be a non-empty string', 'Location40157')
  if (spec.startsWith('$')) {
    throw refuse('the count field cannot be a $-prefixed path', 'Location40158')
  }
  if (spec.includes('.')) throw refuse("the count field cannot contain '.'", 'Location40160')
  return (documents) => (documents.length ? [{ [spec]: documents.length }] : [])
}

export const sortByCount: CompileStage = (spec, context) => {
  const isPath = typeof spec === 'string' && spec.startsWith('$')
  const isExpression = isDocument(spec) && Object.keys(spec)[0]?.startsWith('$')
  if (!isPath && !isExpression) {
    throw refuse(
      'the sortByCount field must be defined as a $-prefixed path or an expression',
      'Location40148',
    )
  }
  const run = group({ _id: spec, count: { $sum: 1 } }, context)
  return (documents, outer) =>
    run(documents, outer).sort((a, b) => (b.count as number) - (a.count as number))
}

const COUNT: Document = { count: { $sum: 1 } }

export function readGroupBy(stage: string, groupBy: Value | undefined): Value {
  const isPath = typeof groupBy === 'string' && groupBy.startsWith('$')
  if (isPath || isDocument(groupBy)) return groupBy
  throw refuse(
    `The ${stage} 'groupBy' field must be defined as a $-prefixed path or an expression, ` +
      `but found: ${JSON.stringify(groupBy)}.`,
    'Location40202',
  )
}

function readBoundaries(spec: Document, names: string[]): Value[] {
  if (!Array.isArray(spec.boundaries)) {
    const type = typeName(spec.boundaries)
    throw refuse(
      `The $bucket 'boundaries' field must be an array, but found type: ${type}.`,
      '40200',
    )
  }
  const scope = startScope({})
  const boundaries = spec.boundaries.map((one) => compileExpression(one, names)(scope) ?? null)
  if (boundaries.length < 2) {
    throw refuse(
      `The $bucket 'boundaries' field must have at least 2 values, but found ${boundaries.length} value(s).`,
      'Location40192',
    )
  }
  for (let i = 1; i < boundaries.length; i++) {
    const [low, high] = [boundaries[i - 1], boundaries[i]]
    if (typeRank(low) !== typeRank(high)) {
      throw refuse(
        "All values in the the 'boundaries' option to $bucket must have the same type.",
        '40193',
      )
    }
    if (compareValues(low, high) >= 0) {
      throw refuse("The 'boundaries' option to $bucket must be sorted", 'Location40194')
    }
  }
  return boundaries
}

export const bucket: CompileStage = (spec, { names }) => {
  if (!isDocument(spec))
    throw refuse('Argument to $bucket stage must be an object', 'Location40201')
  for (const key of Object.keys(spec)) {
    if (!['groupBy', 'boundaries', 'default', 'output'].includes(key)) {
      throw refuse(`Unrecognized option to $bucket: ${key}.`, 'Location40197')
    }
  }
  if (spec.groupBy === undefined || spec.boundaries === undefined) {
    throw refuse("$bucket requires 'groupBy' and 'boundaries' to be specified.", 'Location40198')
  }
  const keyOf = compileExpression(readGroupBy('$bucket', spec.groupBy), names)
  const boundaries = readBoundaries(spec, names)
  const [least, most] = [boundaries[0], boundaries[boundaries.length - 1]]
  const otherwise = spec.default
  if (otherwise !== undefined) {
    const isInside = compareValues(otherwise, least) >= 0 && compareValues(otherwise, most) < 0
    if (isInside) {
      throw refuse(
        "The $bucket 'default' field must be less than the lowest boundary " +
          'or greater than or equal to the highest boundary.',
        '40199',
      )
    }
  }
  const outputs = readOutputs((spec.output as Document | undefined) ?? COUNT, names)
  const run = (value: Value | undefined): Value => {
    for (let i = 1; i < boundaries.length; i++) {
      const low = boundaries[i - 1] as Value
      const fits = value !== undefined && compareValues(value, low) >= 0
      if (fits && compareValues(value, boundaries[i]) < 0) return low
    }
    if (otherwise !== undefined) return otherwise
    throw refuse(
      '$switch could not find a matching branch for an input, and no default was specified.',
      'Location40066',
    )
  }
  return (documents, outer) => {
    const groups = new Map<string, Group>()
    for (const document of documents) {
      const scope = startScope(document, outer)
      const id = run(keyOf(scope))
      const mark = orderKey(id)
      let one = groups.get(mark)
      if (!one) groups.set(mark, (one = new Group(id, outputs)))
      one.add(scope)
    }
    return [...groups.values()]
      .map((one) => one.document())
      .sort((a, b) => compareValues(a._id, b._id))
  }
}

/** Queries as MongoDB matches them: a query document becomes a test of one document, compiled once. */
import { compileExpression, startScope } from './expression/compile-expression'
import { anyAt, type DocumentTest } from './follow-path'
import { CONDITIONS, equals, equalsOrMatches, negated, type Condition } from './match-conditions'
import { GEO_CONDITIONS } from './match-geometry'
import { compileSchema } from './match-schema'
import { refuse } from './tcb-error'
import { isDocument, isTruthy, type Document, type Value } from './values'

const ALWAYS: DocumentTest = () => true

/** A test for one query. An operator that is unknown or ill-formed is refused here, not while testing. */
export function compileQuery(query: Document): DocumentTest {
  const tests: DocumentTest[] = []
  for (const key of Object.keys(query)) {
    const operand = query[key] as Value
    tests.push(
      key.charCodeAt(0) === 36 ? compileTopLevel(key, operand) : compileField(key, operand),
    )
  }
  return every(tests)
}

function every(tests: DocumentTest[]): DocumentTest {
  const [first, second] = tests
  if (!first) return ALWAYS
  if (!second) return first
  return (document) => {
    for (const test of tests) if (!test(document)) return false
    return true
  }
}

function compileTopLevel(operator: string, operand: Value): DocumentTest {
  switch (operator) {
    case '$and':
      return every(branches(operator, operand))
    case '$or': {
      const tests = branches(operator, operand)
      return (document) => tests.some((test) => test(document))
    }
    case '$nor': {
      const tests = branches(operator, operand)
      return (document) => !tests.some((test) => test(document))
    }
    case '$expr': {
      const evaluate = compileExpression(operand)
      return (document) => isTruthy(evaluate(startScope(document)))
    }
    case '$jsonSchema':
      return compileSchema(operand)
    case '$comment':
      return ALWAYS
    case '$text':
      throw refuse('text index required for $text query', 'IndexNotFound')
    case '$where':
      throw refuse('$where is not allowed in this context', 'BadValue')
    default:
      throw refuse(`unknown top level operator: ${operator}`, 'BadValue')
  }
}

function branches(operator: string, operand: Value): DocumentTest[] {
  if (!Array.isArray(operand)) throw refuse(`${operator} must be an array`, 'BadValue')
  if (!operand.length) throw refuse('$and/$or/$nor must be a nonempty array', 'BadValue')
  return operand.map((part) => {
    if (!isDocument(part)) throw refuse('$or/$and/$nor entries need to be full objects', 'BadValue')
    if (operator !== '$and' && asksForNearness(part)) {
      throw refuse('geo $near must be top-level expr', 'BadValue')
    }
    return compileQuery(part)
  })
}

function asksForNearness(query: Document): boolean {
  return Object.values(query).some((value) => isDocument(value) && NEARNESS.some((n) => n in value))
}

const NEARNESS = ['$nearSphere', '$near', '$geoNear']

/** `{ $gt: 1 }` puts conditions on a field; anything else is a value to be equal to. */
function isConditions(value: Value): value is Document {
  return isDocument(value) && Object.keys(value)[0]?.charCodeAt(0) === 36
}

function compileField(path: string, operand: Value): DocumentTest {
  if (isCommand(operand)) return compileCommand(path, operand)
  if (!isConditions(operand)) return anyAt(path, equalsOrMatches(operand))
  return compileConditions(path, operand)
}

function compileConditions(path: string, conditions: Document): DocumentTest {
  return every(
    Object.keys(conditions).map((operator) => {
      const condition = STRUCTURED[operator] ?? CONDITIONS[operator] ?? GEO_CONDITIONS[operator]
      if (!condition) throw refuse(`unknown operator: ${operator}`, 'BadValue')
      return condition(path, conditions[operator] as Value, conditions)
    }),
  )
}

interface Command extends Document {
  operator: string
  operands: Value[]
}

/** Inside elemMatch and pull the SDK sends commands such as `_.gt(1).and(_.lt(9))` as the objects they are. */
export function isCommand(value: Value): value is Command {
  return isDocument(value) && Object.keys(value).join() === 'operator,operands,fieldName'
}

function compileCommand(path: string, { operator, operands }: Command): DocumentTest {
  const parts = (): DocumentTest[] => operands.map((part) => compileField(path, part))
  switch (operator) {
    case 'and':
      return every(parts())
    case 'or':
    case 'nor': {
      const tests = parts()
      return (document) => tests.some((test) => test(document)) === (operator === 'or')
    }
    case 'not':
      return negated(compileField(path, operands[0] as Value))
    case 'in':
    case 'nin':
    case 'all':
      return compileConditions(path, { [`$${operator}`]: operands })
    default: {
      const name = operator === 'neq' ? '$ne' : `$${operator}`
      return compileConditions(path, { [name]: operands[0] as Value })
    }
  }
}

const not: Condition = (path, operand) => {
  if (operand instanceof RegExp) return negated(anyAt(path, equalsOrMatches(operand)))
  if (!isDocument(operand)) throw refuse('$not needs a regex or a document', 'BadValue')
  if (!Object.keys(operand).length) throw refuse('$not cannot be empty', 'BadValue')
  return negated(compileConditions(path, operand))
}

/** A condition on the elements of an array: on their value (`{ $gt: 1 }`) or on their fields. */
function elementTest(operand: Value): (element: Value) => boolean {
  if (!isDocument(operand)) throw refuse('$elemMatch needs an Object', 'BadValue')
  const first = Object.keys(operand)[0]
  const onValue = isCommand(operand) || (isConditions(operand) && !LOGICAL.has(first as string))
  if (onValue) {
    const test = compileField('value', operand)
    return (element) => test({ value: Array.isArray(element) ? [element] : element })
  }
  const test = compileQuery(operand)
  return (element) => {
    if (isDocument(element)) return test(element)
    return Array.isArray(element) && test({ ...element } as unknown as Document)
  }
}

const LOGICAL = new Set(['$and', '$or', '$nor', '$expr', '$where'])

const elemMatch: Condition = (path, operand) => {
  const matches = elementTest(operand)
  return anyAt(path, (value) => Array.isArray(value) && value.some(matches), false)
}

const all: Condition = (path, operand) => {
  if (!Array.isArray(operand)) throw refuse('$all needs an array', 'BadValue')
  if (!operand.length) return () => false
  return every(
    operand.map((wanted) => {
      if (isDocument(wanted) && '$elemMatch' in wanted) {
        return elemMatch(path, wanted.$elemMatch, wanted)
      }
      if (isConditions(wanted)) throw refuse('no $ expressions in $all', 'BadValue')
      return anyAt(path, wanted instanceof RegExp ? equalsOrMatches(wanted) : equals(wanted))
    }),
  )
}

const STRUCTURED: Record<string, Condition> = { $not: not, $elemMatch: elemMatch, $all: all }

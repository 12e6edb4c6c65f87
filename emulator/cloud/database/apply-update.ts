/** Update documents as MongoDB applies them: operators and dotted paths onto a copy, with its refusals. */
import { resolvePositions } from './resolve-positions'
import { writeFailed } from './tcb-error'
import { ARRAY_OPERATORS } from './update-arrays'
import { FIELD_OPERATORS } from './update-fields'
import { putMember, show, type Place, type UpdateOperator } from './update-place'
import { copyValue, type Document, type Value } from './values'

/** Operators that must not create what is not there. */
const ONLY_EXISTING = new Set(['$unset', '$pop', '$pull', '$pullAll'])
const OPERATORS: Record<string, UpdateOperator> = { ...FIELD_OPERATORS, ...ARRAY_OPERATORS }

/** The updated copy of a document; `query` (what matched it) resolves positional `$` paths. */
export function applyUpdate(
  document: Document,
  update: Document,
  query: Document,
  isInsert = false,
): Document {
  const operators = Object.entries(update)
  if (!operators.length || operators.some(([operator]) => !operator.startsWith('$'))) {
    throw writeFailed("update document must contain key beginning with '$'")
  }
  refuseOverlaps(operators)
  const result = copyValue(document)
  for (const [operator, operands] of operators) {
    if (operator === '$rename') renameFields(result, operands as Document)
    else applyOperator(result, operator, operands as Document, query, isInsert)
  }
  return result
}

function applyOperator(
  document: Document,
  operator: string,
  operands: Document,
  query: Document,
  isInsert: boolean,
): void {
  const apply = OPERATORS[operator]
  if (!apply) throw writeFailed(`Unknown modifier: ${operator}`)
  for (const [given, operand] of Object.entries(operands)) {
    for (const path of resolvePositions(document, given, query)) {
      const place = placeAt(document, path, !ONLY_EXISTING.has(operator))
      if (place) apply(place, operand, isInsert)
    }
  }
}

/** The place a path names; with `create`, the documents on the way are made. */
function placeAt(document: Document, path: string, create: boolean): Place | null {
  const steps = path.split('.')
  const key = steps.pop() as string
  let target: Document = document
  for (const [i, step] of steps.entries()) {
    let next = target[step]
    if (next === undefined) {
      if (!create) return null
      next = {}
      putMember(target, step, next)
    }
    const isContainer = next !== null && typeof next === 'object' && !(next instanceof Date)
    if (!isContainer || (Array.isArray(next) && !isPosition(steps[i + 1] ?? key))) {
      if (!create) return null
      throw cannotCreate(steps[i + 1] ?? key, step, next)
    }
    target = next as Document
  }
  return { path, target, key, document }
}

function isPosition(step: string): boolean {
  return /^\d+$/.test(step)
}

function cannotCreate(field: string, parent: string, value: Value): Error {
  return writeFailed(`Cannot create field '${field}' in element {${parent}: ${show(value)}}`)
}

function renameFields(document: Document, names: Document): void {
  for (const [from, to] of Object.entries(names)) {
    const source = placeAt(document, from, false)
    if (typeof to !== 'string')
      throw writeFailed(`The 'to' field for $rename must be a string: ${from}`)
    if (!source || source.target[source.key] === undefined) continue
    const value = source.target[source.key] as Value
    delete source.target[source.key]
    const target = placeAt(document, to, true) as Place
    putMember(target.target, target.key, value)
  }
}

/** Two operators on one path, or on a path and its parent, are refused before anything is done. */
function refuseOverlaps(operators: [string, Value][]): void {
  const paths = operators.flatMap(([, operands]) => Object.keys(operands as Document))
  if (paths.length < 2) return
  const sorted = [...paths].sort()
  const seen = new Set<string>()
  for (const path of sorted) {
    let parent = path
    while (parent) {
      if (seen.has(parent)) {
        throw writeFailed(`Updating the path '${path}' would create a conflict at '${parent}'`)
      }
      parent = parent.slice(0, Math.max(0, parent.lastIndexOf('.')))
    }
    seen.add(path)
  }
}

/** Update documents as MongoDB applies them: checked once, then operators and dotted paths onto a copy. */
import { checkNames, checkPath } from './check-storable'
import { isPosition } from './follow-path'
import { resolvePositions } from './resolve-positions'
import { requestFailed, writeFailed } from './tcb-error'
import { ARRAY_CHECKS, ARRAY_OPERATORS } from './update-arrays'
import { FIELD_CHECKS, FIELD_OPERATORS } from './update-fields'
import { putMember, show, type CheckOperand, type Place, type UpdateOperator } from './update-place'
import { copyValue, isDocument, typeName, type Document, type Value } from './values'

/** Operators that must not create what is not there. */
const ONLY_EXISTING = new Set(['$unset', '$pop', '$pull', '$pullAll'])
const OPERATORS: Record<string, UpdateOperator> = { ...FIELD_OPERATORS, ...ARRAY_OPERATORS }
const CHECKS: Record<string, CheckOperand> = { ...FIELD_CHECKS, ...ARRAY_CHECKS }

/** The updated copy of a document; `query` (what matched it) resolves positional `$` paths. */
export type ApplyUpdate = (document: Document, query: Document, isInsert?: boolean) => Document

/** Refuses what no document could be updated by; `now` (ms) is for `$currentDate`. */
export function compileUpdate(update: Document, now: number): ApplyUpdate {
  const operators = Object.entries(update)
  if (!operators.length) {
    throw requestFailed('update document must have at least one element')
  }
  if (operators.some(([operator]) => !operator.startsWith('$'))) {
    throw requestFailed("update document must contain key beginning with '$'")
  }
  for (const [operator, operands] of operators) checkOperator(operator, operands)
  refuseOverlaps(operators)
  return (document, query, isInsert = false) => {
    const result = copyValue(document)
    for (const [operator, operands] of operators) {
      if (operator === '$rename') renameFields(result, operands as Document)
      else applyOperator(result, operator, operands as Document, { query, isInsert, now })
    }
    return result
  }
}

function checkOperator(operator: string, operands: Value): void {
  if (!OPERATORS[operator] && operator !== '$rename') {
    throw writeFailed(`Unknown modifier: ${operator}`)
  }
  if (!isDocument(operands)) {
    throw writeFailed(
      `Modifiers operate on fields but we found type ${typeName(operands)} instead. ` +
        `For example: {$mod: {<field>: ...}} not {${operator}: ${show(operands)}}`,
    )
  }
  const paths = Object.keys(operands)
  if (!paths.length) {
    throw writeFailed(
      `'${operator}' is empty. You must specify a field like so: {${operator}: {<field>: ...}}`,
    )
  }
  for (const path of paths) {
    const operand = operands[path] as Value
    checkPath(path)
    if (operator === '$rename') checkRename(path, operand)
    else CHECKS[operator]?.(path, operand)
    if (operator === '$set') checkNames(path, operand)
  }
}

function checkRename(from: string, to: Value): void {
  if (typeof to !== 'string') {
    throw writeFailed(`The 'to' field for $rename must be a string: ${from}: ${show(to)}`)
  }
  checkPath(to)
  const named = `${from}: "${to}"`
  if (from === to) {
    throw writeFailed(`The source and target field for $rename must differ: ${named}`)
  }
  if (`${from}.`.startsWith(`${to}.`) || `${to}.`.startsWith(`${from}.`)) {
    throw writeFailed(
      `The source and target field for $rename must not be on the same path: ${named}`,
    )
  }
}

interface Circumstances {
  query: Document
  isInsert: boolean
  now: number
}

function applyOperator(
  document: Document,
  operator: string,
  operands: Document,
  { query, isInsert, now }: Circumstances,
): void {
  const apply = OPERATORS[operator] as UpdateOperator
  for (const [given, operand] of Object.entries(operands)) {
    for (const path of resolvePositions(document, given, query)) {
      const place = placeAt(document, path, !ONLY_EXISTING.has(operator))
      if (place) apply(place, operand, { isInsert, now })
    }
  }
}

/** The place a path names; with `create`, the documents on the way are made. */
function placeAt(document: Document, path: string, create: boolean): Place | null {
  if (!path.includes('.')) return { path, target: document, key: path, document }
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
    const isList = Array.isArray(next)
    if ((!isList && !isDocument(next)) || (isList && !isPosition(steps[i + 1] ?? key))) {
      if (!create) return null
      throw cannotCreate(steps[i + 1] ?? key, step, next)
    }
    target = next as Document
  }
  return { path, target, key, document }
}

function cannotCreate(field: string, parent: string, value: Value): Error {
  return writeFailed(`Cannot create field '${field}' in element {${parent}: ${show(value)}}`)
}

function renameFields(document: Document, names: Document): void {
  for (const [from, to] of Object.entries(names)) {
    refuseLists(document, from, 'source')
    const source = placeAt(document, from, false)
    if (!source || source.target[source.key] === undefined) continue
    refuseLists(document, to as string, 'destination')
    const value = source.target[source.key] as Value
    delete source.target[source.key]
    const target = placeAt(document, to as string, true) as Place
    putMember(target.target, target.key, value)
  }
}

/** A member can be moved neither out of a list nor into one. */
function refuseLists(document: Document, path: string, role: string): void {
  let value: Value | undefined = document
  for (const step of path.split('.')) {
    if (Array.isArray(value)) {
      throw writeFailed(
        `The ${role} field cannot be an array element, '${path}' in doc with _id: ${show(document._id)}`,
      )
    }
    value = isDocument(value) ? value[step] : undefined
  }
}

/** Two operators on one path, or on a path and its parent, are refused before anything is done. */
function refuseOverlaps(operators: [string, Value][]): void {
  const paths = operators.flatMap(([operator, operands]) => {
    const names = Object.keys(operands as Document)
    const targets = operator === '$rename' ? Object.values(operands as Document) : []
    return [...names, ...(targets as string[])]
  })
  if (paths.length < 2) return
  const seen = new Set<string>()
  for (const path of [...paths].sort()) {
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

/** $project, $addFields and $unset: which members stay, which go, and which are computed. */
import {
  compileExpression,
  startScope,
  type Evaluate,
  type Scope,
} from '../expression/compile-expression'
import { refuse } from '../tcb-error'
import { show } from '../update-place'
import { isDocument, isTruthy, type Document, type Value } from '../values'
import type { CompileStage, PipelineContext } from './stage'

type Part = 'include' | 'exclude' | Evaluate | Tree
type Tree = Map<string, Part>

function isTree(part: Part | undefined): part is Tree {
  return part instanceof Map
}

/** Puts a part at a dotted path; a path and its parent can't both be named. */
function plant(tree: Tree, path: string, part: Part, stage: string): void {
  const steps = path.split('.')
  const last = steps.pop() as string
  let at = tree
  for (const step of steps) {
    const next = at.get(step) ?? new Map<string, Part>()
    if (!isTree(next)) throw collision(path, stage)
    at.set(step, next)
    at = next
  }
  const present = at.get(last)
  if (isTree(present) && isTree(part)) {
    for (const [name, inner] of part) plant(present, name, inner, stage)
  } else if (present !== undefined) throw collision(path, stage)
  else at.set(last, part)
}

function collision(path: string, stage: string): Error {
  return refuse(`Invalid ${stage} :: caused by :: Path collision at ${path}`, 'Location31249')
}

function checkField(field: string): void {
  if (!field) throw refuse('FieldPath cannot be constructed with empty string', 'Location40352')
  if (field.startsWith('$')) {
    throw refuse(`FieldPath field names may not start with '$'. ${field}`, 'Location16410')
  }
  if (field.split('.').includes('')) {
    throw refuse("FieldPath must not have empty parts or end with a '.'.", 'Location40353')
  }
}

/** Reads `{ a: 1, 'b.c': 0, d: <expression>, e: { f: 1 } }`. */
function readProjection(spec: Document, names: string[]): Tree {
  const tree: Tree = new Map()
  for (const [field, value] of Object.entries(spec)) {
    checkField(field)
    plant(tree, field, readPart(value, names), '$project')
  }
  return tree
}

function readPart(value: Value, names: string[]): Part {
  if (typeof value === 'number' || typeof value === 'boolean') {
    return isTruthy(value) ? 'include' : 'exclude'
  }
  if (!isDocument(value)) return compileExpression(value, names)
  const first = Object.keys(value)[0]
  if (first === undefined) {
    throw refuse('an empty object is not a valid value. Found: {}', 'Location40180')
  }
  return first.startsWith('$') ? compileExpression(value, names) : readProjection(value, names)
}

/** What a projection does with members below the top: includes any, excludes any. */
function survey(tree: Tree, isTop: boolean): { includes: boolean; excludes: boolean } {
  let [includes, excludes] = [false, false]
  for (const [field, part] of tree) {
    if (isTree(part)) {
      const inner = survey(part, false)
      includes ||= inner.includes
      excludes ||= inner.excludes
    } else if (part === 'exclude') excludes ||= !(isTop && field === '_id')
    else includes ||= !(isTop && field === '_id' && part === 'include')
  }
  return { includes, excludes }
}

export const project: CompileStage = (spec, { names }) => {
  if (!isDocument(spec)) {
    throw refuse('$project specification must be an object', 'Location15969')
  }
  if (!Object.keys(spec).length) {
    throw refuse(
      'Invalid $project :: caused by :: projection specification must have at least one field',
      '51272',
    )
  }
  const tree = readProjection(spec, names)
  const { includes, excludes } = survey(tree, true)
  if (includes && excludes) {
    throw refuse(
      "Invalid $project :: caused by :: Bad projection specification, cannot exclude fields other than '_id' " +
        `in an inclusion projection: ${show(spec)}`,
      'Location31253',
    )
  }
  if (excludes || (!includes && tree.get('_id') === 'exclude')) {
    return (documents) => documents.map((document) => exclude(document, tree) as Document)
  }
  if (!tree.has('_id')) tree.set('_id', 'include')
  const computes = hasComputed(tree)
  return (documents, outer) =>
    documents.map((document) => {
      const kept = include(document, tree) as Document
      return computes ? (compute(kept, tree, startScope(document, outer)) as Document) : kept
    })
}

function hasComputed(tree: Tree): boolean {
  return [...tree.values()].some((part) =>
    isTree(part) ? hasComputed(part) : typeof part === 'function',
  )
}

/** The included members of a value; undefined for what has no members. */
function include(value: Value, tree: Tree): Value | undefined {
  if (Array.isArray(value)) {
    return value.flatMap((element) => {
      const kept = include(element, tree)
      return kept === undefined ? [] : [kept]
    })
  }
  if (!isDocument(value)) return undefined
  const kept: Document = {}
  for (const field of Object.keys(value)) {
    const part = tree.get(field)
    if (part === undefined) continue
    const member = value[field] as Value
    const next = part === 'include' ? member : isTree(part) ? include(member, part) : undefined
    if (next !== undefined) kept[field] = next
  }
  return kept
}

function exclude(value: Value, tree: Tree): Value {
  if (Array.isArray(value)) return value.map((element) => exclude(element, tree))
  if (!isDocument(value)) return value
  const kept: Document = {}
  for (const field of Object.keys(value)) {
    const part = tree.get(field)
    if (part === 'exclude') continue
    const member = value[field] as Value
    kept[field] = isTree(part) ? exclude(member, part) : member
  }
  return kept
}

/** Adds the computed members, in the elements of arrays too; what has no members becomes a document. */
function compute(value: Value | undefined, tree: Tree, scope: Scope): Value {
  if (Array.isArray(value)) return value.map((element) => compute(element, tree, scope))
  const made: Document = isDocument(value) ? { ...value } : {}
  for (const [field, part] of tree) {
    if (typeof part === 'function') {
      const result = part(scope)
      if (result === undefined) delete made[field]
      else made[field] = result
    } else if (isTree(part) && hasComputed(part)) made[field] = compute(made[field], part, scope)
  }
  return made
}

/** $addFields reads literals as values: `{ a: 1 }` sets a to 1. */
function readAddition(value: Value, context: PipelineContext): Part {
  if (!isDocument(value)) return compileExpression(value, context.names)
  const fields = Object.keys(value)
  if (!fields.length || fields[0]?.startsWith('$')) return compileExpression(value, context.names)
  const tree: Tree = new Map()
  for (const field of fields) {
    checkField(field)
    plant(tree, field, readAddition(value[field] as Value, context), '$addFields')
  }
  return tree
}

export const addFields: CompileStage = (spec, context) => {
  if (!isDocument(spec)) {
    throw refuse(`$addFields specification stage must be an object`, 'Location40272')
  }
  if (!Object.keys(spec).length) {
    throw refuse(
      'Invalid $addFields :: caused by :: specification must have at least one field',
      '40177',
    )
  }
  const tree: Tree = new Map()
  for (const [field, value] of Object.entries(spec)) {
    checkField(field)
    plant(tree, field, readAddition(value, context), '$addFields')
  }
  return (documents, outer) =>
    documents.map((document) => compute(document, tree, startScope(document, outer)) as Document)
}

export const unset: CompileStage = (spec) => {
  const tree: Tree = new Map()
  for (const field of Array.isArray(spec) ? spec : [spec]) {
    if (typeof field !== 'string') {
      throw refuse('$unset specification must be a string or an array', 'Location31002')
    }
    checkField(field)
    plant(tree, field, 'exclude', '$unset')
  }
  return (documents) => documents.map((document) => exclude(document, tree) as Document)
}

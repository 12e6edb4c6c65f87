/** The projection of a find (`field()`): members in or out, nested too, `$slice` and `$elemMatch` of arrays. */
import { compileQuery } from './match-query'
import { firstMatch } from './resolve-positions'
import { refuse } from './tcb-error'
import { isDocument, isTruthy, type Document, type Value } from './values'

type Cut = (value: Value) => Value | undefined
type Node = true | Cut | Map<string, Node>

interface Projection {
  /** Named members stay (with `_id` unless it is taken out); otherwise they go, or are cut. */
  isInclusion: boolean
  tree: Map<string, Node>
  withoutId: boolean
}

/** Reads a projection once for all documents; null when it asks for nothing. */
export function compileProjection(
  spec: Document,
  query: Document = {},
): ((document: Document) => Document) | null {
  if (!Object.keys(spec).length) return null
  const { isInclusion, tree, withoutId } = readProjection(spec, query)
  if (isInclusion) {
    if (withoutId) tree.delete('_id')
    else tree.set('_id', true)
    return (document) => keep(document, tree)
  }
  if (withoutId) tree.set('_id', true)
  return (document) => drop(document, tree)
}

function readProjection(spec: Document, query: Document): Projection {
  const tree = new Map<string, Node>()
  let mode: 'in' | 'out' | null = null
  let withoutId = false
  const choose = (next: 'in' | 'out'): void => {
    if (mode && mode !== next) {
      throw refuse('Projection cannot have a mix of inclusion and exclusion.', 'BadValue')
    }
    mode = next
  }
  const read = (path: string, value: Value): void => {
    if (isDocument(value)) {
      const [operator] = Object.keys(value)
      if (operator === '$slice') plant(tree, path, slice(value.$slice as Value))
      else if (operator === '$elemMatch') {
        choose('in')
        plant(tree, path, elemMatch(value.$elemMatch as Value))
      } else if (operator === undefined || operator.startsWith('$')) {
        throw refuse(`Unsupported projection option: ${path}: ${JSON.stringify(value)}`, 'BadValue')
      } else for (const [name, inner] of Object.entries(value)) read(`${path}.${name}`, inner)
    } else if (path === '_id') {
      if (!isTruthy(value)) withoutId = true
      else if (Object.keys(spec).length === 1) choose('in')
    } else if (path.endsWith('.$')) {
      choose('in')
      plant(tree, path.slice(0, -2), matched(path.slice(0, -2), query))
    } else {
      choose(isTruthy(value) ? 'in' : 'out')
      plant(tree, path, true)
    }
  }
  for (const [path, value] of Object.entries(spec)) read(path, value)
  return { isInclusion: mode === 'in', tree, withoutId }
}

function plant(tree: Map<string, Node>, path: string, node: Node): void {
  const steps = path.split('.')
  const last = steps.pop() as string
  let at = tree
  for (const step of steps) {
    let next = at.get(step)
    if (next === undefined) at.set(step, (next = new Map<string, Node>()))
    if (!(next instanceof Map)) throw refuse(`Path collision at ${path}`, 'Location31249')
    at = next
  }
  if (at.get(last) instanceof Map) throw refuse(`Path collision at ${path}`, 'Location31250')
  at.set(last, node)
}

/** `n`, or `[skip, n]`; a negative count or skip is from the end. */
function slice(operand: Value): Cut {
  const pair = Array.isArray(operand) ? operand : null
  const [skip, count] = pair ?? [0, operand]
  if (typeof skip !== 'number' || typeof count !== 'number' || (pair && pair.length !== 2)) {
    throw refuse('$slice only supports numbers and [skip, limit] arrays', 'BadValue')
  }
  if (pair && count <= 0) throw refuse('$slice limit must be positive', 'BadValue')
  return (value) => {
    if (!Array.isArray(value)) return value
    if (!pair) return count < 0 ? value.slice(count) : value.slice(0, count)
    const start = skip < 0 ? Math.max(0, value.length + skip) : skip
    return value.slice(start, start + count)
  }
}

/** The first element that matches, alone; nothing when none does. */
function elemMatch(condition: Value): Cut {
  if (!isDocument(condition))
    throw refuse('elemMatch: Invalid argument, object required.', 'BadValue')
  const test = compileQuery({ list: { $elemMatch: condition } })
  return (value) => {
    if (!Array.isArray(value)) return undefined
    const found = value.find((element) => test({ list: [element] }))
    return found === undefined ? undefined : [found]
  }
}

/** The first element that the query matched, alone. */
function matched(path: string, query: Document): Cut {
  return (value) => {
    if (!Array.isArray(value)) return value
    const position = firstMatch(value, path, query)
    if (position >= 0) return [value[position] as Value]
    throw refuse(
      "Executor error during find command :: caused by :: positional operator '.$' couldn't find a " +
        'matching element in the array',
      'Location51246',
    )
  }
}

function keep(document: Document, tree: Map<string, Node>): Document {
  const kept: Document = {}
  for (const field of Object.keys(document)) {
    const node = tree.get(field)
    if (node === undefined) continue
    const value = document[field] as Value
    const next = node === true ? value : node instanceof Map ? keepIn(value, node) : node(value)
    if (next !== undefined) kept[field] = next
  }
  return kept
}

function keepIn(value: Value, tree: Map<string, Node>): Value | undefined {
  if (Array.isArray(value)) {
    return value.flatMap((element) => {
      const kept = keepIn(element, tree)
      return kept === undefined ? [] : [kept]
    })
  }
  return isDocument(value) ? keep(value, tree) : undefined
}

function drop(document: Document, tree: Map<string, Node>): Document {
  const kept: Document = {}
  for (const field of Object.keys(document)) {
    const node = tree.get(field)
    const value = document[field] as Value
    if (node === true) continue
    const next =
      node === undefined ? value : node instanceof Map ? dropIn(value, node) : node(value)
    if (next !== undefined) kept[field] = next
  }
  return kept
}

function dropIn(value: Value, tree: Map<string, Node>): Value {
  if (Array.isArray(value)) return value.map((element) => dropIn(element, tree))
  return isDocument(value) ? drop(value, tree) : value
}

/** The stages that neither group nor project nor join. */
import { compileExpression, startScope } from '../expression/compile-expression'
import { nearestFirst } from '../match-geometry'
import { compileQuery } from '../match-query'
import { sortDocuments, type SortSpec } from '../order-values'
import { refuse } from '../tcb-error'
import { show } from '../update-place'
import { isDocument, typeName, valueAt, type Document, type Value } from '../values'
import { compilePipeline } from './compile-pipeline'
import { readStages } from './join'
import { withPath, type CompileStage, type PipelineContext } from './stage'

const match: CompileStage = (spec, { names }) => {
  if (!isDocument(spec)) {
    throw refuse('the match filter must be an expression in an object', 'Location15959')
  }
  if (nearestFirst(spec)) {
    throw refuse('$geoNear, $near, and $nearSphere are not allowed in this context', 'BadValue')
  }
  if (!names.length || !('$expr' in spec)) {
    const test = compileQuery(spec)
    return (documents) => documents.filter(test)
  }
  // Inside a join, `$expr` sees the variables of `let`.
  const { $expr, ...rest } = spec
  const test = compileQuery(rest)
  const evaluate = compileExpression($expr, names)
  return (documents, outer) =>
    documents.filter((one) => test(one) && Boolean(evaluate(startScope(one, outer)) ?? false))
}

function wholeNumber(stage: string, spec: Value): number {
  if (typeof spec === 'number' && Number.isInteger(spec)) return spec
  throw refuse(`the ${stage} must be specified as a number`, 'Location15957')
}

const limit: CompileStage = (spec) => {
  const most = wholeNumber('limit', spec)
  if (most <= 0) throw refuse('the limit must be positive', 'Location15958')
  return (documents) => documents.slice(0, most)
}

const skip: CompileStage = (spec) => {
  const first = wholeNumber('number to skip', spec)
  if (first < 0) throw refuse('Argument to $skip cannot be negative', 'Location15956')
  return (documents) => documents.slice(first)
}

export function readSort(spec: Value): SortSpec {
  if (!isDocument(spec)) {
    throw refuse('the $sort key specification must be an object', 'Location15973')
  }
  const steps = Object.entries(spec)
  if (!steps.length) throw refuse('$sort stage must have at least one sort key', 'Location15976')
  return steps.map(([path, direction]) => {
    if (isDocument(direction)) return [path, 1]
    if (direction !== 1 && direction !== -1) {
      throw refuse(
        '$sort key ordering must be 1 (for ascending) or -1 (for descending)',
        'Location15975',
      )
    }
    return [path, direction]
  })
}

const sort: CompileStage = (spec) => {
  const order = readSort(spec)
  return (documents) => sortDocuments(documents, order)
}

const sample: CompileStage = (spec) => {
  const size = isDocument(spec) ? spec.size : undefined
  if (typeof size !== 'number') {
    throw refuse('size argument to $sample must be a number', 'Location28746')
  }
  if (size < 0) throw refuse('size argument to $sample must not be negative', 'Location28747')
  return (documents) => {
    const rest = [...documents]
    const drawn: Document[] = []
    while (rest.length && drawn.length < size) {
      const at = Math.floor(Math.random() * rest.length)
      const last = rest.pop() as Document
      drawn.push(at < rest.length ? (rest[at] as Document) : last)
      if (at < rest.length) rest[at] = last
    }
    return drawn
  }
}

function readUnwind(spec: Value): { path: string; index?: string; keep: boolean } {
  const given = isDocument(spec) ? spec : { path: spec }
  const { path, includeArrayIndex: index, preserveNullAndEmptyArrays: keep = false } = given
  if (typeof path !== 'string') {
    throw refuse(`expected a string as the path for $unwind stage, got ${typeName(path)}`, '28808')
  }
  if (!path.startsWith('$')) {
    throw refuse(`path option to $unwind stage should be prefixed with a '$': ${path}`, '28818')
  }
  if (typeof keep !== 'boolean') {
    throw refuse(
      'expected a boolean for the preserveNullAndEmptyArrays option to $unwind stage',
      '28809',
    )
  }
  if (index !== undefined && (typeof index !== 'string' || !index || index.startsWith('$'))) {
    throw refuse(
      'expected a non-empty string for the includeArrayIndex option to $unwind stage',
      '28810',
    )
  }
  return { path: path.slice(1), index, keep }
}

const unwind: CompileStage = (spec) => {
  const { path, index, keep } = readUnwind(spec)
  const steps = path.split('.')
  const place = index?.split('.')
  const numbered = (document: Document, position: Value): Document =>
    place ? withPath(document, place, position) : document
  return (documents) =>
    documents.flatMap((document) => {
      const value = valueAt(document, path)
      if (Array.isArray(value) && value.length) {
        return value.map((element, i) => numbered(withPath(document, steps, element), i))
      }
      const isEmpty = value === undefined || value === null || Array.isArray(value)
      if (isEmpty && !keep) return []
      const kept = Array.isArray(value) ? withPath(document, steps, undefined) : document
      return [numbered(kept, null)]
    })
}

const replaceWith: CompileStage = (spec, { names }) => {
  const evaluate = compileExpression(spec, names)
  return (documents, outer) =>
    documents.map((document) => {
      const root = evaluate(startScope(document, outer))
      if (isDocument(root)) return root
      throw refuse(
        "'newRoot' expression must evaluate to an object, but resulting value was: " +
          `${root === undefined ? 'MISSING' : show(root)}. Type of resulting value: '${typeName(root)}'. ` +
          `Input document: ${show(document)}`,
        'Location40228',
      )
    })
}

const replaceRoot: CompileStage = (spec, context) => {
  if (!isDocument(spec)) {
    throw refuse(
      `expected an object as specification for $replaceRoot stage, got ${typeName(spec)}`,
      '40229',
    )
  }
  for (const key of Object.keys(spec)) {
    if (key !== 'newRoot') {
      throw refuse(
        `unrecognized option to $replaceRoot stage: ${key}, only valid option is 'newRoot'.`,
        '40230',
      )
    }
  }
  if (spec.newRoot === undefined) {
    throw refuse('no newRoot specified for the $replaceRoot stage', 'Location40231')
  }
  return replaceWith(spec.newRoot, context)
}

const facet: CompileStage = (spec, context) => {
  if (!isDocument(spec) || !Object.keys(spec).length) {
    throw refuse('the $facet specification must be a non-empty object', 'Location40169')
  }
  const runs = Object.entries(spec).map(
    ([name, stages]) => [name, compilePipeline(readStages(stages), context)] as const,
  )
  return (documents, outer) => [
    Object.fromEntries(runs.map(([name, run]) => [name, run(documents, outer)])),
  ]
}

const redact: CompileStage = (spec, { names }) => {
  const decide = compileExpression(spec, names)
  return (documents, outer) => {
    const visit = (root: Document, at: Document): Document | null => {
      const decision = decide({ ...startScope(root, outer), current: at })
      if (decision === '$$PRUNE') return null
      if (decision === '$$KEEP') return at
      if (decision !== '$$DESCEND') {
        throw refuse('$redact must return $$DESCEND, $$PRUNE or $$KEEP', 'Location17053')
      }
      const kept: Document = {}
      for (const [field, value] of Object.entries(at)) {
        const next = visitValue(root, value)
        if (next !== undefined) kept[field] = next
      }
      return kept
    }
    const visitValue = (root: Document, value: Value): Value | undefined => {
      if (isDocument(value)) return visit(root, value) ?? undefined
      if (!Array.isArray(value)) return value
      const kept: Value[] = []
      for (const element of value) {
        const next = visitValue(root, element)
        if (next !== undefined) kept.push(next)
      }
      return kept
    }
    return documents
      .map((document) => visit(document, document))
      .filter((document) => document !== null)
  }
}

const misplacedNear = (_spec: Value, _context: PipelineContext): never => {
  throw refuse('$geoNear is only valid as the first stage in a pipeline.', 'Location40602')
}

export const STAGES: Record<string, CompileStage> = {
  $facet: facet,
  $geoNear: misplacedNear,
  $limit: limit,
  $match: match,
  $redact: redact,
  $replaceRoot: replaceRoot,
  $replaceWith: replaceWith,
  $sample: sample,
  $skip: skip,
  $sort: sort,
  $unwind: unwind,
}

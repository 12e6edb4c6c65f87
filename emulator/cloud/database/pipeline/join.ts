/** $lookup, $graphLookup and $unionWith: documents of other collections. */
import { bind, compileExpression, startScope, type Scope } from '../expression/compile-expression'
import { compileQuery } from '../match-query'
import { orderKey } from '../order-values'
import { refuse } from '../tcb-error'
import { isDocument, typeName, valuesAt, type Document, type Value } from '../values'
import { compilePipeline } from './compile-pipeline'
import { withPath, type CompileStage, type PipelineContext, type RunStage } from './stage'

function readText(stage: string, spec: Document, key: string): string {
  const value = spec[key]
  if (typeof value === 'string') return value
  throw refuse(
    `${stage} argument '${key}: ${JSON.stringify(value)}' must be a string, is type ${typeName(value)}`,
    'FailedToParse',
  )
}

/** What a document is found by: each value at the path, arrays also by their elements; nothing is null. */
function keysAt(document: Document, path: string): Set<string> {
  const values = valuesAt(document, path)
  const keys = new Set<string>()
  for (const value of values) {
    keys.add(orderKey(value))
    if (Array.isArray(value)) for (const element of value) keys.add(orderKey(element))
  }
  if (!values.length) keys.add(orderKey(null))
  return keys
}

/** What a document looks for: the elements of an array (none of an empty one), not the array; nothing is null. */
function wantedAt(document: Document, path: string): string[] {
  const values = valuesAt(document, path)
  if (!values.length) return [orderKey(null)]
  return values.flatMap((one) => (Array.isArray(one) ? one : [one])).map(orderKey)
}

function byKey(documents: Document[], path: string): Map<string, number[]> {
  const index = new Map<string, number[]>()
  for (const [i, document] of documents.entries()) {
    for (const key of keysAt(document, path)) {
      const list = index.get(key)
      if (list) list.push(i)
      else index.set(key, [i])
    }
  }
  return index
}

function joinByFields(spec: Document, context: PipelineContext): RunStage {
  const [from, local, foreign, as] = ['from', 'localField', 'foreignField', 'as'].map((key) =>
    readText('$lookup', spec, key),
  ) as [string, string, string, string]
  return (documents) => {
    const others = context.collection(from)
    const index = byKey(others, foreign)
    return documents.map((document) => {
      const found = new Set(wantedAt(document, local).flatMap((key) => index.get(key) ?? []))
      const matches = [...found].sort((a, b) => a - b).map((i) => others[i] as Document)
      return withPath(document, as.split('.'), matches)
    })
  }
}

function joinByPipeline(spec: Document, context: PipelineContext): RunStage {
  const from = readText('$lookup', spec, 'from')
  const as = readText('$lookup', spec, 'as')
  const variables = spec.let ?? {}
  if (!isDocument(variables)) {
    throw refuse("$lookup argument 'let' must be an object", 'FailedToParse')
  }
  const names = Object.keys(variables)
  const values = names.map((name) => compileExpression(variables[name] as Value, context.names))
  const inner = { ...context, names: [...context.names, ...names] }
  const run = compilePipeline(readStages(spec.pipeline), inner)
  return (documents, outer) =>
    documents.map((document) => {
      const scope = startScope(document, outer)
      let bound: Scope = scope
      for (const [i, name] of names.entries()) bound = bind(bound, name, values[i]?.(scope))
      return withPath(document, as.split('.'), run(context.collection(from), bound))
    })
}

export function readStages(pipeline: Value | undefined): Document[] {
  if (Array.isArray(pipeline) && pipeline.every(isDocument)) return pipeline
  throw refuse("'pipeline' option must be specified as an array", 'TypeMismatch')
}

const LOOKUP_KEYS = ['from', 'localField', 'foreignField', 'as', 'let', 'pipeline']

export const lookup: CompileStage = (spec, context) => {
  if (!isDocument(spec)) {
    throw refuse('the $lookup specification must be an Object', 'FailedToParse')
  }
  for (const key of Object.keys(spec)) {
    if (!LOOKUP_KEYS.includes(key))
      throw refuse(`unknown argument to $lookup: ${key}`, 'FailedToParse')
  }
  if (spec.as === undefined) throw refuse("must specify 'as' field for a $lookup", 'FailedToParse')
  if (spec.from === undefined)
    throw refuse("missing 'from' option to $lookup stage", 'FailedToParse')
  const hasFields = spec.localField !== undefined || spec.foreignField !== undefined
  if (spec.pipeline !== undefined) {
    if (hasFields) {
      throw refuse(
        "$lookup with 'pipeline' may not specify 'localField' or 'foreignField'",
        'FailedToParse',
      )
    }
    return joinByPipeline(spec, context)
  }
  if (spec.localField === undefined || spec.foreignField === undefined) {
    throw refuse(
      "$lookup requires either 'pipeline' or both 'localField' and 'foreignField' to be specified",
      'FailedToParse',
    )
  }
  return joinByFields(spec, context)
}

export const unionWith: CompileStage = (spec, context) => {
  const given: Document = isDocument(spec) ? spec : { coll: spec }
  const from = readText('$unionWith', given, 'coll')
  const run = compilePipeline(given.pipeline ? readStages(given.pipeline) : [], context)
  return (documents, outer) => [...documents, ...run(context.collection(from), outer)]
}

export const graphLookup: CompileStage = (spec, context) => {
  if (!isDocument(spec)) {
    throw refuse('the $graphLookup stage specification must be an object', 'FailedToParse')
  }
  const [from, connectFrom, connectTo, as] = [
    'from',
    'connectFromField',
    'connectToField',
    'as',
  ].map((key) => readText('$graphLookup', spec, key)) as [string, string, string, string]
  const startWith = compileExpression(spec.startWith as Value, context.names)
  const restrict = spec.restrictSearchWithMatch
  const isAllowed = compileQuery(isDocument(restrict) ? restrict : {})
  const maxDepth = typeof spec.maxDepth === 'number' ? spec.maxDepth : Infinity
  const depthField = typeof spec.depthField === 'string' ? spec.depthField.split('.') : null
  return (documents, outer) => {
    const others = context.collection(from).filter(isAllowed)
    const index = byKey(others, connectTo)
    return documents.map((document) => {
      const start = startWith(startScope(document, outer)) ?? null
      const found = new Map<number, number>()
      let frontier = (Array.isArray(start) ? start : [start]).map(orderKey)
      for (let depth = 0; frontier.length && depth <= maxDepth; depth++) {
        const fresh = [...new Set(frontier.flatMap((key) => index.get(key) ?? []))].filter(
          (i) => !found.has(i),
        )
        for (const i of fresh) found.set(i, depth)
        frontier = fresh.flatMap((i) => wantedAt(others[i] as Document, connectFrom))
      }
      const matches = [...found].map(([i, depth]) => {
        const match = others[i] as Document
        return depthField ? withPath(match, depthField, depth) : match
      })
      return withPath(document, as.split('.'), matches)
    })
  }
}

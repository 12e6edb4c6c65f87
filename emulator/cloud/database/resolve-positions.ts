/** Positional update paths: `list.$.x` is the first element the query matched, `list.$[].x` is every one. */
import { compileQuery } from './match-query'
import { writeFailed } from './tcb-error'
import { isDocument, valueAt, type Document, type Value } from './values'

export function resolvePositions(document: Document, path: string, query: Document): string[] {
  if (!path.includes('$')) return [path]
  const steps = path.split('.')
  let paths = ['']
  for (const step of steps) {
    paths = paths.flatMap((prefix) => {
      if (step !== '$' && step !== '$[]') return [prefix ? `${prefix}.${step}` : step]
      const list = valueAt(document, prefix)
      if (!Array.isArray(list)) {
        throw writeFailed(
          `The path '${prefix}' must exist in the document in order to apply array updates.`,
        )
      }
      if (step === '$[]') return list.map((_, i) => `${prefix}.${i}`)
      const position = firstMatch(list, prefix, query)
      if (position < 0) {
        throw writeFailed('The positional operator did not find the match needed from the query.')
      }
      return [`${prefix}.${position}`]
    })
  }
  return paths
}

/** The position of the first element the query matched; -1 when it asks nothing of this array. */
export function firstMatch(list: Value[], path: string, query: Document): number {
  const tests = conditionsOn(path, query)
  return tests.length ? list.findIndex((element) => tests.every((test) => test(element))) : -1
}

/** The query's conditions on elements of the array at `path`, as tests of one element. */
function conditionsOn(path: string, query: Document): ((element: Value) => boolean)[] {
  return Object.entries(query).flatMap(([key, condition]) => {
    if (key === '$and' && Array.isArray(condition)) {
      return condition.flatMap((part) => (isDocument(part) ? conditionsOn(path, part) : []))
    }
    if (key === path) {
      const inner = isDocument(condition) && isDocument(condition.$elemMatch) ? condition : null
      const test = compileQuery(inner ? { list: inner } : { element: condition })
      return [(element: Value) => test(inner ? { list: [element] } : { element })]
    }
    if (!key.startsWith(path + '.')) return []
    const test = compileQuery({ [key.slice(path.length + 1)]: condition })
    return [(element: Value) => isDocument(element) && test(element)]
  })
}

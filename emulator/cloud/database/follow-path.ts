/** How a query's dotted path meets a document: every value it reaches, through arrays, until one passes. */
import { isDocument, type Document, type Value } from './values'

/** Undefined: the path ends in nothing. */
export type ValueTest = (value: Value | undefined) => boolean
export type DocumentTest = (document: Document) => boolean

/**
 * Whether any value at the path passes. `elements`: an array at the end of the path counts element by element,
 * and as a whole; otherwise as a whole only.
 */
export function anyAt(path: string, test: ValueTest, elements = true): DocumentTest {
  if (!path.includes('.')) {
    return (document) => testLeaf(document[path], test, elements)
  }
  const steps = path.split('.')
  return (document) => walk(document, steps, 0, test, elements)
}

function testLeaf(value: Value | undefined, test: ValueTest, elements: boolean): boolean {
  if (elements && Array.isArray(value)) {
    for (const element of value) if (test(element)) return true
  }
  return test(value)
}

function walk(
  document: Document,
  steps: string[],
  from: number,
  test: ValueTest,
  elements: boolean,
): boolean {
  let value: Value | undefined = document
  for (let at = from; at < steps.length; at++) {
    if (Array.isArray(value)) return walkArray(value, steps, at, test, elements)
    if (!isDocument(value)) return test(undefined)
    value = value[steps[at] as string]
  }
  return testLeaf(value, test, elements)
}

/** Through the documents in an array, and through the element that the next step may number. */
function walkArray(
  list: Value[],
  steps: string[],
  at: number,
  test: ValueTest,
  elements: boolean,
): boolean {
  const step = steps[at] as string
  const position = isPosition(step) ? Number(step) : -1
  for (const [i, element] of list.entries()) {
    if (isDocument(element) && walk(element, steps, at, test, elements)) return true
    if (i !== position) continue
    // An element named by its position counts as a whole, even when it is an array.
    if (at + 1 === steps.length) return test(element)
    if (Array.isArray(element)) return walkArray(element, steps, at + 1, test, elements)
    if (isDocument(element) && walk(element, steps, at + 1, test, elements)) return true
  }
  return false
}

export function isPosition(step: string): boolean {
  return /^(0|[1-9]\d*)$/.test(step)
}

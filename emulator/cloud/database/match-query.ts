/** Queries as MongoDB matches them: mingo with our own operators where it differs, and the geo operators. */
import { Context } from 'mingo/core'
import * as accumulator from 'mingo/operators/accumulator'
import * as expression from 'mingo/operators/expression'
import * as pipeline from 'mingo/operators/pipeline'
import * as projection from 'mingo/operators/projection'
import * as query from 'mingo/operators/query'
import * as window from 'mingo/operators/window'
import { Query } from 'mingo/query'
import type { Options } from 'mingo/types'
import { COMPARISONS } from './compare-expressions'
import {
  asPosition,
  asShape,
  distanceBetween,
  EARTH_RADIUS_M,
  positionsOf,
  shapeContains,
  shapesIntersect,
  type Shape,
} from './measure-geometry'
import { isDocument, valuesAt, type Document, type Value } from './values'

type Test = (document: Document) => boolean
type Operator = (selector: string, value: Value, options: Options) => Test

/** Tests the value at the selector, or any element of an array of shapes there. */
function geoOperator(matches: (shape: Shape, spec: Document) => boolean): Operator {
  return (selector, value) => (document) =>
    valuesAt(document, selector)
      .flatMap((found) => (Array.isArray(found) ? found : [found]))
      .some((found) => {
        const shape = asShape(found)
        return shape !== null && matches(shape, value as Document)
      })
}

function isNear(shape: Shape, spec: Document): boolean {
  const distance = distanceBetween(shape, spec.$geometry)
  const { $maxDistance: max, $minDistance: min } = spec
  if (!Number.isFinite(distance)) return false
  return (
    (typeof max !== 'number' || distance <= max) && (typeof min !== 'number' || distance >= min)
  )
}

function isWithin(shape: Shape, spec: Document): boolean {
  const sphere = spec.$centerSphere
  if (Array.isArray(sphere)) {
    const centre = asPosition(sphere[0])
    const radius = Number(sphere[1]) * EARTH_RADIUS_M
    return positionsOf(shape).every((position) => distanceBetween(position, centre) <= radius)
  }
  const area = asShape(spec.$geometry)
  return area !== null && positionsOf(shape).every((position) => shapeContains(area, position))
}

function intersects(shape: Shape, spec: Document): boolean {
  const other = asShape(spec.$geometry)
  return other !== null && shapesIntersect(shape, other)
}

/** mingo lets an object condition match scalar elements; MongoDB does not. */
const elemMatch: Operator = (selector, value) => {
  const condition = value as Document
  const onElement = Object.keys(condition).every(
    (key) => key.startsWith('$') && !['$and', '$or', '$nor', '$expr'].includes(key),
  )
  const inner = compileQuery(onElement ? { x: condition } : condition)
  const matches = (element: Value): boolean => {
    if (onElement) return inner({ x: element })
    if (Array.isArray(element)) return inner({ ...element } as unknown as Document)
    return isDocument(element) && inner(element)
  }
  return (document) =>
    valuesAt(document, selector).some((found) => Array.isArray(found) && found.some(matches))
}

const own = {
  $nearSphere: geoOperator(isNear),
  $geoWithin: geoOperator(isWithin),
  $geoIntersects: geoOperator(intersects),
  $elemMatch: elemMatch,
} as unknown as Record<`$${string}`, never>

/** A full context of our own: with the default one mingo's built-ins win over these operators. */
export const CONTEXT = Context.init({
  accumulator: { ...accumulator },
  expression: { ...expression, ...COMPARISONS },
  pipeline: { ...pipeline },
  projection: { ...projection },
  query: { ...query, ...own },
  window: { ...window },
})

export function queryOptions(resolve?: (collection: string) => Document[]): Partial<Options> {
  return { context: CONTEXT, scriptEnabled: false, collectionResolver: resolve }
}

const OPTIONS = queryOptions()

/** A test for one query. Throws what mingo throws when an operator is unknown. */
export function compileQuery(condition: Document): Test {
  if (Object.keys(condition).length === 0) return () => true
  const compiled = new Query(condition, OPTIONS)
  return (document) => compiled.test(document)
}

/** Where a query asks for nearness, results come nearest first. */
export function nearestFirst(condition: Document): ((a: Document, b: Document) => number) | null {
  for (const [path, spec] of Object.entries(condition)) {
    if (!isDocument(spec) || !isDocument(spec.$nearSphere)) continue
    const centre = spec.$nearSphere.$geometry
    const distance = (document: Document): number =>
      Math.min(...valuesAt(document, path).map((value) => distanceBetween(value, centre)))
    return (a, b) => distance(a) - distance(b)
  }
  return null
}

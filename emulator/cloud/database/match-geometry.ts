/** Geo conditions of queries: near (which also orders), within, intersects. */
import { anyAt } from './follow-path'
import {
  angleBetween,
  asPosition,
  asShape,
  distanceTo,
  EARTH_RADIUS_M,
  shapeWithin,
  shapesIntersect,
  type Position,
  type Shape,
} from './measure-geometry'
import type { Condition } from './match-conditions'
import { refuse } from './tcb-error'
import { isDocument, valuesAt, type Document, type Value } from './values'

/** Where a near condition measures from; a bare pair measures in radians instead of metres. */
interface Nearness {
  centre: Position
  metresPerUnit: number
  least: number
  most: number
}

function readNearness(operand: Value, siblings: Document): Nearness {
  const limits = Array.isArray(operand) ? siblings : (operand as Document)
  const isPlain = Array.isArray(operand) || !isDocument(limits.$geometry)
  const centre = asPosition(isPlain ? operand : limits.$geometry)
  if (!centre) throw refuse('invalid point in geo near query $geometry argument', 'BadValue')
  if (isDocument(limits.$geometry) && limits.$geometry.type !== 'Point') {
    throw refuse('$near requires a point, given a geometry of another type', 'BadValue')
  }
  return {
    centre,
    metresPerUnit: isPlain ? EARTH_RADIUS_M : 1,
    least: readLimit('$minDistance', limits.$minDistance, 0),
    most: readLimit('$maxDistance', limits.$maxDistance, Infinity),
  }
}

function readLimit(name: string, value: Value | undefined, otherwise: number): number {
  if (value === undefined) return otherwise
  if (typeof value !== 'number') throw refuse(`${name} must be a number`, 'BadValue')
  if (value < 0) throw refuse(`${name} must be non-negative`, 'BadValue')
  return value
}

/** A geo value: a shape, a bare pair, or an array of them, of which the nearest counts. */
function distanceFrom(centre: Position, value: Value | undefined): number {
  const distance = distanceTo(value, centre)
  if (Number.isFinite(distance) || !Array.isArray(value)) return distance
  return Math.min(...value.map((element) => distanceTo(element, centre)))
}

const near: Condition = (path, operand, siblings) => {
  const { centre, metresPerUnit, least, most } = readNearness(operand, siblings)
  return anyAt(
    path,
    (value) => {
      const distance = distanceFrom(centre, value) / metresPerUnit
      return Number.isFinite(distance) && distance >= least && distance <= most
    },
    false,
  )
}

function shapeCondition(read: (operand: Value) => (shape: Shape) => boolean): Condition {
  return (path, operand) => {
    const matches = read(operand)
    return anyAt(path, (value) => {
      const shape = asShape(value)
      return shape !== null && matches(shape)
    })
  }
}

function readArea(operand: Value): (shape: Shape) => boolean {
  if (!isDocument(operand)) throw refuse('geometry must be an object', 'BadValue')
  const sphere = operand.$centerSphere
  if (Array.isArray(sphere)) {
    const centre = asPosition(sphere[0])
    const [, radius] = sphere
    if (!centre || typeof radius !== 'number' || radius < 0) {
      throw refuse('Point must only contain numeric elements', 'BadValue')
    }
    return (shape) => shapeWithin(shape, (position) => angleBetween(position, centre) <= radius)
  }
  const area = readGeometry(operand)
  if (area.type !== 'Polygon' && area.type !== 'MultiPolygon') {
    throw refuse('$geoWithin not supported with provided geometry', 'BadValue')
  }
  return (shape) => shapeWithin(shape, area)
}

function readGeometry(operand: Value): Shape {
  const geometry = isDocument(operand) ? operand.$geometry : undefined
  const shape = asShape(geometry)
  if (!shape || Array.isArray(geometry)) throw refuse('unknown geo specifier', 'BadValue')
  return shape
}

export const GEO_CONDITIONS: Record<string, Condition> = {
  $nearSphere: near,
  $near: near,
  $geoWithin: shapeCondition(readArea),
  $geoIntersects: shapeCondition((operand) => {
    const other = readGeometry(operand)
    return (shape) => shapesIntersect(shape, other)
  }),
  $maxDistance: () => () => true,
  $minDistance: () => () => true,
}

/** Where a query asks for nearness, results come nearest first. */
export function nearestFirst(query: Document): ((a: Document, b: Document) => number) | null {
  for (const [path, operand] of Object.entries(query)) {
    if (path === '$and' && Array.isArray(operand)) {
      for (const part of operand) {
        const order = isDocument(part) ? nearestFirst(part) : null
        if (order) return order
      }
    }
    const spec = isDocument(operand) ? (operand.$nearSphere ?? operand.$near) : undefined
    if (spec === undefined) continue
    const { centre } = readNearness(spec, operand as Document)
    const distance = (document: Document): number =>
      Math.min(...valuesAt(document, path).map((value) => distanceFrom(centre, value)))
    return (a, b) => distance(a) - distance(b)
  }
  return null
}

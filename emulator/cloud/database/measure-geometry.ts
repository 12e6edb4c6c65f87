/** Distances and containment on the sphere for GeoJSON shapes, as geo queries need them. */
import { isDocument, type Value } from './values'

export const EARTH_RADIUS_M = 6_378_100
export type Position = [longitude: number, latitude: number]
export interface Shape {
  type: string
  coordinates: unknown
}

export function asShape(value: Value | undefined): Shape | null {
  if (!isDocument(value) || typeof value.type !== 'string') return null
  return Array.isArray(value.coordinates) ? (value as unknown as Shape) : null
}

/** The position of a Point, or of a bare [longitude, latitude] pair. */
export function asPosition(value: unknown): Position | null {
  const pair = Array.isArray(value) ? value : (value as Shape | null)?.coordinates
  if (!Array.isArray(pair) || pair.length < 2) return null
  return typeof pair[0] === 'number' && typeof pair[1] === 'number' ? (pair as Position) : null
}

function unitVector([longitude, latitude]: Position): [number, number, number] {
  const x = (longitude * Math.PI) / 180
  const y = (latitude * Math.PI) / 180
  return [Math.cos(x) * Math.cos(y), Math.sin(x) * Math.cos(y), Math.sin(y)]
}

/** Great-circle distance in metres; Infinity when one of the two is no place. */
export function distanceBetween(a: unknown, b: unknown): number {
  const from = asPosition(a)
  const to = asPosition(b)
  if (!from || !to) return Infinity
  const u = unitVector(from)
  const v = unitVector(to)
  const cross = Math.hypot(
    u[1] * v[2] - u[2] * v[1],
    u[2] * v[0] - u[0] * v[2],
    u[0] * v[1] - u[1] * v[0],
  )
  return EARTH_RADIUS_M * Math.atan2(cross, u[0] * v[0] + u[1] * v[1] + u[2] * v[2])
}

/** Every position of a shape, however deeply nested. */
export function positionsOf(shape: Shape): Position[] {
  const collect = (coordinates: unknown): Position[] => {
    const list = coordinates as unknown[]
    return typeof list[0] === 'number' ? [list as Position] : list.flatMap(collect)
  }
  return collect(shape.coordinates)
}

export function shapeContains(shape: Shape, position: Position): boolean {
  if (shape.type === 'MultiPolygon') {
    const polygons = shape.coordinates as Position[][][]
    return polygons.some((rings) => polygonContains(rings, position))
  }
  if (shape.type === 'Polygon') return polygonContains(shape.coordinates as Position[][], position)
  return linesOf(shape).some(([a, b]) => isOnSegment(position, a, b))
}

export function shapesIntersect(a: Shape, b: Shape): boolean {
  const inA = positionsOf(b).some((position) => shapeContains(a, position))
  if (inA || positionsOf(a).some((position) => shapeContains(b, position))) return true
  const linesOfB = linesOf(b)
  return linesOf(a).some(([p, q]) => linesOfB.some(([r, s]) => segmentsCross(p, q, r, s)))
}

function polygonContains(rings: Position[][], position: Position): boolean {
  const [outer, ...holes] = rings
  if (!outer || !ringContains(outer, position)) return false
  return !holes.some((hole) => ringContains(hole, position) && !isOnRing(hole, position))
}

function ringContains(ring: Position[], position: Position): boolean {
  if (isOnRing(ring, position)) return true
  const [x, y] = position
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i] as Position
    const [xj, yj] = ring[j] as Position
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside
  }
  return inside
}

function isOnRing(ring: Position[], position: Position): boolean {
  return ring.some((corner, i) =>
    isOnSegment(position, ring[(i || ring.length) - 1] as Position, corner),
  )
}

function turn(a: Position, b: Position, c: Position): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
}

function isOnSegment(position: Position, a: Position, b: Position): boolean {
  return (
    Math.abs(turn(a, b, position)) < 1e-12 &&
    Math.min(a[0], b[0]) <= position[0] &&
    position[0] <= Math.max(a[0], b[0]) &&
    Math.min(a[1], b[1]) <= position[1] &&
    position[1] <= Math.max(a[1], b[1])
  )
}

function segmentsCross(p: Position, q: Position, r: Position, s: Position): boolean {
  return turn(p, q, r) * turn(p, q, s) < 0 && turn(r, s, p) * turn(r, s, q) < 0
}

/** The segments of a shape's lines and rings; a point is a segment of no length. */
function linesOf(shape: Shape): [Position, Position][] {
  const collect = (coordinates: unknown): [Position, Position][] => {
    const list = coordinates as unknown[]
    if (typeof list[0] === 'number') return [[list as Position, list as Position]]
    const first = list[0] as unknown[] | undefined
    if (!first || typeof first[0] !== 'number') return list.flatMap(collect)
    if (shape.type === 'MultiPoint') return list.flatMap(collect)
    const positions = list as Position[]
    return positions.slice(1).map((position, i) => [positions[i] as Position, position])
  }
  return collect(shape.coordinates)
}

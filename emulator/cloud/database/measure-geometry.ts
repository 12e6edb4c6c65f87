/** GeoJSON shapes on the sphere: distances, containment and crossings, with great circles as edges. */
import { isDocument, type Value } from './values'

export const EARTH_RADIUS_M = 6_378_100
export type Position = [longitude: number, latitude: number]
type Vector = [number, number, number]

export interface Shape {
  type: string
  coordinates: unknown
}

/** Closer than this (radians, some 0.06 mm) counts as touching. */
const TOUCHING = 1e-11

const TYPES = new Set([
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
])

/** A GeoJSON shape, or a bare [longitude, latitude] pair as the point it stands for; else null. */
export function asShape(value: Value | undefined): Shape | null {
  if (Array.isArray(value)) {
    return value.length === 2 && asPosition(value) ? { type: 'Point', coordinates: value } : null
  }
  if (!isDocument(value) || typeof value.type !== 'string' || !TYPES.has(value.type)) return null
  return Array.isArray(value.coordinates) ? (value as unknown as Shape) : null
}

/** The position of a Point, or of a bare [longitude, latitude] pair. */
export function asPosition(value: unknown): Position | null {
  const pair = Array.isArray(value) ? value : (value as Shape | null)?.coordinates
  if (!Array.isArray(pair) || pair.length < 2) return null
  return typeof pair[0] === 'number' && typeof pair[1] === 'number' ? (pair as Position) : null
}

/** Degrees are turned by one factor, as the service's library does it: its distances come out to the last digit. */
const DEGREE = Math.PI / 180

function vectorOf([longitude, latitude]: Position): Vector {
  const x = longitude * DEGREE
  const y = latitude * DEGREE
  return [Math.cos(x) * Math.cos(y), Math.sin(x) * Math.cos(y), Math.sin(y)]
}

function cross(u: Vector, v: Vector): Vector {
  return [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]]
}

function dot(u: Vector, v: Vector): number {
  return u[0] * v[0] + u[1] * v[1] + u[2] * v[2]
}

function length(u: Vector): number {
  return Math.sqrt(dot(u, u))
}

function angle(u: Vector, v: Vector): number {
  return Math.atan2(length(cross(u, v)), dot(u, v))
}

/** The angle at the earth's centre, in radians. */
export function angleBetween(a: Position, b: Position): number {
  return angle(vectorOf(a), vectorOf(b))
}

/** Metres from a place to the nearest point of a shape, 0 inside an area; Infinity when it is no shape. */
export function distanceTo(value: Value | undefined, from: Position): number {
  const shape = asShape(value)
  if (!shape) return Infinity
  if (shape.type === 'Point')
    return EARTH_RADIUS_M * angleBetween(shape.coordinates as Position, from)
  if (ringsOf(shape).length && shapeContains(shape, from)) return 0
  const point = vectorOf(from)
  const angles = edgesOf(shape).map(([a, b]) => angleToEdge(point, a, b))
  return EARTH_RADIUS_M * Math.min(...angles)
}

function angleToEdge(point: Vector, a: Vector, b: Vector): number {
  const nearestEnd = Math.min(angle(point, a), angle(point, b))
  const normal = cross(a, b)
  const size = length(normal)
  if (size < 1e-15) return nearestEnd
  // Beside the edge (not beyond its ends) the distance is the one to its great circle.
  const isBeside = dot(cross(normal, a), point) > 0 && dot(cross(b, normal), point) > 0
  if (!isBeside) return nearestEnd
  return Math.abs(Math.asin(Math.max(-1, Math.min(1, dot(point, normal) / size))))
}

/** Every position of a shape, however deeply nested. */
function positionsOf(shape: Shape): Position[] {
  const collect = (coordinates: unknown): Position[] => {
    const list = coordinates as unknown[]
    return typeof list[0] === 'number' ? [list as Position] : list.flatMap(collect)
  }
  return collect(shape.coordinates)
}

/** The polygons of a shape, each a list of rings: the outer one, then its holes. */
function ringsOf(shape: Shape): Position[][][] {
  if (shape.type === 'Polygon') return [shape.coordinates as Position[][]]
  return shape.type === 'MultiPolygon' ? (shape.coordinates as Position[][][]) : []
}

/** The edges of a shape's lines and rings; a point is an edge of no length. */
function edgesOf(shape: Shape): [Vector, Vector][] {
  const collect = (coordinates: unknown): [Vector, Vector][] => {
    const list = coordinates as unknown[]
    if (typeof list[0] === 'number') {
      const point = vectorOf(list as Position)
      return [[point, point]]
    }
    const first = list[0] as unknown[] | undefined
    if (shape.type === 'MultiPoint' || typeof first?.[0] !== 'number') return list.flatMap(collect)
    const points = (list as Position[]).map(vectorOf)
    return points.slice(1).map((point, i) => [points[i] as Vector, point])
  }
  return collect(shape.coordinates)
}

export function shapeContains(shape: Shape, position: Position): boolean {
  const polygons = ringsOf(shape)
  if (polygons.length) return polygons.some((rings) => polygonContains(rings, position))
  const point = vectorOf(position)
  return edgesOf(shape).some(([a, b]) => angleToEdge(point, a, b) <= TOUCHING)
}

/** A shape lies within an area (or a circle) with all its corners, and with edges that don't leave it. */
export function shapeWithin(
  shape: Shape,
  area: Shape | ((position: Position) => boolean),
): boolean {
  const holds =
    typeof area === 'function' ? area : (position: Position) => shapeContains(area, position)
  if (!positionsOf(shape).every(holds)) return false
  if (typeof area === 'function' || shape.type === 'Point' || shape.type === 'MultiPoint')
    return true
  const borders = edgesOf(area)
  return !edgesOf(shape).some(([a, b]) => borders.some(([c, d]) => edgesCross(a, b, c, d)))
}

export function shapesIntersect(a: Shape, b: Shape): boolean {
  const inA = positionsOf(b).some((position) => shapeContains(a, position))
  if (inA || positionsOf(a).some((position) => shapeContains(b, position))) return true
  const edgesOfB = edgesOf(b)
  return edgesOf(a).some(([p, q]) => edgesOfB.some(([r, s]) => edgesCross(p, q, r, s)))
}

function polygonContains(rings: Position[][], position: Position): boolean {
  const [outer, ...holes] = rings
  if (!outer || !ringContains(outer, position)) return false
  const point = vectorOf(position)
  return !holes.some((hole) => ringContains(hole, position) && !isOnRing(hole.map(vectorOf), point))
}

/** A ring encloses the smaller part of the sphere: seen from inside, its corners go once around. */
function ringContains(ring: Position[], position: Position): boolean {
  const point = vectorOf(position)
  const corners = ring.map(vectorOf)
  if (isOnRing(corners, point)) return true
  const centre = corners.reduce<Vector>(
    (sum, c) => [sum[0] + c[0], sum[1] + c[1], sum[2] + c[2]],
    [0, 0, 0],
  )
  if (dot(centre, point) <= 0) return false
  let turned = 0
  for (let i = 1; i < corners.length; i++) {
    const a = corners[i - 1] as Vector
    const b = corners[i] as Vector
    turned += Math.atan2(dot(point, cross(a, b)), dot(a, b) - dot(a, point) * dot(b, point))
  }
  return Math.abs(turned) > Math.PI
}

function isOnRing(corners: Vector[], point: Vector): boolean {
  return corners.some(
    (corner, i) => i > 0 && angleToEdge(point, corners[i - 1] as Vector, corner) <= TOUCHING,
  )
}

/** Two edges cross at a point inside of both; an end that touches the other edge is no crossing. */
function edgesCross(a: Vector, b: Vector, c: Vector, d: Vector): boolean {
  const ab = cross(a, b)
  const cd = cross(c, d)
  const sides = [-dot(ab, c), dot(ab, d), -dot(cd, b), dot(cd, a)] as const
  const [least, other] = [TOUCHING * length(ab), TOUCHING * length(cd)]
  if (Math.abs(sides[0]) <= least || Math.abs(sides[1]) <= least) return false
  if (Math.abs(sides[2]) <= other || Math.abs(sides[3]) <= other) return false
  return sides.every((side) => side > 0) || sides.every((side) => side < 0)
}

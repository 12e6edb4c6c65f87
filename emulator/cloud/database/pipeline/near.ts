/** $geoNear: documents by their distance from a point, nearest first. */
import { compileQuery } from '../match-query'
import { asPosition, asShape, distanceTo, EARTH_RADIUS_M } from '../measure-geometry'
import { refuse } from '../tcb-error'
import { isDocument, valueAt, valuesAt, type Document } from '../values'
import { withPath } from './stage'

const KEYS = new Set([
  ...['near', 'distanceField', 'spherical', 'limit', 'num', 'maxDistance', 'minDistance'],
  ...['query', 'distanceMultiplier', 'includeLocs', 'key', 'uniqueDocs'],
])
/** What the stage gives when no limit is asked for. */
const DEFAULT_LIMIT = 100

function readNumber(spec: Document, key: string, otherwise: number): number {
  const value = spec[key]
  if (value === undefined) return otherwise
  if (typeof value === 'number' && value >= 0) return value
  throw refuse(`$geoNear's ${key} must be a nonnegative number`, 'TypeMismatch')
}

function check(spec: Document): void {
  for (const key of Object.keys(spec)) {
    if (!KEYS.has(key)) throw refuse(`Unknown argument to $geoNear: ${key}`, 'Location50856')
  }
  if (!asPosition(spec.near)) throw refuse("$geoNear requires a 'near' option as an Array", '16605')
  if (isDocument(spec.near) && spec.near.type !== 'Point') {
    throw refuse("$geoNear 'near' must be a point", 'Location50857')
  }
  if (typeof spec.distanceField !== 'string') {
    throw refuse("$geoNear requires a 'distanceField' option as a String", 'Location16606')
  }
  if (spec.key !== undefined && (typeof spec.key !== 'string' || !spec.key)) {
    throw refuse("$geoNear parameter 'key' must be of type string and not empty", 'Location50858')
  }
}

export function nearDocuments(documents: Document[], spec: Document): Document[] {
  check(spec)
  const { includeLocs, key } = spec
  const centre = asPosition(spec.near) as [number, number]
  // A bare pair asks for radians, a GeoJSON point for metres.
  const metresPerUnit = Array.isArray(spec.near) ? EARTH_RADIUS_M : 1
  const least = readNumber(spec, 'minDistance', 0)
  const most = readNumber(spec, 'maxDistance', Infinity)
  const multiplier = readNumber(spec, 'distanceMultiplier', 1)
  const limit = readNumber(spec, spec.num === undefined ? 'limit' : 'num', DEFAULT_LIMIT)
  const path = typeof key === 'string' ? key : placeField(documents)
  const distanceField = (spec.distanceField as string).split('.')
  const distance = (document: Document): number =>
    Math.min(...valuesAt(document, path).map((place) => distanceTo(place, centre))) / metresPerUnit
  return documents
    .filter(compileQuery(isDocument(spec.query) ? spec.query : {}))
    .map((document) => ({ document, distance: distance(document) }))
    .filter((one) => one.distance >= least && one.distance <= most && one.distance < Infinity)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, limit)
    .map((one) => {
      const found = withPath(one.document, distanceField, one.distance * multiplier)
      if (typeof includeLocs !== 'string') return found
      return withPath(found, includeLocs.split('.'), valueAt(one.document, path))
    })
}

/** Without `key` the service uses the geo index; here: the first field that holds a shape. */
function placeField(documents: Document[]): string {
  for (const document of documents) {
    for (const [field, value] of Object.entries(document)) {
      if (isDocument(value) && asShape(value)) return field
    }
  }
  return 'location'
}

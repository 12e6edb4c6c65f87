/** $bucketAuto: about equally many documents a bucket, equal keys together, bounds rounded if asked for. */
import { compileExpression, startScope, type Scope } from '../expression/compile-expression'
import { compareValues } from '../order-values'
import { refuse } from '../tcb-error'
import { isDocument, typeName, type Document, type Value } from '../values'
import { SERIES } from './granularities.data'
import { Group, readGroupBy, readOutputs } from './group'
import type { CompileStage } from './stage'

interface Rounder {
  /** The next number of the series, always above. */
  up(value: number): number
  /** The number of the series before, always below. */
  down(value: number): number
}

function powersOfTwo(): Rounder {
  return {
    up: (value) => (value === 0 ? 0 : 2 ** (Math.floor(Math.log2(value)) + 1)),
    down: (value) => (value === 0 ? 0 : 2 ** (Math.ceil(Math.log2(value)) - 1)),
  }
}

function preferred(series: number[]): Rounder {
  const around = (value: number): number[] => {
    const power = Math.floor(Math.log10(value)) - Math.floor(Math.log10(series[0] as number))
    return [power - 1, power, power + 1].flatMap((p) =>
      series.map((one) => (p < 0 ? one / 10 ** -p : one * 10 ** p)),
    )
  }
  return {
    up: (value) => (value === 0 ? 0 : (around(value).find((one) => one > value) as number)),
    down: (value) => {
      if (value === 0) return 0
      return around(value)
        .reverse()
        .find((one) => one < value) as number
    },
  }
}

function rounderOf(granularity: Value | undefined): Rounder | null {
  if (granularity === undefined) return null
  if (typeof granularity !== 'string') {
    const type = typeName(granularity)
    throw refuse(
      `The $bucketAuto 'granularity' field must be a string, but found type: ${type}.`,
      '40261',
    )
  }
  if (granularity === 'POWERSOF2') return powersOfTwo()
  const series = Object.hasOwn(SERIES, granularity) ? SERIES[granularity] : undefined
  if (!series) throw refuse(`Unknown rounding granularity '${granularity}'`, 'Location40257')
  return preferred(series)
}

interface Keyed {
  key: Value
  scope: Scope
}

interface Bucket {
  group: Group
  min: Value
  max: Value
}

function checkNumber(value: Value): void {
  if (typeof value !== 'number') {
    throw refuse(
      "$bucketAuto can specify a 'granularity' with numeric boundaries only, " +
        `but found a value with type: ${typeName(value)}`,
      'Location40258',
    )
  }
  if (value < 0) {
    throw refuse(
      `$bucketAuto can specify a 'granularity' with non-negative numbers only, but found a negative number: ${value}`,
      'Location40260',
    )
  }
}

/** Fills buckets from the sorted documents, one after the other. */
function fill(
  sorted: Keyed[],
  wanted: number,
  rounder: Rounder | null,
  start: () => Group,
): Bucket[] {
  const size = Math.max(1, Math.round(sorted.length / wanted))
  const buckets: Bucket[] = []
  let next = 0
  while (next < sorted.length && buckets.length < wanted) {
    const first = sorted[next] as Keyed
    const bucket: Bucket = { group: start(), min: first.key, max: first.key }
    const take = (): void => {
      const { key, scope } = sorted[next++] as Keyed
      bucket.group.add(scope)
      bucket.max = key
    }
    const isLast = buckets.length === wanted - 1
    const end = isLast ? sorted.length : Math.min(sorted.length, next + size)
    while (next < end) take()
    const upper = rounder ? rounder.up(bucket.max as number) : null
    const belongs = (key: Value): boolean =>
      upper === null ? compareValues(key, bucket.max) === 0 : (key as number) < upper
    while (next < sorted.length && belongs((sorted[next] as Keyed).key)) take()
    if (upper !== null && next < sorted.length) bucket.max = upper
    const previous = buckets[buckets.length - 1]
    if (previous && rounder) bucket.min = previous.max
    else if (previous) previous.max = bucket.min
    buckets.push(bucket)
  }
  return buckets
}

export const bucketAuto: CompileStage = (spec, { names }) => {
  if (!isDocument(spec)) {
    throw refuse('The argument to $bucketAuto must be an object', 'Location40240')
  }
  for (const key of Object.keys(spec)) {
    if (!['groupBy', 'buckets', 'output', 'granularity'].includes(key)) {
      throw refuse(`Unrecognized option to $bucketAuto: ${key}.`, 'Location40245')
    }
  }
  const { buckets: wanted } = spec
  if (spec.groupBy === undefined || wanted === undefined) {
    throw refuse("$bucketAuto requires 'groupBy' and 'buckets' to be specified.", 'Location40246')
  }
  if (typeof wanted !== 'number' || !Number.isInteger(wanted)) {
    throw refuse(
      "The $bucketAuto 'buckets' field must be representable as a 32-bit integer",
      '40242',
    )
  }
  if (wanted <= 0) {
    throw refuse(
      `The $bucketAuto 'buckets' field must be greater than 0, but found: ${wanted}`,
      '40243',
    )
  }
  const keyOf = compileExpression(readGroupBy('$bucketAuto', spec.groupBy), names)
  const outputs = readOutputs(
    (spec.output as Document | undefined) ?? { count: { $sum: 1 } },
    names,
  )
  const rounder = rounderOf(spec.granularity)
  return (documents, outer) => {
    const keyed = documents.map((document): Keyed => {
      const scope = startScope(document, outer)
      const key = keyOf(scope) ?? null
      if (rounder) checkNumber(key)
      return { key, scope }
    })
    keyed.sort((a, b) => compareValues(a.key, b.key))
    const buckets = fill(keyed, wanted, rounder, () => new Group(null, outputs))
    const [first, last] = [buckets[0], buckets[buckets.length - 1]]
    if (rounder && first && last) {
      first.min = rounder.down(first.min as number)
      last.max = rounder.up(last.max as number)
    }
    return buckets.map(({ group, min, max }) => group.document({ min, max }))
  }
}

/** Accumulators: what a group gathers from its documents; several serve as expressions too. */
import { compareValues, orderKey } from '../order-values'
import { refuse } from '../tcb-error'
import { isDocument, typeName, type Document, type Value } from '../values'
import { ExactSum } from './arithmetic'
import { firstOfArray, lastOfArray } from './arrays'
import { isNullish, takes, type Operator, type Result } from './operator'

export interface Accumulator {
  add(value: Result): void
  result(): Result
}

function sum(): Accumulator {
  const total = new ExactSum()
  return {
    add: (value) => {
      if (typeof value === 'number') total.add(value)
    },
    result: () => total.value(),
  }
}

function average(): Accumulator {
  const total = new ExactSum()
  let count = 0
  return {
    add: (value) => {
      if (typeof value !== 'number') return
      total.add(value)
      count++
    },
    result: () => (count ? total.value() / count : null),
  }
}

function extreme(direction: 1 | -1): Accumulator {
  let best: Result
  return {
    add: (value) => {
      if (isNullish(value)) return
      if (best === undefined || compareValues(value, best) * direction > 0) best = value
    },
    result: () => best ?? null,
  }
}

/** Welford's way: mean and squared deviations kept as the numbers come. */
function deviation(isSample: boolean): Accumulator {
  let count = 0
  let mean = 0
  let squares = 0
  return {
    add: (value) => {
      if (typeof value !== 'number') return
      count++
      const delta = value - mean
      mean += delta / count
      squares += delta * (value - mean)
    },
    result: () => {
      const divisor = isSample ? count - 1 : count
      return divisor <= 0 ? null : Math.sqrt(squares / divisor)
    },
  }
}

function first(): Accumulator {
  let isSet = false
  let kept: Result
  return {
    add: (value) => {
      if (!isSet) kept = value
      isSet = true
    },
    result: () => kept ?? null,
  }
}

function last(): Accumulator {
  let kept: Result
  return { add: (value) => void (kept = value), result: () => kept ?? null }
}

function push(): Accumulator {
  const list: Value[] = []
  return {
    add: (value) => {
      if (value !== undefined) list.push(value)
    },
    result: () => list,
  }
}

function addToSet(): Accumulator {
  const set = new Map<string, Value>()
  return {
    add: (value) => {
      if (value === undefined) return
      const key = orderKey(value)
      if (!set.has(key)) set.set(key, value)
    },
    result: () => [...set.values()],
  }
}

function mergeObjects(): Accumulator {
  const merged: Document = {}
  return {
    add: (value) => {
      if (isNullish(value)) return
      if (!isDocument(value)) {
        const type = typeName(value)
        throw refuse(`$mergeObjects requires object inputs, but input is of type ${type}`, '40400')
      }
      Object.assign(merged, value)
    },
    result: () => merged,
  }
}

export const ACCUMULATORS: Record<string, () => Accumulator> = {
  $addToSet: addToSet,
  $avg: average,
  $first: first,
  $last: last,
  $max: () => extreme(1),
  $mergeObjects: mergeObjects,
  $min: () => extreme(-1),
  $push: push,
  $stdDevPop: () => deviation(false),
  $stdDevSamp: () => deviation(true),
  $sum: sum,
}

/** Outside a group: over the arguments, or over the elements of a single array. */
function asExpression(start: () => Accumulator): Operator {
  return takes(0, Number.MAX_SAFE_INTEGER, (args) => {
    const accumulator = start()
    const [only] = args
    const values = args.length === 1 && Array.isArray(only) ? only : args
    for (const value of values) accumulator.add(value)
    return accumulator.result()
  })
}

export const AS_EXPRESSIONS: Record<string, Operator> = {
  $avg: asExpression(average),
  $first: firstOfArray,
  $last: lastOfArray,
  $max: asExpression(() => extreme(1)),
  $min: asExpression(() => extreme(-1)),
  $stdDevPop: asExpression(() => deviation(false)),
  $stdDevSamp: asExpression(() => deviation(true)),
  $sum: asExpression(sum),
}

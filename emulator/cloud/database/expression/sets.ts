/** Expressions on arrays as sets: equal elements count once, the order of results is the order of values. */
import { compareValues, orderKey } from '../order-values'
import { refuse } from '../tcb-error'
import { isTruthy, typeName, type Value } from '../values'
import { isNullish, takes, takesOne, type Operator, type Result } from './operator'

const ANY = Number.MAX_SAFE_INTEGER

function keysOf(list: Value[]): Map<string, Value> {
  return new Map(list.map((element) => [orderKey(element), element]))
}

function sorted(values: Iterable<Value>): Value[] {
  return [...values].sort(compareValues)
}

function asList(value: Result, text: (type: string) => string, kind: string): Value[] {
  if (Array.isArray(value)) return value
  throw refuse(text(typeName(value)), kind)
}

const difference = takes(2, 2, ([a, b]) => {
  if (isNullish(a) || isNullish(b)) return null
  const which = (nth: string) => (type: string) =>
    `both operands of $setDifference must be arrays. ${nth} argument is of type: ${type}`
  const first = asList(a, which('First'), 'Location17048')
  const second = keysOf(asList(b, which('Second'), 'Location17049'))
  return [...keysOf(first)].filter(([key]) => !second.has(key)).map(([, element]) => element)
})

const equal = takes(2, ANY, (lists) => {
  const keys = lists.map((list) =>
    keysOf(
      asList(
        list,
        (type) => `All operands of $setEquals must be arrays. One argument is of type: ${type}`,
        'Location17044',
      ),
    ),
  )
  const [first, ...others] = keys as [Map<string, Value>, ...Map<string, Value>[]]
  return others.every(
    (other) => other.size === first.size && [...first.keys()].every((key) => other.has(key)),
  )
})

const intersection = takes(0, ANY, (lists) => {
  const keys: Map<string, Value>[] = []
  for (const list of lists) {
    if (isNullish(list)) return null
    const text = (type: string): string =>
      `All operands of $setIntersection must be arrays. One argument is of type: ${type}`
    keys.push(keysOf(asList(list, text, 'Location17047')))
  }
  const [first, ...others] = keys
  if (!first) return []
  const common = [...first].filter(([key]) => others.every((other) => other.has(key)))
  return sorted(common.map(([, element]) => element))
})

const isSubset = takes(2, 2, ([a, b]) => {
  const which = (nth: string) => (type: string) =>
    `both operands of $setIsSubset must be arrays. ${nth} argument is of type: ${type}`
  const first = asList(a, which('First'), 'Location17046')
  const second = keysOf(asList(b, which('Second'), 'Location17042'))
  return first.every((element) => second.has(orderKey(element)))
})

const union = takes(0, ANY, (lists) => {
  const all = new Map<string, Value>()
  for (const list of lists) {
    if (isNullish(list)) return null
    const elements = asList(
      list,
      (type) => `All operands of $setUnion must be arrays. One argument is of type: ${type}`,
      'Location17043',
    )
    for (const [key, element] of keysOf(elements)) all.set(key, element)
  }
  return sorted(all.values())
})

function overElements(name: string, kind: string, decide: (list: Value[]) => boolean): Operator {
  return takesOne((list) =>
    decide(asList(list, (type) => `${name}'s argument must be an array, but is ${type}`, kind)),
  )
}

export const SETS: Record<string, Operator> = {
  $allElementsTrue: overElements('$allElementsTrue', 'Location17040', (l) => l.every(isTruthy)),
  $anyElementTrue: overElements('$anyElementTrue', 'Location17041', (l) => l.some(isTruthy)),
  $setDifference: difference,
  $setEquals: equal,
  $setIntersection: intersection,
  $setIsSubset: isSubset,
  $setUnion: union,
}

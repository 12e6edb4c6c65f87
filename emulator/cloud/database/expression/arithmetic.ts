/** Arithmetic of expressions: null in, null out; anything but numbers (and dates, in sums) is refused. */
import { refuse } from '../tcb-error'
import { typeName } from '../values'
import { isNullish, takes, takesOne, type Operator } from './operator'

const ANY = Number.MAX_SAFE_INTEGER

function onNumber(compute: (value: number) => number): Operator {
  return takesOne((value, name) => {
    if (isNullish(value)) return null
    if (typeof value === 'number') return compute(value)
    throw refuse(`${name} only supports numeric types, not ${typeName(value)}`, 'Location28765')
  })
}

/** A function that is defined for a part of the numbers only. */
function within(
  isDefined: (value: number) => boolean,
  domain: string,
  compute: (value: number) => number,
): Operator {
  return takesOne((value, name) => {
    if (isNullish(value)) return null
    if (typeof value !== 'number') {
      throw refuse(`${name} only supports numeric types, not ${typeName(value)}`, 'Location28765')
    }
    if (!Number.isNaN(value) && !isDefined(value))
      throw refuse(`${name}'s argument must be ${domain}`)
    return compute(value)
  })
}

const add = takes(0, ANY, (args) => {
  let sum = 0
  let hasDate = false
  for (const arg of args) {
    if (isNullish(arg)) return null
    if (arg instanceof Date) {
      if (hasDate) throw refuse('only one date allowed in an $add expression', 'Location16612')
      hasDate = true
      sum += arg.getTime()
    } else if (typeof arg === 'number') sum += arg
    else {
      const type = typeName(arg)
      throw refuse(`$add only supports numeric or date types, not ${type}`, 'Location16554')
    }
  }
  return hasDate ? new Date(Math.round(sum)) : sum
})

const subtract = takes(2, 2, ([a, b]) => {
  if (isNullish(a) || isNullish(b)) return null
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (a instanceof Date && b instanceof Date) return a.getTime() - b.getTime()
  if (a instanceof Date && typeof b === 'number') return new Date(a.getTime() - Math.trunc(b))
  throw refuse(`cant $subtract a ${typeName(b)} from a ${typeName(a)}`, 'Location16556')
})

const multiply = takes(0, ANY, (args) => {
  let product = 1
  for (const arg of args) {
    if (isNullish(arg)) return null
    if (typeof arg !== 'number') {
      throw refuse(`$multiply only supports numeric types, not ${typeName(arg)}`, 'Location16555')
    }
    product *= arg
  }
  return product
})

/** Two numbers, or nothing when one of them is null. */
function onTwo(compute: (a: number, b: number, name: string) => number): Operator {
  return takes(2, 2, ([a, b], name) => {
    if (isNullish(a) || isNullish(b)) return null
    if (typeof a === 'number' && typeof b === 'number') return compute(a, b, name)
    throw refuse(
      `${name} only supports numeric types, not ${typeName(a)} and ${typeName(b)}`,
      'Location16609',
    )
  })
}

const divide = onTwo((a, b) => {
  if (b === 0) throw refuse("can't $divide by zero", 'Location16608')
  return a / b
})

const remainder = onTwo((a, b) => {
  if (b === 0) throw refuse("can't $mod by zero", 'Location16610')
  return (a % b) + 0
})

const power = onTwo((base, exponent) => {
  if (base === 0 && exponent < 0) {
    throw refuse('$pow cannot take a base of 0 and a negative exponent', 'Location28764')
  }
  return base ** exponent
})

const logarithm = onTwo((value, base) => {
  if (value <= 0) throw refuse(`$log's argument must be a positive number, but is ${value}`)
  if (base <= 0 || base === 1) {
    throw refuse(`$log's base must be a positive number not equal to 1, but is ${base}`)
  }
  return Math.log(value) / Math.log(base)
})

/** Cuts or rounds a number's shortest decimal writing; halves go to the even digit. */
function toPlaces(value: number, places: number, isRounded: boolean): number {
  if (!Number.isFinite(value)) return value
  const [mantissa = '0', exponent = '0'] = Math.abs(value).toExponential().split('e')
  const digits = mantissa.replace('.', '')
  const kept = Number(exponent) + 1 + places
  if (kept >= digits.length) return value
  const head = kept > 0 ? BigInt(digits.slice(0, kept)) : 0n
  const tail = kept < 0 ? `0${digits}` : digits.slice(kept)
  const half = tail.charAt(0) > '5' || (tail.startsWith('5') && /[1-9]/.test(tail.slice(1)))
  const isHalf = tail.startsWith('5') && !half
  const up = isRounded && (half || (isHalf && head % 2n === 1n)) ? 1n : 0n
  return Math.sign(value) * Number(`${head + up}e${-places}`) + 0
}

function cutting(isRounded: boolean): Operator {
  return takes(1, 2, ([value, places = 0], name) => {
    if (isNullish(value) || isNullish(places)) return null
    if (typeof value !== 'number') {
      throw refuse(`${name} only supports numeric types, not ${typeName(value)}`, 'Location51081')
    }
    if (typeof places !== 'number' || !Number.isInteger(places) || places < -20 || places > 100) {
      throw refuse(
        `cannot apply ${name} with precision value ${JSON.stringify(places)}`,
        'Location51083',
      )
    }
    return toPlaces(value, places, isRounded)
  })
}

const DEGREE = Math.PI / 180
const TRIGONOMETRY: Record<string, Operator> = Object.fromEntries(
  (['sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'sinh', 'cosh', 'tanh'] as const)
    .concat(['asinh', 'acosh', 'atanh'] as never)
    .map((name) => [`$${name}`, onNumber((value) => Math[name](value))]),
)

export const ARITHMETIC: Record<string, Operator> = {
  $abs: onNumber(Math.abs),
  $add: add,
  $ceil: onNumber((value) => Math.ceil(value) + 0),
  $divide: divide,
  $exp: onNumber(Math.exp),
  $floor: onNumber(Math.floor),
  $ln: within((value) => value > 0, 'a positive number', Math.log),
  $log: logarithm,
  $log10: within((value) => value > 0, 'a positive number', Math.log10),
  $mod: remainder,
  $multiply: multiply,
  $pow: power,
  $round: cutting(true),
  $sqrt: within((value) => value >= 0, 'greater than or equal to 0', Math.sqrt),
  $subtract: subtract,
  $trunc: cutting(false),
  ...TRIGONOMETRY,
  $atan2: onTwo(Math.atan2),
  $degreesToRadians: onNumber((value) => value * DEGREE),
  $radiansToDegrees: onNumber((value) => value / DEGREE),
}

/** A sum that keeps what single additions would round away. */
export class ExactSum {
  private sum = 0
  private rest = 0

  add(value: number): void {
    const next = this.sum + value
    this.rest +=
      Math.abs(this.sum) >= Math.abs(value) ? this.sum - next + value : value - next + this.sum
    this.sum = next
  }

  value(): number {
    return Number.isFinite(this.sum) ? this.sum + this.rest : this.sum
  }
}

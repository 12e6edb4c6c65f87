/** db.command: conditions and changes by name, as a mini-program writes them. */
import { AnyOf, Change, Condition, Joined } from './values'

const COMPARISONS = ['eq', 'neq', 'lt', 'lte', 'gt', 'gte', 'in', 'nin', 'exists', 'mod'] as const
const ARRAYS = ['all', 'elemMatch', 'size'] as const
const CHANGES = ['set', 'inc', 'mul', 'min', 'max', 'rename'] as const

const isQuery = (one: unknown): boolean =>
  one !== null && typeof one === 'object' && !(one instanceof Condition) && !(one instanceof AnyOf)

/** Several arguments, or one list of them. */
const listed = (given: readonly unknown[]): readonly unknown[] => {
  const [first] = given
  return given.length === 1 && Array.isArray(first) ? (first as unknown[]) : given
}

function join(operator: '$and' | '$or' | '$nor', given: readonly unknown[]): unknown {
  const list = listed(given)
  if (list.every(isQuery)) return new Joined(operator, list)
  if (operator === '$or') return new AnyOf(list)
  const conditions = list.filter((one): one is Condition => one instanceof Condition)
  const merged = Object.assign({}, ...conditions.map((one) => one.operators)) as object
  return operator === '$and' ? new Condition({ ...merged }) : new Condition({ $not: merged })
}

const operatorOf = (name: string) => (name === 'neq' ? '$ne' : `$${name}`)

interface PushOptions {
  each?: unknown[]
  position?: number
  slice?: number
  sort?: unknown
}

function push(...given: unknown[]): Change {
  const [first] = given
  const isOptions = given.length === 1 && isQuery(first) && !Array.isArray(first)
  if (!isOptions || !('each' in (first as object))) {
    return new Change('$push', { $each: [...listed(given)] })
  }
  const { each = [], position, slice, sort } = first as PushOptions
  const order = sort === 'asc' ? 1 : sort === 'desc' ? -1 : sort
  const options = { $position: position, $slice: slice, $sort: order }
  const said = Object.entries(options).filter(([, value]) => value !== undefined)
  return new Change('$push', { $each: each, ...Object.fromEntries(said) })
}

export function makeCommand(): Record<string, unknown> {
  const command: Record<string, unknown> = {}
  for (const name of [...COMPARISONS, ...ARRAYS]) {
    command[name] = (value: unknown) => new Condition({ [operatorOf(name)]: value })
  }
  for (const name of CHANGES) command[name] = (value: unknown) => new Change(`$${name}`, value)
  return Object.assign(command, {
    and: (...given: unknown[]) => join('$and', given),
    or: (...given: unknown[]) => join('$or', given),
    nor: (...given: unknown[]) => join('$nor', given),
    not: (condition: Condition) => new Condition({ $not: condition.operators }),
    remove: () => new Change('$unset', ''),
    push,
    unshift: (...given: unknown[]) =>
      new Change('$push', { $each: [...listed(given)], $position: 0 }),
    pop: () => new Change('$pop', 1),
    shift: () => new Change('$pop', -1),
    pull: (value: unknown) =>
      new Change('$pull', value instanceof Condition ? value.operators : value),
    pullAll: (value: unknown) => new Change('$pullAll', value),
    addToSet: (value: unknown) => {
      const { each } = (isQuery(value) ? value : {}) as { each?: unknown }
      return new Change('$addToSet', each === undefined ? value : { $each: each })
    },
  })
}

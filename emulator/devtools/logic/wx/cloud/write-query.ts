/** Queries and changes as the database reads them: commands become operators, nested fields become paths. */
import { AnyOf, Change, Condition, GeoPoint, Joined, ServerDate } from './values'

type Fields = Record<string, unknown>

const isPlain = (value: unknown): value is Fields =>
  value !== null &&
  typeof value === 'object' &&
  Object.getPrototypeOf(value) === Object.prototype &&
  !(value instanceof GeoPoint || value instanceof ServerDate)

const hasCommand = (value: unknown): boolean =>
  value instanceof Condition ||
  value instanceof AnyOf ||
  value instanceof Change ||
  (isPlain(value) && Object.values(value).some(hasCommand))

function conditionOf(value: unknown): unknown {
  return value instanceof Condition ? value.operators : value
}

/** Every field of a query by its path. */
function flatten(query: Fields, prefix: string, into: Fields, choices: Fields[]): void {
  for (const [name, value] of Object.entries(query)) {
    const path = prefix + name
    if (value instanceof AnyOf) {
      choices.push({ $or: value.conditions.map((one) => ({ [path]: conditionOf(one) })) })
    } else if (isPlain(value) && hasCommand(value)) flatten(value, `${path}.`, into, choices)
    else into[path] = conditionOf(value)
  }
}

export function writeQuery(query: unknown): Fields {
  if (query instanceof Joined) return { [query.operator]: query.queries.map(writeQuery) }
  const plain: Fields = {}
  const choices: Fields[] = []
  if (isPlain(query)) flatten(query, '', plain, choices)
  return choices.length === 0 ? plain : { $and: [plain, ...choices] }
}

/** What `update({ data })` changes, gathered by operator; members of objects are changed one by one. */
export function writeChanges(data: Fields): Fields {
  const operators: Record<string, Fields> = {}
  const add = (operator: string, path: string, value: unknown) => {
    ;(operators[operator] ??= {})[path] = value
  }
  const walk = (fields: Fields, prefix: string) => {
    for (const [name, value] of Object.entries(fields)) {
      const path = prefix + name
      if (value instanceof Change) add(value.operator, path, value.value)
      else if (isPlain(value) && Object.keys(value).length > 0) walk(value, `${path}.`)
      else if (value !== undefined) add('$set', path, value)
    }
  }
  walk(data, '')
  return operators
}

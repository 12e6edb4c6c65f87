/** What a query says of a field, true of every document that matches it: the ground on which a rule is proved. */
import { isDocument, type Document, type Value } from '../database/values'

export interface Constraints {
  /** Of each of these lists the field has one value. */
  oneOf: Value[][]
  noneOf: Value[]
  above: Bound[]
  below: Bound[]
}

export interface Bound {
  value: Value
  isInclusive: boolean
}

/** One alternative of a query: conditions that all hold. */
export type Branch = Document[]

const MAX_BRANCHES = 32

/** The query as alternatives without $and and $or; null when it cannot be followed. */
export function readBranches(query: Document): Branch[] | null {
  let branches: Branch[] = [[]]
  for (const [key, value] of Object.entries(query)) {
    if (key !== '$and' && key !== '$or') {
      branches = branches.map((branch) => [...branch, { [key]: value }])
      continue
    }
    if (!Array.isArray(value) || !value.every(isDocument)) return null
    const parts = value.map(readBranches)
    for (const part of key === '$or' ? [joined(parts)] : parts) {
      if (!part) return null
      branches = branches.flatMap((branch) => part.map((more) => [...branch, ...more]))
      if (branches.length > MAX_BRANCHES) return null
    }
  }
  return branches
}

function joined(parts: (Branch[] | null)[]): Branch[] | null {
  return parts.some((part) => part === null) ? null : (parts as Branch[][]).flat()
}

/** All that a branch says of the field at `path`. */
export function readConstraints(branch: Branch, path: string): Constraints {
  const constraints: Constraints = { oneOf: [], noneOf: [], above: [], below: [] }
  for (const condition of branch) {
    const value = condition[path]
    if (value !== undefined) readCondition(value, constraints)
  }
  return constraints
}

function readCondition(condition: Value, { oneOf, noneOf, above, below }: Constraints): void {
  const list = (values: Value): void => {
    // A pattern says nothing of the value itself.
    if (Array.isArray(values) && !values.some((value) => value instanceof RegExp))
      oneOf.push(values)
  }
  const names = isDocument(condition) ? Object.keys(condition) : []
  if (!names.some((name) => name.startsWith('$'))) return list([condition])
  for (const [operator, operand] of Object.entries(condition as Document)) {
    if (operator === '$eq') list([operand])
    else if (operator === '$in') list(operand)
    else if (operator === '$ne') noneOf.push(operand)
    else if (operator === '$nin' && Array.isArray(operand)) noneOf.push(...operand)
    else if (operator === '$gt' || operator === '$gte')
      above.push({ value: operand, isInclusive: operator === '$gte' })
    else if (operator === '$lt' || operator === '$lte')
      below.push({ value: operand, isInclusive: operator === '$lte' })
  }
}

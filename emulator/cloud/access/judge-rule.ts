/**
 * Decides a safe rule. Of a new document it is simply worked out; of a query it must be proved for every document
 * that can match, whatever the database holds: a query has to be a part of what its rule allows.
 */
import { compareValues } from '../database/order-values'
import { isDocument, type Document, type Value } from '../database/values'
import type { Comparison, Expression } from './parse-rule'
import { readConstraints, type Bound, type Branch } from './read-constraints'

/** What is known when a rule is decided. */
export interface Circumstances {
  auth: Document | null
  now: number
  /** The data of the request, as `request.data`. */
  data: Document
  /** A document that is about to exist, or the conditions of a query. */
  doc: { document: Document } | { branch: Branch }
  /** A document by collection and `_id`; null when there is none. */
  fetch: (collection: string, id: string) => Document | null
}

/** A value, or a field of the documents that match, or nothing to say. */
type Term = { value: Value | undefined } | { path: string } | null

/** true or false where that is certain, else null. */
export function judgeRule(rule: Expression, given: Circumstances): boolean | null {
  switch (rule.kind) {
    case 'not': {
      const of = judgeRule(rule.of, given)
      return of === null ? null : !of
    }
    case 'and':
    case 'or': {
      const sides = [judgeRule(rule.left, given), judgeRule(rule.right, given)]
      const decisive = rule.kind === 'or'
      if (sides.includes(decisive)) return decisive
      return sides.includes(null) ? null : !decisive
    }
    case 'compare':
      return judgeComparison(rule.by, termOf(rule.left, given), termOf(rule.right, given), given)
    default:
      return judgeTruth(termOf(rule, given), given)
  }
}

function judgeTruth(term: Term, given: Circumstances): boolean | null {
  if (!term) return null
  if ('value' in term) return Boolean(term.value)
  const lists = constraintsOf(term.path, given).oneOf
  if (lists.some((list) => list.every(Boolean))) return true
  return lists.some((list) => !list.some(Boolean)) ? false : null
}

function termOf(expression: Expression, given: Circumstances): Term {
  switch (expression.kind) {
    case 'value':
      return { value: expression.value }
    case 'name':
      return nameTerm(expression.name, given)
    case 'member':
      return memberTerm(termOf(expression.of, given), valueOf(expression.key, given))
    case 'list':
      return joinTerms(expression.items, given, (values) => values)
    case 'text':
      return joinTerms(expression.parts, given, (values) => values.map(showValue).join(''))
    case 'get':
      return fetchTerm(valueOf(expression.path, given), given)
    default: {
      const truth = judgeRule(expression, given)
      return truth === null ? null : { value: truth }
    }
  }
}

function nameTerm(name: 'auth' | 'doc' | 'now' | 'request', given: Circumstances): Term {
  if (name === 'auth') return { value: given.auth }
  if (name === 'now') return { value: given.now }
  if (name === 'request') return { value: { data: given.data } }
  return 'document' in given.doc ? { value: given.doc.document } : { path: '' }
}

function memberTerm(of: Term, key: Term): Term {
  if (!of || !key || !('value' in key)) return null
  const name = showValue(key.value ?? null)
  if ('path' in of) return { path: of.path ? `${of.path}.${name}` : name }
  const isOwn = of.value !== null && typeof of.value === 'object' && Object.hasOwn(of.value, name)
  return { value: isOwn ? (of.value as Document)[name] : undefined }
}

/** A term's one value, where a field can have no other. */
function valueOf(expression: Expression, given: Circumstances): Term {
  const term = termOf(expression, given)
  if (!term || 'value' in term) return term
  const [only] = constraintsOf(term.path, given).oneOf.filter((list) => list.length === 1)
  return only ? { value: only[0] } : null
}

function joinTerms(
  parts: Expression[],
  given: Circumstances,
  join: (values: Value[]) => Value,
): Term {
  const values: Value[] = []
  for (const part of parts) {
    const term = valueOf(part, given)
    if (!term || !('value' in term)) return null
    values.push(term.value ?? null)
  }
  return { value: join(values) }
}

function fetchTerm(path: Term, { fetch }: Circumstances): Term {
  if (!path || !('value' in path)) return null
  const [, collection, id] = /^database\.([^.]+)\.(.+)$/s.exec(showValue(path.value ?? null)) ?? []
  return collection !== undefined && id !== undefined ? { value: fetch(collection, id) } : null
}

function showValue(value: Value): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

const MIRRORED: Record<Comparison, Comparison> = {
  '==': '==',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
  in: 'in',
}
const OPPOSITE: Partial<Record<Comparison, Comparison>> = {
  '==': '!=',
  '!=': '==',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
}

function judgeComparison(
  by: Comparison,
  left: Term,
  right: Term,
  given: Circumstances,
): boolean | null {
  if (!left || !right) return null
  if ('value' in left && 'value' in right) return compare(by, left.value, right.value)
  if (by === 'in') return judgeMembership(left, right, given)
  if ('value' in right) return judgeField((left as { path: string }).path, by, right.value, given)
  if ('value' in left) return judgeField(right.path, MIRRORED[by], left.value, given)
  const [only] = constraintsOf(right.path, given).oneOf.filter((list) => list.length === 1)
  return only ? judgeField(left.path, by, only[0], given) : null
}

function compare(by: Comparison, left: Value | undefined, right: Value | undefined): boolean {
  if (by === 'in') {
    if (Array.isArray(right)) return right.some((one) => compareValues(one, left) === 0)
    return isDocument(right) && typeof left === 'string' && Object.hasOwn(right, left)
  }
  const order = compareValues(left, right)
  if (by === '==') return order === 0
  if (by === '!=') return order !== 0
  // Order is said of two numbers or two texts only.
  if (typeof left !== typeof right || (typeof left !== 'number' && typeof left !== 'string'))
    return false
  if (by === '<') return order < 0
  if (by === '<=') return order <= 0
  return by === '>' ? order > 0 : order >= 0
}

/** Whether the query proves `field by value`, or its opposite. */
function judgeField(
  path: string,
  by: Comparison,
  value: Value | undefined,
  given: Circumstances,
): boolean | null {
  if (isProved(path, by, value, given)) return true
  const opposite = OPPOSITE[by]
  return opposite && isProved(path, opposite, value, given) ? false : null
}

function isProved(
  path: string,
  by: Comparison,
  value: Value | undefined,
  given: Circumstances,
): boolean {
  const { oneOf, noneOf, above, below } = constraintsOf(path, given)
  if (oneOf.some((list) => list.every((one) => compare(by, one, value)))) return true
  const isAbove = (isStrict: boolean): boolean =>
    above.some((bound) => isBeyond(bound, value, 1, isStrict))
  const isBelow = (isStrict: boolean): boolean =>
    below.some((bound) => isBeyond(bound, value, -1, isStrict))
  if (by === '!=') {
    return noneOf.some((one) => compareValues(one, value) === 0) || isAbove(true) || isBelow(true)
  }
  if (by === '>' || by === '>=') return isAbove(by === '>')
  return (by === '<' || by === '<=') && isBelow(by === '<')
}

/** What lies on the far side of the bound lies on the far side of the value. */
function isBeyond(
  bound: Bound,
  value: Value | undefined,
  direction: 1 | -1,
  isStrict: boolean,
): boolean {
  if (typeof bound.value !== typeof value) return false
  const order = compareValues(bound.value, value) * direction
  return order > 0 || (order === 0 && !(isStrict && bound.isInclusive))
}

function judgeMembership(left: Term, right: Term, given: Circumstances): boolean | null {
  if (!left || !right) return null
  if ('value' in right) {
    const { oneOf } = constraintsOf((left as { path: string }).path, given)
    if (oneOf.some((list) => list.every((one) => compare('in', one, right.value)))) return true
    return oneOf.some((list) => !list.some((one) => compare('in', one, right.value))) ? false : null
  }
  // `{ members: 'me' }` finds the documents whose list has me in it.
  const isThere = 'value' in left && isProved(right.path, '==', left.value, given)
  return isThere ? true : null
}

function constraintsOf(path: string, { doc }: Circumstances): ReturnType<typeof readConstraints> {
  return readConstraints('branch' in doc ? doc.branch : [], path)
}

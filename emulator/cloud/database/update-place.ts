/** The place an update operator changes, shared by all of them. */
import type { Document, Value } from './values'

/** Where an operator acts: `target[key]` (a document's field or an array's position). */
export interface Place {
  path: string
  target: Document
  key: string
  document: Document
}

/** `isInsert` is for $setOnInsert, `now` (ms) for $currentDate. */
export interface Occasion {
  isInsert: boolean
  now: number
}

/** Changes the value at a place. */
export type UpdateOperator = (place: Place, operand: Value, occasion: Occasion) => void

/** Refuses an operand that would be wrong for every document. */
export type CheckOperand = (path: string, operand: Value) => void

/** Sets a member; an array position beyond the end is reached by filling up with null. */
export function putMember(target: Document, key: string, value: Value): void {
  if (Array.isArray(target)) while (target.length < Number(key)) target.push(null)
  target[key] = value
}

export function show(value: Value | undefined): string {
  if (value === undefined) return 'undefined'
  if (value instanceof Date) return `new Date(${value.getTime()})`
  if (value instanceof RegExp) return String(value)
  return JSON.stringify(value).replace(/"([A-Za-z_]\w*)":/g, '$1: ')
}

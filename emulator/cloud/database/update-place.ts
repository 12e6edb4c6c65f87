/** The place an update operator changes, shared by all of them. */
import type { Document, Value } from './values'

/** Where an operator acts: `target[key]` (a document's field or an array's position). */
export interface Place {
  path: string
  target: Document
  key: string
  document: Document
}

/** Changes the value at a place. `isInsert` is for $setOnInsert. */
export type UpdateOperator = (place: Place, operand: Value, isInsert: boolean) => void

/** Sets a member; an array position beyond the end is reached by filling up with null. */
export function putMember(target: Document, key: string, value: Value): void {
  if (Array.isArray(target)) while (target.length < Number(key)) target.push(null)
  target[key] = value
}

export function show(value: Value): string {
  if (value instanceof Date) return `new Date(${value.getTime()})`
  return JSON.stringify(value).replace(/"([A-Za-z_]\w*)":/g, '$1: ')
}

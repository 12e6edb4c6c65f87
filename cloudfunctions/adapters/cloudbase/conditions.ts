// Conditions and changes of the store port, said in CloudBase's words.
import type { Change, Comparison, Where } from '../../ports/store'
import { database } from './sdk'

const command = database.command

/** The query object of a condition. */
export function toQuery(where: Where): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(where).map(([field, wanted]) => [
      field,
      wanted !== null && typeof wanted === 'object' ? toCommand(wanted) : wanted,
    ]),
  )
}

function toCommand(comparison: Comparison): unknown {
  const { contains } = comparison
  if (contains !== undefined) {
    return database.RegExp({
      regexp: contains.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
      options: 'i',
    })
  }
  const parts: unknown[] = []
  if (comparison.in) parts.push(command.in([...comparison.in]))
  if (comparison.lt !== undefined) parts.push(command.lt(comparison.lt))
  if (comparison.lte !== undefined) parts.push(command.lte(comparison.lte))
  if (comparison.gt !== undefined) parts.push(command.gt(comparison.gt))
  if (comparison.gte !== undefined) parts.push(command.gte(comparison.gte))
  if (comparison.exists !== undefined) parts.push(command.exists(comparison.exists))
  return parts.length === 1 ? parts[0] : command.and(parts as never)
}

/** The update data of a change. Every value is set as a whole: CloudBase would merge objects and drop empty ones. */
export function toUpdate(change: Change): Record<string, unknown> {
  const update: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(change.set ?? {})) {
    update[field] = command.set(value)
  }
  for (const [field, by] of Object.entries(change.inc ?? {})) update[field] = command.inc(by)
  for (const field of change.unset ?? []) update[field] = command.remove()
  for (const [field, value] of Object.entries(change.push ?? {})) {
    update[field] = command.push([value])
  }
  for (const [field, rows] of Object.entries(change.pull ?? {})) {
    const wanted = Object.entries(rows).map(([key, values]) => [key, command.in([...values])])
    update[field] = command.pull(Object.fromEntries(wanted))
  }
  return update
}

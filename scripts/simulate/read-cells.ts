// The kinds of text that stand in the simulator's files, read strictly.
import { MAX_FEN } from '@contract/money'

const MAX_UNITS = 1_000_000

/** What a cell says, or why it can't be taken. */
export type Read<Value> = { readonly value: Value } | { readonly reason: string }

export function readAmount(cell: string): Read<number> {
  if (!/^\d+$/.test(cell)) return { reason: `"${cell}" is no amount in whole fen` }
  const value = Number(cell)
  return value > MAX_FEN ? { reason: `${cell} is over ${MAX_FEN} fen` } : { value }
}

/** A positive integer without leading zeros, of any size: kept as text. */
export function readOrdinal(cell: string): Read<string> {
  if (/^[1-9]\d*$/.test(cell)) return { value: cell }
  return { reason: `"${cell}" is no positive whole number without leading zeros` }
}

export function readUnits(cell: string): Read<number> {
  const read = readOrdinal(cell)
  if ('reason' in read) return read
  const value = Number(read.value)
  return value > MAX_UNITS ? { reason: `${cell} is over ${MAX_UNITS} units` } : { value }
}

/** Negative, 0 or positive: ordinals of any size in numeric order. */
export function compareOrdinals(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0)
}

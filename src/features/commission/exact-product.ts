/** The product of an amount and a rate before it is rounded down, digit by digit: ¥556.99 × 14% = ¥77.9786. */
import { splitFen } from '@/components/money/format'

/** Fen times basis points are millionths of a yuan. */
const MILLIONTHS_PER_FEN = 10_000

/** @param amountFen whole fen @param rateBps basis points */
export function exactProduct(amountFen: number, rateBps: number): string {
  const millionths = BigInt(amountFen) * BigInt(rateBps)
  const wholeFen = Number(millionths / BigInt(MILLIONTHS_PER_FEN))
  const rest = String(millionths % BigInt(MILLIONTHS_PER_FEN))
    .padStart(4, '0')
    .replace(/0+$/, '')
  const parts = splitFen(wholeFen)
  return `¥${parts?.yuan ?? ''}.${parts?.fen ?? ''}${rest}`
}

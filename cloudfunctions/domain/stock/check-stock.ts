// Whether there is enough of everything, as last seen; the reservation itself decides.
import { ALLOWED, refused, type Verdict } from '../refuse'

/** A "no" carries OUT_OF_STOCK `{ title, available }` of the first line that asks for more than there is. */
export function checkStock(
  lines: readonly {
    readonly title: string
    readonly quantity: number
    readonly available: number
  }[],
): Verdict {
  const short = lines.find((line) => line.quantity > line.available)
  if (short === undefined) return ALLOWED
  return refused('OUT_OF_STOCK', { title: short.title, available: Math.max(0, short.available) })
}

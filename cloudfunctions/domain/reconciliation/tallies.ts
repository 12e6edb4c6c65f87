// Counts and sums of the three sides of a day, added to as its pages are compared.
import { MONEY_FLOWS, type FlowTotals, type MoneyFlow, type Tally } from '@contract/model/books'
import { addFen, ZERO } from '@contract/money'

const NONE: Tally = { count: 0, amountFen: ZERO }
const NO_SIDES = { records: NONE, ledger: NONE, wechat: NONE }

export type Side = keyof typeof NO_SIDES

export const NO_TOTALS = Object.fromEntries(
  MONEY_FLOWS.map((flow) => [flow, NO_SIDES]),
) as unknown as FlowTotals

/** The totals with one more transaction on a side. */
export function tallied(
  totals: FlowTotals,
  flow: MoneyFlow,
  side: Side,
  amountFen: number,
): FlowTotals {
  const { count, amountFen: before } = totals[flow][side]
  const after: Tally = { count: count + 1, amountFen: addFen(before, amountFen) }
  return { ...totals, [flow]: { ...totals[flow], [side]: after } }
}

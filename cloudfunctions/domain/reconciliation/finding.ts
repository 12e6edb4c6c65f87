// What comparing one page finds: totals so far, differences, and records that a bill has named.
import type {
  DifferenceCause,
  FlowTotals,
  MoneyFlow,
  ReconcileDifference,
} from '@contract/model/books'
import { fen } from '@contract/money'
import { tallied, type Side } from './tallies'

/** One transaction on which both sides don't agree. */
export type FoundDifference = Pick<
  ReconcileDifference,
  'flow' | 'cause' | 'number' | 'recordId' | 'oursFen' | 'wechatFen'
>

/** What is expected to pass by itself: it is listed, but nobody is called for it. */
const PASSING: readonly DifferenceCause[] = ['REFUND_UNDER_WAY', 'TRANSFER_UNDER_WAY']

export function isPassing(cause: DifferenceCause): boolean {
  return PASSING.includes(cause)
}

interface Subject {
  readonly number: string
  readonly recordId?: string
  readonly oursFen?: number
  readonly wechatFen?: number
}

/** Gathers the findings of one flow. */
export class Findings {
  readonly differences: FoundDifference[] = []
  /** Records that today's bill names. */
  readonly billed: string[] = []

  constructor(
    readonly flow: MoneyFlow,
    public totals: FlowTotals,
  ) {}

  tally(side: Side, amountFen: number): void {
    this.totals = tallied(this.totals, this.flow, side, amountFen)
  }

  differ(cause: DifferenceCause, { number, recordId, oursFen, wechatFen }: Subject): void {
    this.differences.push({
      flow: this.flow,
      cause,
      number,
      recordId: recordId ?? null,
      oursFen: oursFen === undefined ? null : fen(oursFen),
      wechatFen: wechatFen === undefined ? null : fen(wechatFen),
    })
  }
}

/** Numbers that stand in a list more than once. */
export function repeatedOf(numbers: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const repeated = new Set<string>()
  for (const number of numbers) {
    if (seen.has(number)) repeated.add(number)
    seen.add(number)
  }
  return repeated
}

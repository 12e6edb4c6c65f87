// 试算: what one order would have paid under a plan, refunds included; computed by the code that pays real orders.
import { subtractWhole, type Whole } from '@contract/money'
import type { Level } from '@contract/model/distribution'
import type { CompiledPlan } from '../commission/compile-plan'
import { computeLine, type LineAmounts } from '../commission/compute-line'
import {
  findBeneficiaries,
  type Beneficiary,
  type Candidate,
} from '../commission/find-beneficiaries'
import type { RuleSubject } from '../commission/find-rule'
import { reverseAmounts } from '../commission/reverse-amounts'

export interface LineToSimulate extends RuleSubject {
  /** What was paid for the line (fen), before refunds. */
  readonly baseFen: Whole
  /** The line's refunds (fen), one after the other; together at most the base. */
  readonly refundsFen: readonly Whole[]
}

export interface OrderToSimulate<Line extends LineToSimulate = LineToSimulate> {
  readonly paidAt: number
  /** In the candidates' id space. */
  readonly buyerId: string
  readonly sharer: Candidate | null
  readonly inviter: Candidate | null
  readonly lines: readonly Line[]
}

/** What one beneficiary gets from one line; only where that is above 0 before refunds. */
export interface SimulatedCommission<Line extends LineToSimulate = LineToSimulate> {
  readonly line: Line
  readonly level: Level
  readonly distributorId: string
  readonly tier: string
  /** With the tier bonus. */
  readonly rateBps: number
  readonly amountFen: Whole
  readonly reversedFen: Whole
  readonly netFen: Whole
  /** `campaign:K1`, `sku:S1`, `product:P2`, `category:C1` or `plan`. */
  readonly rule: string
  /** Whether the cap bit before refunds. */
  readonly isCapped: boolean
}

/** Line by line as they are given, level 1 before level 2. */
export function simulateOrder<Line extends LineToSimulate>(
  plan: CompiledPlan,
  order: OrderToSimulate<Line>,
): SimulatedCommission<Line>[] {
  const { selfPurchase } = plan.rules
  const { level1, level2 } = findBeneficiaries({ ...order, selfPurchase })
  const found: SimulatedCommission<Line>[] = []
  if (level1 === null && level2 === null) return found
  for (const line of order.lines) {
    const amounts = computeLine<Whole>(
      plan,
      line,
      order.paidAt,
      level1?.tier ?? null,
      level2?.tier ?? null,
    )
    const left = afterRefunds(plan, line, amounts)
    const { rate1Bps, rate2Bps, amount1Fen, amount2Fen } = amounts
    if (level1 !== null && amount1Fen > 0) {
      found.push(paidTo(level1, 1, line, amounts, rate1Bps, amount1Fen, left[0]))
    }
    if (level2 !== null && amount2Fen > 0) {
      found.push(paidTo(level2, 2, line, amounts, rate2Bps, amount2Fen, left[1]))
    }
  }
  return found
}

function paidTo<Line extends LineToSimulate>(
  { distributorId, tier }: Beneficiary,
  level: Level,
  line: Line,
  { rule, isCapped }: LineAmounts<Whole>,
  rateBps: number,
  amountFen: Whole,
  netFen: Whole,
): SimulatedCommission<Line> {
  const reversedFen = subtractWhole(amountFen, netFen)
  const paid = { rateBps, amountFen, reversedFen, netFen }
  return { line, level, distributorId, tier, ...paid, rule: rule.name, isCapped }
}

/** What each level keeps once every refund has shrunk the base, in the order in which they came. */
function afterRefunds(
  plan: CompiledPlan,
  line: LineToSimulate,
  amounts: LineAmounts<Whole>,
): readonly [Whole, Whole] {
  let left: readonly [Whole, Whole] = [amounts.amount1Fen, amounts.amount2Fen]
  let baseLeftFen = line.baseFen
  for (const refundFen of line.refundsFen) {
    baseLeftFen = subtractWhole(baseLeftFen, refundFen)
    const had = { had1Fen: left[0], had2Fen: left[1] }
    const { rate1Bps, rate2Bps } = amounts
    const rates = { rate1Bps, rate2Bps, capBps: plan.capBps }
    left = reverseAmounts<Whole>({ baseLeftFen, ...rates, ...had }).leftFen
  }
  return left
}

// One order's commissions with their explanation: the amounts of compute-line, and the steps that led to them.
import { sumFen, type Bps, type Fen } from '@contract/money'
import type { CommissionLine, ExplanationStep, Level } from '@contract/model/distribution'
import type { OrderLine } from '@contract/model/order'
import type { CompiledPlan } from './compile-plan'
import { computeLine, type LineAmounts } from './compute-line'
import type { Beneficiaries, Beneficiary } from './find-beneficiaries'
import { skippedBefore } from './find-rule'

export type CommissionableLine = Pick<
  OrderLine,
  | 'line'
  | 'skuId'
  | 'productId'
  | 'categoryId'
  | 'title'
  | 'unitPriceFen'
  | 'quantity'
  | 'discountFen'
  | 'baseFen'
>

export interface ComputedCommission {
  readonly level: Level
  readonly distributorId: string
  readonly tier: string
  readonly lines: readonly CommissionLine[]
  readonly amountFen: Fen
}

/**
 * The commissions of one order at its payment (`at`, ms). A beneficiary whose rates bring nothing on every line
 * is left out; one whom only the cap left with 0 stays, because a refund divides the cap anew between both.
 */
export function computeCommissions(order: {
  readonly plan: CompiledPlan
  readonly at: number
  readonly lines: readonly CommissionableLine[]
  readonly beneficiaries: Beneficiaries
}): ComputedCommission[] {
  const { plan, at, lines, beneficiaries } = order
  const { level1, level2 } = beneficiaries
  const amounts = lines.map((line) =>
    computeLine(plan, line, at, level1?.tier ?? null, level2?.tier ?? null),
  )
  return [
    ...explainLevel(plan, 1, level1, lines, amounts),
    ...explainLevel(plan, 2, level2, lines, amounts),
  ]
}

function explainLevel(
  plan: CompiledPlan,
  level: Level,
  beneficiary: Beneficiary | null,
  lines: readonly CommissionableLine[],
  amounts: readonly LineAmounts[],
): ComputedCommission[] {
  if (beneficiary === null) return []
  const isWanted = amounts.some((row) => (level === 1 ? row.wanted1Fen : row.wanted2Fen) > 0)
  if (!isWanted) return []
  const explained = lines.map((line, index) =>
    explainLine(plan, level, beneficiary.tier, line, amounts[index]!),
  )
  const amountFen = sumFen(explained, (line) => line.amountFen)
  return [{ level, ...beneficiary, lines: explained, amountFen }]
}

function explainLine(
  plan: CompiledPlan,
  level: Level,
  tier: string,
  line: CommissionableLine,
  amounts: LineAmounts,
): CommissionLine {
  const isFirst = level === 1
  const ruleBps = (isFirst ? amounts.rule.rate1Bps : amounts.rule.rate2Bps) as Bps
  const rateBps = (isFirst ? amounts.rate1Bps : amounts.rate2Bps) as Bps
  const amountFen = isFirst ? amounts.amount1Fen : amounts.amount2Fen
  const { baseFen, unitPriceFen, quantity, discountFen } = line
  const { rule, capFen, isCapped } = amounts
  const bonusBps = (rateBps - ruleBps) as Bps
  const steps: ExplanationStep[] = [
    { step: 'base', unitPriceFen, quantity, discountFen, baseFen },
    {
      step: 'rule',
      matched: rule.scope,
      ruleId: rule.id,
      skipped: skippedBefore(rule.scope),
      rateBps: ruleBps,
    },
  ]
  if (bonusBps > 0) steps.push({ step: 'tier-bonus', tier, bonusBps, totalBps: rateBps })
  steps.push(
    {
      step: 'amount',
      baseFen,
      rateBps,
      amountFen: isFirst ? amounts.wanted1Fen : amounts.wanted2Fen,
    },
    {
      step: 'cap',
      capBps: plan.capBps as Bps,
      capFen,
      wantedFen: [amounts.wanted1Fen, amounts.wanted2Fen],
      isCapped,
      amountFen,
    },
  )
  return {
    line: line.line,
    title: line.title,
    baseFen,
    rateBps,
    rule: rule.name,
    amountFen,
    reversedFen: 0 as Fen,
    isCapped,
    steps,
  }
}

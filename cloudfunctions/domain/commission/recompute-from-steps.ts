// Recomputes an amount from its stored explanation alone: the proof that the explanation explains it.
import { mulDivFloor, rateOf, timesFen, type Fen } from '@contract/money'
import type { ExplanationStep, Level } from '@contract/model/distribution'
import { splitUnderCap } from './pay-on-base'
import { assert } from '../assert'

export interface Recomputed {
  /** At accrual. */
  readonly amountFen: Fen
  /** After all refunds. */
  readonly netFen: Fen
}

/** Takes nothing from the steps' own results: only prices, quantities, rates, the cap and both levels' wishes. */
export function recomputeFromSteps(level: Level, steps: readonly ExplanationStep[]): Recomputed {
  const base = find(steps, 'base')
  const rule = find(steps, 'rule')
  const cap = find(steps, 'cap')
  const bonus = steps.find((step) => step.step === 'tier-bonus')
  const rateBps = rule.rateBps + (bonus?.bonusBps ?? 0)
  const baseFen = timesFen(base.unitPriceFen, base.quantity) - base.discountFen
  const amountFen = limit(level, baseFen, rateBps, cap.capBps, cap.wantedFen)
  let netFen = amountFen
  for (const step of steps) {
    if (step.step !== 'refund') continue
    const left = limit(level, step.baseLeftFen, rateBps, cap.capBps, step.wantedFen)
    netFen = Math.min(netFen, left) as Fen
  }
  return { amountFen, netFen }
}

function limit(
  level: Level,
  baseFen: number,
  rateBps: number,
  capBps: number,
  wantedFen: readonly Fen[],
): Fen {
  const mine = mulDivFloor(baseFen, rateBps, 10_000)
  const other = wantedFen[level === 1 ? 1 : 0] ?? (0 as Fen)
  const capFen = rateOf(baseFen, capBps)
  return level === 1 ? splitUnderCap(mine, other, capFen)[0] : splitUnderCap(other, mine, capFen)[1]
}

function find<Name extends ExplanationStep['step']>(
  steps: readonly ExplanationStep[],
  name: Name,
): Extract<ExplanationStep, { step: Name }> {
  const found = steps.find(
    (step): step is Extract<ExplanationStep, { step: Name }> => step.step === name,
  )
  assert(found !== undefined, `an explanation lacks its ${name} step`)
  return found
}

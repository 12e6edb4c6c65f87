// The life of a commission plan: one table of legal moves.
import type { PlanStatus } from '@contract/model/distribution'
import { assert } from '../assert'

/** Changing the rules of what is not published yet takes it back to `draft`. Superseded and withdrawn ones rest. */
const MOVES: Readonly<Record<PlanStatus, readonly PlanStatus[]>> = {
  draft: ['validated'],
  validated: ['draft', 'simulated', 'published'],
  simulated: ['draft', 'published'],
  published: ['superseded', 'withdrawn'],
  superseded: [],
  withdrawn: [],
}

export function canMovePlan(from: PlanStatus, to: PlanStatus): boolean {
  return MOVES[from].includes(to)
}

/** For moves that were checked before; an illegal one is a bug. */
export function assertPlanMove(from: PlanStatus, to: PlanStatus): void {
  assert(canMovePlan(from, to), `a plan cannot go from ${from} to ${to}`)
}

/** Its rules may still be changed; from publication on they never are. */
export function isPlanOpen(status: PlanStatus): boolean {
  return status === 'draft' || status === 'validated' || status === 'simulated'
}

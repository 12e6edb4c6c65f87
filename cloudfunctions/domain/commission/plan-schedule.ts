// Which plan pays an order: published plans with the moments from which they hold, as the shop keeps them.
import type { PlanTerm } from '@contract/model/shop'
import { DAY_MS } from '@contract/time'
import { refuse } from '../refuse'

/**
 * Terms that are over stay for a day, so that a server whose clock is a little behind still finds the plan
 * of its own moment.
 */
const KEPT_MS = DAY_MS

/** The plan by which an order placed at `at` (ms) is paid: the latest that has begun; null before all of them. */
export function planInForce(terms: readonly PlanTerm[], at: number): PlanTerm | null {
  let found: PlanTerm | null = null
  for (const term of terms) {
    // Of two that begin together the later published one holds.
    if (term.effectiveAt <= at && (!found || term.effectiveAt >= found.effectiveAt)) found = term
  }
  return found
}

/** Plans that have begun and were followed by another one since. */
export function plansOver(terms: readonly PlanTerm[], now: number): readonly PlanTerm[] {
  const current = planInForce(terms, now)
  return terms.filter((term) => term.effectiveAt <= now && term !== current)
}

/** Plans that are still to come, the next one first. */
export function plansToCome(terms: readonly PlanTerm[], now: number): readonly PlanTerm[] {
  return terms
    .filter((term) => term.effectiveAt > now)
    .sort((a, b) => a.effectiveAt - b.effectiveAt)
}

/** With one more term, oldest first. Refuses PLAN_EFFECTIVE_PAST, PLAN_EFFECTIVE_TAKEN (another begins just then). */
export function addTerm(
  terms: readonly PlanTerm[],
  term: PlanTerm,
  now: number,
): readonly PlanTerm[] {
  const { effectiveAt } = term
  if (effectiveAt < now) throw refuse('PLAN_EFFECTIVE_PAST')
  const isTaken = effectiveAt > now && terms.some((one) => one.effectiveAt === effectiveAt)
  if (isTaken) throw refuse('PLAN_EFFECTIVE_TAKEN')
  return [...dropOld(terms, now), term].sort((a, b) => a.effectiveAt - b.effectiveAt)
}

/** Without a plan that has not begun yet. Refuses PLAN_NOT_WITHDRAWABLE once it has, or was never published. */
export function withdrawTerm(
  terms: readonly PlanTerm[],
  planId: string,
  now: number,
): readonly PlanTerm[] {
  const isToCome = plansToCome(terms, now).some((term) => term.planId === planId)
  if (!isToCome) throw refuse('PLAN_NOT_WITHDRAWABLE')
  return terms.filter((term) => term.planId !== planId)
}

/** Without those that have been over for a day. */
export function dropOld(terms: readonly PlanTerm[], now: number): readonly PlanTerm[] {
  const old = new Set(plansOver(terms, now - KEPT_MS))
  return terms.filter((term) => !old.has(term))
}

// How somebody stands with their tier: what holds it, what is missing to the next, what keeping it asks for.
import { monthOf } from '@contract/time'
import type { Api } from '@contract/api'
import type { Distributor } from '@contract/model/people'
import type { TierChange, TierVersion } from '@contract/model/tier'
import { unpackOrNull } from '../../domain/aggregate/pack-figures'
import { isHeld } from '../../domain/tier/judge-tier'
import { keepStep, nextStep } from '../../domain/tier/progress'
import type { World } from '../../ports/world'
import { readPage } from '../read-page'

type Output = Api['distributor.getTier']['output']
type Standing = Omit<Output, 'tiers' | 'keepPolicy' | 'credit'>

export async function showStanding(
  world: World,
  terms: TierVersion,
  distributor: Distributor,
): Promise<Standing> {
  const [stored, cursor] = await Promise.all([
    world.store.get('distributor_figures', distributor._id),
    world.store.get('aggregate_cursors', 'aggregates'),
  ])
  const figures = unpackOrNull(stored)
  const month = monthOf(world.now)
  const { tier, tierHold, tierKeeping } = distributor
  const hold = tierHold && isHeld(distributor, world.now) ? tierHold : null
  return {
    tier,
    hold: hold && { reason: hold.reason, untilOn: hold.untilOn },
    missed: hold ? 0 : (tierKeeping?.missed ?? 0),
    next: copy(nextStep(terms, tier, figures, month)),
    keep: copy(keepStep(terms, tier, figures, month)),
    month,
    asOf: cursor?.asOf ?? world.now,
  }
}

function copy(step: ReturnType<typeof nextStep>): Standing['next'] {
  return step && { ...step, figures: copyFigures(step.figures) }
}

function copyFigures(figures: TierChange['figures']) {
  return figures.map((figure) => ({ ...figure })) as NonNullable<Standing['next']>['figures']
}

/** One page of what happened to somebody's tier, newest first. */
export async function listChangesOf(world: World, distributorId: string, cursor?: string) {
  const where = { distributorId }
  const page = await readPage(world.store, 'tier_changes', { where, by: 'at', cursor })
  return { rows: page.rows.map(showChange), next: page.next }
}

export function showChange(change: TierChange) {
  const { _id: id, at, from, to, cause, month, need, figures, reason, heldUntilOn } = change
  return {
    id,
    at,
    from,
    to,
    cause,
    month,
    need,
    figures: copyFigures(figures),
    reason,
    heldUntilOn,
  }
}
